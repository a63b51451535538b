"""Makes text of foreign origin, such as file names and the names of members, harmless in whatever it is written to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["LIMIT", "encodable", "json_text", "printable"]

LIMIT = 200
"""How many characters of a JSON Pointer or a text a line shows."""


def printable(text: str) -> str:
    """Spell out whatever does not print (control characters, line ends, lone surrogates, marks that turn text around)."""
    if text.isprintable():
        return text
    return "".join([char if char.isprintable() else char.encode("unicode_escape").decode() for char in text])


def encodable(text: str) -> str:
    """Spell out lone surrogates, which stand in the names of files that are not UTF-8 and which no encoding takes."""
    return text.encode("utf-8", "backslashreplace").decode()


def json_text(value: object) -> str:
    """Return a value as JSON in ASCII without line ends, with no surrogate that stands alone."""
    text = json.dumps(value)
    return json.dumps(_encodable(value)) if "\\ud" in text else text


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Mapping):
        return {encodable(name): _encodable(member) for name, member in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, (list, tuple)) else value
