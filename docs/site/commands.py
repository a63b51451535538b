"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vodhooks.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["pages"]

_WIDTH = 100


def pages(_root: Path) -> Iterator[tuple[str, str]]:
    """Yield the page of all commands: the help of each, as a terminal shows it."""
    yield (
        "reference/commands.md",
        "# Command line\n\n" + "\n".join(_sections(app, None, "vodhooks")),
    )


def _sections(command: click.Command, above: click.Context | None, name: str) -> Iterator[str]:
    context = click.Context(
        command, above, name, terminal_width=_WIDTH, **({} if above else command.context_settings)
    )
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            if found := command.get_command(context, inner):
                yield from _sections(found, context, inner)
