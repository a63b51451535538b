"""What two deliveries of one event may spell differently is not compared; anything else is."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vodhooks import classification as module
from vodhooks import parse
from vodhooks.classification import canonical
from vodhooks.receiver.decide import AuthPolicy, Decision, Delivery, Outcome, decide
from vodhooks.testing import example

POLYV, TENCENT, SLICE = "polyv.video_outline", "tencent.vod", "ucloud.umedia.slice"
SUCCESS = example("polyv.video_outline.generate_success")
REVIEW = example("tencent.vod.review_audio_video_complete")
SLICED = example("ucloud.umedia.slice")
TASK = "ReviewAudioVideoCompleteEvent"


def decided(channel: str, body: bytes) -> Decision:
    return decide(Delivery(channel, body, "application/json"), AuthPolicy.open(), 0.0)


def spelled(payload: Any, *changes: tuple[str, str]) -> bytes:
    text = orjson.dumps(payload).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


UNKNOWN = {"EventType": "X", "XEvent": {"TaskId": "1", "Size": 100}}
SAME: dict[str, tuple[str, bytes, bytes]] = {
    "a whole float for an id": (
        POLYV,
        orjson.dumps({**SUCCESS, "taskId": 30}),
        orjson.dumps({**SUCCESS, "taskId": 30.0}),
    ),
    "an id in powers of ten": (
        POLYV,
        orjson.dumps({**SUCCESS, "taskId": 10**16}),
        spelled({**SUCCESS, "taskId": 47}, (":47", ":1E16")),
    ),
    "a whole float in the content": (
        TENCENT,
        orjson.dumps(REVIEW),
        spelled(REVIEW, ('"Confidence":99', '"Confidence":99.0')),
    ),
    "whole floats in an array": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "List": [1, 2, 30]}),
        orjson.dumps({**UNKNOWN, "List": [1.0, 2, 30.0]}),
    ),
    "a null sibling": (
        TENCENT,
        orjson.dumps(REVIEW),
        orjson.dumps({**REVIEW, "FileUploadEvent": None}),
    ),
    "a null sibling of an unknown kind": (
        TENCENT,
        orjson.dumps(UNKNOWN),
        orjson.dumps({**UNKNOWN, "FileUploadEvent": None}),
    ),
    "a null deep inside": (
        TENCENT,
        orjson.dumps(UNKNOWN),
        orjson.dumps({**UNKNOWN, "XEvent": {**UNKNOWN["XEvent"], "Extra": None}}),  # type: ignore[dict-item] # a dict it is
    ),
    "a null handle": (TENCENT, orjson.dumps(REVIEW), orjson.dumps({**REVIEW, "EventHandle": None})),
    "a null at the end of the text": (
        SLICE,
        orjson.dumps(SLICED),
        orjson.dumps({**SLICED, "z": None}),
    ),
    "other blanks and escapes": (
        POLYV,
        orjson.dumps(SUCCESS),
        spelled(SUCCESS, ('"vid":"', '"vid" : "'), ("00:", "0\\u0030:")),
    ),
    "another order": (POLYV, orjson.dumps(SUCCESS), orjson.dumps(dict(reversed(SUCCESS.items())))),
}
OTHER: dict[str, tuple[str, bytes, bytes]] = {
    "a fraction": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": 30}),
        orjson.dumps({**UNKNOWN, "N": 30.5}),
    ),
    "a number as text": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": 30}),
        orjson.dumps({**UNKNOWN, "N": "30.0"}),
    ),
    "text that looks like a float": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": "1.0,"}),
        orjson.dumps({**UNKNOWN, "N": "1,"}),
    ),
    "text that looks like a null": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": '":null,'}),
        orjson.dumps({**UNKNOWN, "N": ""}),
    ),
    "a null in an array": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": [None]}),
        orjson.dumps({**UNKNOWN, "N": []}),
    ),
    "an empty object": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": {"a": None}}),
        orjson.dumps(UNKNOWN),
    ),
    "a number for a null": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": 0}),
        orjson.dumps({**UNKNOWN, "N": None}),
    ),
    "true for 1": (
        TENCENT,
        orjson.dumps({**UNKNOWN, "N": 1.0}),
        orjson.dumps({**UNKNOWN, "N": True}),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_two_spellings_are_one_event(name: str) -> None:
    channel, *bodies = SAME[name]
    one, other = (decided(channel, body) for body in bodies)
    assert one.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN}
    assert one.body != other.body
    assert (one.identity, one.content) == (other.identity, other.content)


@pytest.mark.parametrize("name", OTHER)
def test_two_contents_are_two_events(name: str) -> None:
    channel, *bodies = OTHER[name]
    one, other = (decided(channel, body) for body in bodies)
    assert one.content != other.content
    assert one.identity != other.identity


@pytest.mark.parametrize("number", ["30.0", "3e1", "30"])
def test_an_identity_spells_a_number_in_one_way(number: str) -> None:
    event = parse(spelled({**SUCCESS, "taskId": 47}, (":47", f":{number}")), POLYV)
    assert repr(getattr(event, "identity")) == "('generate_success', 30)"  # noqa: B009 # it is no unknown event


def test_what_an_inbox_holds_already_is_found_again() -> None:
    """Identities and hashes as they have always been, for payloads without nulls and whole floats."""
    decision = decided(POLYV, orjson.dumps({**SUCCESS, "taskId": 7}))
    rest = {
        name: value
        for name, value in {**SUCCESS, "taskId": 7}.items()
        if name not in {"sign", "timestamp"}
    }
    assert decision.identity == '["generate_success",7]'
    assert decision.content == sha256(orjson.dumps(rest, option=orjson.OPT_SORT_KEYS)).digest()


@pytest.mark.parametrize("length", [0, module.COMPARED])
def test_a_huge_payload_is_compared_as_it_came(length: int) -> None:
    one, other = (
        decided(TENCENT, orjson.dumps({**UNKNOWN, "Text": "x" * length, **others}))
        for others in ({}, {"FileUploadEvent": None})
    )
    assert (one.content == other.content) == (length == 0)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=15,
)


def respelled(value: Any) -> Any:
    """Write every integer as a float that can be one, and add a null to every object."""
    if isinstance(value, dict):
        return {**{name: respelled(inner) for name, inner in value.items()}, "a null": None}
    if isinstance(value, list):
        return [respelled(item) for item in value]
    is_exact = (
        isinstance(value, int)
        and not isinstance(value, bool)
        and int(float(value)) == value < 2**64
    )
    return float(value) if is_exact else value


@settings(max_examples=500)
@given(VALUES)
def test_a_canonical_value_is_that_of_its_spellings(value: Any) -> None:
    assert (
        repr(canonical(respelled(value)))
        == repr(canonical(value))
        == repr(canonical(canonical(value)))
    )


@settings(max_examples=500)
@given(VALUES)
def test_a_value_that_skips_the_form_is_in_it_already(value: Any) -> None:
    text = orjson.dumps({"value": value}, option=orjson.OPT_SORT_KEYS)
    if not module._may_vary(text):  # noqa: SLF001 # the short way
        assert orjson.dumps({"value": canonical(value)}, option=orjson.OPT_SORT_KEYS) == text
