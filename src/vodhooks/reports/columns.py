"""How wide text is on a terminal: Chinese characters take two columns."""

from __future__ import annotations

import textwrap
from typing import Any
from unicodedata import category, east_asian_width

__all__ = ["pad", "text_width", "wrap"]

_WIDE = frozenset("WF")
_CLOSING = frozenset({"Pe", "Pf", "Po"})
"""Categories of characters that do not begin a line: closing brackets and marks such as commas."""

_OPENING = frozenset("\"'/")
"""Characters of these categories that may begin one."""


def text_width(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled up with blanks: behind it, or before it if it stands to the right."""
    blanks = " " * (width - text_width(text))
    return blanks + text if right else text + blanks


def wrap(
    text: str,
    width: int,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    max_lines: int | None = None,
    **options: Any,
) -> list[str]:
    """Return the lines of a text, each at most so many columns wide, as `textwrap.wrap` does.

    Lines may break beside any wide character. A text without any goes to `textwrap.wrap` with all
    options.

    Args:
        text: the text.
        width: how many columns a line may take.
        initial_indent: what the first line begins with.
        subsequent_indent: what each further line begins with.
        max_lines: how many lines are kept; the last of more ends in `[...]`.
        options: further options of `textwrap.wrap`.
    """
    if not any(_width(char) == 2 for char in text):
        return textwrap.wrap(
            text,
            width,
            initial_indent=initial_indent,
            subsequent_indent=subsequent_indent,
            max_lines=max_lines,
            **options,
        )
    lines = [initial_indent]
    begun = False
    for piece in _pieces(text):
        fits = text_width(subsequent_indent + piece.rstrip()) <= width
        for part in [piece] if fits else piece:  # what is longer than a line is broken anywhere
            if begun and text_width(lines[-1] + part.rstrip()) > width:
                lines.append(subsequent_indent)
                begun = False
            lines[-1] += part if begun else part.lstrip()
            begun = True
    lines = [line.rstrip() for line in lines]
    if max_lines is None or len(lines) <= max_lines:
        return lines
    last = lines[max_lines - 1]
    while text_width(f"{last} [...]") > width:
        last = last[:-1]
    return [*lines[: max_lines - 1], f"{last} [...]"]


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
