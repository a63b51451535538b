"""The commands by name. A run imports the one that it names, and only the help imports them all."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from vodhooks._version import __version__
from vodhooks.cli import CLOSED_PIPE, INTERRUPTED
from vodhooks.cli.configuration import CONFIG
from vodhooks.cli.settings import from_file

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
    "segments",
    "generate",
    "diff",
    "inbox",
)
"""In the order of the help. Each has a module of its own and there a command of the same name, with underscores for dashes."""


class Group(click.Group):
    """Commands that the help lists with the whole first sentence of each."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands; click itself would cut their sentences short."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, command.get_short_help_str(limit=1000))
                    for name, command in commands
                    if command
                ]
            )


class _Commands(Group):
    """The commands, imported by name.

    An interrupt or a closed pipe ends them as it ends other tools: click would exit with 1, which says that there are findings.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"vodhooks.cli.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise SystemExit(CLOSED_PIPE) from None
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None


@click.group(cls=_Commands, context_settings={"show_default": True})
@click.version_option(
    __version__, message="vodhooks %(version)s", help="Print the version and exit."
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    envvar=CONFIG,
    show_envvar=True,
    metavar="FILE",
    callback=from_file,
    expose_value=False,
    help="TOML file with settings; options and environment variables come before it.",
)
def app() -> None:
    """The callbacks of video-on-demand vendors as a contract."""
