"""The settings for the commands that need them; what is wrong is said in the names that users know.

A variable `VODHOOKS_*` that nothing reads is a secret that does not protect, or a bound that does
not hold: it stops each command that reads settings.
"""

from __future__ import annotations

import math
import os
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic_core import ErrorDetails
    from pydantic_settings import BaseSettings

    from vodhooks.receiver.settings import Settings

    SettingsT = TypeVar("SettingsT", bound=BaseSettings)

__all__ = [
    "FILE_HOSTS",
    "FILE_NETWORKS",
    "FILE_PORTS",
    "LARGEST",
    "checked",
    "environment",
    "finite",
    "known_variables",
    "settings",
]

PREFIX = "VODHOOKS_"
"""All settings begin so. The variables of the project's own tests do not."""

FILE_HOSTS, FILE_PORTS, FILE_NETWORKS = (
    "VODHOOKS_FILE_HOSTS",
    "VODHOOKS_FILE_PORTS",
    "VODHOOKS_FILE_NETWORKS",
)
"""The variables that options may stand in."""

LARGEST: int = 2**63 - 1
"""Largest whole number that an option takes: what databases and programs in other languages hold."""


def finite(value: float | None) -> float | None:
    """Return what an option was given, where it is a number: no range that an option has keeps NaN out.

    Raises:
        typer.BadParameter: it is NaN or infinite.
    """
    if value is None or math.isfinite(value):
        return value
    raise typer.BadParameter(f"{value} is not a finite number")


def environment() -> Mapping[str, str]:
    """Return the environment, each variable of which that is named like a setting is one.

    Raises:
        typer.BadParameter: nothing reads some of them; names each, and the nearest that is read.
    """
    named = {name for name in os.environ if name.upper().startswith(PREFIX)}
    # Most commands read secrets alone, and importing the settings takes longer than they do.
    if not named <= {*_secrets()}:
        known = known_variables()
        unknown = sorted(named - known)
        if unknown:
            raise typer.BadParameter(
                "; ".join(
                    f"{name}: nothing reads this variable{_hint(name, known)}" for name in unknown
                )
            )
    return os.environ


def known_variables() -> frozenset[str]:
    """Return the names of all variables that are read."""
    from vodhooks.pull.settings import CREDENTIALS, Settings
    from vodhooks.receiver.settings import Settings as ReceiverSettings

    options = {FILE_HOSTS, FILE_PORTS, FILE_NETWORKS}
    return frozenset(
        {
            *options,
            *_secrets(),
            *_or_file(CREDENTIALS),
            *_fields(Settings),
            *_fields(ReceiverSettings),
        }
    )


def _secrets() -> Iterator[str]:
    """Yield the variables of the channels' secrets and tokens."""
    from vodhooks.catalogue import catalogue
    from vodhooks.signatures import scheme
    from vodhooks.signatures.secrets import TOKENS, tokens_setting

    channels = catalogue().channels.values()
    signers = (scheme(channel.signature) for channel in channels if channel.signature)
    yield from _or_file(
        [
            TOKENS,
            *(tokens_setting(channel.name) for channel in channels),
            *(kind.setting for kind in signers),
        ]
    )


def _or_file(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (name, f"{name}_FILE")


def _fields(kind: type[BaseSettings]) -> Iterator[str]:
    """Yield the variables of settings; what goes by channel has one for each that is signed."""
    from vodhooks.catalogue import catalogue

    signed = [channel.name for channel in catalogue().channels.values() if channel.signature]
    for name, field in kind.model_fields.items():
        variable = f"{kind.model_config.get('env_prefix', '')}{name}"
        by_channel = [f"{variable}_{channel.replace('.', '_')}" for channel in signed]
        yield from (each.upper() for each in (by_channel if field.default == {} else [variable]))


def _hint(name: str, known: frozenset[str]) -> str:
    # With the beginning that all have, all would be alike.
    nearest = get_close_matches(
        name.upper().removeprefix(PREFIX), [each.removeprefix(PREFIX) for each in known], n=1
    )
    return f"; did you mean {PREFIX}{nearest[0]}?" if nearest else ""


def settings(store: str) -> Settings:
    """Return the settings from the environment.

    Args:
        store: database URL of the inbox, instead of the environment's; empty if it is not given.

    Raises:
        typer.BadParameter: a setting is wrong, or nothing reads it. Its value is not shown: it may
            be a URL with a password.
    """
    from vodhooks.receiver.settings import Settings

    return checked(Settings, **({"store": store} if store else {}))


def checked(kind: type[SettingsT], **given: Any) -> SettingsT:
    """Return settings from the environment.

    Args:
        kind: which.
        given: what goes before the environment.

    Raises:
        typer.BadParameter: as above.
    """
    from pydantic import ValidationError

    environment()
    try:
        return kind(**given)
    except ValidationError as error:
        prefix = kind.model_config.get("env_prefix", "")
        raise typer.BadParameter(
            "; ".join(_told(prefix, fault) for fault in error.errors(include_input=False))
        ) from None


def _told(prefix: str, fault: ErrorDetails) -> str:
    """Say what is wrong with a variable: its name is the field's, with the channel's behind where there is one for each."""
    name = prefix + "_".join(str(part) for part in fault["loc"] if part != "[key]").upper()
    return f"{name}: {fault['msg'].removeprefix('Value error, ')}"
