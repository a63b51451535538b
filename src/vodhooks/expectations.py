"""What a schema expects at a place, in words. Speaks of the schema alone, so that no payload value can appear."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["expectation"]

_LISTED = 8
"""How many values of an enum are named."""


def expectation(keyword: str, schema: Mapping[str, Any], member: str = "") -> str:
    """Return what `keyword` of `schema` expects, such as `expected an integer`.

    Args:
        keyword: the keyword that a value fails.
        schema: the schema that it stands in.
        member: the member concerned, for `required`.
    """
    return _TEXTS[keyword](schema, member) if keyword in _TEXTS else f"breaks {keyword}"


def _types(types: str | list[str]) -> str:
    return " or ".join([_ARTICLES[item] for item in _listed(types)])


def _listed(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types


def _values(values: list[object]) -> str:
    named = ", ".join(json.dumps(value, ensure_ascii=False) for value in values[:_LISTED])
    return f"{named}, … ({len(values)} in all)" if len(values) > _LISTED else named


def _union(branches: list[Any]) -> str:
    """Say what the branches accept; known values go unsaid where any value of their type will do."""
    schemas = [branch for branch in branches if isinstance(branch, dict)]
    open_types = {
        name for schema in schemas if schema.keys() == {"type"} for name in _listed(schema["type"])
    }
    told = [
        schema
        for schema in schemas
        if "enum" not in schema
        or not {_TYPES[type(value)] for value in schema["enum"]} <= open_types
    ]
    return " or ".join(_branch(schema) for schema in told)


def _branch(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return f"one of {_values(schema['enum'])}"
    if "const" in schema:
        return _values([schema["const"]])
    if "type" in schema:
        return _types(schema["type"])
    return f"a {schema['$ref'].rpartition('/')[2]}" if "$ref" in schema else "something else"


_TYPES = {
    bool: "boolean",
    dict: "object",
    float: "number",
    int: "integer",
    list: "array",
    str: "string",
    type(None): "null",
}

_ARTICLES = {
    "array": "an array",
    "boolean": "a boolean",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}

_TEXTS: dict[str, Callable[[Mapping[str, Any], str], str]] = {
    "additionalProperties": lambda _, __: "unknown property",
    "anyOf": lambda schema, _: f"expected {_union(schema['anyOf'])}",
    "const": lambda schema, _: f"expected {_values([schema['const']])}",
    "enum": lambda schema, _: f"expected one of {_values(schema['enum'])}",
    "maxItems": lambda schema, _: f"expected at most {schema['maxItems']} items",
    "maxLength": lambda schema, _: f"expected at most {schema['maxLength']} characters",
    "maximum": lambda schema, _: f"expected at most {schema['maximum']}",
    "minItems": lambda schema, _: f"expected at least {schema['minItems']} items",
    "minLength": lambda schema, _: f"expected at least {schema['minLength']} characters",
    "minimum": lambda schema, _: f"expected at least {schema['minimum']}",
    "not": lambda schema, _: f"expected anything but {_union_of_negated(schema['not'])}",
    "oneOf": lambda schema, _: f"expected exactly one of: {_union(schema['oneOf'])}",
    "pattern": lambda schema, _: f"expected a string that matches {schema['pattern']}",
    "required": lambda _, member: f"missing property {json.dumps(member, ensure_ascii=False)}",
    "type": lambda schema, _: f"expected {_types(schema['type'])}",
}


def _union_of_negated(schema: Mapping[str, Any]) -> str:
    return (
        _values(
            schema["enum"] if "enum" in schema else [schema["const"]] if "const" in schema else []
        )
        or "this"
    )
