"""Lines of Chinese are as wide as lines of English, and tables of both stand in columns."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.reports.columns import text_width, wrap

WORDS = st.text(alphabet='ab cde. 音视频审核，。“”()"', max_size=120)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("回调", 4), ("回调 a", 6), ("，", 2), ("é…", 2)]
)
def test_wide_characters_take_two_text_width(text: str, width: int) -> None:
    assert text_width(text) == width


@given(st.text(alphabet="ab cd-e.", max_size=120), st.integers(10, 40))
def test_english_is_broken_at_blanks_as_ever(text: str, width: int) -> None:
    expected = textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")
    assert wrap(text, width, initial_indent="  ", subsequent_indent="  ") == expected


@given(WORDS, st.integers(20, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, initial_indent="  ", subsequent_indent="  ")
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert line.startswith("  ")
        assert text_width(line) <= width


def test_a_mark_begins_no_line() -> None:
    assert wrap("回调，回调。", 5) == ["回", "调，", "回", "调。"]
    assert wrap("签名 SignKey 与 T 拼接", 10) == ["签名", "SignKey 与", "T 拼接"]


def test_lines_beyond_the_last_are_left_out() -> None:
    lines = wrap("音视频审核" * 10, 20, initial_indent="   ", max_lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("[...]")
    assert max(map(text_width, lines)) <= 20
