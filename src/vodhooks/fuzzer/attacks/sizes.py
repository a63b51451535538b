"""Attacks with what is deep, long or large: bodies, nested values and numbers that the contract does not bound."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from vodhooks.catalogue import channel as channel_of
from vodhooks.fuzzer.attacks.cases import case, changed, repeated, rewritten
from vodhooks.fuzzer.attacks.rewrites import instead, with_value
from vodhooks.payloads.sampling import sample_evenly
from vodhooks.payloads.shapes import shapes
from vodhooks.pointers import places, put
from vodhooks.validation import validator
from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.pointers import JsonValue, Path
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]

DEEP = 100_000
"""How many arrays or objects are nested in one another."""

LARGE = 10 * 2**20
"""Size of a body that a receiver may well find too large, in bytes."""

LONG = 90_000
"""The length of a long text: below the 100 KB that some servers take, in characters."""

FILLED = 25
"""How many payloads of a channel are filled with such texts that are short, at most."""

PLACES = 30
"""How many places of a channel get one that is long, at most."""

HEAVY = 2**20
"""Size of a body that is sent again and again, in bytes."""

TIMES = 16
"""How often."""

DIGITS = 5_000
"""How many digits a number has that is long."""


_NESTED_ARRAYS = b"[" * DEEP + b"]" * DEEP
_NESTED_OBJECTS = b'{"a":' * DEEP + b"1" + b"}" * DEEP

_CHANGES: Mapping[str, Mapping[str, Callable[[bytes], bytes]]] = {
    "size/deep": {
        "arrays": instead(_NESTED_ARRAYS),
        "objects": instead(_NESTED_OBJECTS),
        "open-arrays": instead(b"[" * DEEP),
        "arrays-inside": with_value(_NESTED_ARRAYS),
        "objects-inside": with_value(_NESTED_OBJECTS),
    },
    "size/number": {
        "2-to-the-63": with_value(b"9223372036854775808"),
        "2-to-the-64": with_value(b"18446744073709551616"),
        "below-64-bits": with_value(b"-9223372036854775809"),
        "long": with_value(b"9" * DIGITS),
        "long-fraction": with_value(b"0." + b"9" * DIGITS),
        "infinite": with_value(b"1e400"),
        "vanishing": with_value(b"1e-400"),
        "huge-exponent": with_value(b"1e999999999"),
    },
    "size/body": {
        "blanks": lambda body: body.ljust(LARGE),
        "string": lambda body: with_value(b'"%b"' % (b"x" * (LARGE - len(body))))(body),
        "array": lambda body: with_value(b"[%b0]" % (b"0," * ((LARGE - len(body)) // 2)))(body),
    },
}


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for check, changes in _CHANGES.items():
        for detail, change in changes.items():
            yield case(endpoint.channel, check, detail, partial(rewritten, change=change))
    yield repeated(endpoint.channel, "size/repeated", _heavy, TIMES)
    for message, place, how, payload in _backtracking(endpoint.channel.name):
        called = message.removeprefix(endpoint.channel.name)[1:]
        detail = "/".join(filter(None, (called, *map(str, place), how)))
        attack = partial(changed, message=message, payload=payload, place=place, kept=())
        yield case(endpoint.channel, "size/backtracking", detail, attack, message=message)


def _heavy(endpoint: Endpoint) -> Request:
    """Return a heavy delivery of somebody who knows the URL alone, where that is not enough."""
    sender = endpoint.unauthenticated or endpoint
    request = sender.delivery()
    return replace(request, body=with_value(b'"%b"' % (b"x" * HEAVY))(request.body))


@cache
def _backtracking(name: str) -> tuple[tuple[str, Path, str, JsonValue], ...]:
    """Return payloads with such texts, short ones everywhere or a long one at a place."""
    channel = channel_of(name)
    signed = sample_signature(channel.signature)
    full = {message: shapes(message)[0].generated.payload for message in channel.messages}
    texts = [
        (message, place)
        for message, payload in full.items()
        for place, value in places(payload)
        if isinstance(value, str) and place[0] not in signed
    ]
    found: list[tuple[str, Path, str, JsonValue]] = []
    short = [(message, how) for message in full for how in _SHORT]
    for message, how in sample_evenly(short, FILLED, lambda each: each[1]):
        filled = full[message]
        for place in (place for other, place in texts if other == message):
            attempt = put(filled, place, _SHORT[how])
            filled = attempt if validator(message).accepts(attempt) else filled
        found.append((message, (), how, filled))
    for message, place in sample_evenly(texts, PLACES, lambda each: each[0]):
        payload = put(full[message], place, _BLANKS)
        if validator(message).accepts(payload):
            found.append((message, place, "blanks", payload))
    return tuple(found)


_SHORT = {
    "digits": "1" * 60 + "x",
    "letters": "a" * 60 + "!",
    "words": "a " * 30 + "!",
    "labels": "a." * 30 + "!",
    "pairs": "a=1&" * 15 + "!",
}
"""Texts on which expressions with a repetition in a repetition never end."""

_BLANKS = " " * LONG + "x"
"""A text on which expressions that trim take the square of its length."""
