"""Reads the settings for commands, and reports wrong ones by the names of their variables.

An unknown variable `VODHOOKS_*` may be a misspelt secret that does not protect, or a misspelt bound:
it stops each command that reads settings.
"""

from __future__ import annotations

import math
import os
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

import click

from vodhooks.cli.configuration import CONFIG, apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping
    from pathlib import Path

    from pydantic_core import ErrorDetails
    from pydantic_settings import BaseSettings

    from vodhooks.receiver.settings import Settings
    from vodhooks.translations import Language

    SettingsT = TypeVar("SettingsT", bound=BaseSettings)

__all__ = [
    "FILE_HOSTS",
    "FILE_NETWORKS",
    "FILE_PORTS",
    "HOST",
    "INSPECT_HOSTS",
    "INSPECT_TARGETS",
    "LARGEST",
    "PORT",
    "FiniteRange",
    "environment",
    "from_file",
    "known_variables",
    "locale_language",
    "read_settings",
    "settings",
]

PREFIX = "VODHOOKS_"
"""All settings begin with it; the variables of the project's own tests do not."""

FILE_HOSTS, FILE_PORTS, FILE_NETWORKS = (
    "VODHOOKS_FILE_HOSTS",
    "VODHOOKS_FILE_PORTS",
    "VODHOOKS_FILE_NETWORKS",
)
"""The variables that are defaults of options of `vodhooks segments`."""

HOST, PORT = "VODHOOKS_HOST", "VODHOOKS_PORT"
"""The variables that are defaults of options of `vodhooks serve`."""

INSPECT_TARGETS, INSPECT_HOSTS = "VODHOOKS_INSPECT_TARGETS", "VODHOOKS_INSPECT_HOSTS"
"""Likewise; each of several values that are divided by blanks is one of the option."""

INSPECT_PASSWORD = "VODHOOKS_INSPECT_PASSWORD"  # noqa: S105 # the setting's name

LARGEST: int = 2**63 - 1
"""Largest whole number that an option takes: what databases and programs in other languages hold."""


class FiniteRange(click.FloatRange):
    """A number in a range, which alone would not exclude NaN."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number.

        Raises:
            click.BadParameter: it is out of range, NaN or infinite.
        """
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value} is not a finite number", param, ctx)
        return float(number)


def from_file(_: click.Context, __: click.Parameter, file: Path | None) -> None:
    """Take over the settings of a configuration file that the environment has not."""
    if file is not None:
        apply(file, os.environ)


def environment() -> MutableMapping[str, str]:
    """Return the environment, after a check that each variable named like a setting is one.

    Raises:
        click.BadParameter: some are unknown; names each, and the nearest known one.
    """
    named = {name for name in os.environ if name.upper().startswith(PREFIX)}
    # Most commands read secrets alone, and importing the settings takes longer than they run.
    if not named <= {*_secret_variables()}:
        known = known_variables()
        unknown = sorted(named - known)
        if unknown:
            raise click.BadParameter(
                "; ".join(
                    f"{name}: nothing reads this variable{_hint(name, known)}" for name in unknown
                )
            )
    return os.environ


def locale_language() -> Language:
    """Return the language that the locale asks for."""
    from vodhooks.translations import language_of

    return language_of(os.environ)


def known_variables() -> frozenset[str]:
    """Return the names of all variables that are read."""
    from vodhooks.outbox.settings import SECRETS, RelaySettings
    from vodhooks.pull.settings import CREDENTIALS, Settings
    from vodhooks.receiver.settings import Settings as ReceiverSettings

    options = {CONFIG, HOST, PORT, FILE_HOSTS, FILE_PORTS, FILE_NETWORKS}
    options |= {INSPECT_HOSTS, INSPECT_TARGETS}
    return frozenset(
        {
            *options,
            *_secret_variables(),
            *_with_files([*CREDENTIALS, SECRETS, INSPECT_PASSWORD]),
            *_list_variables(RelaySettings),
            *_list_variables(Settings),
            *_list_variables(ReceiverSettings),
        }
    )


def _secret_variables() -> Iterator[str]:
    """Yield the variables of the channels' secrets and tokens."""
    from vodhooks.catalogue import catalogue
    from vodhooks.signatures import scheme
    from vodhooks.signatures.secrets import TOKENS, tokens_setting

    channels = catalogue().channels.values()
    signers = (scheme(channel.signature) for channel in channels if channel.signature)
    yield from _with_files(
        [
            TOKENS,
            *(tokens_setting(channel.name) for channel in channels),
            *(kind.setting for kind in signers),
        ]
    )


def _with_files(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (name, f"{name}_FILE")


def _list_variables(kind: type[BaseSettings]) -> Iterator[str]:
    """Yield the variables of settings; a setting by channel has one for each signed channel."""
    from vodhooks.catalogue import catalogue

    signed = [channel.name for channel in catalogue().channels.values() if channel.signature]
    for name, field in kind.model_fields.items():
        variable = f"{kind.model_config.get('env_prefix', '')}{name}"
        by_channel = [f"{variable}_{channel.replace('.', '_')}" for channel in signed]
        yield from (each.upper() for each in (by_channel if field.default == {} else [variable]))


def _hint(name: str, known: frozenset[str]) -> str:
    # The common prefix would make all names similar.
    nearest = get_close_matches(
        name.upper().removeprefix(PREFIX), [each.removeprefix(PREFIX) for each in known], n=1
    )
    return f"; did you mean {PREFIX}{nearest[0]}?" if nearest else ""


def settings(store: str) -> Settings:
    """Return the settings from the environment.

    Args:
        store: database URL of the inbox, instead of the environment's; empty if it is not given.

    Raises:
        click.BadParameter: a setting is wrong, or nothing reads it. Its value is not shown: it may
            be a URL with a password.
    """
    from vodhooks.receiver.settings import Settings

    return read_settings(Settings, **({"store": store} if store else {}))


def read_settings(kind: type[SettingsT], **given: Any) -> SettingsT:
    """Return settings from the environment.

    Args:
        kind: the class of the settings.
        given: values that override the environment.

    Raises:
        click.BadParameter: a setting is wrong, or unknown.
    """
    from pydantic import ValidationError

    environment()
    try:
        return kind(**given)
    except ValidationError as error:
        prefix = kind.model_config.get("env_prefix", "")
        raise click.BadParameter(
            "; ".join(_explain(prefix, fault) for fault in error.errors(include_input=False))
        ) from None


def _explain(prefix: str, fault: ErrorDetails) -> str:
    """Return the name of a variable, that is prefix, field and perhaps channel, and what is wrong with it."""
    name = prefix + "_".join(str(part) for part in fault["loc"] if part != "[key]").upper()
    return f"{name}: {fault['msg'].removeprefix('Value error, ')}"
