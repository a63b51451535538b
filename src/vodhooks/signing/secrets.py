"""Secrets: how several are given, and how they are read from the environment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vodhooks.errors import SecretError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["as_secrets", "secrets_from"]


def as_secrets(secrets: str | bytes | Sequence[str | bytes]) -> tuple[bytes, ...]:
    """Return one secret or several, newest first, as bytes.

    Raises:
        SecretError: there is none, or one is empty or blank.
    """
    several = [secrets] if isinstance(secrets, (str, bytes)) else list(secrets)
    if not several:
        raise SecretError("no secret is given")
    encoded = tuple(secret.encode() if isinstance(secret, str) else bytes(secret) for secret in several)
    if not all(secret.strip() for secret in encoded):
        raise SecretError("a secret is empty")
    return encoded


def secrets_from(environ: Mapping[str, str], setting: str) -> tuple[str, ...]:
    """Read secrets, separated by commas or lines, from a variable or from the file that `<setting>_FILE` names.

    Raises:
        SecretError: neither is set, the file cannot be read, or there is nothing in it.
    """
    path = environ.get(f"{setting}_FILE")
    if path:
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError, ValueError):
            raise SecretError(f"the file that {setting}_FILE names cannot be read") from None
    else:
        text = environ.get(setting, "")
    secrets = tuple(filter(None, (part.strip() for part in re.split(r"[,\r\n]", text))))
    if not secrets:
        raise SecretError(f"{setting} (or {setting}_FILE) holds no secret")
    return secrets
