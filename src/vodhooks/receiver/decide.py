"""Decides on a delivery: accept, quarantine or refuse it. Pure: no I/O, no clock, no HTTP.

The token in the URL is compared first, before the body is looked at. Then the body is decoded, its
signature verified, its message identified and validated. In this order no answer says too much to a
client without the token or the secret, and a client without the token costs one comparison.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vodhooks.catalogue import channel as channel_of
from vodhooks.classification import KEPT, Outcome, classify_payload
from vodhooks.decoding import decode
from vodhooks.errors import (
    ContractViolation,
    DuplicateKey,
    NotJson,
    NumberOutOfRange,
    SecretError,
    SignatureError,
    SignatureMalformed,
    SignatureMissing,
    SignatureStale,
    TooDeep,
    TooManyContainers,
    WrongEncoding,
)
from vodhooks.events import event_of
from vodhooks.signatures.secrets import as_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from vodhooks.catalogue import Channel
    from vodhooks.classification import Classification
    from vodhooks.events import Event, UnknownEvent
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Report
    from vodhooks.signatures import Signer

__all__ = [
    "AuthPolicy",
    "Decision",
    "Delivery",
    "Outcome",
    "Reason",
    "Rejection",
    "authenticate",
    "check_token",
    "decide",
]


class Reason(StrEnum):
    """Why a request is refused, as a code for logs and metrics."""

    TOKEN_MISSING = "token-missing"  # noqa: S105 # a code
    TOKEN_WRONG = "token-wrong"  # noqa: S105 # a code
    MEDIA_TYPE = "media-type"
    NOT_JSON = "not-json"
    ENCODING = "encoding"
    DUPLICATE_KEY = "duplicate-key"
    NUMBER_OUT_OF_RANGE = "number-out-of-range"
    TOO_DEEP = "too-deep"
    TOO_MANY_CONTAINERS = "too-many-containers"
    SIGNATURE_MISSING = "signature-missing"
    SIGNATURE_MALFORMED = "signature-malformed"
    SIGNATURE_MISMATCH = "signature-mismatch"
    SIGNATURE_STALE = "signature-stale"
    SIGNATURE_EARLY = "signature-early"
    CONTRACT = "contract"
    COMPRESSED = "compressed"
    CUT_OFF = "cut-off"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    TOO_MANY_UNFINISHED = "too-many-unfinished"
    STORE_FAILED = "store-failed"
    STORE_SLOW = "store-slow"
    NOT_FOUND = "not-found"
    WRONG_METHOD = "wrong-method"


_NOT_JSON: dict[type[NotJson], Reason] = {
    WrongEncoding: Reason.ENCODING,
    DuplicateKey: Reason.DUPLICATE_KEY,
    NumberOutOfRange: Reason.NUMBER_OUT_OF_RANGE,
    TooDeep: Reason.TOO_DEEP,
    TooManyContainers: Reason.TOO_MANY_CONTAINERS,
}
_SIGNATURE: dict[type[SignatureError], Reason] = {
    SignatureMissing: Reason.SIGNATURE_MISSING,
    SignatureMalformed: Reason.SIGNATURE_MALFORMED,
}


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a request is refused.

    Attributes:
        reason: the code.
        detail: the same in words, for the vendor; never a payload value or a secret.
        seconds: how far outside the freshness window the signed time lies, in seconds.
        offset: the byte of the body, from 0, at which it stops to be JSON.
    """

    reason: Reason
    detail: str
    seconds: float | None = None
    offset: int | None = None


CUT_OFF = Rejection(Reason.CUT_OFF, "the body ends too early")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A callback as it arrived.

    Attributes:
        channel: name of the channel whose URL was called.
        body: the bytes of the body.
        media_type: the Content-Type header, or None.
        token: the token in the callback URL's query, or None.
        is_complete: whether the body has arrived to its end.
    """

    channel: str
    body: bytes
    media_type: str | None = None
    token: str | None = None
    is_complete: bool = True


@dataclass(frozen=True, slots=True, init=False)
class AuthPolicy:
    """Who may deliver on a channel. All that is set must hold: the signature and one of the tokens.

    Args:
        signer: verifies the signature in the payload, or None.
        tokens: a token or several, newest first, as text or bytes; the callback URL carries one.

    Raises:
        SecretError: neither is given; or a token is empty, or does not survive in a URL as it is.
    """

    signer: Signer | None
    tokens: tuple[bytes, ...]

    def __init__(
        self, signer: Signer | None = None, tokens: str | bytes | Sequence[str | bytes] = ()
    ) -> None:
        if signer is None and tokens == ():
            raise SecretError(
                "a policy without signer and tokens lets everybody in: AuthPolicy.open() asks for that"
            )
        object.__setattr__(self, "signer", signer)
        object.__setattr__(self, "tokens", () if tokens == () else as_tokens(tokens))

    @classmethod
    def open(cls) -> AuthPolicy:
        """Return the policy that accepts every delivery."""
        policy = object.__new__(cls)
        object.__setattr__(policy, "signer", None)
        object.__setattr__(policy, "tokens", ())
        return policy

    @property
    def is_open(self) -> bool:
        """Whether it accepts every delivery."""
        return self.signer is None and not self.tokens


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision on a delivery, and what is stored of it.

    Attributes:
        outcome: the outcome.
        channel: name of the channel.
        body: the bytes as they arrived.
        classification: what the body is; None for a delivery that is refused before its body is read.
        event: the event, as `vodhooks.parse` returns it; None for a delivery that is refused or quarantined.
        signature: the signature that authenticates it, or None.
        rejection: why the delivery is refused, or None.
    """

    outcome: Outcome
    channel: str
    body: bytes
    classification: Classification | None = None
    event: Event[Any] | UnknownEvent | None = None
    signature: str | None = None
    rejection: Rejection | None = None

    @property
    def message(self) -> str | None:
        """Full name of the message, where it is known."""
        return self.classification.message if self.classification else None

    @property
    def kind(self) -> str | None:
        """The discriminator of an unknown message, cut where it is long."""
        return self.classification.kept_kind if self.classification else None

    @property
    def identity(self) -> str:
        """What identifies the event on its channel; empty for what is not kept."""
        return self.classification.identity if self.classification else ""

    @property
    def content(self) -> bytes:
        """Hash of the payload without what varies between deliveries; empty for what is not kept."""
        return self.classification.content if self.classification else b""

    @property
    def payload(self) -> str | None:
        """The decoded payload as compact JSON, for what keeps the contract or has none."""
        return self.classification.text if self.classification else None

    @property
    def occurred_at(self) -> datetime | None:
        """When the event happened, where the payload says so."""
        return self.classification.occurred_at if self.classification else None

    @property
    def drift(self) -> tuple[str, ...]:
        """JSON Pointers to what in the payload the contract does not know."""
        return self.classification.drift if self.classification else ()

    @property
    def report(self) -> Report | None:
        """Where a quarantined payload breaks the contract."""
        return (
            self.classification.report
            if self.classification and self.outcome is Outcome.QUARANTINED
            else None
        )

    @property
    def reason(self) -> str:
        """Why the delivery is refused, in words for the vendor; empty if it is not."""
        return self.rejection.detail if self.rejection else ""

    @property
    def kept(self) -> bool:
        """Whether the delivery goes into the inbox."""
        return self.outcome in KEPT


def decide(delivery: Delivery, policy: AuthPolicy, now: float) -> Decision:
    """Decide what becomes of a delivery.

    Args:
        delivery: the callback as it arrived.
        policy: who may deliver on its channel.
        now: seconds since the Unix epoch.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
    """
    refused = _check_request(delivery, channel_of(delivery.channel), policy)
    if refused:
        return refused
    try:
        payload = decode(delivery.body)
    except NotJson as error:
        reason = _NOT_JSON.get(type(error), Reason.NOT_JSON)
        return _reject(
            delivery, Outcome.NOT_JSON, Rejection(reason, str(error), offset=error.offset)
        )
    rejection = authenticate(payload, policy, now)
    if rejection:
        return _reject(delivery, Outcome.NOT_AUTHENTIC, rejection)
    found = classify_payload(payload, delivery.channel, body=delivery.body)
    try:
        event = event_of(found)
    except ContractViolation as violation:
        rejection = Rejection(Reason.CONTRACT, str(violation.report.violations[0]))
        return Decision(found.outcome, delivery.channel, delivery.body, found, rejection=rejection)
    signature = policy.signer.extract_signature(payload) if policy.signer else None
    return Decision(found.outcome, delivery.channel, delivery.body, found, event, signature)


def _check_request(delivery: Delivery, channel: Channel, policy: AuthPolicy) -> Decision | None:
    """Refuse a delivery for what is wrong outside its body."""
    rejection = check_token(delivery.token, policy)
    if rejection:
        return _reject(delivery, Outcome.NOT_AUTHENTIC, rejection)
    if channel.media_type and not _same_media_type(delivery.media_type, channel.media_type):
        rejection = Rejection(Reason.MEDIA_TYPE, f"the vendor sends {channel.media_type}")
        return _reject(delivery, Outcome.WRONG_MEDIA_TYPE, rejection)
    return None if delivery.is_complete else _reject(delivery, Outcome.NOT_JSON, CUT_OFF)


def check_token(token: str | None, policy: AuthPolicy) -> Rejection | None:
    """Return why the token in a callback URL does not authenticate a delivery, or None.

    `decide` calls this first. Code that reads bodies calls it earlier: a body with a wrong token need
    not be kept in memory.
    """
    if not policy.tokens:
        return None
    given = (token or "").encode(errors="surrogatepass")
    matches = [hmac.compare_digest(given, known) for known in policy.tokens]
    if any(matches):
        return None
    # To the client both are the same.
    reason = Reason.TOKEN_WRONG if token else Reason.TOKEN_MISSING
    return Rejection(reason, "the token in the URL is missing or wrong")


def authenticate(payload: JsonValue, policy: AuthPolicy, now: float) -> Rejection | None:
    """Return why the signature in a decoded payload does not authenticate it, or None.

    Args:
        payload: the decoded payload.
        policy: who may deliver on its channel.
        now: seconds since the Unix epoch.
    """
    if policy.signer is None:
        return None
    try:
        policy.signer.verify_payload(payload, now=now)
    except SignatureStale as error:
        reason = Reason.SIGNATURE_STALE if error.seconds >= 0 else Reason.SIGNATURE_EARLY
        return Rejection(reason, str(error), seconds=abs(error.seconds))
    except SignatureError as error:
        return Rejection(_SIGNATURE.get(type(error), Reason.SIGNATURE_MISMATCH), str(error))
    return None


def _reject(delivery: Delivery, outcome: Outcome, rejection: Rejection) -> Decision:
    return Decision(outcome, delivery.channel, delivery.body, rejection=rejection)


def _same_media_type(given: str | None, documented: str) -> bool:
    return (given or "").partition(";")[0].strip().lower() == documented
