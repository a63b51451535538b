"""The commands by name. Each module imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import typer

from vodhooks.cli import generate

app = typer.Typer(
    name="vodhooks",
    help="The callbacks of video-on-demand vendors as a contract.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(generate.generate)
