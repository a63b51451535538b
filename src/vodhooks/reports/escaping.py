"""Makes text of foreign origin, such as file names and the names of members, harmless in whatever it is written to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["LIMIT", "encodable", "json_text", "printable", "printable_json"]

LIMIT = 200
"""How many characters of a JSON Pointer or a text a line shows."""


def printable(text: str) -> str:
    """Spell out whatever does not print (control characters, line ends, lone surrogates, marks that turn text around)."""
    if text.isprintable():
        return text
    return "".join(
        [char if char.isprintable() else char.encode("unicode_escape").decode() for char in text]
    )


def encodable(text: str) -> str:
    """Spell out lone surrogates, which stand in the names of files that are not UTF-8 and which no encoding takes."""
    return text.encode("utf-8", "backslashreplace").decode()


def printable_json(text: str) -> str:
    """Escape in a JSON text what does not print; line ends stay. It stands for the same value as before.

    JSON itself asks for the escapes of the first 32 characters alone: not of DEL, C1 controls and marks that turn text around.
    """
    if text.isprintable():
        return text
    return "".join(
        [char if char.isprintable() or char == "\n" else _escaped(char) for char in text]
    )


def json_text(value: object, **options: Any) -> str:
    """Return a value as JSON of which all prints, with no surrogate that stands alone.

    The options are those of `json.dumps`; without any, it is one line of ASCII.
    """
    text = printable_json(json.dumps(value, **options))
    return printable_json(json.dumps(_encodable(value), **options)) if "\\ud" in text else text


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Mapping):
        return {encodable(name): _encodable(member) for name, member in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, (list, tuple)) else value


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
