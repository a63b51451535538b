"""Sample payloads, as the schemas carry them, and payloads signed as the vendor would sign them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.catalogue import channel as channel_of
from vodhooks.signatures import scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["example", "examples", "sign"]


def examples(message: str) -> tuple[dict[str, Any], ...]:
    """Return fresh copies of a message's sample payloads: the vendor's own first, then ours.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    return tuple(bundle(message)["examples"])


def example(message: str, n: int = 0) -> dict[str, Any]:
    """Return a fresh copy of a message's sample payload number `n`, from 0.

    Raises:
        MessageNotFound: the catalogue has no such message.
        IndexError: the message has fewer samples.
    """
    return examples(message)[n]


def sign(
    payload: dict[str, Any],
    channel: str,
    secrets: str | bytes | Sequence[str | bytes],
    moment: float,
) -> dict[str, Any]:
    """Return a copy of a payload, signed as the channel's vendor would sign it; unsigned where the vendor signs nothing.

    Args:
        payload: the payload; a signature in it is replaced.
        channel: name of the channel.
        secrets: one secret, or several: the first signs.
        moment: when the vendor signs, in seconds since the Unix epoch.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        SecretError: no secret, or one that the scheme does not allow.
        SignatureMalformed: a moment that the scheme cannot write.
    """
    signature = channel_of(channel).signature
    copied = deepcopy(payload)
    return copied if signature is None else scheme(signature)(secrets).sign_payload(copied, moment)
