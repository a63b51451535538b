from __future__ import annotations

from typing import Any

import pytest

from vodhooks.payloads.constraints import constraints_of

VALUES: dict[str, Any] = {
    "object": {"a": 1},
    "array": [1],
    "string": "a",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "null": None,
}


@pytest.mark.parametrize("kind", VALUES)
def test_a_listed_value_is_allowed_where_its_type_is(kind: str) -> None:
    constraints = constraints_of([{"type": kind}])
    also = {"integer"} if kind == "number" else set()
    assert {name for name, value in VALUES.items() if constraints.allows(value)} == {kind, *also}


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_another_part_refuses_is_not_allowed(kind: str) -> None:
    value = VALUES[kind]
    assert constraints_of([{"enum": [value]}]).allows(value)
    assert not constraints_of([{"enum": [value]}, {"not": {"const": value}}]).allows(value)
