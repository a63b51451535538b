"""Attacks on signatures: wrong, missing, odd, or of another time. Only where the aim has a secret.

How a scheme signs is the signer's business; here a signature is a text and the time that it covers.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.errors import SignatureError
from vodhooks.fuzzing.attacks.making import case
from vodhooks.fuzzing.cases import Expectation, Family
from vodhooks.pointers import ABSENT, parse_pointer, put
from vodhooks.sending.drafts import specimen
from vodhooks.testing.growing import STRANGER
from vodhooks.testing.samples import example
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case
    from vodhooks.sending.requests import Request

__all__ = ["cases"]

FAR = 30 * 86_400.0
"""How far from now a signature is that no receiver should take for fresh, in seconds."""

NEAR = 10.0
"""How far from now a signature may always be: networks are slow and clocks differ, in seconds."""

OTHER_SECRETS = {"another": b"anotherSecret", "empty": b"", "none": b"None", "null": b"null", "undefined": b"undefined"}
"""Secrets that strangers may try: some other one, and what scripting languages make of one that is not set."""


def _denied(name: str, title: str, reason: str, implied_by: str | None = "signature/wrong") -> Family:
    return Family(f"signature/{name}", Expectation.DENY, title, reason, implied_by)


WRONG = _denied(
    "wrong",
    "a signature that was made without the secret",
    "Whoever finds the URL can make events up, and the application acts upon them.",
    None,
)
MISSING = _denied(
    "missing",
    "a signature that is missing, in whole or in part",
    "A check that is only made where there is something to check keeps nobody out.",
)
PART = _denied(
    "part",
    "a part of the right signature, or more than it",
    "A comparison that stops with the shorter text lets in who guesses a single digit.",
)
TYPE = _denied(
    "type",
    "a signature of another type",
    "Loose comparisons take true, zero or an array for any text, and strict ones may fall over them.",
)
TEXT = _denied(
    "text",
    "a signature with characters that no signature has",
    "Comparing in constant time fails on some of them; what is an error of the server is delivered again and again.",
)
STALE = _denied(
    "stale",
    "a genuine signature from long ago",
    "The signature covers nothing but the time: who has recorded one delivery can sign any event with it, for ever.",
)
FUTURE = _denied(
    "future",
    "a genuine signature from far ahead",
    "A time that lies ahead stays fresh until it comes; no vendor signs so, and what leaks is valid for all that while.",
)
TIME = _denied(
    "time",
    "a time that nobody signs at",
    "Times that no calendar holds make date functions fail, and times of another unit are never stale or always.",
)
FRESH = Family(
    "signature/fresh",
    Expectation.ACCEPT,
    "a signature from a moment ago, or by a clock that is a little fast",
    "Deliveries take time, are tried again, and no two clocks agree.",
    "contract/sample",
)
HARMLESS = Family(
    "signature/spelling",
    Expectation.SURVIVE,
    "the right signature in another spelling",
    "Only the vendor can have made it. Whether it is taken for the same is the receiver's choice, but it must not fall over it.",
)
MISTYPED = Family(
    "signature/mistyped",
    Expectation.REFUSE,
    "the right signature, with a member of a type that the contract does not allow",
    "It is authentic and breaks the contract.",
)

_SIGNS: Mapping[Family, Mapping[str, Callable[[str], object]]] = {
    WRONG: {
        "first-digit": lambda sign: _other(sign[0]) + sign[1:],
        "middle-digit": lambda sign: sign[:20] + _other(sign[20]) + sign[21:],
        "last-digit": lambda sign: sign[:-1] + _other(sign[-1]),
        "reversed": lambda sign: sign[::-1],
        "zeros": lambda sign: "0" * len(sign),
    },
    MISSING: {"null": lambda _: None, "empty": lambda _: "", "blank": lambda _: " "},
    PART: {
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
    TYPE: {
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
    TEXT: {
        "accents": lambda sign: "\u00e9" * len(sign),
        "full-width": lambda sign: "".join(chr(ord(digit) + 0xFEE0) for digit in sign[:-1]) + "\uff1f",
        "astral": lambda sign: "\U0001f600" * len(sign),
        "nul": lambda sign: f"\0{sign[1:]}",
        "long": lambda sign: sign[:-1] * 2_500,
    },
    HARMLESS: {
        "lower-case": str.lower,
        "upper-case": str.upper,
        "blanks-around": lambda sign: f" {sign} ",
        "newline-behind": lambda sign: f"{sign}\n",
        "nul-behind": lambda sign: f"{sign}\0",
    },
    MISTYPED: {"in-an-array": lambda sign: [sign], "in-an-object": lambda sign: {"value": sign}},
}
"""What stands in place of the text that is the signature."""

_TIMES: Mapping[Family, Mapping[str, Callable[[int], object]]] = {
    WRONG: {"later": lambda time: time + 1},
    MISSING: {"null": lambda _: None, "empty": lambda _: ""},
    TIME: {
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
        "other-digits": lambda time: "".join(chr(ord(digit) - ord("0") + 0x0661) for digit in str(time)),
        "many-digits": lambda _: "9" * 5_000,
        "true": lambda _: True,
        "array": lambda _: [],
        "object": lambda _: {},
    },
    HARMLESS: {
        "digits": str,
        "fraction": float,
        "blanks-around": lambda time: f" {time} ",
        "plus": lambda time: f"+{time}",
        "in-an-array": lambda time: [time],
        "in-an-object": lambda time: {"value": time},
    },
}
"""What stands in place of the time that is signed; of `TIME` the whole numbers are signed, where the scheme can sign them."""


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    if aim.signer is None:
        return
    channel = aim.channel
    for detail, secret in OTHER_SECRETS.items():
        yield case(channel, WRONG, f"{detail}-secret", partial(_signed_by, secret=secret))
    for name, value in specimen(channel.signature).items():
        yield case(channel, MISSING, f"{name}-absent", partial(_replaced, names=(name,), change=lambda _: ABSENT))
        yield from _of_text(aim, name, value) if isinstance(value, str) else _of_time(aim, name, value)
    both = tuple(sorted(aim.signing))
    yield case(channel, MISSING, "all-null", partial(_replaced, names=both, change=lambda _: None))
    for message in channel.messages:
        last = message.rpartition(".")[2]
        unsigned = partial(_replaced, names=both, change=lambda _: ABSENT, message=message)
        yield case(channel, MISSING, f"all-absent-from-{last}", unsigned)
        yield case(channel, WRONG, f"on-{last}", partial(_signed_by, message=message))
    if channel.keeps_unknown:
        yield case(channel, WRONG, "on-an-unknown-kind", partial(_signed_by, kind=STRANGER))
    yield case(channel, STALE, "", partial(_signed_then, seconds=-FAR))
    yield case(channel, FUTURE, "", partial(_signed_then, seconds=FAR))
    yield case(channel, FRESH, "past", partial(_signed_then, seconds=-NEAR))
    yield case(channel, FRESH, "ahead", partial(_signed_then, seconds=NEAR))


def _of_text(aim: Aim, name: str, sign: str) -> Iterator[Case]:
    for family, changes in _SIGNS.items():
        for detail, change in changes.items():
            if change(sign) != sign:
                yield case(aim.channel, family, f"{name}-{detail}", partial(_replaced, names=(name,), change=change))


def _of_time(aim: Aim, name: str, time: int) -> Iterator[Case]:
    allows = validator(aim.channel.messages[0]).accepts
    valid = {**example(aim.channel.messages[0]), **specimen(aim.channel.signature)}
    for family, changes in _TIMES.items():
        for detail, change in changes.items():
            told = MISTYPED if family is HARMLESS and not allows({**valid, name: change(time)}) else family
            attack = partial(_signed_at, name=name) if family is TIME else partial(_replaced, names=(name,))
            yield case(aim.channel, told, f"{name}-{detail}", partial(attack, change=change))


def _signed_by(
    aim: Aim, secret: bytes = OTHER_SECRETS["another"], message: str | None = None, kind: str | None = None
) -> Request:
    """Sign with another secret."""
    event = aim.event(message or aim.channel.messages[0])
    if kind is not None:
        event = put(event, parse_pointer(aim.channel.discriminator or ""), kind)
    signed = aim.signed(event)
    times = [signed[name] for name in aim.signing if isinstance(signed[name], int)]
    forged = {name: aim.signer.digest(secret, *times) for name in aim.signing if aim.signer and isinstance(signed[name], str)}
    return aim.request(orjson.dumps({**signed, **forged}))


def _signed_then(aim: Aim, seconds: float) -> Request:
    """Sign for another moment, so many seconds from now."""
    return aim.delivery(aim.event(aim.channel.messages[0]), aim.clock() + seconds)


def _replaced(aim: Aim, names: Iterable[str], change: Callable[[Any], object], message: str | None = None) -> Request:
    """Change members of the signature after signing."""
    signed = aim.signed(aim.event(message or aim.channel.messages[0]))
    for name in names:
        signed = put(signed, (name,), change(signed[name]))
    return aim.request(orjson.dumps(signed))


def _signed_at(aim: Aim, name: str, change: Callable[[int], object]) -> Request:
    """Change the time, and sign it if it is one that the scheme can sign."""
    signed = aim.signed(aim.event(aim.channel.messages[0]))
    time = change(signed[name])
    members = {**signed, name: time}
    if type(time) is int and aim.signer is not None:
        with suppress(SignatureError):
            sign = aim.signer.sign(time)
            members.update({other: sign for other in aim.signing if other != name})
    return aim.request(orjson.dumps(members))


def _other(digit: str) -> str:
    return "1" if digit == "0" else "0"
