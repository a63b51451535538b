from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from vodhooks.errors import SendingError
from vodhooks.sending.editing import assigned

PAYLOAD: dict[str, Any] = {"a": {"b": [1, {"c": 2}]}, "d/e": None}


@pytest.mark.parametrize(
    ("pointer", "value", "changed"),
    [
        ("/f", 3, {**PAYLOAD, "f": 3}),
        ("/a", [], {**PAYLOAD, "a": []}),
        ("/a/b/0", "x", {**PAYLOAD, "a": {"b": ["x", {"c": 2}]}}),
        ("/a/b/1/c", None, {**PAYLOAD, "a": {"b": [1, {"c": None}]}}),
        ("/a/b/2", 3, {**PAYLOAD, "a": {"b": [1, {"c": 2}, 3]}}),
        ("/a/b/-", 3, {**PAYLOAD, "a": {"b": [1, {"c": 2}, 3]}}),
        ("/a/0", 3, {**PAYLOAD, "a": {"b": [1, {"c": 2}], "0": 3}}),
        ("/d~1e", 3, {**PAYLOAD, "d/e": 3}),
        ("/", 3, {**PAYLOAD, "": 3}),
    ],
)
def test_a_value_is_set_and_the_payload_that_was_given_stays(pointer: str, value: Any, changed: dict[str, Any]) -> None:
    given = deepcopy(PAYLOAD)
    assert assigned(given, pointer, value) == changed
    assert given == PAYLOAD


@pytest.mark.parametrize(
    ("pointer", "complaint"),
    [
        ("", "the whole payload"),
        ("a", "begins with a slash"),
        ("/x/y", "/x/y: nothing at /x that could hold it"),
        ("/d~1e/y", "nothing at /d~1e"),
        ("/a/b/3", "3 is no place in an array of 2"),
        ("/a/b/x", "x is no place"),
        ("/a/b/-1", "-1 is no place"),
        ("/a/b/²", "no place"),
        ("/a/b/99999999999", "no place"),
        ("/a/b/-/c", "nothing at /a/b/2"),
    ],
)
def test_what_has_no_place_in_the_payload_is_refused(pointer: str, complaint: str) -> None:
    with pytest.raises(SendingError, match=complaint):
        assigned(PAYLOAD, pointer, 1)
