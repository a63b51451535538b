"""Says in words what a schema expects at a place. Reads the schema alone, so that no payload value can appear."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["explain_keyword", "missing_member"]

_LISTED = 8
"""How many values of an enum are named at most."""


def explain_keyword(keyword: str, schema: Mapping[str, Any], member: str = "") -> str:
    """Return what `keyword` of `schema` expects, such as `expected an integer`.

    Args:
        keyword: the keyword that a value fails.
        schema: the schema that it stands in.
        member: the member concerned, for `required`.
    """
    return _TEXTS[keyword](schema, member) if keyword in _TEXTS else f"breaks {keyword}"


def missing_member(text: str) -> str | None:
    """Return the member that a text of `explain_keyword` says is missing, if any."""
    found = _MISSING.search(text)
    return json.loads(found[1]) if found else None


_MISSING = re.compile(r'missing property ("(?:[^"\\]|\\.)*")')


def _join_types(types: str | list[str]) -> str:
    return " or ".join([_ARTICLES[item] for item in _as_list(types)])


def _as_list(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types


def _join_values(values: list[object]) -> str:
    named = ", ".join(json.dumps(value, ensure_ascii=False) for value in values[:_LISTED])
    return f"{named}, … ({len(values)} in all)" if len(values) > _LISTED else named


def _join_branches(branches: list[Any]) -> str:
    """Say what the branches accept; known values are left out where any value of their type is accepted."""
    schemas = [branch for branch in branches if isinstance(branch, dict)]
    open_types = {
        name for schema in schemas if schema.keys() == {"type"} for name in _as_list(schema["type"])
    }
    mentioned = [
        schema
        for schema in schemas
        if "enum" not in schema
        or not {_TYPES[type(value)] for value in schema["enum"]} <= open_types
    ]
    return " or ".join(_describe_branch(schema) for schema in mentioned)


def _describe_branch(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return f"one of {_join_values(schema['enum'])}"
    if "const" in schema:
        return _join_values([schema["const"]])
    if "type" in schema:
        return _join_types(schema["type"])
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
    "anyOf": lambda schema, _: f"expected {_join_branches(schema['anyOf'])}",
    "const": lambda schema, _: f"expected {_join_values([schema['const']])}",
    "enum": lambda schema, _: f"expected one of {_join_values(schema['enum'])}",
    "maxItems": lambda schema, _: f"expected at most {schema['maxItems']} items",
    "maxLength": lambda schema, _: f"expected at most {schema['maxLength']} characters",
    "maximum": lambda schema, _: f"expected at most {schema['maximum']}",
    "minItems": lambda schema, _: f"expected at least {schema['minItems']} items",
    "minLength": lambda schema, _: f"expected at least {schema['minLength']} characters",
    "minimum": lambda schema, _: f"expected at least {schema['minimum']}",
    "not": lambda schema, _: f"expected anything but {_list_negated(schema['not'])}",
    "oneOf": lambda schema, _: f"expected exactly one of: {_join_branches(schema['oneOf'])}",
    "pattern": lambda schema, _: f"expected a string that matches {schema['pattern']}",
    "required": lambda _, member: f"missing property {json.dumps(member, ensure_ascii=False)}",
    "type": lambda schema, _: f"expected {_join_types(schema['type'])}",
}


def _list_negated(schema: Mapping[str, Any]) -> str:
    return (
        _join_values(
            schema["enum"] if "enum" in schema else [schema["const"]] if "const" in schema else []
        )
        or "this"
    )
