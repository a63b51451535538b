"""How wide text is on a terminal: Chinese characters take two columns."""

from __future__ import annotations

import textwrap
from unicodedata import category, east_asian_width

__all__ = ["columns", "wrap"]

_WIDE = frozenset("WF")
_CLOSING = frozenset({"Pe", "Pf", "Po"})
"""Categories of characters that do not begin a line: closing brackets and marks such as commas."""

_OPENING = frozenset("\"'/")
"""Characters of these categories that may begin one."""


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def wrap(text: str, width: int, indent: str = "", *, max_lines: int | None = None) -> list[str]:
    """Return the lines of a text, each indented and at most so many columns wide.

    A text without wide characters is broken at blanks; beside wide characters, lines may break anywhere between them.

    Args:
        text: the text.
        width: how many columns a line may take.
        indent: what each line begins with.
        max_lines: how many lines are kept; the last of more ends in `[...]`.
    """
    if not any(_width(char) == 2 for char in text):
        return textwrap.wrap(
            text, width, initial_indent=indent, subsequent_indent=indent, max_lines=max_lines
        )
    lines = [indent]
    for piece in _pieces(text):
        if columns(lines[-1] + piece.rstrip()) > width and lines[-1] != indent:
            lines.append(indent)
        lines[-1] += piece if lines[-1] != indent else piece.lstrip()
    lines = [line.rstrip() for line in lines]
    if max_lines is None or len(lines) <= max_lines:
        return lines
    return [*lines[: max_lines - 1], f"{lines[max_lines - 1][: -len(' [...]')]} [...]"]


def _width(char: str) -> int:
    return 2 if east_asian_width(char) in _WIDE else 1


def _closes(char: str) -> bool:
    return category(char) in _CLOSING and char not in _OPENING


def _pieces(text: str) -> list[str]:
    """Return the parts of a text between which a line may break."""
    pieces: list[str] = []
    for char in text:
        breaks = not pieces or pieces[-1][-1] == " " or 2 in {_width(char), _width(pieces[-1][-1])}
        if breaks and not (pieces and (char == " " or _closes(char))):
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces
