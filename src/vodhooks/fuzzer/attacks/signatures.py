"""Attacks on signatures: wrong, missing, odd, or of another time. Only where the endpoint has a secret.

How a scheme signs is the signer's business; here a signature is a text and the time that it covers.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.errors import SignatureError
from vodhooks.fuzzer.attacks.cases import UNKNOWN_KIND, case, counted
from vodhooks.payloads.samples import example
from vodhooks.pointers import ABSENT, parse_pointer, put
from vodhooks.validation import validator
from vodhooks.vendor.events import sample_signature
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]

HOUR = 3_600.0
DAY = 24 * HOUR
FAR: Mapping[str, float] = {
    "hours-25": 25 * HOUR,
    "days-2": 2 * DAY,
    "days-7": 7 * DAY,
    "days-30": 30 * DAY,
    "days-400": 400 * DAY,
}
"""How far from now a signature is that no receiver should take for fresh, in seconds."""

FAR_BEHIND_EXPIRY: Mapping[str, float] = {"hours-1": HOUR, "hours-6": 6 * HOUR}
"""The same, where the signature itself says when it expires."""

FAR_AHEAD: Mapping[str, float] = {"hours-1": HOUR, "hours-6": 6 * HOUR}
"""How far ahead no clock of a vendor is, in seconds, where the signature says when it was made."""

NEAR = 10.0
"""How far from now a signature may always be: networks are slow and clocks differ, in seconds."""

CLOSE = 60.0
"""How far ahead an expiry is that is taken for a time of sending too, in seconds."""

OTHER_SECRETS = {
    "another": b"anotherSecret",
    "empty": b"",
    "none": b"None",
    "null": b"null",
    "undefined": b"undefined",
}
"""Secrets that strangers may try: some other one, and what scripting languages make of one that is not set."""


_SIGNS: Mapping[str, Mapping[str, Callable[[str], object]]] = {
    "signature/wrong": {
        "first-digit": lambda sign: _other(sign[0]) + sign[1:],
        "middle-digit": lambda sign: sign[:20] + _other(sign[20]) + sign[21:],
        "last-digit": lambda sign: sign[:-1] + _other(sign[-1]),
        "reversed": lambda sign: sign[::-1],
        "zeros": lambda sign: "0" * len(sign),
    },
    "signature/missing": {"null": lambda _: None, "empty": lambda _: "", "blank": lambda _: " "},
    "signature/part": {
        "first-digit": lambda sign: sign[:1],
        "first-eight": lambda sign: sign[:8],
        "all-but-last": lambda sign: sign[:-1],
        "last-eight": lambda sign: sign[-8:],
        "twice": lambda sign: sign * 2,
        "digit-behind": lambda sign: f"{sign}0",
        "digit-before": lambda sign: f"0{sign}",
        "any": lambda _: "*",
        "like": lambda _: "%",
        "expression": lambda _: ".*",
    },
    "signature/type": {
        "zero": lambda _: 0,
        "number": lambda _: 1.5,
        "true": lambda _: True,
        "false": lambda _: False,
        "array": lambda _: [],
        "array-of-zero": lambda _: [0],
        "object": lambda _: {},
        "operator": lambda _: {"$ne": None},
        "nested": lambda _: [[[]]],
    },
    "signature/text": {
        "accents": lambda sign: "\u00e9" * len(sign),
        "full-width": lambda sign: (
            "".join(chr(ord(digit) + 0xFEE0) for digit in sign[:-1]) + "\uff1f"
        ),
        "astral": lambda sign: "\U0001f600" * len(sign),
        "nul": lambda sign: f"\0{sign[1:]}",
        "long": lambda sign: sign[:-1] * 2_500,
    },
    "signature/spelling": {
        "lower-case": str.lower,
        "upper-case": str.upper,
        "blanks-around": lambda sign: f" {sign} ",
        "newline-behind": lambda sign: f"{sign}\n",
        "nul-behind": lambda sign: f"{sign}\0",
    },
    "signature/mistyped": {
        "in-an-array": lambda sign: [sign],
        "in-an-object": lambda sign: {"value": sign},
    },
}
"""What stands in place of the text that is the signature."""

_TIMES: Mapping[str, Mapping[str, Callable[[int], object]]] = {
    "signature/wrong": {"later": lambda time: time + 1},
    "signature/missing": {"null": lambda _: None, "empty": lambda _: ""},
    "signature/time": {
        "zero": lambda _: 0,
        "one": lambda _: 1,
        "negative": lambda time: -time,
        "smaller-unit": lambda time: time * 1000,
        "larger-unit": lambda time: time // 1000,
        "least-of-13-digits": lambda _: 10**12,
        "most-of-13-digits": lambda _: 10**13 - 1,
        "most-of-12-digits": lambda _: 10**12 - 1,
        "year-10000": lambda _: 253_402_300_800,
        "31-bits": lambda _: 2**31,
        "63-bits": lambda _: 2**63 - 1,
        "64-bits": lambda _: 2**64 - 1,
        "huge": lambda _: 1e300,
        "date": lambda _: "2020-01-01T00:00:00Z",
        "text": lambda _: "x",
        "other-digits": lambda time: "".join(
            chr(ord(digit) - ord("0") + 0x0661) for digit in str(time)
        ),
        "many-digits": lambda _: "9" * 5_000,
        "true": lambda _: True,
        "array": lambda _: [],
        "object": lambda _: {},
    },
    "signature/spelling": {
        "digits": str,
        "fraction": float,
        "blanks-around": lambda time: f" {time} ",
        "plus": lambda time: f"+{time}",
        "in-an-array": lambda time: [time],
        "in-an-object": lambda time: {"value": time},
    },
}
"""What stands in place of the time that is signed; of `TIME` the whole numbers are signed, where the scheme can sign them."""


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    if endpoint.signer is None:
        return
    channel = endpoint.channel
    for detail, secret in OTHER_SECRETS.items():
        yield case(
            channel, "signature/wrong", f"{detail}-secret", partial(_signed_by, secret=secret)
        )
    for name, value in sample_signature(channel.signature).items():
        yield case(
            channel,
            "signature/missing",
            f"{name}-absent",
            partial(_replaced, names=(name,), change=lambda _: ABSENT),
        )
        yield from (
            _of_text(endpoint, name, value)
            if isinstance(value, str)
            else _of_time(endpoint, name, value)
        )
    both = tuple(sorted(endpoint.signature_members))
    yield case(
        channel,
        "signature/missing",
        "all-null",
        partial(_replaced, names=both, change=lambda _: None),
    )
    for message in channel.messages:
        last = message.rpartition(".")[2]
        unsigned = partial(_replaced, names=both, change=lambda _: ABSENT, message=message)
        yield case(
            channel, "signature/missing", f"all-absent-from-{last}", unsigned, message=message
        )
        yield case(
            channel,
            "signature/wrong",
            f"on-{last}",
            partial(_signed_by, message=message),
            message=message,
        )
    if channel.keeps_unknown:
        yield case(
            channel, "signature/wrong", "on-an-unknown-kind", partial(_signed_by, kind=UNKNOWN_KIND)
        )
    yield from _of_age(endpoint, endpoint.signer.LIFETIME)
    yield case(channel, "signature/fresh", "past", partial(_signed_then, seconds=-NEAR))
    yield case(channel, "signature/fresh", "ahead", partial(_signed_then, seconds=NEAR))


def _of_age(endpoint: Endpoint, lifetime: float) -> Iterator[Case]:
    """Yield cases with signatures of long ago, of far ahead, and of as long as they live."""
    stale = {**(FAR_BEHIND_EXPIRY if lifetime else {}), **FAR}
    ahead = {
        **({} if lifetime else FAR_AHEAD),
        **{name: FAR[name] for name in ("days-2", "days-30")},
    }
    for check, sign, distances in (("stale", -1, stale), ("future", 1, ahead)):
        for detail, seconds in distances.items():
            far = seconds + (lifetime if sign < 0 else 0.0)
            attack = partial(_signed_then, seconds=sign * far)
            yield case(endpoint.channel, f"signature/{check}", detail, attack)
    if lifetime:
        yield counted(endpoint.channel, "signature/lifetime", _about_to_expire_and_new)


def _of_text(endpoint: Endpoint, name: str, sign: str) -> Iterator[Case]:
    for check, changes in _SIGNS.items():
        for detail, change in changes.items():
            if change(sign) != sign:
                yield case(
                    endpoint.channel,
                    check,
                    f"{name}-{detail}",
                    partial(_replaced, names=(name,), change=change),
                )


def _of_time(endpoint: Endpoint, name: str, time: int) -> Iterator[Case]:
    allows = validator(endpoint.channel.messages[0]).accepts
    valid = {
        **example(endpoint.channel.messages[0]),
        **sample_signature(endpoint.channel.signature),
    }
    for check, changes in _TIMES.items():
        attack = partial(_signed_at if check == "signature/time" else _set, name=name)
        for detail, change in changes.items():
            mistyped = check == "signature/spelling" and not allows({**valid, name: change(time)})
            called = "signature/mistyped" if mistyped else check
            yield case(endpoint.channel, called, f"{name}-{detail}", partial(attack, change=change))


def _signed_by(
    endpoint: Endpoint,
    secret: bytes = OTHER_SECRETS["another"],
    message: str | None = None,
    kind: str | None = None,
) -> Request:
    """Sign with another secret."""
    event = endpoint.event(message)
    if kind is not None:
        event = put(event, parse_pointer(endpoint.channel.discriminator or ""), kind)
    signed = endpoint.signed(event)
    times = [signed[name] for name in endpoint.signature_members if isinstance(signed[name], int)]
    forged = {
        name: endpoint.signer.digest(secret, *times)
        for name in endpoint.signature_members
        if endpoint.signer and isinstance(signed[name], str)
    }
    return endpoint.request(orjson.dumps({**signed, **forged}))


def _about_to_expire_and_new(endpoint: Endpoint) -> RequestBatch:
    """Return a delivery that expires in a minute, and one that was signed now."""
    now = endpoint.clock()
    lifetime = endpoint.signer.LIFETIME if endpoint.signer else 0.0
    moments = (now - lifetime + CLOSE, now)
    deliveries = tuple(endpoint.delivery(endpoint.event(), moment) for moment in moments)
    return RequestBatch(deliveries, has_control=True)


def _signed_then(endpoint: Endpoint, seconds: float) -> Request:
    """Sign for another moment, so many seconds from now."""
    return endpoint.delivery(endpoint.event(), endpoint.clock() + seconds)


def _replaced(
    endpoint: Endpoint,
    names: Iterable[str],
    change: Callable[[Any], object],
    message: str | None = None,
) -> Request:
    """Change members of the signature after signing."""
    signed = endpoint.signed(endpoint.event(message))
    for name in names:
        signed = put(signed, (name,), change(signed[name]))
    return endpoint.request(orjson.dumps(signed))


def _set(endpoint: Endpoint, name: str, change: Callable[[Any], object]) -> Request:
    return _replaced(endpoint, (name,), change)


def _signed_at(endpoint: Endpoint, name: str, change: Callable[[int], object]) -> Request:
    """Change the time, and sign it if it is one that the scheme can sign."""
    signed = endpoint.signed(endpoint.event())
    time = change(signed[name])
    members = {**signed, name: time}
    if type(time) is int and endpoint.signer is not None:
        with suppress(SignatureError):
            sign = endpoint.signer.sign(time)
            members.update({other: sign for other in endpoint.signature_members if other != name})
    return endpoint.request(orjson.dumps(members))


def _other(digit: str) -> str:
    return "1" if digit == "0" else "0"
