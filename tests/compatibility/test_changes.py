"""What is told of the changes between two contracts: where, what, and whom each may harm."""

from __future__ import annotations

from typing import Any

import pytest

from vodhooks.codegen.sources import BASE, Sources
from vodhooks.compatibility.changes import changes
from vodhooks.compatibility.containment import Contract, contract

DIALECT = "https://json-schema.org/draft/2020-12/schema"

EMPTY: dict[str, Any] = {"properties": {}}
STRING = {"type": "string"}
OPEN_LIST = {"anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]}
NULLABLE = {"anyOf": [{"$ref": "#/$defs/part"}, {"type": "null"}]}
PART = {"title": "Part", "type": "object", "properties": {"x": {"type": "integer"}}}
STRICTER_PART = {**PART, "required": ["x"]}
EITHER = {
    "properties": {"code": {}, "url": {}, "text": {}},
    "if": {"required": ["url"]},
    "then": {"required": ["code"]},
    "else": {},
}


def of(schema: dict[str, Any]) -> Contract:
    """Return the contract of a schema that is its sources' only one."""
    whole = {
        "$schema": DIALECT,
        "$id": f"{BASE}acme/done.json",
        "title": "AcmeDone",
        "type": "object",
        **schema,
    }
    return contract(Sources({"acme/done": whole}, {}), "acme.done")


def having(schema: dict[str, Any], **definitions: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose property `a` is another."""
    return {"properties": {"a": schema}, **({"$defs": definitions} if definitions else {})}


CASES: list[tuple[str, dict[str, Any], dict[str, Any], list[tuple[str, str, str]]]] = [
    ("the same", having(STRING), having(STRING), []),
    (
        "other words",
        having(STRING),
        having({**STRING, "description": "Words.", "title": "Words"}),
        [],
    ),
    ("property added", EMPTY, having(STRING), [("/properties/a", "property added", "")]),
    ("property removed", having(STRING), EMPTY, [("/properties/a", "property removed", "")]),
    (
        "required property added",
        EMPTY,
        {**having(STRING), "required": ["a"]},
        [("/required", '"a" is required now', "s"), ("/properties/a", "property added", "")],
    ),
    (
        "property added where the old sender sends others as null",
        {"properties": {}, "x-strict": {"additionalProperties": {"type": "null"}}},
        {**having(STRING), "x-strict": {"additionalProperties": {"type": "null"}}},
        [("/properties/a", "property added", "s")],
    ),
    (
        "property added where the old receiver takes no others",
        {"properties": {}, "additionalProperties": False},
        {**having(STRING), "additionalProperties": False},
        [("/properties/a", "property added", "r")],
    ),
    (
        "other properties closed",
        {"properties": {}, "x-strict": {"additionalProperties": True}},
        {"properties": {}, "additionalProperties": False},
        [("/additionalProperties", "what other properties may hold has changed", "s")],
    ),
    (
        "other properties narrowed",
        {"additionalProperties": {"type": ["string", "null"]}},
        {"additionalProperties": STRING},
        [("/additionalProperties/type", "type was string or null, is string", "s")],
    ),
    (
        "type widened",
        having(STRING),
        having({}),
        [("/properties/a/type", "type was string, is any", "r")],
    ),
    (
        "items judged",
        having({"type": "array"}),
        having({"type": "array", "items": STRING}),
        [("/properties/a/items", "items are checked now", "s")],
    ),
    (
        "items no longer judged",
        having({"type": "array", "items": STRING}),
        having({"type": "array"}),
        [("/properties/a/items", "items are no longer checked", "r")],
    ),
    (
        "items narrowed",
        having({"type": "array", "items": {"type": ["string", "null"]}}),
        having({"type": "array", "items": STRING}),
        [("/properties/a/items/type", "type was string or null, is string", "s")],
    ),
    (
        "known value added to an open list",
        having(OPEN_LIST),
        having({"anyOf": [{"enum": ["a", "b", "c"]}, {"type": "string"}]}),
        [("/properties/a/anyOf/0/enum", 'value "c" added', "")],
    ),
    (
        "open list closed",
        having(OPEN_LIST),
        having({"anyOf": [{"enum": ["a", "b"]}]}),
        [("/properties/a/anyOf/1", "alternative removed: string", "s")],
    ),
    (
        "alternatives in another order",
        having(OPEN_LIST),
        having({"anyOf": OPEN_LIST["anyOf"][::-1]}),
        [],
    ),
    (
        "alternative added",
        having({"anyOf": [STRING]}),
        having({"anyOf": [STRING, {"type": "null"}]}),
        [("/properties/a/anyOf/1", "alternative added: null", "r")],
    ),
    (
        "alternatives for a type, which is the same",
        having({"type": ["string", "null"]}),
        having({"anyOf": [STRING, {"type": "null"}]}),
        [
            ("/properties/a/type", "type was string or null, is any", ""),
            ("/properties/a/anyOf", "anyOf added", ""),
        ],
    ),
    (
        "a type for alternatives, which is the same",
        having({"anyOf": [STRING, {"type": "null"}]}),
        having({"type": ["string", "null"]}),
        [
            ("/properties/a/type", "type was any, is string or null", ""),
            ("/properties/a/anyOf", "anyOf removed", ""),
        ],
    ),
    (
        "oneOf changed inside",
        having({"oneOf": [STRING]}),
        having({"oneOf": [{**STRING, "maxLength": 1}]}),
        [("/properties/a/oneOf/0/maxLength", "maxLength was absent, is 1", "s")],
    ),
    (
        "definition narrowed",
        having({"$ref": "#/$defs/part"}, part=PART),
        having({"$ref": "#/$defs/part"}, part=STRICTER_PART),
        [("/$defs/Part/required", '"x" is required now', "s")],
    ),
    (
        "definition renamed and put in line",
        having({"$ref": "#/$defs/part"}, part=PART),
        having({**PART, "title": "Another"}),
        [],
    ),
    (
        "definition narrowed behind an alternative",
        having(NULLABLE, part=PART),
        having(NULLABLE, part=STRICTER_PART),
        [("/$defs/Part/required", '"x" is required now', "s")],
    ),
    (
        "definition beside which more is demanded",
        having({"$ref": "#/$defs/part", "not": {"const": {"x": 5}}}, part=PART),
        having({"$ref": "#/$defs/part", "not": {"const": {"x": 5}}}, part=STRICTER_PART),
        [("/$defs/Part/required", '"x" is required now', "s")],
    ),
    (
        "definition no longer referred to",
        having({"$ref": "#/$defs/part", "required": ["x"]}, part=PART),
        having({**PART, "required": ["x"]}),
        [
            ("/properties/a/type", "type was any, is object", ""),
            ("/properties/a/properties/x", "property added", ""),
            ("/properties/a/$ref", "the reference has changed", ""),
        ],
    ),
    (
        "branch narrowed",
        EITHER,
        {**EITHER, "then": {"required": ["code", "text"]}},
        [("/then/required", '"text" is required now', "s")],
    ),
    (
        "condition changed",
        EITHER,
        {**EITHER, "if": {"required": ["text"]}},
        [("/if", "the condition has changed", "rs")],
    ),
    (
        "condition removed",
        EITHER,
        {"properties": EITHER["properties"]},
        [("/if", "the condition has changed", "r")],
    ),
    (
        "exclusion narrowed",
        having({"type": "integer", "not": {"enum": [0, 1]}}),
        having({"type": "integer", "not": {"enum": [0]}}),
        [("/properties/a/not/enum", "value 1 removed", "r")],
    ),
    (
        "exclusion added",
        having(STRING),
        having({**STRING, "not": {"const": "a"}}),
        [("/properties/a/not", "not added", "s")],
    ),
    (
        "exclusion removed",
        having({**STRING, "not": {"const": "a"}}),
        having(STRING),
        [("/properties/a/not", "not removed", "r")],
    ),
    (
        "a change that another makes up for",
        having({"type": "string", "enum": ["a", "b"]}),
        having({"enum": ["a", "b"]}),
        [("/properties/a/type", "type was string, is any", "")],
    ),
    (
        "an unheard-of keyword",
        having(STRING),
        having({**STRING, "uniqueItems": True}),
        [("/properties/a/uniqueItems", "uniqueItems has changed", "")],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_change_names_its_place_and_whom_it_harms(
    old: dict[str, Any], new: dict[str, Any], told: list[tuple[str, str, str]]
) -> None:
    found = changes(of(old), of(new))
    assert [
        (each.pointer, each.text, "r" * each.harms_receivers + "s" * each.harms_senders)
        for each in found
    ] == told


def test_a_change_of_what_is_used_twice_is_told_once() -> None:
    old, new = (
        of(
            {
                "properties": {"a": {"$ref": "#/$defs/part"}, "b": {"$ref": "#/$defs/part"}},
                "$defs": {"part": part},
            }
        )
        for part in (PART, STRICTER_PART)
    )
    assert len(changes(old, new)) == 1
