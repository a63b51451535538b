"""Settings of the receiver: environment variables `VODHOOKS_*`, and for secrets files as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, TypeAlias

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from vodhooks.catalogue import catalogue
from vodhooks.errors import SecretError
from vodhooks.receiver.decide import AuthPolicy
from vodhooks.signatures import scheme
from vodhooks.signatures.secrets import TOKENS, optional_secrets_from, tokens_from, tokens_setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.signatures import Signer

LONGEST = 31 * 86_400.0
"""The largest setting in seconds. A signature that is valid for longer protects nothing."""


def _signed_channel(suffix: str) -> str:
    """Return the channel that a variable's name ends in."""
    for name, channel in catalogue().channels.items():
        if channel.signature and suffix == name.replace(".", "_"):
            return name
    raise ValueError("no channel with a signature is called so")


Seconds: TypeAlias = Annotated[float, Field(gt=0, le=LONGEST)]
SecondsByChannel: TypeAlias = dict[Annotated[str, AfterValidator(_signed_channel)], Seconds]


class Settings(BaseSettings):
    """How the receiver behaves. Each field is the variable `VODHOOKS_` and its name.

    What goes by channel has the channel's name behind, with underscores for dots: `VODHOOKS_MAX_AGE_ACME_CALLS`.
    """

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix="VODHOOKS_",
        env_nested_delimiter="_",
        env_nested_max_split=1,
        extra="ignore",
        frozen=True,
    )

    store: str = Field(
        default="sqlite:///vodhooks.sqlite3", description="Database URL of the inbox."
    )
    max_body: int = Field(default=2 * 2**20, gt=0, description="Largest body, in bytes.")
    body_seconds: Seconds = Field(
        default=10.0, description="How long a body may take to arrive, in seconds."
    )
    header_seconds: Seconds = Field(
        default=10.0, description="How long the headers of a request may take, in seconds."
    )
    header_bytes: int = Field(
        default=32 * 1024, gt=0, description="Largest headers, in bytes; each counts 32 more."
    )
    unfinished_bytes: int = Field(
        default=256 * 2**20,
        gt=0,
        description="Most bytes of unfinished bodies together; beyond that the oldest is answered 503.",
    )
    connections: int = Field(
        default=1000,
        gt=0,
        description="Most open connections; beyond that the longest stalled makes room.",
    )
    answer_seconds: Seconds = Field(
        default=5.0, description="How long the store may take before the answer is 503, in seconds."
    )
    quarantine_count: int = Field(
        default=10_000, ge=0, description="Most deliveries in quarantine."
    )
    quarantine_bytes: int = Field(
        default=256 * 2**20, ge=0, description="Most bytes in quarantine."
    )
    keep_refused: int = Field(
        default=0,
        ge=0,
        description="Most deliveries of each channel to keep that are not authentic; 0 keeps none.",
    )
    keep_refused_bytes: int = Field(
        default=16 * 2**20, gt=0, description="Most bytes of them, of each channel."
    )
    keep_refused_days: float = Field(
        default=7.0, gt=0, description="For how many days they are kept."
    )
    retention_days: float | None = Field(
        default=None,
        gt=0,
        description="After how many days events are removed; their retries are recognised as long again.",
    )
    count_stored: bool = Field(
        default=False, description="Whether /stored answers how many events are stored."
    )
    max_age: SecondsByChannel = Field(
        default={}, description="How far in the past the time that is signed may lie, in seconds."
    )
    max_ahead: SecondsByChannel = Field(
        default={}, description="How far in the future the time that is signed may lie, in seconds."
    )


def auth_policies(
    settings: Settings, environ: Mapping[str, str], *, insecure: bool = False
) -> dict[str, AuthPolicy]:
    """Return who may deliver on each channel, from the secrets and tokens that are set.

    A channel's own tokens are `VODHOOKS_TOKENS_<CHANNEL>`, with underscores for dots; `VODHOOKS_TOKENS` are for all.

    Args:
        settings: the freshness windows that are not as their schemes have them.
        environ: environment variables.
        insecure: whether anyone may deliver where nothing is set.

    Raises:
        SecretError: a channel has neither a secret nor a token, and `insecure` is not given; or
            what is set is wrong.
    """
    found = {
        name: _policy(channel, settings, environ) for name, channel in catalogue().channels.items()
    }
    if not insecure:
        bare = [name for name, policy in found.items() if policy.is_open]
        if bare:
            raise SecretError(
                "\n".join(
                    f"{name}: anyone could deliver on this channel; set {_settings(catalogue().channels[name])}"
                    for name in bare
                )
            )
    return found


def protections(settings: Settings, policies: Mapping[str, AuthPolicy]) -> Iterator[str]:
    """Yield a line for each channel that says what protects it. No line holds a secret or a token.

    Args:
        settings: the freshness windows that are not as their schemes have them.
        policies: who may deliver on each channel.
    """
    for name, policy in policies.items():
        found = [_window(catalogue().channels[name], settings)] if policy.signer else []
        found += ["token"] if policy.tokens else []
        yield f"{name}: {' and '.join(found) or 'OPEN TO EVERYBODY, since neither a secret nor a token is set'}"


def _window(channel: Channel, settings: Settings) -> str:
    signer = scheme(channel.signature or "")
    max_age = settings.max_age.get(channel.name, signer.MAX_AGE)
    max_ahead = settings.max_ahead.get(channel.name, signer.MAX_AHEAD)
    return f"signature (up to {max_age:.15g} s back and {max_ahead:.15g} s ahead)"


def _policy(channel: Channel, settings: Settings, environ: Mapping[str, str]) -> AuthPolicy:
    signer = _signer(channel, settings, environ)
    tokens = tokens_from(environ, channel.name)
    return AuthPolicy(signer, tokens) if signer or tokens else AuthPolicy.open()


def _signer(channel: Channel, settings: Settings, environ: Mapping[str, str]) -> Signer | None:
    if channel.signature is None:
        return None
    signer = scheme(channel.signature)
    secrets = optional_secrets_from(environ, signer.setting)
    if not secrets:
        return None
    return signer(
        secrets,
        max_age=settings.max_age.get(channel.name, signer.MAX_AGE),
        max_ahead=settings.max_ahead.get(channel.name, signer.MAX_AHEAD),
    )


def _settings(channel: Channel) -> str:
    names = [scheme(channel.signature).setting] if channel.signature else []
    return " or ".join([*names, tokens_setting(channel.name), TOKENS])
