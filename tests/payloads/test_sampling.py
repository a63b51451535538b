"""Some of many: as many of each kind as of any other, spread evenly, and always the same."""

from __future__ import annotations

from collections import Counter

import pytest

from vodhooks.payloads.boundaries import every_boundary
from vodhooks.payloads.invalid import every_break
from vodhooks.payloads.sampling import sample_evenly

PROCEDURE = "tencent.vod.procedure_state_changed"
"""The message with the most places, some thousands."""


def test_all_are_taken_where_there_are_no_more() -> None:
    assert sample_evenly("abc", 3, ord) == sample_evenly("abc", None, ord) == "abc"


@pytest.mark.parametrize(
    ("items", "limit", "taken"),
    [
        ("aaaaaaaaaaaabbc", 6, {"a": 3, "b": 2, "c": 1}),
        ("aaaaaabbbbbb", 4, {"a": 2, "b": 2}),
        ("abcdef", 3, {"d": 1, "e": 1, "f": 1}),
    ],
)
def test_each_kind_has_its_share(items: str, limit: int, taken: dict[str, int]) -> None:
    chosen = sample_evenly(items, limit, str)
    assert Counter(chosen) == taken
    assert list(chosen) == sorted(chosen)


def test_what_is_taken_of_a_kind_is_spread_over_all_of_it() -> None:
    assert sample_evenly(range(100), 4, lambda _: None) == [0, 25, 50, 75]


def test_a_large_contract_has_boundaries_of_every_kind_within_the_limit() -> None:
    every = list(every_boundary(PROCEDURE, 100))
    assert 90 < len(every) <= 100
    assert {case.name for case in every} == {case.name for case in every_boundary(PROCEDURE, 100)}
    hows = {case.name.rpartition("/")[2] for case in every}
    assert {"fullest", "sparsest", "absent", "alone", "null", "empty", "long", "zero"} <= hows


def test_a_large_contract_is_broken_in_every_way_within_the_limit() -> None:
    every = list(every_break(PROCEDURE, 60))
    assert 50 < len(every) <= 60
    assert {case.keyword for case in every} >= {"type", "required", "const", "anyOf"}
