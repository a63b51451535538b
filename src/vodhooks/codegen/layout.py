"""The layout of the schema files: one property a line, as far as lines reach."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vodhooks.schemas import MAPS

if TYPE_CHECKING:
    from vodhooks.schemas import Schema

__all__ = ["WIDTH", "lay_out"]

WIDTH = 160
"""How long a line may be, in characters; only a text that is longer itself goes beyond."""


def lay_out(schema: Schema) -> str:
    """Write a schema file.

    Objects and arrays stand on one line where that is no longer than `WIDTH`. Each keyword of the file, and each
    of several properties, has a line of its own. The order is that of the schema.
    """
    return f"{_write(schema, 0, 0)}\n"


def _write(value: Any, depth: int, room: int, *, by_name: bool = False) -> str:
    """Write a value, on one line if that has no more characters than `room`, unless it holds several schemas by name."""
    line = _line(value)
    if not value or not isinstance(value, (dict, list)):
        return line
    if len(line) <= room and not by_name and not _has_schemas_by_name(value):
        return line
    inner = "  " * (depth + 1)
    left = WIDTH - len(inner) - 1  # for the comma
    if isinstance(value, dict):
        parts = []
        for name, item in value.items():
            key = f"{json.dumps(name, ensure_ascii=False)}: "
            parts.append(
                key + _write(item, depth + 1, left - len(key), by_name=_are_by_name(name, item))
            )
        opening, closing = "{", "}"
    else:
        parts = [_write(item, depth + 1, left) for item in value]
        opening, closing = "[", "]"
    body = ",\n".join(f"{inner}{part}" for part in parts)
    return f"{opening}\n{body}\n{'  ' * depth}{closing}"


def _line(value: Any) -> str:
    if isinstance(value, dict) and value:
        members = (
            f"{json.dumps(name, ensure_ascii=False)}: {_line(item)}" for name, item in value.items()
        )
        return f"{{ {', '.join(members)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_line, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _has_schemas_by_name(value: Any) -> bool:
    """Whether there are several schemas by name somewhere in a value."""
    if isinstance(value, list):
        return any(map(_has_schemas_by_name, value))
    return isinstance(value, dict) and any(
        _are_by_name(keyword, item) or _has_schemas_by_name(item) for keyword, item in value.items()
    )


def _are_by_name(keyword: str, value: Any) -> bool:
    return keyword in MAPS and isinstance(value, dict) and len(value) > 1
