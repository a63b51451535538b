"""Reads the configuration file: TOML whose keys are the settings, as defaults for the environment.

    store = "postgresql://vodhooks@db/inbox"
    host = "127.0.0.1"
    tokens_file = "/etc/vodhooks/tokens"

    [max_age]
    "polyv.video_outline" = 600

An option counts most, then an environment variable, then the file.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from pathlib import Path

__all__ = ["CONFIG", "apply"]

CONFIG = "VODHOOKS_CONFIG"
"""The variable that names the file."""

_PREFIX = "VODHOOKS_"
_FILE = "_FILE"


def apply(file: Path, environ: MutableMapping[str, str]) -> None:
    """Set the variables of a file's settings, but for those that the environment sets, itself or by a file of its own.

    What no setting is called is refused later, with all other variables.

    Raises:
        click.BadParameter: it is not TOML, or a value is none that a setting takes.
        OSError: it cannot be read.
    """
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.BadParameter(f"{file}: {error}") from None
    given = {name.upper().removesuffix(_FILE) for name in environ}
    for name, value in _variables(file, _PREFIX, found):
        if name.removesuffix(_FILE) not in given:
            environ[name] = value


def _variables(file: Path, prefix: str, table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}{key.upper().replace('.', '_')}"
        if isinstance(value, dict):
            yield from _variables(file, f"{name}_", value)
        elif isinstance(value, bool):
            yield name, str(value).lower()
        elif isinstance(value, (str, int, float)):
            yield name, str(value)
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield name, ",".join(value)
        else:
            raise click.BadParameter(
                f"{file}: {key}: a setting is a string, a number, true or false, or a list of strings"
            )
