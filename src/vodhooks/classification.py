"""What a body is: decoded, identified and validated, as one value that every caller reads.

    found = classify(body, "polyv.video_outline")
    found.outcome       # accepted, unknown, quarantined, not JSON or not identified
    found.report        # where it breaks its contract, or drifts from it
    found.identity      # what the inbox compares

What costs more than the outcome is worked out when it is first asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.decoding import decode
from vodhooks.errors import ContractViolation, NotIdentified, NotJson
from vodhooks.identification import UnknownKind, identify
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.validation import VIOLATION_LIMIT, validator

if TYPE_CHECKING:
    from vodhooks.engines import Engine
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Report
    from vodhooks.validation import Validator

__all__ = [
    "KEPT",
    "Classification",
    "Outcome",
    "canonical",
    "classify",
    "classify_payload",
    "content_hash",
    "occurred_at",
]

COMPARED = 2**18
"""How long a payload may be, in bytes, so that nulls and whole floats are evened out before it is compared."""

LONGEST_NAME = 200
"""How many characters of a kind, or of a text in an identity, are stored; the hash of the whole text replaces the rest."""

_WHOLE_FLOAT = re.compile(rb"\.(?=0[,}\]])")
_EXPONENT = orjson.dumps(1e16)[1:-1]
"""How orjson begins the exponent of a float between 1e16, from where on it writes one, and 2**64."""

_RARE = _EXPONENT[-2:-1]
"""The byte of it that is rare elsewhere: the plus sign, if orjson writes one."""


class Outcome(StrEnum):
    """What a body is, or why a receiver has not looked at it. The first three are kept."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    QUARANTINED = "quarantined"
    NOT_JSON = "not-json"
    NOT_IDENTIFIED = "not-identified"
    NOT_AUTHENTIC = "not-authentic"
    WRONG_MEDIA_TYPE = "wrong-media-type"


KEPT = frozenset({Outcome.ACCEPTED, Outcome.UNKNOWN, Outcome.QUARANTINED})
_EVENTS = frozenset({Outcome.ACCEPTED, Outcome.UNKNOWN})


@dataclass(frozen=True, eq=False)  # its payload has no hash
class Classification:
    """What a body is. Made by `classify` and `classify_payload`.

    Attributes:
        outcome: what it is.
        body: the bytes as they arrived; empty where only a payload was given.
        channel: the channel that it belongs to; None for a reply that is fetched, and where that is not known.
        payload: the decoded payload; None for what is not JSON.
        validator: of its message, where that is known.
        kind: the discriminator of an unknown message.
        drifts: whether it keeps its contract and holds what the contract does not know.
        refusal: why its channel has no such message.
        error: why it is not JSON or not identified.
    """

    outcome: Outcome
    body: bytes = b""
    channel: str | None = None
    payload: JsonValue = None
    validator: Validator | None = None
    kind: str | None = None
    drifts: bool = False
    refusal: Report | None = None
    error: NotJson | NotIdentified | None = None

    @property
    def message(self) -> str | None:
        """Full name of the message; the channel's name for what its channel refuses; None where it is not known."""
        return (
            self.validator.message
            if self.validator
            else self.refusal.message
            if self.refusal
            else None
        )

    @property
    def kept_kind(self) -> str | None:
        """The kind as it is stored: a long one is cut, and its hash is added."""
        return None if self.kind is None else _cut_long(self.kind)

    @cached_property
    def report(self) -> Report | None:
        """Where it breaks its contract or drifts from it; None where there is no contract to compare it with."""
        return self.explain()

    def explain(self, *, limit: int = VIOLATION_LIMIT, show_values: bool = False) -> Report | None:
        """Return the report with at most `limit` places, and with values of the payload if `show_values`."""
        if self.validator is None:
            return self.refusal
        if self.outcome is Outcome.QUARANTINED:
            return self.validator.explain_violations(
                self.payload, limit=limit, show_values=show_values
            )
        if self.drifts:
            return self.validator.explain_drift(self.payload, limit=limit, show_values=show_values)
        return self.validator.clean

    @property
    def drift(self) -> tuple[str, ...]:
        """JSON Pointers to what in the payload the contract does not know."""
        return (
            tuple(found.instance_pointer for found in self.report.drift)
            if self.drifts and self.report
            else ()
        )

    @cached_property
    def identity(self) -> str:
        """What identifies the event on its channel; empty for what is not kept."""
        if self.outcome is Outcome.ACCEPTED and self.validator:
            places = _identity(self.validator.message)
            if not places:
                return _text(self.content.hex())
            return _text(
                *_identity_parts([resolve(self.payload, tokens) for tokens in places], self.content)
            )
        return (
            _text(self.kept_kind, self.content.hex())
            if self.outcome is Outcome.UNKNOWN
            else self.content.hex()
        )

    @cached_property
    def content(self) -> bytes:
        """Hash of the payload without what varies between deliveries, in quarantine of the body; empty for what is not kept."""
        if self.outcome in _EVENTS:
            return content_hash(self.payload, self.channel)
        if self.outcome is Outcome.QUARANTINED:
            from hashlib import sha256

            return sha256(self.body).digest()
        return b""

    @property
    def text(self) -> str | None:
        """The payload as compact JSON, for what keeps its contract or has none."""
        return orjson.dumps(self.payload).decode() if self.outcome in _EVENTS else None

    @property
    def occurred_at(self) -> datetime | None:
        """When the event happened, where the payload says so."""
        return (
            occurred_at(self.payload, self.channel)
            if self.channel and self.outcome in _EVENTS
            else None
        )


def classify(
    body: bytes,
    channel: str | None = None,
    *,
    message: str | None = None,
    engine: Engine = "jsonschema-rs",
) -> Classification:
    """Decode a body, identify its message, and validate it.

    Args:
        body: the bytes as they arrived.
        channel: the channel that they arrived on, or the name of a reply. Without one the content decides, where it can.
        message: full name of the message, where that is known: nothing is identified then.
        engine: the engine that validates.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        MessageNotFound: the catalogue has no such message.
    """
    try:
        payload = decode(body)
    except NotJson as error:
        return Classification(Outcome.NOT_JSON, body, channel, error=error)
    return classify_payload(payload, channel, body=body, message=message, engine=engine)


def classify_payload(
    payload: JsonValue,
    channel: str | None = None,
    *,
    body: bytes = b"",
    message: str | None = None,
    engine: Engine = "jsonschema-rs",
) -> Classification:
    """Identify the message of a decoded payload, and validate it, as `classify` does; `body` is what it was decoded from."""
    try:
        found = validator(message, engine) if message else identify(payload, channel)
    except ContractViolation as violation:
        return Classification(Outcome.QUARANTINED, body, channel, payload, refusal=violation.report)
    except NotIdentified as error:
        return Classification(Outcome.NOT_IDENTIFIED, body, channel, payload, error=error)
    if type(found) is not UnknownKind and engine != "jsonschema-rs":
        found = validator(found.message, engine)
    return _check(found, payload, body)


def _check(found: Validator | UnknownKind, payload: JsonValue, body: bytes) -> Classification:
    """Validate a payload that has been identified; `body` is what it was decoded from."""
    if type(found) is UnknownKind:
        return Classification(Outcome.UNKNOWN, body, found.channel, payload, kind=found.kind)
    is_clean = found.accepts_without_drift(payload)
    drifts = not is_clean and found.tolerates(payload)
    outcome = Outcome.ACCEPTED if is_clean or drifts else Outcome.QUARANTINED
    channel = message_of(found.message).channel
    return Classification(outcome, body, channel, payload, found, drifts=drifts)


def occurred_at(payload: JsonValue, channel: str) -> datetime | None:
    """Return when the event of a payload happened, or None where it names no time that a calendar has."""
    where = channel_of(channel).occurred_at
    moment = resolve(payload, _tokens(where.pointer)) if where else None
    if where is None or isinstance(moment, bool) or not isinstance(moment, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(moment / (1000 if where.unit == "milliseconds" else 1), UTC)
    except (OverflowError, ValueError, OSError):
        return None


def content_hash(payload: JsonValue, channel: str | None) -> bytes:
    """Return the hash of a payload without what varies between two deliveries of the same event on a channel."""
    from hashlib import sha256

    excluded = channel_of(channel).excluded_from_comparison if channel else ()
    return sha256(_comparable_text(payload, excluded)).digest()


def canonical(value: Any) -> Any:
    """Return the form in which values of two deliveries are compared: explicit nulls are absent, and 30.0 is 30.

    Numbers stay as they are where 64 bits do not hold the integer. The rest of the value is shared, not copied.
    """
    if isinstance(value, dict):
        return {name: canonical(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    return (
        int(value)
        if isinstance(value, float) and value.is_integer() and -(2.0**63) <= value < 2.0**64
        else value
    )


_tokens = cache(parse_pointer)
"""Pointers of the contract are few, and each delivery asks for them."""


def _text(*values: object) -> str:
    return orjson.dumps(values, default=str).decode()


@cache
def _identity(message: str) -> tuple[tuple[str, ...], ...]:
    return tuple(parse_pointer(pointer) for pointer in message_of(message).identity)


def _compare_as(value: object) -> object:
    """Return a part of an identity as it is compared: null counts as absent."""
    return value if type(value) is str else ABSENT if value is None else canonical(value)


def _identity_parts(parts: list[object], content: bytes) -> list[object]:
    """Return the parts of an identity as they are kept.

    Where one is missing or blank, the content is added: the parts alone would not distinguish events.
    """
    found = [_cut_long(part) if isinstance(part, str) else _compare_as(part) for part in parts]
    is_empty = any(part is ABSENT or (isinstance(part, str) and not part.strip()) for part in found)
    return [*found, content.hex()] if is_empty else found


def _cut_long(text: str) -> str:
    """Return a text of bounded length; a hash stands for what is cut, so it is longer than any text that is not cut."""
    if len(text) <= LONGEST_NAME:
        return text
    from hashlib import sha256

    return f"{text[:LONGEST_NAME]}... sha256:{sha256(text.encode()).hexdigest()}"


def _comparable_text(payload: JsonValue, excluded: tuple[str, ...]) -> bytes:
    """Return the text of a payload without what varies between two deliveries of the same event.

    A payload longer than `COMPARED` stays as it came: to even it out would block the event loop. If its next delivery
    is spelled in another way, that is stored as a conflict.
    """
    if isinstance(payload, dict):
        payload = payload.copy()
        for name in excluded:
            payload.pop(name, None)
    text = orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)
    if _may_vary(text) and len(text) <= COMPARED:
        text = orjson.dumps(canonical(payload), option=orjson.OPT_SORT_KEYS)
    return text


def _may_vary(text: bytes) -> bool:
    """Whether a text without blanks may hold a null member or a whole float.

    A search for one byte is many times faster than for several, and dots are rarer than the zeros behind them.
    """
    return (
        b":null" in text
        or (b"." in text and _WHOLE_FLOAT.search(text) is not None)
        or (_RARE in text and _EXPONENT in text)
    )
