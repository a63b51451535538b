from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vodhooks.fuzzer.schemathesis.shrinking import shrunk, simpler

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=8,
)


def leaves(value: Any) -> list[Any]:
    inner = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    )
    return [value] if inner is None else [leaf for item in inner for leaf in leaves(item)]


@pytest.mark.parametrize(
    ("value", "shows", "smallest"),
    [
        (
            {"a": [1, {"b": None}], "c": "text"},
            lambda value: None in leaves(value),
            {"a": [{"b": None}]},
        ),
        ({"a": "x" * 500, "b": 1}, lambda value: len(str(value)) > 100, {"a": "x" * 92}),
        ([1, 2, 3, 4], lambda value: 3 in value, [3]),
        ("äöü", lambda value: "ö" in value, "ö"),
        ({"n": -(10**17)}, lambda value: value["n"] < 0, {"n": -1}),
        ({"n": 1e300}, lambda value: value["n"] > 1000, {"n": pytest.approx(1500, rel=0.4)}),
        ([True, False, None], lambda value: value, [True]),
        ({}, lambda _: True, {}),
    ],
)
def test_the_result_shows_the_same_and_is_minimal(value: Any, shows: Any, smallest: Any) -> None:
    def kept(candidate: Any) -> bool:
        try:
            return bool(shows(candidate))
        except KeyError:
            return False

    found = shrunk(value, kept, 10_000)
    assert found == smallest
    assert not any(map(kept, simpler(found)))


def test_no_more_is_tried_than_allowed() -> None:
    seen: list[Any] = []

    def shows(value: Any) -> bool:
        seen.append(value)
        return False

    shrunk(list(range(100)), shows, 7)
    assert len(seen) == 7


@settings(max_examples=200)
@given(ANYTHING)
def test_making_anything_simpler_comes_to_an_end(value: Any) -> None:
    assert not list(simpler(shrunk(value, lambda _: True, 100_000)))
