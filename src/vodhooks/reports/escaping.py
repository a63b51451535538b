"""Escapes text of foreign origin, such as file names and member names, so that it is safe in any output."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["LIMIT", "encodable", "json_text", "printable", "printable_json"]

LIMIT = 200
"""How many characters of a JSON Pointer or a text are shown."""


def printable(text: str) -> str:
    """Escape characters that do not print: control characters, line ends, lone surrogates, marks that change direction."""
    if text.isprintable():
        return text
    return "".join(
        [char if char.isprintable() else char.encode("unicode_escape").decode() for char in text]
    )


def encodable(text: str) -> str:
    """Escape lone surrogates, which names of files that are not UTF-8 have and no encoding takes."""
    return text.encode("utf-8", "backslashreplace").decode()


def printable_json(text: str) -> str:
    """Escape characters that do not print in a JSON text, except line ends. Its value stays the same.

    JSON itself requires that only for the first 32 characters, not for DEL, C1 controls and marks that change direction.
    """
    if text.isprintable():
        return text
    return "".join([char if char.isprintable() or char == "\n" else _escape(char) for char in text])


def json_text(value: object, **options: Any) -> str:
    """Return a value as JSON of printable characters, without lone surrogates.

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


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
