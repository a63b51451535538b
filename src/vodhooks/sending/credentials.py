"""What a vendor needs to be let in on a channel: its secret and the callback URL's token, from the environment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vodhooks.signing import scheme
from vodhooks.signing.secrets import secrets_from, tokens_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.signing import Signer

__all__ = ["Credentials", "credentials"]


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """What lets a delivery in.

    Attributes:
        signer: signs the payload, or None where nothing is signed.
        token: the token in the callback URL's query, or None.
    """

    signer: Signer | None = None
    token: str | None = None


def credentials(channel: Channel, environ: Mapping[str, str], *, signed: bool = True) -> Credentials:
    """Return what lets a delivery in on a channel; of several secrets or tokens the newest.

    Args:
        channel: the channel.
        environ: environment variables, named as the receiver names them.
        signed: whether a channel that has a signature needs its secret.

    Raises:
        SecretError: the secret is not set, or a setting is there and empty or wrong.
    """
    kind = scheme(channel.signature) if channel.signature and signed else None
    signer = kind(secrets_from(environ, kind.setting)) if kind else None
    return Credentials(signer, next(iter(tokens_from(environ, channel.name)), None))
