"""What is written as it should be read: nothing in it moves a terminal's cursor, and JSON keeps its value."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.reports.escaping import json_text, printable, printable_json

VALUES = st.recursive(
    st.text() | st.integers() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
HOSTILE = {
    "DEL": "\x7f",
    "C1": "\x9b31m",
    "ESC": "\x1b[2J",
    "override": "\u202eabc",
    "isolate": "\u2066abc",
    "mark": "\u200f",
    "line separator": "\u2028",
    "next line": "\x85",
    "zero width": "\u200b",
    "tag": "\U000e0041",
    "noncharacter": "\U0010ffff",
}


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_json_keeps_its_value_and_prints(
    value: object,
    spaces: int | None,
    ascii_only: bool,  # noqa: FBT001
) -> None:  # an option
    text = json_text(value, indent=spaces, ensure_ascii=ascii_only)
    assert json.loads(text) == value
    assert all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_does_not_print_is_spelled_out(name: str) -> None:
    text = HOSTILE[name]
    assert printable(text).isprintable()
    assert printable_json(f'"{text}"').isprintable()
    assert printable(f"字 幕 é {text}").startswith("字 幕 é ")
    if name != "ESC":  # which JSON does not allow as it is
        assert json.loads(printable_json(f'"{text}"')) == text
