"""The language of what a command shows to people."""

from __future__ import annotations

import click

from vodhooks.cli.settings import locale_language
from vodhooks.translations import LANGUAGES

__all__ = ["lang_option"]

lang_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=locale_language,
    show_default="by LC_ALL, LC_MESSAGES or LANG",
    help="The language of what people read. What programs read is English.",
)
