"""Walking, following and flattening schemas."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.messages import MESSAGES, VARIED_MESSAGES
from vodhooks.catalogue import bundle
from vodhooks.engines import compile_schema
from vodhooks.errors import GenerationError
from vodhooks.payloads.invalid import every_break
from vodhooks.pointers import resolve
from vodhooks.schemas import (
    applied_paths,
    every_applied_path,
    every_schema,
    flatten,
    follow,
    listed_values,
    rebuild,
    subschemas,
    types,
)

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["a"],
    "properties": {"a": {"$ref": "#/$defs/A"}, "b": {"items": {"type": "string"}}},
    "additionalProperties": False,
    "if": {"type": "object", "required": ["c"], "properties": {"c": {"const": 1}}},
    "then": {"anyOf": [{"type": "null"}, False]},
    "else": {"not": {"const": 2}},
    "$defs": {"A": {"title": "A", "type": ["integer", "null"]}},
}


def test_every_schema_is_found_once_at_its_place() -> None:
    found = {inner.place: inner for inner in every_schema(SCHEMA)}
    assert list(found) == [
        (),
        ("properties", "a"),
        ("properties", "b"),
        ("properties", "b", "items"),
        ("if",),
        ("if", "properties", "c"),
        ("then",),
        ("then", "anyOf", 0),
        ("else",),
        ("else", "not"),
        ("$defs", "A"),
    ]
    assert all(resolve(SCHEMA, place) is inner.schema for place, inner in found.items())
    assert {inner.place for inner in found.values() if inner.asks} == {
        ("if",),
        ("if", "properties", "c"),
        ("else", "not"),
    }
    assert found["$defs", "A"].keyword == "$defs"


def test_conditions_apply_nothing_and_references_lead_on() -> None:
    assert list(applied_paths(SCHEMA, ("properties", "a"))) == [("$defs", "A")]
    assert list(every_applied_path(SCHEMA)) == [
        (),
        ("properties", "a"),
        ("$defs", "A"),
        ("properties", "b"),
        ("properties", "b", "items"),
        ("additionalProperties",),
        ("then",),
        ("then", "anyOf", 0),
        ("then", "anyOf", 1),
        ("else",),
    ]
    assert follow(SCHEMA, ("properties", "a")) is SCHEMA["$defs"]["A"]


def test_a_rebuilt_schema_shares_nothing_that_changed() -> None:
    def mark(keyword: str, inner: dict[str, Any]) -> dict[str, Any]:
        return {**inner, "x": keyword}

    rebuilt = rebuild(SCHEMA, mark)
    assert [inner["x"] for _, inner in subschemas(rebuilt)] == [
        str(step[0]) for step, _ in subschemas(SCHEMA)
    ]
    assert not any("x" in inner.schema for inner in every_schema(SCHEMA))


@pytest.mark.parametrize(
    ("schema", "named", "values"),
    [
        ({}, [], None),
        ({"type": "null", "const": None}, ["null"], [None]),
        ({"type": ["integer", "null"], "enum": [1, None]}, ["integer", "null"], [1, None]),
    ],
)
def test_types_and_values(schema: dict[str, Any], named: list[str], values: list[Any]) -> None:
    assert (types(schema), listed_values(schema)) == (named, values)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_flattened_schema_refers_to_nothing_and_accepts_the_examples(message: str) -> None:
    strict = bundle(message, "strict")
    flattened = flatten(strict)
    for inner in every_schema(flattened):
        assert inner.schema.keys().isdisjoint({"$ref", "$defs", "if", "title", "description"})
    accepts = compile_schema(flattened, "jsonschema-rs").accepts
    assert strict["examples"]
    assert all(accepts(sample) for sample in strict["examples"])


@pytest.mark.parametrize("message", VARIED_MESSAGES)
def test_a_flattened_schema_accepts_and_refuses_the_same(message: str) -> None:
    strict = bundle(message, "strict")
    one, other = (
        compile_schema(schema, "jsonschema-rs").accepts for schema in (strict, flatten(strict))
    )
    broken = [case.payload for case in every_break(message)]
    assert len(broken) > 10
    assert [one(payload) for payload in broken] == [other(payload) for payload in broken]


def test_a_schema_that_contains_itself_or_too_much_is_refused() -> None:
    with pytest.raises(GenerationError, match="contains itself"):
        flatten({"items": {"$ref": "#/$defs/A"}, "$defs": {"A": {"items": {"$ref": "#/$defs/A"}}}})
    double = {
        f"A{step}": {"anyOf": [{"$ref": f"#/$defs/A{step + 1}"}] * 2} for step in range(20)
    } | {"A20": {}}
    with pytest.raises(GenerationError, match="more than 20000 schemas"):
        flatten({"$ref": "#/$defs/A0", "$defs": double})
