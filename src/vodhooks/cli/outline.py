"""Lists the fields of a message in reading order, with type, evidence and description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.pointers import pointer_of
from vodhooks.schemas import listed_values, types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.catalogue import Message
    from vodhooks.report import Evidence

__all__ = ["Alternative", "Field", "outline"]

Schema = dict[str, Any]
_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a payload.

    Attributes:
        pointer: JSON Pointer to it, with * for any index.
        type: the values it takes, alternatives divided by bars.
        required: whether its object must have it.
        evidence: how sure its contract is.
        description: what it means.
    """

    pointer: str
    type: str
    required: bool
    evidence: Evidence
    description: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several forms that the value at a pointer takes; its fields follow."""

    pointer: str
    title: str
    description: str


def outline(message: Message) -> Iterator[Field | Alternative]:
    """Yield the fields and alternatives of a message, outer ones before inner ones."""
    root = bundle(message.name)

    def inside(
        schema: Schema, place: _Path, path: _Path, required: frozenset[str]
    ) -> Iterator[Field | Alternative]:
        schema, place = _follow_reference(root, schema, place)
        required |= frozenset(schema.get("required", ()))
        for name, inner in schema.get("properties", {}).items():
            here = (*place, "properties", name)
            pointer = pointer_of((*path, name))
            evidence = message.evidence[pointer_of(here)]
            yield Field(
                pointer, _type(root, inner), name in required, evidence, inner["description"]
            )
            yield from inside(inner, here, (*path, name), frozenset())
        if "items" in schema:
            yield from inside(schema["items"], (*place, "items"), (*path, "*"), frozenset())
        for index, option in enumerate(schema.get("anyOf", ())):
            yield from inside(option, (*place, "anyOf", index), path, required)
        for keyword in ("then", "else"):
            if keyword in schema:
                form, _ = _follow_reference(root, schema[keyword], place)
                yield Alternative(
                    pointer_of(path), form.get("title", keyword), form.get("description", "")
                )
                yield from inside(schema[keyword], (*place, keyword), path, required)

    yield from inside(root, (), (), frozenset())


def _follow_reference(root: Schema, schema: Schema, place: _Path) -> tuple[Schema, _Path]:
    while "$ref" in schema:
        title = schema["$ref"].removeprefix("#/$defs/")
        schema, place = root["$defs"][title], ("$defs", title)
    return schema, place


def _type(root: Schema, schema: Schema) -> str:
    schema, _ = _follow_reference(root, schema, ())
    options = schema.get("anyOf") or [
        schema[keyword] for keyword in ("then", "else") if keyword in schema
    ]
    if options:
        return " | ".join(dict.fromkeys(_type(root, option) for option in options))
    values = listed_values(schema)
    if values:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in values)
    return " | ".join(
        _array(root, schema) if name == "array" else name for name in types(schema) or ["any"]
    )


def _array(root: Schema, schema: Schema) -> str:
    items = _type(root, schema.get("items", {}))
    return f"array of ({items})" if "|" in items else f"array of {items}"
