"""The receiver's settings for the commands that need them, with what is wrong told in the names that the user knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import typer

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from pydantic_settings import BaseSettings

    from vodhooks.receiving.settings import Settings

    SettingsT = TypeVar("SettingsT", bound=BaseSettings)

__all__ = ["checked", "settings"]


def settings(store: str) -> Settings:
    """Return the settings from the environment.

    Args:
        store: database URL of the inbox, instead of the environment's; empty if it is not given.

    Raises:
        typer.BadParameter: a setting is wrong. Its value is not told: it may be a URL with a password.
    """
    from vodhooks.receiving.settings import Settings

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

    try:
        return kind(**given)
    except ValidationError as error:
        prefix = kind.model_config.get("env_prefix", "")
        raise typer.BadParameter("; ".join(_told(prefix, fault) for fault in error.errors(include_input=False))) from None


def _told(prefix: str, fault: ErrorDetails) -> str:
    """Say what is wrong with a variable: its name is the field's, with the channel's behind where there is one for each."""
    name = prefix + "_".join(str(part) for part in fault["loc"] if part != "[key]").upper()
    return f"{name}: {fault['msg'].removeprefix('Value error, ')}"
