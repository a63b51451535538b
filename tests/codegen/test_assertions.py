"""Each keyword that judges a value by itself: what is told of its change, and whom that may harm."""

from __future__ import annotations

from typing import Any

import pytest

from vodhooks.codegen.assertions import Change, assertions


def receivers(pointer: str, text: str) -> Change:
    return Change(pointer, text, harms_receivers=True)


def senders(pointer: str, text: str) -> Change:
    return Change(pointer, text, harms_senders=True)


def both(pointer: str, text: str) -> Change:
    return Change(pointer, text, harms_receivers=True, harms_senders=True)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            {"type": "string"},
            {"type": ["string", "null"]},
            receivers("/type", "type was string, is string or null"),
        ),
        (
            {"type": ["string", "null"]},
            {"type": "string"},
            senders("/type", "type was string or null, is string"),
        ),
        ({"type": "string"}, {"type": "null"}, both("/type", "type was string, is null")),
        ({"type": "string"}, {}, receivers("/type", "type was string, is any")),
        ({}, {"type": "string"}, senders("/type", "type was any, is string")),
        (
            {"type": "integer"},
            {"type": "number"},
            receivers("/type", "type was integer, is number"),
        ),
        ({"type": "number"}, {"type": "integer"}, senders("/type", "type was number, is integer")),
        ({"const": "a"}, {"enum": ["a", "b"]}, receivers("/enum", 'value "b" added')),
        ({"enum": ["a", "b"]}, {"const": "b"}, senders("/const", 'value "a" removed')),
        ({"enum": [1, True]}, {"enum": [True]}, senders("/enum", "value 1 removed")),
        ({}, {"enum": ["a", None]}, senders("/enum", 'only "a", null allowed now')),
        ({"const": 0}, {}, receivers("/const", "any value allowed now")),
        ({"minimum": 1}, {"minimum": 2}, senders("/minimum", "minimum was 1, is 2")),
        ({"minimum": 2}, {"minimum": 1}, receivers("/minimum", "minimum was 2, is 1")),
        ({}, {"minItems": 1}, senders("/minItems", "minItems was absent, is 1")),
        ({"minLength": 0}, {}, receivers("/minLength", "minLength was 0, is absent")),
        ({"maximum": 1}, {"maximum": 2}, receivers("/maximum", "maximum was 1, is 2")),
        ({"maximum": 2}, {"maximum": 1}, senders("/maximum", "maximum was 2, is 1")),
        ({}, {"maxItems": 0}, senders("/maxItems", "maxItems was absent, is 0")),
        ({"maxLength": 5}, {}, receivers("/maxLength", "maxLength was 5, is absent")),
        ({"pattern": "a"}, {"pattern": "b"}, both("/pattern", "pattern was a, is b")),
        ({}, {"pattern": "a"}, senders("/pattern", "pattern was absent, is a")),
        ({"pattern": "a"}, {}, receivers("/pattern", "pattern was a, is absent")),
        ({}, {"required": ["a"]}, senders("/required", '"a" is required now')),
        ({"required": ["a"]}, {}, receivers("/required", '"a" is no longer required')),
    ],
)
def test_a_change_may_harm_either_side(
    old: dict[str, Any], new: dict[str, Any], change: Change
) -> None:
    assert list(assertions(old, new)) == [change]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": ["string", "null"]}, {"type": ["null", "string"]}),
        ({"type": "string"}, {"type": ["string"]}),
        ({"const": "a"}, {"enum": ["a"]}),
        ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}),
        ({"required": ["a", "b"]}, {"required": ["b", "a"]}),
        ({"required": []}, {}),
        ({"description": "one"}, {"description": "another"}),
    ],
)
def test_another_way_to_say_the_same_is_no_change(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert list(assertions(old, new)) == []


def test_several_changes_are_told_one_by_one() -> None:
    old = {"type": "string", "enum": ["a", "b"], "required": ["x"]}
    new = {"type": "string", "enum": ["b", "c"], "required": ["y"]}
    assert list(assertions(old, new)) == [
        senders("/enum", 'value "a" removed'),
        receivers("/enum", 'value "c" added'),
        senders("/required", '"y" is required now'),
        receivers("/required", '"x" is no longer required'),
    ]
