"""Makes payloads of a vendor's definition: one in which every member of every object is there.

The values are the definition's own examples, where it has any. An object that is filled once is brief wherever else it
stands, so that a payload is no longer than its definition.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.drift.definition.reader import Definition, Member

__all__ = ["add_missing", "count_members", "filled"]

_SCALARS: dict[str, type] = {"string": str, "integer": int, "number": float, "boolean": bool}


def filled(definition: Definition, name: str) -> dict[str, Any]:
    """Return an object of a definition with all that it may hold."""
    return _object(definition, name, set())


def _object(definition: Definition, name: str, seen: set[str]) -> dict[str, Any]:
    members = definition.objects[name]
    if name in seen:
        members = tuple(member for member in members if not member.object)[:1]
    seen.add(name)
    return {member.name: _value(definition, member, seen) for member in members}


def _value(definition: Definition, member: Member, seen: set[str]) -> Any:
    value = _object(definition, member.object, seen) if member.object else _scalar(member)
    return value if not member.is_list or isinstance(value, list) else [value]


def _scalar(member: Member) -> Any:
    if member.values:
        return member.example if member.example in member.values else member.values[0]
    parsed = _parsed(member.example)
    if member.is_list and isinstance(parsed, list) and parsed:
        if all(_is_a(item, member.type) for item in parsed):
            return parsed
    elif not member.is_list and member.type == "string" and member.example:
        return member.example
    elif _is_a(parsed, member.type):
        return parsed
    return {"string": member.name, "integer": 1, "number": 1.5, "boolean": True}[member.type]


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _is_a(value: Any, kind: str) -> bool:
    if kind == "number":
        return type(value) in {int, float}
    return type(value) is _SCALARS[kind]


def add_missing(payload: Any, more: Any) -> Any:
    """Return a payload with what another has and it has not; what it has, explicit nulls included, stays."""
    if isinstance(payload, dict) and isinstance(more, dict):
        return payload | {
            name: add_missing(payload[name], value) if name in payload else value
            for name, value in more.items()
        }
    if isinstance(payload, list) and isinstance(more, list) and payload and more:
        return [add_missing(payload[0], more[0]), *payload[1:]]
    return payload


def count_members(payload: Any) -> int:
    """Return how many members a payload fills, those of all the items of a list counted once."""
    return len(set(_members(payload, ())))


def _members(value: Any, place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (*place, name)
            yield from _members(inner, (*place, name))
    elif isinstance(value, list):
        for item in value:
            yield from _members(item, place)
