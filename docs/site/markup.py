"""Markdown from data: text that means itself, and tables."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["code", "plain", "pointer", "table"]


def plain(text: str) -> str:
    """Return text in which nothing is taken for Markdown or HTML."""
    return re.sub(r"([\\`*_{}\[\]|])", r"\\\1", escape(text, quote=False))


def code(*texts: str) -> str:
    """Return texts as code, one after another."""
    return ", ".join(f"`{text}`" for text in texts)


def pointer(text: str) -> str:
    """Return a JSON Pointer as code that may be broken before each slash."""
    return f"<code>{'<wbr>'.join(f'/{part}' for part in plain(text).split('/')[1:])}</code>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already."""
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---"] * len(head), *rows))
