from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vodhooks_contracts import channels

from vodhooks.catalogue import bundle, catalogue
from vodhooks.classification import occurred_at
from vodhooks.decoding import decode
from vodhooks.errors import (
    AmbiguousMessage,
    ChannelNotFound,
    ContractViolation,
    DuplicateKey,
    NotIdentified,
    NotJson,
    VodhooksError,
)
from vodhooks.events import ChannelName, Event, UnknownEvent, parse
from vodhooks.validation import validate

MESSAGES = sorted(catalogue().messages)
OUTLINE = "polyv.video_outline"
FAIL: dict[str, Any] = bundle("polyv.video_outline.generate_fail")["examples"][0]
REVIEW: dict[str, Any] = bundle("tencent.vod.review_audio_video_complete")["examples"][0]
DELETED = b'{"EventType": "NotYetKnown", "FileDeleteEvent": {"FileIdSet": ["1"]}}'


def event_of(body: bytes, channel: str | None = None) -> Event[Any]:
    event = parse(body, channel)
    assert isinstance(event, Event)
    return event


@pytest.mark.parametrize("message", MESSAGES)
def test_every_sample_becomes_an_event_on_its_channel(message: str) -> None:
    channel = catalogue().messages[message].channel
    for sample in bundle(message)["examples"]:
        body = json.dumps(sample, ensure_ascii=False, indent=2).encode()
        event = event_of(body, channel or message)
        assert (event.message, event.channel, event.payload, event.body) == (
            message,
            channel,
            sample,
            body,
        )
        assert event.drifts == bool(event.drift)
        assert event.drift == validate(sample, message).drift
        assert repr(event) == f"<Event {message}>"


@pytest.mark.parametrize(
    ("body", "channel", "identity"),
    [
        (FAIL, OUTLINE, ("generate_fail", 30)),
        ({"retcode": 1, "task_id": "7"}, "ucloud.umedia.slice", ("7",)),
        ({"Response": {"EventSet": [], "RequestId": "r"}}, "tencent.vod.pull_events", ()),
        (
            REVIEW,
            "tencent.vod",
            ("ReviewAudioVideoComplete", REVIEW["ReviewAudioVideoCompleteEvent"]["TaskId"]),
        ),
    ],
)
def test_an_event_is_identified_by_the_contract(
    body: Any, channel: str, identity: tuple[Any, ...]
) -> None:
    assert event_of(orjson.dumps(body), channel).identity == identity


@pytest.mark.parametrize("upload", [{}, {"FileUploadEvent": None}])
def test_an_identity_with_a_part_missing_has_the_content_too(upload: Any) -> None:
    bodies = [
        orjson.dumps({"EventType": "NewFileUpload", **upload, "Other": number, "T": number})
        for number in (1, 2)
    ]
    first, second = (event_of(body, "tencent.vod").identity for body in bodies)
    assert first[:2] == second[:2] == ("NewFileUpload", None)
    assert len(first) == 3
    assert first != second
    assert orjson.loads(orjson.dumps(first)) == [*first]


def test_a_task_has_one_identity_in_any_spelling() -> None:
    body = orjson.dumps(FAIL)
    assert (
        event_of(body, OUTLINE).identity
        == event_of(body.replace(b":30,", b":3e1,"), OUTLINE).identity
    )
    assert hash(event_of(body, OUTLINE).identity) == hash(
        event_of(body.replace(b":30,", b":30.0,"), OUTLINE).identity
    )


def test_an_event_has_the_time_of_its_payload() -> None:
    assert event_of(orjson.dumps(FAIL), OUTLINE).occurred_at == datetime(
        2023, 5, 9, 8, 52, 44, 265000, UTC
    )
    assert event_of(orjson.dumps(REVIEW), "tencent.vod").occurred_at is None
    assert (
        event_of(
            b'{"Response": {"EventSet": [], "RequestId": "r"}}', "tencent.vod.pull_events"
        ).occurred_at
        is None
    )


@pytest.mark.parametrize(
    "timestamp", [None, True, "1683622364265", [], {}, 1e300, 2**64 - 1, -(2**63), 1e18]
)
def test_an_impossible_time_is_no_time(timestamp: Any) -> None:
    assert occurred_at({"timestamp": timestamp}, OUTLINE) is None


@pytest.mark.parametrize("payload", [None, [], "text", {}, 1])
def test_any_payload_may_be_asked_for_its_time(payload: Any) -> None:
    assert occurred_at(payload, OUTLINE) is None
    assert occurred_at(payload, "tencent.vod") is None


def test_an_event_that_drifts_names_its_drift() -> None:
    event = event_of(orjson.dumps({**FAIL, "reason": "marker"}), OUTLINE)
    assert event.drifts
    assert [str(violation) for violation in event.drift] == ["/reason: unknown property"]
    assert "marker" not in repr(event)


def test_an_unknown_event_keeps_all_that_there_is() -> None:
    event = parse(DELETED, "tencent.vod")
    assert isinstance(event, UnknownEvent)
    assert (event.channel, event.kind, event.body) == ("tencent.vod", "NotYetKnown", DELETED)
    assert event.payload == {"EventType": "NotYetKnown", "FileDeleteEvent": {"FileIdSet": ["1"]}}
    assert repr(event) == "<UnknownEvent on tencent.vod>"
    assert isinstance(parse(DELETED), UnknownEvent)


def test_what_breaks_its_contract_is_no_event() -> None:
    with pytest.raises(ContractViolation) as refused:
        parse(orjson.dumps({**FAIL, "vid": ["marker"], "timestamp": "marker"}), OUTLINE)
    assert refused.value.report == validate(
        {**FAIL, "vid": ["marker"], "timestamp": "marker"}, "polyv.video_outline.generate_fail"
    )
    assert (
        str(refused.value)
        == "polyv.video_outline.generate_fail: /timestamp: expected an integer (and 1 more)"
    )


@pytest.mark.parametrize(
    ("body", "channel", "error"),
    [
        (b"", OUTLINE, NotJson),
        (b"{", None, NotJson),
        (
            b'{"callbackType":"generate_fail","callbackType":"generate_success"}',
            OUTLINE,
            DuplicateKey,
        ),
        (b"{}", "polyv", ChannelNotFound),
        (b"{", "polyv", NotJson),
        (b"{}", None, NotIdentified),
        (b"{}", OUTLINE, ContractViolation),
        (b"[]", "tencent.vod", ContractViolation),
        (b'{"retcode":1,"task_id":"1"}', None, AmbiguousMessage),
    ],
)
def test_what_is_wrong_first_is_told(
    body: bytes, channel: str | None, error: type[VodhooksError]
) -> None:
    with pytest.raises(error) as refused:
        parse(body, channel)
    assert type(refused.value) is error


@pytest.mark.parametrize("body", ["{}", None, {}, 5])
def test_a_body_is_bytes(body: Any) -> None:
    with pytest.raises(TypeError, match="a body is bytes"):
        parse(body, OUTLINE)


def test_the_typed_names_are_the_channels() -> None:
    names = {name: getattr(channels, name) for name in channels.__all__}
    assert sorted(names.values()) == sorted(catalogue().channels)
    assert all(
        type(name) is ChannelName and constant == name.replace(".", "_").upper()
        for constant, name in names.items()
    )
    assert event_of(orjson.dumps(FAIL), channels.POLYV_VIDEO_OUTLINE).payload["taskId"] == 30


def test_the_model_is_a_snake_case_view_of_the_values() -> None:
    model = event_of(orjson.dumps({**FAIL, "reason": "x"}), OUTLINE).model
    assert (model.task_id, model.callback_type, model.reason) == (30, "generate_fail", "x")
    assert model.model_dump() == {**FAIL, "reason": "x"}


@settings(max_examples=400)
@given(
    st.binary() | st.text().map(str.encode),
    st.sampled_from([None, *catalogue().channels, "tencent.vod.pull_events"]),
)
def test_any_bytes_become_an_event_or_an_error(body: bytes, channel: str | None) -> None:
    with pytest.raises(VodhooksError):  # noise never keeps a contract
        parse(body, channel)


SAMPLES = [
    (message, orjson.dumps(sample))
    for message in MESSAGES
    for sample in bundle(message)["examples"]
]


def marked(node: Any, *, telling: bool) -> Any:
    """Put a marker in the place of every value, or of every value but the discriminators."""
    if isinstance(node, dict):
        return {
            key: inner
            if telling and key in {"callbackType", "EventType"}
            else marked(inner, telling=telling)
            for key, inner in node.items()
        }
    return (
        [marked(inner, telling=telling) for inner in node]
        if isinstance(node, list)
        else "marker-4711"
    )


@pytest.mark.parametrize("telling", [True, False])
@pytest.mark.parametrize("message", MESSAGES)
def test_no_value_of_a_payload_gets_into_an_exception(message: str, telling: bool) -> None:  # noqa: FBT001 # a column
    seen = set()
    for sample in bundle(message)["examples"]:
        body = orjson.dumps(marked(sample, telling=telling))
        bodies = [
            body,
            body[:-1],
            body + b"x",
            body.replace(b"marker", b"\xff"),
            b'{"a":%b,"a":%b}' % (body, body),
            b'{"a":%b,"a":4711e999}' % body,
        ]
        for text in bodies:
            for channel in (None, catalogue().messages[message].channel or message):
                try:
                    event = parse(text, channel)
                except VodhooksError as error:
                    told = f"{error} {error!r} {vars(error)} {error.__cause__!r}"
                    seen.add(type(error))
                else:
                    told = repr(event)
                assert "marker" not in told
                assert "4711" not in told
    assert {NotJson, DuplicateKey} <= seen


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_a_changed_sample_is_an_event_only_if_valid(
    sample: tuple[str, bytes], data: st.DataObject
) -> None:
    message, body = sample
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(body)))
        end = start + data.draw(st.integers(0, 3))
        body = (
            body[:start]
            + data.draw(
                st.sampled_from(
                    [b"", b"null", b'"', b"0", b",", b"}", b"\xff", b"\\", b'"x":', b"[", b"1e400"]
                )
            )
            + body[end:]
        )
    channel = catalogue().messages[message].channel or message
    try:
        event = parse(body, channel)
    except VodhooksError as error:
        outcome: object = error
    else:
        outcome = event
        assert event.payload == decode(body)
    if isinstance(outcome, Event):
        report = validate(body, outcome.message)
        assert report.valid
        assert outcome.drifts == bool(report.drift) == bool(outcome.drift)
    else:
        assert isinstance(outcome, (UnknownEvent, NotJson, ContractViolation))
