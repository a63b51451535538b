"""Headers that users give for every request, such as what a gateway wants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from vodhooks.cli.settings import environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.decorators import FC

__all__ = ["header_option", "headers_from", "without_values"]


def header_option(command: FC) -> FC:
    """Let a command be given headers, as `headers`."""
    return click.option(
        "--header",
        "headers",
        multiple=True,
        metavar="NAME: VALUE",
        help="A header for every request; ${NAME} in it is an environment variable. May be repeated.",
    )(command)


_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_VARIABLE = re.compile(r"\$\{(\w+)\}")
_FRAMING = frozenset({"content-length", "transfer-encoding"})


def headers_from(given: Iterable[str]) -> dict[str, str]:
    """Return headers by their names in lower case, environment variables filled in.

    Args:
        given: each as `Name: value`.

    Raises:
        click.BadParameter: one is no header, or a variable is not set. No value is shown.
    """
    found: dict[str, str] = {}
    for text in given:
        name, colon, value = text.partition(":")
        filled = _VARIABLE.sub(lambda variable: _value(variable[1]), value).strip()
        if not (colon and _NAME.fullmatch(name) and _VALUE.fullmatch(filled)):
            raise click.BadParameter("--header is a name, a colon and a value: 'X-Api-Key: secret'")
        if name.lower() in _FRAMING:
            raise click.BadParameter(f"--header {name}: how long a body is says the body")
        found[name.lower()] = filled
    return found


def without_values(given: Iterable[str]) -> list[str]:
    """Return headers as they are given, with an ellipsis for values that may be secret."""
    shown: list[str] = []
    for text in given:
        name, _, value = text.partition(":")
        shown.append(text if _VARIABLE.fullmatch(value.strip()) else f"{name}: …")
    return shown


def _value(variable: str) -> str:
    value = environment().get(variable)
    if value is None:
        raise click.BadParameter(f"--header: the environment variable {variable} is not set")
    return value
