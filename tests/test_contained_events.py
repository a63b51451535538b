"""A reply that holds events: each of them keeps the contract of its own message, and the reply's bundle says nothing of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from vodhooks import ContractViolation, Event, parse, validate
from vodhooks.catalogue import bundle, catalogue
from vodhooks.drift import Observation, gather
from vodhooks.testing import example
from vodhooks.validation import validator

if TYPE_CHECKING:
    from vodhooks.engines import Engine

PULLED = "tencent.vod.pull_events"
REVIEW = "tencent.vod.review_audio_video_complete"
IMAGE = "tencent.vod.aigc_image_task_complete"
"""A message that only drifts."""


def reply(*events: Any) -> dict[str, Any]:
    return {"Response": {"EventSet": list(events), "RequestId": "r"}}


def pulled(message: str, **members: Any) -> dict[str, Any]:
    return {"EventHandle": "h", **example(message), **members}


def places(found: Any) -> list[tuple[str, str, str]]:
    return [(each.instance_pointer, each.keyword, each.schema_pointer) for each in found]


@pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])
def test_a_broken_event_breaks_the_reply_where_it_stands(engine: Engine) -> None:
    broken = reply(
        pulled("tencent.vod.new_file_upload"), pulled(REVIEW, ReviewAudioVideoCompleteEvent=7)
    )
    report = validate(broken, PULLED, engine=engine)
    at = "/$defs/TencentVodReviewAudioVideoTask/type"
    assert places(report.violations) == [
        ("/Response/EventSet/1/ReviewAudioVideoCompleteEvent", "type", f"{REVIEW}#{at}")
    ]
    assert (report.message, report.valid) == (PULLED, False)
    with pytest.raises(ContractViolation):
        parse(orjson.dumps(broken), PULLED)


def test_drift_of_events_is_drift_of_the_reply() -> None:
    drifting = reply(pulled(REVIEW, New={"a": 1}), pulled("tencent.vod.file_deleted"))
    report = validate(drifting, PULLED)
    assert places(report.drift) == [
        ("/Response/EventSet/0/New", "type", f"{REVIEW}#/additionalProperties/type")
    ]
    event = parse(orjson.dumps(drifting), PULLED)
    assert isinstance(event, Event)
    assert event.drifts


def test_an_event_that_only_drifts_does_not_break_the_reply() -> None:
    report = validate(reply(pulled(IMAGE, AigcImageCompleteEvent=7)), PULLED)
    assert report.violations == ()
    assert ("/Response/EventSet/0/AigcImageCompleteEvent", "type") in [
        place[:2] for place in places(report.drift)
    ]


@pytest.mark.parametrize(
    "event",
    [
        {"EventHandle": "h", "EventType": "NotYetKnown", "NotYetKnownEvent": {"a": 1}},
        {"EventHandle": "h", "ComposeMediaCompleteEvent": {"Output": {"FileId": 2**53 + 1}}},
        {"EventHandle": "h", "EventType": None},
    ],
)
def test_an_event_of_no_known_type_may_hold_anything(event: dict[str, Any]) -> None:
    report = validate(reply(event), PULLED)
    assert (report.violations, report.drift) == ((), ())


@pytest.mark.parametrize("limit", [1, 3])
def test_the_report_on_a_reply_is_bounded_as_any_other(limit: int) -> None:
    broken = [pulled(REVIEW, ReviewAudioVideoCompleteEvent=n) for n in range(5)]
    report = validate(reply(*broken), PULLED, limit=limit)
    assert len(report.violations) == limit
    assert report.omitted == 5 - limit


def test_the_bundle_of_the_reply_does_not_grow_with_the_events() -> None:
    assert len(json.dumps(bundle(PULLED, "strict"))) < 20_000
    assert catalogue().messages[PULLED].events is not None


def test_traffic_of_replies_is_gathered_event_by_event() -> None:
    found = gather([Observation(reply(pulled(REVIEW, New={"a": 1})), None, "t:1")], PULLED)
    assert [(place.message, place.pointer) for place in found.drift] == [(REVIEW, "/New")]
    assert found.messages == {PULLED: 1, REVIEW: 1}


def test_a_clean_reply_needs_no_report() -> None:
    """What is clean is checked by the fast schemas alone."""
    contract = validator(PULLED)
    clean = reply(*[pulled(name) for name in catalogue().channels["tencent.vod"].messages[:16]])
    assert contract.accepts_without_drift(clean)
    assert contract.report(clean) is contract.clean
