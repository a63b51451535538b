"""What becomes of a delivery: a pure decision. No I/O, no clock, no HTTP.

The token in the URL is compared first, before the body is looked at. Then the body is decoded, its
signature verified, its message identified and validated. In that order no answer says too much to a
client without the token or the secret, and a client without the token costs a comparison.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
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
    WrongEncoding,
)
from vodhooks.events import occurred_at
from vodhooks.identification import UnknownKind, canonical, identify
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.signatures.secrets import as_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from vodhooks.catalogue import Channel
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Report
    from vodhooks.signatures import Signer

__all__ = ["AuthPolicy", "Decision", "Delivery", "Outcome", "Reason", "Rejection", "check_token", "decide", "quarantined"]


class Outcome(StrEnum):
    """What becomes of a delivery; the first three are kept."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    QUARANTINED = "quarantined"
    NOT_JSON = "not-json"
    NOT_AUTHENTIC = "not-authentic"
    WRONG_MEDIA_TYPE = "wrong-media-type"


COMPARED = 2**18
"""How long a payload may be, in bytes, for its nulls and whole floats to be evened out before it is compared."""

_WHOLE_FLOAT = re.compile(rb"\.(?=0[,}\]])")
_EXPONENT = orjson.dumps(1e16)[1:-1]
"""How orjson begins the exponent of a float between 1e16, from where on it writes one, and 2**64."""

_RARE = _EXPONENT[-2:-1]
"""What of it is rare elsewhere: the plus sign, if orjson writes one."""

KEPT = frozenset({Outcome.ACCEPTED, Outcome.UNKNOWN, Outcome.QUARANTINED})


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

    def __init__(self, signer: Signer | None = None, tokens: str | bytes | Sequence[str | bytes] = ()) -> None:
        if signer is None and tokens == ():
            raise SecretError("a policy without signer and tokens lets everybody in: AuthPolicy.open() asks for that")
        object.__setattr__(self, "signer", signer)
        object.__setattr__(self, "tokens", () if tokens == () else as_tokens(tokens))

    @classmethod
    def open(cls) -> AuthPolicy:
        """Return the policy that lets everybody in."""
        policy = object.__new__(cls)
        object.__setattr__(policy, "signer", None)
        object.__setattr__(policy, "tokens", ())
        return policy

    @property
    def is_open(self) -> bool:
        """Whether it lets everybody in."""
        return self.signer is None and not self.tokens


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
        signature: the signature that vouches for it, or None.
        occurred_at: when the event happened, where the payload says so.
        drift: JSON Pointers to what in the payload the contract does not know.
        report: where a quarantined payload breaks the contract.
        rejection: why the delivery is refused, or None.
    """

    outcome: Outcome
    channel: str
    body: bytes
    message: str | None = None
    kind: str | None = None
    identity: str = ""
    content: bytes = b""
    payload: str | None = None
    signature: str | None = None
    occurred_at: datetime | None = None
    drift: tuple[str, ...] = ()
    report: Report | None = None
    rejection: Rejection | None = None

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
    channel = channel_of(delivery.channel)
    rejection = check_token(delivery.token, policy)
    if rejection:
        return _rejected(delivery, Outcome.NOT_AUTHENTIC, rejection)
    if channel.media_type and not _same_media_type(delivery.media_type, channel.media_type):
        rejection = Rejection(Reason.MEDIA_TYPE, f"the vendor sends {channel.media_type}")
        return _rejected(delivery, Outcome.WRONG_MEDIA_TYPE, rejection)
    if not delivery.is_complete:
        return _rejected(delivery, Outcome.NOT_JSON, CUT_OFF)
    try:
        payload = decode(delivery.body)
    except NotJson as error:
        rejection = Rejection(_NOT_JSON.get(type(error), Reason.NOT_JSON), str(error), offset=error.offset)
        return _rejected(delivery, Outcome.NOT_JSON, rejection)
    return _decide_on_payload(delivery, channel, payload, policy, now)


def check_token(token: str | None, policy: AuthPolicy) -> Rejection | None:
    """Return why the token in a callback URL does not authenticate a delivery, or None.

    `decide` does this first. Code that reads bodies does it before that: a body that comes with a
    wrong token need not be kept in memory.
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


def _decide_on_payload(delivery: Delivery, channel: Channel, payload: JsonValue, policy: AuthPolicy, now: float) -> Decision:
    """Verify the signature in a payload, and keep it, in quarantine if it breaks the contract."""
    rejection = _check_signature(payload, policy, now)
    if rejection:
        return _rejected(delivery, Outcome.NOT_AUTHENTIC, rejection)
    try:
        return _accept(delivery, channel, payload, policy.signer.extract_signature(payload) if policy.signer else None)
    except ContractViolation as violation:
        return quarantined(delivery, violation.report)


def _check_signature(payload: JsonValue, policy: AuthPolicy, now: float) -> Rejection | None:
    """Return why the signature in a payload does not authenticate it, or None."""
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


def _accept(delivery: Delivery, channel: Channel, payload: JsonValue, signature: str | None) -> Decision:
    """Identify and validate an authentic payload, and keep it. Raises ContractViolation."""
    identified = identify(payload, channel.name)
    content = _content(payload, channel.excluded_from_comparison)
    drift: tuple[str, ...] = ()
    if isinstance(identified, UnknownKind):
        outcome, message, kind = Outcome.UNKNOWN, None, identified.kind
        identity = _named(kind, content.hex())
    else:
        report = identified.report(payload)
        if report.violations:
            raise ContractViolation(report)
        outcome, message, kind = Outcome.ACCEPTED, identified.message, None
        drift = tuple(violation.instance_pointer for violation in report.drift)
        identity = _named(*(_compared(resolve(payload, tokens)) for tokens in _identity(message)))
    return Decision(
        outcome,
        channel.name,
        delivery.body,
        message=message,
        kind=kind,
        identity=identity,
        content=content,
        payload=orjson.dumps(payload).decode(),
        signature=signature,
        occurred_at=occurred_at(payload, channel.name),
        drift=drift,
    )


def _rejected(delivery: Delivery, outcome: Outcome, rejection: Rejection) -> Decision:
    return Decision(outcome, delivery.channel, delivery.body, rejection=rejection)


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
        rejection=Rejection(Reason.CONTRACT, str(report.violations[0])),
    )


def _named(*values: object) -> str:
    return orjson.dumps(values, default=str).decode()


def _same_media_type(given: str | None, documented: str) -> bool:
    return (given or "").partition(";")[0].strip().lower() == documented


@cache
def _identity(message: str) -> tuple[tuple[str, ...], ...]:
    return tuple(parse_pointer(pointer) for pointer in message_of(message).identity)


def _compared(value: object) -> object:
    """Return a part of an identity as it is compared: null, like any member, is not there."""
    return value if type(value) is str else ABSENT if value is None else canonical(value)


def _content(payload: JsonValue, excluded: tuple[str, ...]) -> bytes:
    """Hash a payload without what varies between two deliveries of the same event.

    A payload beyond `COMPARED` is hashed as it came: to mend it would hold up the event loop, and what its next delivery
    spells in another way is kept, too, as a conflict.
    """
    if isinstance(payload, dict):
        payload = payload.copy()
        for name in excluded:
            payload.pop(name, None)
    text = orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)
    if _may_vary(text) and len(text) <= COMPARED:
        text = orjson.dumps(canonical(payload), option=orjson.OPT_SORT_KEYS)
    return sha256(text).digest()


def _may_vary(text: bytes) -> bool:
    """Whether a text without blanks may hold a null member or a whole float.

    One byte is looked for many times faster than several, and a dot leads to whole floats faster than what follows it.
    """
    return b":null" in text or (b"." in text and _WHOLE_FLOAT.search(text) is not None) or (_RARE in text and _EXPONENT in text)
