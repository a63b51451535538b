"""Merges the constraints of several schemas that apply to the same place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vodhooks.schemas import listed_values

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from vodhooks.pointers import JsonValue

__all__ = ["BELOW", "Constraints", "constraints_of"]

BELOW = {"properties": "object", "additionalProperties": "object", "items": "array"}
"""Keywords for what is below a place, and the type that has it."""

_KINDS = ("object", "array", "string", "integer", "number", "boolean", "null")
_TYPE_OF = {**BELOW, "required": "object"}
"""The type that a keyword is for, for schemas that name none."""

_LOW = ("minimum", "minLength", "minItems")
_HIGH = ("maximum", "maxLength", "maxItems")


@dataclass(frozen=True, slots=True)
class Constraints:
    """What several schemas together demand of one value itself, not of its members or items.

    Attributes:
        kinds: the JSON types allowed, containers first.
        values: the values allowed, where they are listed.
        refused: values that are not allowed.
        low: the bounds from below, by keyword.
        high: the bounds from above, by keyword.
        patterns: regular expressions that a string matches.
    """

    kinds: tuple[str, ...]
    values: tuple[JsonValue, ...] | None
    refused: tuple[JsonValue, ...]
    low: Mapping[str, float]
    high: Mapping[str, float]
    patterns: tuple[str, ...]

    def allows(self, value: JsonValue) -> bool:
        """Whether a listed value is of a kind allowed and not refused."""
        return _kind_of(value) in self.kinds and not any(value == item for item in self.refused)

    def bounds(self, what: str) -> tuple[int, int | None]:
        """Return the least and the greatest `Length` or number of `Items`, None where there is no bound."""
        high = self.high.get(f"max{what}")
        return int(self.low.get(f"min{what}", 0)), None if high is None else int(high)


def constraints_of(parts: Collection[Mapping[str, Any]]) -> Constraints:
    """Return the constraints that several schemas of the same place set together."""
    kinds = set(_KINDS)
    values: list[JsonValue] | None = None
    for part in parts:
        kinds &= _kinds(part)
        listed = listed_values(part)
        if listed is not None:
            values = [value for value in listed if values is None or value in values]
    negated = [part["not"] for part in parts if isinstance(part.get("not"), dict)]
    return Constraints(
        kinds=tuple(kind for kind in _KINDS if kind in kinds),
        values=None if values is None else tuple(values),
        refused=tuple(value for item in negated for value in listed_values(item) or ()),
        low={
            key: max(part[key] for part in parts if key in part)
            for key in _LOW
            if any(key in part for part in parts)
        },
        high={
            key: min(part[key] for part in parts if key in part)
            for key in _HIGH
            if any(key in part for part in parts)
        },
        patterns=tuple(part["pattern"] for part in parts if "pattern" in part),
    )


def _kind_of(value: JsonValue) -> str:
    """Return the narrowest JSON type of a value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case dict():
            return "object"
        case list():
            return "array"
        case _:
            return "integer" if value == int(value) else "number"


def _kinds(part: Mapping[str, Any]) -> set[str]:
    if "type" not in part:
        return {kind for keyword, kind in _TYPE_OF.items() if keyword in part} or set(_KINDS)
    named = {part["type"]} if isinstance(part["type"], str) else set(part["type"])
    return named | {"integer"} if "number" in named else named
