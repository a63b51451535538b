"""Every parameter of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vodhooks.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator


def parameters(command: click.Command = app, *path: str) -> Iterator[tuple[str, click.Parameter]]:
    """Yield the parameters of a command, and of those below it, by the names that lead to them."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if inner := command.get_command(context, name):
                yield from parameters(inner, *path, name)
    for parameter in command.params:
        yield " ".join([*path, parameter.name or ""]), parameter
