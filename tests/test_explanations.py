from __future__ import annotations

from typing import Any

import pytest

from vodhooks.catalogue import bundle, catalogue
from vodhooks.explanations import explain_keyword

TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"]


@pytest.mark.parametrize(
    ("keyword", "schema", "text"),
    [
        ("type", {"type": "integer"}, "expected an integer"),
        ("type", {"type": ["string", "null"]}, "expected a string or null"),
        ("const", {"const": "generate_fail"}, 'expected "generate_fail"'),
        ("const", {"const": None}, "expected null"),
        ("const", {"const": "大纲"}, 'expected "大纲"'),
        ("enum", {"enum": ["pass", 1, None]}, 'expected one of "pass", 1, null'),
        ("enum", {"enum": list(range(8))}, "expected one of 0, 1, 2, 3, 4, 5, 6, 7"),
        ("enum", {"enum": list(range(9))}, "expected one of 0, 1, 2, 3, 4, 5, 6, 7, … (9 in all)"),
        ("minimum", {"minimum": 0}, "expected at least 0"),
        ("maximum", {"maximum": 9223372036854775807}, "expected at most 9223372036854775807"),
        ("minLength", {"minLength": 40}, "expected at least 40 characters"),
        ("maxLength", {"maxLength": 50}, "expected at most 50 characters"),
        ("minItems", {"minItems": 2}, "expected at least 2 items"),
        ("maxItems", {"maxItems": 4}, "expected at most 4 items"),
        ("pattern", {"pattern": "^[0-9A-F]{40}$"}, "expected a string that matches ^[0-9A-F]{40}$"),
        ("additionalProperties", {"additionalProperties": False}, "unknown property"),
        ("not", {"not": {"const": 0}}, "expected anything but 0"),
        ("not", {"not": {"enum": ["a", "b"]}}, 'expected anything but "a", "b"'),
        ("not", {"not": {"type": "string"}}, "expected anything but this"),
        (
            "anyOf",
            {"anyOf": [{"$ref": "#/$defs/Image"}, {"type": "null"}]},
            "expected a Image or null",
        ),
        (
            "anyOf",
            {"anyOf": [{"enum": ["a"]}, {"type": "integer"}]},
            'expected one of "a" or an integer',
        ),
        (
            "anyOf",
            {"anyOf": [{"enum": ["a"]}, {"type": "null"}, False]},
            'expected one of "a" or null',
        ),
        ("anyOf", {"anyOf": [{"const": "a"}, {"type": "null"}]}, 'expected "a" or null'),
        ("anyOf", {"anyOf": [{"minimum": 1}, {"type": "null"}]}, "expected something else or null"),
        (
            "oneOf",
            {"oneOf": [{"type": "string"}, {"type": "null"}]},
            "expected exactly one of: a string or null",
        ),
        ("uniqueItems", {"uniqueItems": True}, "breaks uniqueItems"),
    ],
)
def test_a_keyword_says_what_it_expects(keyword: str, schema: dict[str, Any], text: str) -> None:
    assert explain_keyword(keyword, schema) == text


@pytest.mark.parametrize(
    ("branches", "text"),
    [
        ([{"enum": ["a"]}, {"type": "string"}], "expected a string"),
        ([{"enum": ["a"]}, {"type": "null"}, {"type": "string"}], "expected null or a string"),
        ([{"enum": [0, 1]}, {"type": "integer"}], "expected an integer"),
        ([{"enum": ["a", None]}, {"type": ["string", "null"]}], "expected a string or null"),
        ([{"enum": ["a", 1]}, {"type": "string"}], 'expected one of "a", 1 or a string'),
    ],
)
def test_known_values_are_left_out_where_any_will_do(branches: list[Any], text: str) -> None:
    assert explain_keyword("anyOf", {"anyOf": branches}) == text


@pytest.mark.parametrize(
    ("member", "text"),
    [("taskId", 'missing property "taskId"'), ('a"b', 'missing property "a\\"b"')],
)
def test_a_missing_member_is_named(member: str, text: str) -> None:
    assert explain_keyword("required", {"required": ["taskId"]}, member) == text


@pytest.mark.parametrize("name", TYPES)
def test_each_type_of_json_schema_has_a_name(name: str) -> None:
    assert explain_keyword("type", {"type": name}).removeprefix("expected ").split()[-1] == name


def test_every_keyword_of_every_schema_has_words() -> None:
    applicators = {
        "if",
        "then",
        "else",
        "items",
        "properties",
        "$ref",
        "$defs",
        "$schema",
        "$id",
        "title",
        "description",
        "deprecated",
        "examples",
    }
    schemas: list[Any] = [
        bundle(name, form) for name in catalogue().messages for form in ("wire", "strict")
    ]
    seen: set[str] = set()
    while schemas:
        schema = schemas.pop()
        if not isinstance(schema, dict):
            continue
        for keyword, value in schema.items():
            if keyword in {"properties", "$defs"}:
                schemas += value.values()
            elif keyword in {"anyOf", "oneOf"}:
                schemas += value
            elif keyword in {"items", "additionalProperties", "if", "then", "else", "not"}:
                schemas.append(value)
            if keyword not in applicators and not (
                keyword == "additionalProperties" and value is not False
            ):
                seen.add(keyword)
                assert not explain_keyword(keyword, schema).startswith("breaks "), keyword
    assert seen >= {
        "type",
        "const",
        "required",
        "pattern",
        "maximum",
        "maxItems",
        "anyOf",
        "not",
        "additionalProperties",
    }
