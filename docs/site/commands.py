"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer
from typer.cli import get_docs_for_click
from typer.main import get_command

from vodhooks.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["pages"]

_LISTS_OF_COMMANDS = re.compile(r"\*\*Commands\*\*:\n\n(?:\* .*\n)+\n?")
"""Typer cuts their sentences short, and each command follows anyway."""

_CODE = re.compile(r"(`[^`]*`)")


def pages(_root: Path) -> Iterator[tuple[str, str]]:
    """Yield the page of all commands."""
    line = get_command(app([]))
    text = get_docs_for_click(
        obj=line,
        ctx=typer.Context(line, info_name="vodhooks"),
        name="vodhooks",
        title="Command line",
    )
    yield (
        "reference/commands.md",
        "\n".join(_literal(line) for line in _LISTS_OF_COMMANDS.sub("", text).splitlines()),
    )


def _literal(line: str) -> str:
    """Keep asterisks in the words of a line from being taken for emphasis."""
    bullet, words = ("* ", line[2:]) if line.startswith("* ") else ("", line)
    if line.startswith(("**", "$ ")):
        return line
    parts = _CODE.split(words)
    parts[::2] = [part.replace("*", "\\*") for part in parts[::2]]
    return bullet + "".join(parts)
