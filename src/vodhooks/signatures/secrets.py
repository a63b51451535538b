"""Secrets: how several are given, and how they are read from the environment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vodhooks.errors import SecretError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "TOKENS",
    "as_secrets",
    "as_tokens",
    "optional_secrets_from",
    "secrets_from",
    "tokens_from",
    "tokens_setting",
]

TOKENS = "VODHOOKS_TOKENS"
"""The setting of the tokens that hold for every channel."""

_TOKEN = re.compile(rb"[A-Za-z0-9._~-]+")
"""What RFC 3986 calls unreserved: the same with percent-encoding and without."""


def as_secrets(secrets: str | bytes | Sequence[str | bytes]) -> tuple[bytes, ...]:
    """Return one secret or several, newest first, as bytes.

    Raises:
        SecretError: there is none, or one is empty, blank, or neither text nor bytes.
    """
    several = [secrets] if isinstance(secrets, (str, bytes)) else list(secrets or ())
    if not several:
        raise SecretError("no secret is given")
    if not all(isinstance(secret, (str, bytes)) for secret in several):
        raise SecretError("a secret is neither text nor bytes")
    if not all(secret.strip() for secret in several):
        raise SecretError("a secret is empty")
    return tuple(secret if isinstance(secret, bytes) else _encoded(secret) for secret in several)


def as_tokens(tokens: str | bytes | Sequence[str | bytes]) -> tuple[bytes, ...]:
    """Return one token of a callback URL or several, newest first, as bytes.

    Raises:
        SecretError: there is none, or one is empty, or holds what a URL may change on its way.
    """
    found = as_secrets(tokens)
    if not all(_TOKEN.fullmatch(token) for token in found):
        raise SecretError(
            "a token holds more than letters, digits and - . _ ~, the characters that no URL changes: a + means a space there"
        )
    return found


def _encoded(secret: str) -> bytes:
    try:
        return secret.encode(
            errors="surrogateescape"
        )  # bytes that are not UTF-8 come out of the environment so
    except UnicodeEncodeError:
        raise SecretError("a secret is not text") from None


def secrets_from(environ: Mapping[str, str], setting: str) -> tuple[str, ...]:
    """Read secrets, separated by commas or lines, from a variable or from the file that `<setting>_FILE` names.

    Raises:
        SecretError: neither is set, the file cannot be read, or there is nothing in it.
    """
    path = environ.get(f"{setting}_FILE")
    if path:
        try:
            with open(path, encoding="utf-8-sig") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError, ValueError):
            raise SecretError(f"the file that {setting}_FILE names cannot be read") from None
    else:
        text = environ.get(setting, "")
    secrets = tuple(filter(None, (part.strip() for part in re.split(r"[,\r\n]", text))))
    if not secrets:
        raise SecretError(f"{setting} (or {setting}_FILE) holds no secret")
    return secrets


def optional_secrets_from(environ: Mapping[str, str], setting: str) -> tuple[str, ...]:
    """Read secrets as `secrets_from` does, or none where the setting is absent.

    Raises:
        SecretError: the setting is there and empty, or its file cannot be read.
    """
    return (
        secrets_from(environ, setting) if setting in environ or f"{setting}_FILE" in environ else ()
    )


def tokens_setting(channel: str) -> str:
    """Return the setting of the tokens that hold for one channel: `VODHOOKS_TOKENS_` and its name, with underscores for dots."""
    return f"{TOKENS}_{channel.upper().replace('.', '_')}"


def tokens_from(environ: Mapping[str, str], channel: str) -> tuple[str, ...]:
    """Read the tokens of which a channel's callback URL carries one, newest first: its own, or else those for every channel.

    Raises:
        SecretError: a setting is empty or holds what is no token, or its file cannot be read.
    """
    for setting in (tokens_setting(channel), TOKENS):
        tokens = optional_secrets_from(environ, setting)
        if tokens:
            try:
                as_tokens(tokens)
            except SecretError as error:
                raise SecretError(f"{setting} (or {setting}_FILE): {error}") from None
            return tokens
    return ()
