from __future__ import annotations

from typing import Any

import orjson
import pytest
from pydantic import BaseModel, ValidationError

from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import ViewError
from vodhooks.events import Event, parse
from vodhooks.model import ContractModel, view

FAIL: dict[str, Any] = bundle("polyv.video_outline.generate_fail")["examples"][0]
TASK = {"TaskId": "t", "Output": None}
EVENT = {
    "EventType": "ReviewAudioVideoComplete",
    "ReviewAudioVideoCompleteEvent": TASK,
    "FileUploadEvent": None,
}


def model_of(payload: Any, channel: str) -> Any:
    event = parse(orjson.dumps(payload), channel)
    assert isinstance(event, Event)
    return event.model


@pytest.mark.parametrize("message", sorted(catalogue().messages))
def test_each_view_has_its_class_and_values(message: str) -> None:
    entry = catalogue().messages[message]
    for sample in bundle(message)["examples"]:
        model = model_of(sample, entry.channel or message)
        if isinstance(sample, list):
            assert [item.model_dump() for item in model] == sample
        else:
            assert isinstance(model, ContractModel)
            assert type(model).__name__.startswith(entry.title)
            assert model.model_dump() == sample


def test_an_absent_member_is_none_and_not_in_a_dump() -> None:
    model = model_of(EVENT, "tencent.vod")
    task = model.review_audio_video_complete_event
    assert (task.output, task.status) == (None, None)
    assert task.model_fields_set == {"task_id", "output"}
    assert model.model_dump() == EVENT
    assert orjson.loads(model.model_dump_json()) == EVENT
    assert model.model_dump(exclude_unset=False)["ReviewAudioVideoCompleteEvent"]["Status"] is None


def test_unknown_members_are_kept_under_any_name() -> None:
    odd = {
        "": 1,
        "model_config": 2,
        "__class__": 3,
        "copy": 4,
        "_private": 5,
        "task_id": 6,
        "a b": {"c": [None]},
    }
    model = model_of({**FAIL, **odd}, "polyv.video_outline")
    assert model.model_dump() == {**FAIL, **odd}
    assert model.model_extra == odd
    assert model.task_id == 30


def test_a_view_is_frozen_and_made_once() -> None:
    event = parse(orjson.dumps(FAIL), "polyv.video_outline")
    assert isinstance(event, Event)
    assert event.model is event.model
    with pytest.raises(ValidationError, match="frozen"):
        event.model.task_id = 31


def test_whole_floats_are_integers_as_in_the_schema() -> None:
    model = view(
        catalogue().messages["polyv.video_outline.generate_fail"], {**FAIL, "taskId": 30.0}
    )
    assert (model.task_id, type(model.task_id)) == (30, int)


def test_a_refused_value_is_not_quoted() -> None:
    event = parse(
        b'{"retcode":0,"task_id":"1","dest_video_url":"u","file_size":1e300}',
        "ucloud.umedia.transcode",
    )
    assert isinstance(event, Event)
    with pytest.raises(
        ViewError, match=r"^the model of ucloud\.umedia\.transcode cannot hold this payload$"
    ):
        _ = event.model


def test_built_by_hand_a_model_is_strict() -> None:
    model = type(model_of(FAIL, "polyv.video_outline"))
    assert issubclass(model, BaseModel)
    by_name = {
        "sign": FAIL["sign"],
        "timestamp": FAIL["timestamp"],
        "callback_type": "generate_fail",
        "task_id": 30,
        "vid": "v",
    }
    assert model(**by_name).model_dump()["taskId"] == 30
    with pytest.raises(ValidationError):
        model(**{**by_name, "task_id": "30"})
