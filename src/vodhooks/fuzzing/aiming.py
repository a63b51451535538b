"""Where deliveries go and what lets them in: makes requests to one channel of a receiver, signed afresh."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks import __version__
from vodhooks.errors import SendingError
from vodhooks.sending.drafts import MEDIA_TYPE, specimen
from vodhooks.sending.identities import renumbered
from vodhooks.sending.requests import Request, callback_url
from vodhooks.testing.samples import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.signing import Signer

__all__ = ["Aim"]

STRANGERS_SECRET = "theSecretOfAStranger"  # noqa: S105 # nobody's

_samples = cache(examples)


@dataclass(frozen=True, slots=True)
class Aim:
    """One channel of a receiver, and what a vendor needs to deliver there.

    Attributes:
        channel: the channel.
        url: the callback URL without its token.
        clock: seconds since the Unix epoch.
        numbers: numbers of events, each given once, so that every event has an identity of its own.
        signer: signs the payloads, or None where nothing is signed.
        token: the token in the callback URL, or None.
        others: the aims at all channels of the same receiver, this one among them, as far as they are known.
    """

    channel: Channel
    url: str
    clock: Callable[[], float]
    numbers: Iterator[int]
    signer: Signer | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    others: Mapping[str, Aim] = field(default_factory=dict, repr=False, compare=False)

    @property
    def signing(self) -> frozenset[str]:
        """Names of the members that a signature takes; empty where nothing is signed."""
        return frozenset(specimen(self.channel.signature))

    @property
    def stranger(self) -> Aim | None:
        """The aim of somebody who has found the URL and knows no secret, or None where nothing keeps anybody out."""
        if self.signer is not None:
            return replace(self, signer=type(self.signer)(STRANGERS_SECRET))
        return None if self.token is None else replace(self, token=f"{self.token}x")

    def event(self, message: str, payload: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return a payload, or else the message's first sample, ready to be signed and with an identity of its own.

        Where nothing in the identity is free it stays as it is; so does the signature where no other will take its place.
        """
        given = _samples(message)[0] if payload is None else payload
        replaced = self.signing if self.signer else frozenset[str]()
        unsigned = {name: value for name, value in given.items() if name not in replaced}
        try:
            return renumbered(message, unsigned, next(self.numbers), specimen(self.channel.signature))
        except SendingError:
            return unsigned

    def signed(self, payload: Mapping[str, Any], moment: float | None = None) -> dict[str, Any]:
        """Return a payload with the signature of now or of another moment, in seconds since the Unix epoch."""
        if self.signer is None:
            return dict(payload)
        return self.signer.sign_payload(dict(payload), self.clock() if moment is None else moment)

    def delivery(self, payload: Mapping[str, Any], moment: float | None = None) -> Request:
        """Return the request that delivers a payload, signed."""
        return self.request(orjson.dumps(self.signed(payload, moment)))

    def request(self, body: bytes, **headers: str) -> Request:
        """Return the request that delivers bytes as they are.

        Args:
            body: the bytes.
            headers: headers instead of the usual ones, with underscores for hyphens; an empty one is left out.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        usual = {"content-type": self.channel.media_type or MEDIA_TYPE, "user-agent": f"vodhooks/{__version__}"}
        chosen = {name: value for name, value in {**usual, **named}.items() if value}
        return Request(self.url_with(self.token), chosen, body)

    def url_with(self, token: str | None) -> str:
        """Return the callback URL with a token, or without one."""
        return callback_url(self.url, self.channel.path, token)
