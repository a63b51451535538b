"""A shape says what values look like, not what they say, and stays small whatever it sees."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.drift.shapes import (
    DEEPEST,
    LONGEST_NAME,
    MEMBERS,
    NodeBudget,
    NumberRange,
    Shape,
    merge,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
)


def shape_of(*values: Any, nodes: int = 1000) -> Shape:
    shape = Shape()
    budget = NodeBudget(nodes)
    for value in values:
        shape.see(value, budget)
    return shape


def nodes(shape: Shape) -> int:
    """Count the nodes below a shape."""
    inner = [each for each in (shape.items, shape.others, *shape.members.values()) if each]
    return len(inner) + sum(map(nodes, inner))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "integer"),
        (1.0, "number"),
        ("", "string"),
        ([], "array"),
        ({}, "object"),
    ],
)
def test_each_value_has_the_type_that_json_gives_it(value: Any, name: str) -> None:
    assert shape_of(value).types == {name: 1}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "empty"),
        ("0017", "digits"),
        ("0a0b0c0d", "hex"),
        ("0A0B0C0", "text"),
        ("123e4567-e89b-12d3-a456-426614174000", "uuid"),
        ("2026-01-31T12:00:00Z", "date-time"),
        ("2026-01-31 12:00:00.5+08:00", "date-time"),
        ("2026-01-31", "date"),
        ("https://example.com/a?b=c", "url"),
        ("https://example.com/a b", "text"),
        ("somebody@example.com", "e-mail"),
        ("٣٣٣", "text"),
        ("0017\n", "text"),
        ("1" * 300, "text"),
    ],
)
def test_the_format_of_a_string_is_guessed(text: str, name: str) -> None:
    assert shape_of(text).formats == {name: 1}


def test_lengths_sizes_and_numbers_are_ranges() -> None:
    shape = shape_of(*["ab", "", [], [1, 2, 3], 7, -0.5, True])
    assert (shape.lengths, shape.sizes, shape.numbers) == (
        NumberRange(0, 2),
        NumberRange(0, 3),
        NumberRange(-0.5, 7),
    )


def test_items_and_members_are_seen_together() -> None:
    shape = shape_of([{"a": 1}, {"a": None, "b": "x"}])
    assert shape.items
    assert {name: dict(inner.types) for name, inner in shape.items.members.items()} == {
        "a": {"integer": 1, "null": 1},
        "b": {"string": 1},
    }


def test_too_many_or_too_long_names_are_any_name() -> None:
    shape = shape_of(
        {f"x{number}": number for number in range(MEMBERS + 5)}, {"y" * (LONGEST_NAME + 1): "text"}
    )
    assert len(shape.members) == MEMBERS
    assert shape.others
    assert shape.others.types == {"integer": 5, "string": 1}
    assert not shape.cut


def test_what_is_too_deep_is_left_out_and_told() -> None:
    value: Any = 1
    for _ in range(DEEPEST + 1):
        value = [value]
    whole = shape_of(value[0])
    shape = shape_of(value)
    assert nodes(whole) == nodes(shape) == DEEPEST
    for _ in range(DEEPEST):
        assert shape.items
        assert not shape.cut
        shape = shape.items
    assert shape.cut


@given(st.lists(JSON, max_size=5), st.integers(0, 20))
def test_there_are_never_more_nodes_than_the_budget(values: list[Any], room: int) -> None:
    shape = shape_of(*values, nodes=room)
    assert nodes(shape) <= room
    assert shape.count == len(values)


@given(st.lists(JSON, max_size=4), st.lists(JSON, max_size=4))
def test_merging_is_seeing_all(first: list[Any], second: list[Any]) -> None:
    assert (merge([shape_of(*first), None, shape_of(*second)]) or Shape()) == shape_of(
        *first, *second
    )


def test_nothing_merged_is_nothing() -> None:
    assert merge([None]) is None
