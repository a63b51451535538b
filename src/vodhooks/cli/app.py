"""Builds the command line. A run imports only the command that it names; the help imports all."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from vodhooks._version import __version__
from vodhooks.cli import CLOSED_PIPE

COMMANDS = (
    "contracts",
    "show",
    "validate",
    "drift",
    "sign",
    "verify",
    "send",
    "fuzz",
    "serve",
    "handle",
    "relay",
    "pull",
    "serve-tencent",
    "inbox",
    "segments",
    "generate",
    "diff",
)
"""In the order of the help, which puts groups last. Each has a module with a function, or a group, of the same name; dashes become underscores."""


class _Commands(TyperGroup):
    """Exits with 141 when a pipe is closed, as other tools do. typer would exit with 1, which means findings."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise SystemExit(CLOSED_PIPE) from None


def app(arguments: list[str]) -> typer.Typer:
    """Return the command line for some arguments: with the command that they name first, or else with every command."""
    line = typer.Typer(
        name="vodhooks",
        cls=_Commands,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    line.callback()(_common)
    for name in [name for name in arguments[:1] if name in COMMANDS] or COMMANDS:
        function = name.replace("-", "_")
        command = getattr(import_module(f"vodhooks.cli.{function}"), function)
        if isinstance(command, typer.Typer):
            line.add_typer(command)
        else:
            line.command()(command)
    return line


def _say_version(wanted: bool) -> None:  # noqa: FBT001 # as typer calls it
    if wanted:
        typer.echo(f"vodhooks {__version__}")
        raise typer.Exit


def _common(
    *,
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """The callbacks of video-on-demand vendors as a contract."""
