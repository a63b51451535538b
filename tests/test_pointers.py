from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.pointers import ABSENT, parse_pointer, places, pointer_of, put, resolve

RFC_6901: dict[str, Any] = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", RFC_6901),
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/e^f", 3),
        ("/g|h", 4),
        ("/i\\j", 5),
        ('/k"l', 6),
        ("/ ", 7),
        ("/m~0n", 8),
    ],
)
def test_the_examples_of_rfc_6901_resolve(pointer: str, value: object) -> None:
    assert resolve(RFC_6901, parse_pointer(pointer)) == value


@pytest.mark.parametrize(
    "pointer",
    [
        "/nothing",
        "/foo/2",
        "/foo/-",
        "/foo/-1",
        "/foo/00",
        "/foo/01",
        "/foo/1e0",
        "/foo/ 1",
        "/foo/",
        "/a~1b/x",
    ],
)
def test_a_place_that_is_not_there_is_absent(pointer: str) -> None:
    assert resolve(RFC_6901, parse_pointer(pointer)) is ABSENT


@pytest.mark.parametrize("digits", ["\u0663", "\uff11", "\u00b2", "9" * 5000, str(2**64)])
def test_an_array_index_is_plain_and_short(digits: str) -> None:
    assert resolve(["a", "b", "c", "d"], [digits]) is ABSENT


@pytest.mark.parametrize(("index", "value"), [(0, "a"), (1, "b"), (2, ABSENT), (-1, ABSENT)])
def test_an_index_may_be_a_number(index: int, value: object) -> None:
    assert resolve(["a", "b"], [index]) is value


@pytest.mark.parametrize("value", [None, True, 0, 1.5, "text"])
def test_there_is_nothing_inside_a_scalar(value: Any) -> None:
    assert resolve(value, ["0"]) is ABSENT
    assert resolve(value, []) is value


def test_null_is_present() -> None:
    assert resolve({"a": None}, ["a"]) is None
    assert repr(ABSENT) == "ABSENT"


@pytest.mark.parametrize("pointer", ["a", "a/b", "#/a", " /a"])
def test_a_pointer_begins_with_a_slash(pointer: str) -> None:
    with pytest.raises(ValueError, match="begins with a slash"):
        parse_pointer(pointer)


def test_escapes_are_undone_in_the_right_order() -> None:
    assert parse_pointer("/~01/~10") == ("~1", "/0")
    assert pointer_of(["~1", "/0"]) == "/~01/~10"


@given(st.lists(st.text() | st.sampled_from(["~", "/", "~1", "~0", "~01", ""])))
def test_tokens_survive_being_written_and_read(tokens: list[str]) -> None:
    assert parse_pointer(pointer_of(tokens)) == tuple(tokens)


@given(
    st.lists(st.integers(0, 3) | st.text(max_size=3), min_size=1, max_size=6), st.none() | st.text()
)
def test_what_stands_at_a_pointer_is_found(tokens: list[str | int], value: str | None) -> None:
    nested: Any = value
    for token in reversed(tokens):
        nested = [*[None] * token, nested] if isinstance(token, int) else {token: nested}
    assert resolve(nested, tokens) is value
    assert resolve(nested, parse_pointer(pointer_of(tokens))) is value


PAYLOAD: dict[str, Any] = {"a": {"b": [1, {"c": 2}]}, "d/e": None}


def test_replacing_a_value_shares_the_rest() -> None:
    changed = put(PAYLOAD, ("a", "b", 0), 3)
    assert changed == {**PAYLOAD, "a": {"b": [3, {"c": 2}]}}
    assert changed["a"]["b"][1] is PAYLOAD["a"]["b"][1]
    assert put(PAYLOAD, (), 7) == 7
    assert PAYLOAD == {"a": {"b": [1, {"c": 2}]}, "d/e": None}


def test_a_member_and_an_item_are_removed() -> None:
    assert put(PAYLOAD, ("a", "b", 1, "c"), ABSENT) == {**PAYLOAD, "a": {"b": [1, {}]}}
    assert put(PAYLOAD, ("a", "b", 0), ABSENT) == {**PAYLOAD, "a": {"b": [{"c": 2}]}}


def test_outer_places_come_before_inner_ones() -> None:
    assert [place for place, _ in places(PAYLOAD)] == [
        ("a",),
        ("d/e",),
        ("a", "b"),
        ("a", "b", 0),
        ("a", "b", 1),
        ("a", "b", 1, "c"),
    ]
