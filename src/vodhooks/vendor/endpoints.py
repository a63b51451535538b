"""An endpoint is one channel of a receiver, and what a vendor needs to deliver there: it makes events, and requests of them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks._version import __version__
from vodhooks.catalogue import channel as channel_of
from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer
from vodhooks.signatures import scheme
from vodhooks.signatures.secrets import optional_secrets_from, secrets_from, tokens_from
from vodhooks.vendor.events import pushing_channel, renumber, sample, sample_signature, set_value
from vodhooks.vendor.requests import MEDIA_TYPE, Request, callback_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.catalogue import Channel
    from vodhooks.pointers import JsonValue
    from vodhooks.signatures import Signer

__all__ = ["Endpoint", "endpoints_at"]

UNKNOWN_SECRET = "theSecretOfAStranger"  # noqa: S105 # no receiver's

APART = 101
"""How far the numbers of events are apart: an event's own number is added, and those of samples differ by less."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One channel of a receiver, and what a vendor needs to deliver there.

    Attributes:
        channel: the channel.
        url: the callback URL without its token.
        clock: seconds since the Unix epoch.
        numbers: numbers of events, each used once, so that every event has its own identity.
        signer: signs the payloads, or None where nothing is signed.
        token: the token in the callback URL, or None.
        others: the endpoints of all channels of the same receiver, including this one, as far as they are known.
        message: full name of the message that is delivered where no other is asked for; empty: the channel's first.
        payload: its payload; None: its first sample.
        pinned: members of the signature that are delivered as given, whatever is signed.
        secrets: every secret that the receiver takes, the one of the signer among them.
        tokens: every token that it takes.
        headers: headers beside the usual ones, by their names in lower case.
        own: a user's own payloads, without signatures, of kinds that have no contract.
    """

    channel: Channel
    url: str
    clock: Callable[[], float] = time.time
    numbers: Iterator[int] = field(default_factory=count)
    signer: Signer | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    others: Mapping[str, Endpoint] = field(default_factory=dict, repr=False, compare=False)
    message: str = ""
    payload: Mapping[str, Any] | None = field(default=None, repr=False)
    pinned: Mapping[str, Any] = field(default_factory=dict, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    tokens: tuple[str, ...] = field(default=(), repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    own: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", self.message or self.channel.messages[0])

    @property
    def signature_members(self) -> frozenset[str]:
        """Names of the members that a signature takes; empty where nothing is signed."""
        return frozenset(sample_signature(self.channel.signature))

    @property
    def confidential(self) -> tuple[str, ...]:
        """What neither answers nor reports may show: secrets, tokens and the values of further headers."""
        token = () if self.token is None else (self.token,)
        return tuple(dict.fromkeys((*self.secrets, *self.tokens, *token, *self.headers.values())))

    @property
    def unauthenticated(self) -> Endpoint | None:
        """The endpoint of a sender that knows the URL but no secret, or None where neither secret nor token is needed."""
        if self.signer is not None:
            return replace(self, signer=type(self.signer)(UNKNOWN_SECRET))
        return None if self.token is None else replace(self, token=f"{self.token}x")

    def with_any_secret(self) -> Endpoint:
        """Return an endpoint that signs where its channel does, if need be with any secret."""
        if self.signer or not self.channel.signature:
            return self
        return replace(self, signer=scheme(self.channel.signature)("unknown"))

    def carrying(
        self,
        message: str,
        payload: Mapping[str, Any] | None = None,
        edits: Sequence[tuple[str, JsonValue]] = (),
    ) -> Endpoint:
        """Return the endpoint that delivers a message of the channel, with values set in it.

        Args:
            message: full name of the message.
            payload: its payload; None: its first sample. A signature in it is replaced by a fresh one.
            edits: JSON Pointers and the values to set there, in this order. What they set in the signature stays as set.

        Raises:
            MessageNotFound: the catalogue has no such message.
            SendingError: the message is not pushed on this channel, or an edit has no place in the payload.
        """
        if pushing_channel(message) != self.channel:
            raise SendingError(f"{message} is not delivered on {self.channel.name}")
        edited = dict(sample(message) if payload is None else payload)
        for pointer, value in edits:
            edited = set_value(edited, pointer, value)
        pinned = self.signature_members & {parse_pointer(pointer)[0] for pointer, _ in edits}
        unsigned = {
            name: value for name, value in edited.items() if name not in self.signature_members
        }
        return replace(
            self,
            message=message,
            payload=unsigned,
            pinned={name: edited[name] for name in pinned},
        )

    def event(
        self, message: str | None = None, payload: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return a payload ready to be signed, with a new identity.

        An identity that cannot be changed stays; so does the signature if the endpoint does not sign.

        Args:
            message: full name of the message; None: the endpoint's own.
            payload: its payload; None: the endpoint's own, or else the message's first sample.
        """
        name = message or self.message
        if payload is None:
            payload = (
                self.payload if self.payload is not None and name == self.message else sample(name)
            )
        replaced = self.signature_members if self.signer else frozenset[str]()
        unsigned = {key: value for key, value in payload.items() if key not in replaced}
        try:
            return renumber(name, unsigned, next(self.numbers))
        except SendingError:
            return unsigned

    def signed(self, payload: Mapping[str, Any], moment: float | None = None) -> dict[str, Any]:
        """Return a payload with the signature of now or of another moment, in seconds since the Unix epoch."""
        if self.signer is None:
            return {**payload, **self.pinned}
        return {
            **self.signer.sign_payload(dict(payload), self.clock() if moment is None else moment),
            **self.pinned,
        }

    def delivery(
        self, payload: Mapping[str, Any] | None = None, moment: float | None = None
    ) -> Request:
        """Return the request that delivers a payload, signed; None: an event of the endpoint's own."""
        return self.request(
            orjson.dumps(self.signed(self.event() if payload is None else payload, moment))
        )

    def request(self, body: bytes, **headers: str) -> Request:
        """Return the request that delivers bytes as they are.

        Args:
            body: the bytes.
            headers: headers instead of the usual ones, with underscores for hyphens; an empty one is left out.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        usual = {
            "content-type": self.channel.media_type or MEDIA_TYPE,
            "user-agent": f"vodhooks/{__version__}",
            **self.headers,
        }
        chosen = {name: value for name, value in {**usual, **named}.items() if value}
        return Request(self.url_with(self.token), chosen, body)

    def url_with(self, token: str | None) -> str:
        """Return the callback URL with a token, or without one."""
        return callback_url(self.url, self.channel.path, token)


def endpoints_at(
    url: str,
    channels: Iterable[str],
    environ: Mapping[str, str],
    paths: Mapping[str, str] | None = None,
    numbers: Iterator[int] | None = None,
    *,
    signed: bool = False,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Endpoint]:
    """Return the endpoints of some channels of a receiver, by channel; of several secrets or tokens the newest is used.

    Args:
        url: the receiver's URL; to one without a path each channel's path is added.
        channels: names of the channels.
        environ: environment variables with the secrets and tokens, named as the receiver names them.
        paths: paths by channel, where they are not the contract's.
        numbers: numbers of events; None: from the current time on, so that each run sends other events.
        signed: whether a channel that has a signature needs its secret.
        headers: headers beside the usual ones, by their names in lower case.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        SecretError: a setting is there and empty or wrong, or a secret is missing.
        SendingError: the URL is no absolute HTTP URL.
    """
    numbered = count(int(time.time() * 1000) * APART, APART) if numbers is None else numbers
    endpoints: dict[str, Endpoint] = {}
    for channel in map(channel_of, channels):
        path = (paths or {}).get(channel.name, channel.path)
        tokens = tokens_from(environ, channel.name)
        secrets = _secrets(channel, environ, needed=signed)
        signer = scheme(channel.signature)(secrets) if channel.signature and secrets else None
        endpoints[channel.name] = Endpoint(
            channel,
            callback_url(url, path),
            time.time,
            numbered,
            signer,
            next(iter(tokens), None),
            endpoints,
            secrets=secrets,
            tokens=tokens,
            headers=headers or {},
        )
    return endpoints


def _secrets(channel: Channel, environ: Mapping[str, str], *, needed: bool) -> tuple[str, ...]:
    if not channel.signature:
        return ()
    setting = scheme(channel.signature).setting
    return secrets_from(environ, setting) if needed else optional_secrets_from(environ, setting)
