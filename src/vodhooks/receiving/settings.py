"""Settings of the receiver: environment variables `VODHOOKS_*`, and for secrets files as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from vodhooks.catalogue import catalogue
from vodhooks.errors import SecretError
from vodhooks.receiving.decide import Admission
from vodhooks.signing import scheme
from vodhooks.signing.secrets import TOKENS, as_secrets, optional_secrets_from, tokens_from, tokens_setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.signing import Signer

__all__ = ["Settings", "admissions"]


class Settings(BaseSettings):
    """How the receiver behaves; each field is the variable `VODHOOKS_` and its name."""

    model_config = SettingsConfigDict(env_prefix="VODHOOKS_", extra="ignore", frozen=True)

    store: str = Field(default="sqlite:///vodhooks.sqlite3", description="Database URL of the inbox.")
    max_body: int = Field(default=2 * 2**20, gt=0, description="Largest body, in bytes.")
    body_seconds: float = Field(default=10.0, gt=0, description="How long a body may take to arrive, in seconds.")
    header_seconds: float = Field(default=10.0, gt=0, description="How long the headers of a request may take, in seconds.")
    header_bytes: int = Field(default=32 * 1024, gt=0, description="Largest headers, in bytes.")
    connections: int = Field(default=1000, gt=0, description="Most open connections; beyond that the longest stalled makes room.")
    answer_seconds: float = Field(
        default=5.0, gt=0, description="How long the store may take before the answer is 503, in seconds."
    )
    quarantine_count: int = Field(default=10_000, ge=0, description="Most deliveries in quarantine.")
    quarantine_bytes: int = Field(default=256 * 2**20, ge=0, description="Most bytes in quarantine.")


def admissions(environ: Mapping[str, str], *, insecure: bool = False) -> dict[str, Admission]:
    """Return who may deliver on each channel, from the secrets and tokens that are set.

    A channel's own tokens are `VODHOOKS_TOKENS_<CHANNEL>`, with underscores for dots; `VODHOOKS_TOKENS` are for all.

    Raises:
        SecretError: a channel has neither a secret nor a token, and `insecure` is not given.
    """
    found = {name: _admission(channel, environ) for name, channel in catalogue().channels.items()}
    if not insecure:
        bare = [name for name, admission in found.items() if admission == Admission()]
        if bare:
            raise SecretError(
                "\n".join(f"{name}: nobody is kept out; set {_settings(catalogue().channels[name])}" for name in bare)
            )
    return found


def _admission(channel: Channel, environ: Mapping[str, str]) -> Admission:
    tokens = tokens_from(environ, channel.name)
    return Admission(_signer(channel, environ), as_secrets(tokens) if tokens else ())


def _signer(channel: Channel, environ: Mapping[str, str]) -> Signer | None:
    if channel.signature is None:
        return None
    signer = scheme(channel.signature)
    secrets = optional_secrets_from(environ, signer.setting)
    return signer(secrets) if secrets else None


def _settings(channel: Channel) -> str:
    names = [scheme(channel.signature).setting] if channel.signature else []
    return " or ".join([*names, tokens_setting(channel.name), TOKENS])
