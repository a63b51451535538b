"""What has changed in the keywords that check a value by itself, between two schemas of the same place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vodhooks.schemas import listed_values, types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.schemas import Schema

__all__ = ["ASSERTIONS", "Change", "allowed_values", "as_json", "assertions"]

_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
_LOWER = ("minimum", "minItems", "minLength")
_UPPER = ("maximum", "maxItems", "maxLength")

ASSERTIONS = frozenset({"type", "const", "enum", "pattern", "required", *_LOWER, *_UPPER})
"""The keywords that `assertions` compares."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has changed.

    Attributes:
        pointer: JSON Pointer into the message's new bundle, or into the old one for what is gone; of what stands in
            openapi.yaml, into the operation.
        text: what has changed.
        harms_receivers: whether it may keep a receiver built for the old contract from taking what is sent by the new.
        harms_senders: whether it may keep a receiver built for the new contract from taking what is sent by the old.
    """

    pointer: str
    text: str
    harms_receivers: bool = False
    harms_senders: bool = False


def assertions(old: Schema, new: Schema) -> Iterator[Change]:
    """Yield what has changed from one schema to another, pointers from the schema on."""
    yield from _type(old, new)
    yield from _values(old, new)
    yield from _bounds(old, new)
    yield from _pattern(old, new)
    yield from _required(old, new)


def allowed_values(schema: Schema) -> list[str] | None:
    """Return the values that an enum or const allows, as JSON: in Python, 1 and true are equal."""
    values = listed_values(schema)
    return None if values is None else [as_json(value) for value in values]


def as_json(value: object) -> str:
    """Write a value so that equal text means equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _type(old: Schema, new: Schema) -> Iterator[Change]:
    before, after = types(old), types(new)
    if set(before) != set(after):
        text = f"type was {' or '.join(before or ['any'])}, is {' or '.join(after or ['any'])}"
        yield Change("/type", text, not _within(after, before), not _within(before, after))


def _within(inner: Sequence[str], outer: Sequence[str]) -> bool:
    known = outer or _TYPES
    return all(
        item in known or (item == "integer" and "number" in known) for item in inner or _TYPES
    )


def _values(old: Schema, new: Schema) -> Iterator[Change]:
    before, after = allowed_values(old), allowed_values(new)
    pointer = "/const" if "const" in (old if after is None else new) else "/enum"
    if before is None and after is not None:
        yield Change(pointer, f"only {', '.join(after)} allowed now", harms_senders=True)
    elif before is not None and after is None:
        yield Change(pointer, "any value allowed now", harms_receivers=True)
    elif before is not None and after is not None:
        yield from (
            Change(pointer, f"value {value} removed", harms_senders=True)
            for value in before
            if value not in after
        )
        yield from (
            Change(pointer, f"value {value} added", harms_receivers=True)
            for value in after
            if value not in before
        )


def _bounds(old: Schema, new: Schema) -> Iterator[Change]:
    for keyword in (*_LOWER, *_UPPER):
        before, after = old.get(keyword), new.get(keyword)
        if before != after:
            tighter = before is None or (
                after is not None and (after > before) is (keyword in _LOWER)
            )
            yield Change(f"/{keyword}", _was(keyword, before, after), not tighter, tighter)


def _pattern(old: Schema, new: Schema) -> Iterator[Change]:
    before, after = old.get("pattern"), new.get("pattern")
    if before != after:
        yield Change(
            "/pattern", _was("pattern", before, after), before is not None, after is not None
        )


def _was(keyword: str, before: object, after: object) -> str:
    return f"{keyword} was {'absent' if before is None else before}, is {'absent' if after is None else after}"


def _required(old: Schema, new: Schema) -> Iterator[Change]:
    before, after = old.get("required", []), new.get("required", [])
    come = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    yield from (
        Change("/required", f"{as_json(name)} is required now", harms_senders=True) for name in come
    )
    yield from (
        Change("/required", f"{as_json(name)} is no longer required", harms_receivers=True)
        for name in gone
    )
