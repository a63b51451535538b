"""Whatever an event is called, it leaves as a CloudEvent that follows the specification."""

from __future__ import annotations

import re
import unicodedata

import orjson
import pytest
from cloudevents.core.formats.json import JSONFormat
from hypothesis import example, given
from hypothesis import strategies as st

from vodhooks.classification import KEPT, Outcome, classify
from vodhooks.inbox.export import as_cloudevent
from vodhooks.inbox.queries import EventSummary, StoredEvent

HOSTILE = [
    "",
    "\x00",
    "a\nb",
    "\r\n",
    "\x7f",
    "\x85",
    "\x9b31m",
    "\x1b[2J",
    "\ufffe",
    "\ufdd0",
    "\U0010ffff",
    "\u202e",
    "%00",
    "%",
    " ",
    "字幕",
    "a" * 10_000,
]


def unknown(kind: str, channel: str = "tencent.vod") -> StoredEvent:
    body = orjson.dumps({"EventType": kind})
    return StoredEvent(
        EventSummary(
            id=1,
            received_at=0,
            last_received_at=0,
            deliveries=2,
            channel=channel,
            outcome="unknown",
            message=None,
            kind=kind,
            identity="[]",
            identity_key=b"k",
            content=b"c",
            occurred_at=None,
            drifts=True,
            conflict=True,
            reused_signature=True,
            size=len(body),
        ),
        body,
        None,
    )


def follows(text: object) -> bool:
    """Whether a value is a string as CloudEvents has them, and not empty."""
    return (
        isinstance(text, str)
        and text != ""
        and not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text)
        and not any(ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF for char in text)
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("")
@example("\x00")
def test_every_attribute_follows_the_specification(kind: str) -> None:
    event = JSONFormat().read(None, as_cloudevent(unknown(kind)))
    attributes = event.get_attributes()
    assert all(follows(value) for name, value in attributes.items() if name != "time")
    assert all(re.fullmatch("[a-z0-9]{1,20}", name) for name in attributes)
    assert event.get_type().startswith("tencent.vod")
    assert event.get_source() == "tencent.vod"
    assert event.get_data() == {"EventType": kind}


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"])),
)
@example("%00", "\x00")
@example("%0A", "\n")
def test_different_kinds_have_different_types(one: str, other: str) -> None:
    types = {
        JSONFormat().read(None, as_cloudevent(unknown(kind))).get_type() for kind in (one, other)
    }
    assert len(types) == len({one, other})


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_the_receiver_keeps_can_be_exported(kind: str) -> None:
    found = classify(orjson.dumps({"EventType": kind}), "tencent.vod")
    assert found.outcome in KEPT
    if found.outcome is Outcome.UNKNOWN:
        assert found.kind == kind
        assert follows(JSONFormat().read(None, as_cloudevent(unknown(kind))).get_type())


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("NotYetKnown", "tencent.vod.NotYetKnown"),
        ("字幕 x", "tencent.vod.字幕 x"),
        ("a\nb\x85", "tencent.vod.a%0Ab%C2%85"),
        ("\ufffe%", "tencent.vod.%EF%BF%BE%25"),
        ("", "tencent.vod"),
    ],
)
def test_kinds_are_escaped_as_in_urls(kind: str, written: str) -> None:
    assert JSONFormat().read(None, as_cloudevent(unknown(kind))).get_type() == written


def test_a_channel_of_any_name_is_a_source() -> None:
    event = JSONFormat().read(None, as_cloudevent(unknown("x", "a channel\n字")))
    assert event.get_source() == "a%20channel%0A%E5%AD%97"
