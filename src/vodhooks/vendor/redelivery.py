"""Makes requests of stored events, to deliver them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from vodhooks.decoding import decode
from vodhooks.errors import SecretError
from vodhooks.signatures import scheme
from vodhooks.vendor.requests import MEDIA_TYPE, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.inbox.queries import StoredEvent
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["POST_SECONDS", "redelivery"]

POST_SECONDS = 30.0
"""How long a receiver may take for its whole answer."""


def redelivery(
    stored: StoredEvent,
    endpoints: Mapping[str, Endpoint],
    url: str,
    headers: Mapping[str, str],
    *,
    sign: bool,
) -> Request:
    """Return the request that delivers a stored event.

    The headers vodhooks-channel and vodhooks-event-id name it.

    Args:
        stored: the event.
        endpoints: the endpoints of the receiver by channel.
        url: the receiver's URL, for a channel that it has no endpoint for.
        headers: headers beside the usual ones, for such a channel.
        sign: whether it is signed anew, for now, where the channel is signed.

    Raises:
        SecretError: it should be signed, and there is no secret.
    """
    entry = stored.entry
    named = {"vodhooks_channel": entry.channel, "vodhooks_event_id": str(entry.id)}
    endpoint = endpoints.get(entry.channel)
    if endpoint is None:  # of an earlier contract
        spelled = {name.replace("_", "-"): value for name, value in named.items()}
        return Request(url, {"content-type": MEDIA_TYPE, **spelled, **headers}, stored.body)
    body = stored.body
    if sign and endpoint.channel.signature:
        body = _sign_anew(endpoint, body)
    return endpoint.request(body, **named)


def _sign_anew(endpoint: Endpoint, body: bytes) -> bytes:
    if endpoint.signer is None:
        setting = scheme(endpoint.channel.signature or "").setting
        raise SecretError(
            f"signing anew needs the secret of {endpoint.channel.name}: set {setting}"
        )
    payload = decode(body)
    # What is quarantined may be no object, and has no place for a signature.
    return orjson.dumps(endpoint.signed(payload) if isinstance(payload, dict) else payload)
