"""What is going to be delivered, before it is signed and written down. Pure: the moment comes in as an argument."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer
from vodhooks.sending.editing import assigned
from vodhooks.sending.identities import renumbered
from vodhooks.signing import scheme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vodhooks.catalogue import Channel
    from vodhooks.decoding import JsonValue

__all__ = ["MEDIA_TYPE", "Draft", "draft", "pushing_channel", "specimen"]

MEDIA_TYPE = "application/json"
"""What is sent where the vendor documents no media type."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A delivery that can still be changed.

    Attributes:
        message: full name of the message.
        channel: the channel that it is pushed on.
        payload: the payload without its signature.
        moment: when it is signed, in seconds since the Unix epoch.
        media_type: the Content-Type.
        token: the token in the callback URL's query, or None.
        pinned: members of the signature that are sent as given, whatever is signed.
        signature: the members that signing adds; empty until then.
        body: the bytes of the body; empty until written.
    """

    message: str
    channel: Channel
    payload: Mapping[str, Any]
    moment: float
    media_type: str = MEDIA_TYPE
    token: str | None = None
    pinned: Mapping[str, Any] = field(default_factory=dict)
    signature: Mapping[str, Any] = field(default_factory=dict)
    body: bytes = b""

    @property
    def members(self) -> dict[str, Any]:
        """The payload with its signature."""
        return {**self.payload, **self.signature, **self.pinned}

    @property
    def written(self) -> bytes:
        """The payload with its signature as compact JSON."""
        return orjson.dumps(self.members)


def draft(
    message: str,
    payload: Mapping[str, Any],
    moment: float,
    *,
    edits: Sequence[tuple[str, JsonValue]] = (),
    number: int = 0,
    token: str | None = None,
) -> Draft:
    """Draft the delivery of a payload.

    Args:
        message: full name of the message.
        payload: the payload; a signature in it is dropped, for a fresh one to take its place.
        moment: when it is signed, in seconds since the Unix epoch.
        edits: JSON Pointers and the values to set there, in this order. What they set in the signature stays as set.
        number: which of several events this is, from 0, the payload's own; each has an identity of its own.
        token: the token for the callback URL's query.

    Raises:
        MessageNotFound: the catalogue has no such message.
        SendingError: the message is not pushed, an edit has no place in the payload, or the identity is not free.
    """
    channel = pushing_channel(message)
    edited = dict(payload)
    for pointer, value in edits:
        edited = assigned(edited, pointer, value)
    signing = specimen(channel.signature)
    unsigned = {name: value for name, value in edited.items() if name not in signing}
    touched = {parse_pointer(pointer)[0] for pointer, _ in edits}
    return Draft(
        message,
        channel,
        renumbered(message, unsigned, number, signing) if number else unsigned,
        moment,
        channel.media_type or MEDIA_TYPE,
        token,
        {name: value for name, value in edited.items() if name in signing and name in touched},
    )


def pushing_channel(message: str) -> Channel:
    """Return the channel on which the vendor pushes a message.

    Raises:
        MessageNotFound: the catalogue has no such message.
        SendingError: the message is a reply, which is fetched.
    """
    channel = message_of(message).channel
    if channel is None:
        raise SendingError(f"{message} is a reply that is fetched: no vendor sends it")
    return channel_of(channel)


@cache
def specimen(signature: str | None) -> Mapping[str, Any]:
    """Return the members of some signature of a scheme, to tell what it looks like; none where nothing is signed."""
    return scheme(signature)("specimen").sign_payload({}, 1_700_000_000.0) if signature else {}
