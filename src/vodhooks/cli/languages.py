"""The language of what a command shows to people."""

from __future__ import annotations

import os

import click

from vodhooks.translations import LANGUAGES, language_of

__all__ = ["lang_option"]

lang_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=lambda: language_of(os.environ),
    show_default="by LC_ALL, LC_MESSAGES or LANG",
    help="The language of what people read. What programs read is English.",
)
