"""Makes text of foreign origin, such as file names and the names of members, harmless in whatever it is written to."""

from __future__ import annotations

__all__ = ["encodable", "printable"]

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
