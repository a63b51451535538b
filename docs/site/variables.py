"""The reference of the settings: the environment variables of the receiver and of the puller."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from markup import code, plain, table

from vodhooks.catalogue import catalogue
from vodhooks.cli.configuration import CONFIG
from vodhooks.outbox import settings as relaying
from vodhooks.pull import settings as pulling
from vodhooks.receiver import settings as receiving
from vodhooks.signatures import scheme
from vodhooks.signatures.secrets import TOKENS, tokens_setting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic_settings import BaseSettings

__all__ = ["pages"]

_HEAD = ("variable", "default", "bounds", "meaning")
_BOUNDS = {
    "exclusiveMinimum": "above",
    "minimum": "from",
    "exclusiveMaximum": "below",
    "maximum": "to",
    "pattern": "matches",
}


def pages(_root: Path) -> Iterator[tuple[str, str]]:
    """Yield the page of all settings."""
    yield "reference/settings.md", "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# Settings\n"
    yield "Environment variables. Secrets and tokens may stand in a file instead, which the same name with `_FILE` behind it names;"
    yield "where there may be several, they are divided by commas or lines, the newest first."
    yield "A variable `VODHOOKS_*` that nothing reads stops each command that reads settings."
    yield f"{code(CONFIG)} names a TOML file with settings, whose keys are the names below without `VODHOOKS_`, in small letters;"
    yield "an option of a command comes before a variable, and a variable before the file.\n"
    yield "Options that a variable can set are in the reference of [the commands](commands.md).\n"
    yield "## Secrets and tokens\n"
    yield table(("variable", "what it holds"), _secrets())
    yield "## The receiver\n"
    yield "For `vodhooks serve` and `vodhooks inbox`: [the receiver](../receiving.md).\n"
    yield table(_HEAD, _rows(receiving.Settings))
    yield "## The puller\n"
    yield "For `vodhooks pull`, which also reads the variables of the inbox above.\n"
    yield table(_HEAD, _rows(pulling.Settings))
    yield "## The relay\n"
    yield "For `vodhooks relay`, which also reads the variable of the inbox above.\n"
    yield table(_HEAD, _rows(relaying.RelaySettings))


def _secrets() -> Iterator[tuple[str, str]]:
    """Yield what a channel's signature and its URL are made with, and what the puller calls with."""
    for channel in catalogue().channels.values():
        if channel.signature:
            yield (
                code(scheme(channel.signature).setting),
                f"The secrets that sign on {code(channel.name)}.",
            )
    yield code(TOKENS), "Tokens for the callback URLs of all channels."
    for name in catalogue().channels:
        yield code(tokens_setting(name)), f"Tokens for the callback URL of {code(name)} instead."
    yield (
        code(relaying.SECRETS),
        "The secrets that the relay signs requests to an endpoint with: whsec_ and base64.",
    )
    for field in fields(pulling.Credentials):
        yield (
            code(_variable(pulling.Settings, field.name)),
            "Part of the key that the puller calls with; one, and no more.",
        )


def _variable(settings: type[BaseSettings], *names: str) -> str:
    return f"{settings.model_config.get('env_prefix')}{'_'.join(names)}".replace(".", "_").upper()


def _rows(settings: type[BaseSettings]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each setting; what goes by channel has one for each channel that has a signature."""
    properties = settings.model_json_schema()["properties"]
    for name, field in settings.model_fields.items():
        schema = properties[name]
        meaning = plain(str(field.description))
        if "additionalProperties" in schema:
            for channel in catalogue().channels.values():
                if channel.signature:
                    variable = _variable(settings, name, channel.name)
                    default = getattr(scheme(channel.signature), name.upper())
                    yield (
                        code(variable),
                        _value(default),
                        _bounds(schema["additionalProperties"]),
                        meaning,
                    )
        else:
            yield code(_variable(settings, name)), _value(field.default), _bounds(schema), meaning


def _value(value: object) -> str:
    if value in {None, ""}:
        return ""
    return code(str(int(value)) if isinstance(value, float) and value.is_integer() else str(value))


def _bounds(schema: dict[str, Any]) -> str:
    options = [schema, *schema.get("anyOf", ())]
    if "enum" in schema:
        return code(*schema["enum"])
    return ", ".join(
        f"{word} {_value(option[key])}"
        for option in options
        for key, word in _BOUNDS.items()
        if key in option
    )
