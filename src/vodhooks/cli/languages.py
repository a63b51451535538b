"""The language of what a command shows to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vodhooks.cli.settings import locale_language
from vodhooks.translations import LANGUAGES

if TYPE_CHECKING:
    from click.decorators import FC

__all__ = ["lang_option"]


def lang_option(command: FC) -> FC:
    """Let a command be given the language, as `language`."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=locale_language,
        show_default="by LC_ALL, LC_MESSAGES or LANG",
        help="The language of what people read. What programs read is English.",
    )(command)
