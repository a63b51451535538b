"""What becomes of a delivery: a pure decision. No I/O, no clock, no HTTP.

Decode, authenticate, identify, validate, in that order, so that no answer tells a stranger more than it should.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.decoding import decode
from vodhooks.errors import ContractViolation, NotJson, SignatureError
from vodhooks.events import occurred_at
from vodhooks.identification import UnknownKind, identify
from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from datetime import datetime

    from vodhooks.catalogue import Channel
    from vodhooks.decoding import JsonValue
    from vodhooks.signing import Signer
    from vodhooks.validation import Report

__all__ = ["Admission", "Decision", "Delivery", "Outcome", "decide", "quarantined"]


class Outcome(StrEnum):
    """What becomes of a delivery; the first three are kept."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    QUARANTINED = "quarantined"
    NOT_JSON = "not-json"
    NOT_AUTHENTIC = "not-authentic"
    WRONG_MEDIA_TYPE = "wrong-media-type"


KEPT = frozenset({Outcome.ACCEPTED, Outcome.UNKNOWN, Outcome.QUARANTINED})


@dataclass(frozen=True, slots=True)
class Delivery:
    """A callback as it arrived.

    Attributes:
        channel: name of the channel whose URL was called.
        body: the bytes of the body.
        media_type: the Content-Type header, or None.
        token: the token in the callback URL's query, or None.
    """

    channel: str
    body: bytes
    media_type: str | None = None
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """Who may deliver on a channel. Whatever is set must hold; where nothing is, everybody may.

    Attributes:
        signer: verifies the signature in the payload, or None.
        tokens: tokens of which the callback URL carries one, newest first.
    """

    signer: Signer | None = None
    tokens: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a delivery, and all that is kept of it.

    Attributes:
        outcome: what becomes of it.
        channel: name of the channel.
        body: the bytes as they arrived.
        message: full name of the message, where it is known.
        kind: what the discriminator of an unknown message says.
        identity: what identifies the event on its channel; empty for what is not kept.
        content: hash of the payload without what varies between deliveries; empty for what is not kept.
        payload: the decoded payload as compact JSON, for what keeps the contract or has none.
        seal: the signature that vouches for it, or None.
        occurred_at: when the event happened, where the payload says so.
        drift: JSON Pointers to what in the payload the contract does not know.
        report: where a quarantined payload breaks the contract.
        reason: why the delivery is refused, for the vendor's eyes; never a payload value or a secret.
    """

    outcome: Outcome
    channel: str
    body: bytes
    message: str | None = None
    kind: str | None = None
    identity: str = ""
    content: bytes = b""
    payload: str | None = None
    seal: str | None = None
    occurred_at: datetime | None = None
    drift: tuple[str, ...] = ()
    report: Report | None = None
    reason: str = ""

    @property
    def kept(self) -> bool:
        """Whether the delivery goes into the inbox."""
        return self.outcome in KEPT


def decide(delivery: Delivery, admission: Admission, now: float) -> Decision:
    """Decide what becomes of a delivery.

    Args:
        delivery: the callback as it arrived.
        admission: who may deliver on its channel.
        now: seconds since the Unix epoch.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
    """
    channel = channel_of(delivery.channel)
    if channel.media_type and not _same_media_type(delivery.media_type, channel.media_type):
        return _refused(delivery, Outcome.WRONG_MEDIA_TYPE, f"the vendor sends {channel.media_type}")
    try:
        payload = decode(delivery.body)
    except NotJson as error:
        return _refused(delivery, Outcome.NOT_JSON, str(error))
    reason = _stranger(payload, delivery.token, admission, now)
    if reason:
        return _refused(delivery, Outcome.NOT_AUTHENTIC, reason)
    try:
        return _judged(delivery, channel, payload, admission.signer.seal(payload) if admission.signer else None)
    except ContractViolation as violation:
        return quarantined(delivery, violation.report)


def _judged(delivery: Delivery, channel: Channel, payload: JsonValue, seal: str | None) -> Decision:
    """Decide on an authentic payload. Raises ContractViolation."""
    told = identify(payload, channel.name)
    content = _content(payload, channel.varying)
    drift: tuple[str, ...] = ()
    if isinstance(told, UnknownKind):
        outcome, message, kind = Outcome.UNKNOWN, None, told.kind
        identity = _named(kind, content.hex())
    else:
        report = told.report(payload)
        if report.violations:
            raise ContractViolation(report)
        outcome, message, kind = Outcome.ACCEPTED, told.message, None
        drift = tuple(violation.instance_pointer for violation in report.drift)
        identity = _named(*(resolve(payload, tokens) for tokens in _identity(message)))
    return Decision(
        outcome,
        channel.name,
        delivery.body,
        message=message,
        kind=kind,
        identity=identity,
        content=content,
        payload=orjson.dumps(payload).decode(),
        seal=seal,
        occurred_at=occurred_at(payload, channel.name),
        drift=drift,
    )


def _stranger(payload: JsonValue, token: str | None, admission: Admission, now: float) -> str:
    """Return why a delivery is not authentic, or nothing."""
    if admission.tokens:
        given = (token or "").encode(errors="surrogatepass")
        matches = [hmac.compare_digest(given, known) for known in admission.tokens]
        if not any(matches):
            return "the token in the URL is missing or wrong"
    if admission.signer:
        try:
            admission.signer.verify_payload(payload, now=now)
        except SignatureError as error:
            return str(error)
    return ""


def _refused(delivery: Delivery, outcome: Outcome, reason: str) -> Decision:
    return Decision(outcome, delivery.channel, delivery.body, reason=reason)


def quarantined(delivery: Delivery, report: Report) -> Decision:
    """Decide to keep a delivery that breaks the contract, with the report that says where."""
    content = sha256(delivery.body).digest()
    return Decision(
        Outcome.QUARANTINED,
        delivery.channel,
        delivery.body,
        message=report.message,
        identity=content.hex(),
        content=content,
        report=report,
        reason=str(report.violations[0]),
    )


def _named(*values: object) -> str:
    return orjson.dumps(values, default=str).decode()


def _same_media_type(given: str | None, documented: str) -> bool:
    return (given or "").partition(";")[0].strip().lower() == documented


@cache
def _identity(message: str) -> tuple[tuple[str, ...], ...]:
    return tuple(parse_pointer(pointer) for pointer in message_of(message).identity)


def _content(payload: JsonValue, varying: tuple[str, ...]) -> bytes:
    """Hash a payload without what varies between two deliveries of the same event."""
    if isinstance(payload, dict):
        payload = {name: value for name, value in payload.items() if name not in varying}
    return sha256(orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)).digest()
