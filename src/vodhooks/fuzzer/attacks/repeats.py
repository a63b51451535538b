"""Attacks on how a receiver tells events apart: the same event more than once, and different ones that look alike."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.fuzzer.attacks.cases import UNKNOWN_KIND, several
from vodhooks.payloads.generator import UNKNOWN_PROPERTY
from vodhooks.payloads.samples import examples
from vodhooks.pointers import ABSENT, parse_pointer, put, resolve
from vodhooks.validation import validator
from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.pointers import Path
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]

Payload: TypeAlias = "dict[str, Any]"

CROWD = 50
"""How many deliveries are made at once."""

APART_SECONDS = 2.0
"""How much earlier than the second delivery the first was signed, in seconds: schemes count whole ones."""


_ENDINGS = (
    ("repeat/letter-case", "-a", "-A"),
    ("repeat/trailing-blank", "-a", "-a "),
    ("repeat/unicode-forms", "-\u00e9", "-e\u0301"),
)
"""Endings that make of one identifier two that are easily taken for each other."""


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""

    def several_of(
        check: str,
        requests: Callable[[Endpoint], tuple[Request, ...]],
        least: int,
        most: int,
        *,
        together: bool = False,
    ) -> Case:
        return several(
            endpoint.channel, f"repeat/{check}", requests, (least, most), together=together
        )

    number, text = (_free_place(endpoint.message, kind) for kind in (int, str))
    yield several_of("once", _once, 1, 1)
    yield several_of("same", lambda endpoint: (endpoint.delivery(),) * 2, 1, 1)
    if endpoint.signer is not None:
        yield several_of(
            "signed-afresh", lambda endpoint: _apart(endpoint, *[endpoint.event()] * 2), 1, 1
        )
    yield several_of("rewritten", _rewritten, 1, 1)
    yield several_of(
        "at-once", lambda endpoint: (endpoint.delivery(),) * CROWD, 1, 1, together=True
    )
    yield several_of("other-body", lambda endpoint: _versions(endpoint, 2), 1, 2)
    yield several_of(
        "other-bodies-at-once", lambda endpoint: _versions(endpoint, CROWD), 1, CROWD, together=True
    )
    if endpoint.signer is not None:
        yield several_of("same-moment", _same_moment, 2, 2)
    if _both_kinds(endpoint):
        yield several_of("kinds", _both_kinds, 2, 2)
    if number:
        yield several_of("large-numbers", lambda endpoint: _neighbours(endpoint, number), 2, 2)
    yield from _of_endings(endpoint, text)
    yield several_of("different-at-once", _different, CROWD, CROWD, together=True)
    if endpoint.channel.keeps_unknown and endpoint.channel.discriminator:
        yield several_of("unknown-kinds", _unknown, 2, 2)
    if _both_channels(endpoint):
        yield several_of("channels", _both_channels, 2, 2)
    yield several_of("broken-contract", _broken, 0, 1)
    if endpoint.unauthenticated is not None:
        yield several_of(
            "stranger", lambda endpoint: ((endpoint.unauthenticated or endpoint).delivery(),), 0, 0
        )


def _of_endings(endpoint: Endpoint, place: Path) -> Iterator[Case]:
    sample = examples(endpoint.message)[0]
    for check, *endings in _ENDINGS if place else ():
        if _keeps_contract(endpoint.message, *_ending(sample, place, endings)):
            yield several(endpoint.channel, check, partial(_lookalikes, place, endings), (2, 2))


def _once(endpoint: Endpoint) -> tuple[Request, ...]:
    """Return a delivery signed a little earlier than anything else, so that it is not taken for a replay."""
    return (endpoint.delivery(moment=endpoint.clock() - APART_SECONDS),)


def _different(endpoint: Endpoint) -> tuple[Request, ...]:
    return tuple(endpoint.delivery() for _ in range(CROWD))


def _apart(endpoint: Endpoint, first: Payload, second: Payload) -> tuple[Request, ...]:
    """Return deliveries that were not signed at the same moment, and so have signatures of their own."""
    now = endpoint.clock()
    return endpoint.delivery(first, now - APART_SECONDS), endpoint.delivery(second, now)


def _rewritten(endpoint: Endpoint) -> tuple[Request, ...]:
    signed = endpoint.signed(endpoint.event())
    return endpoint.request(orjson.dumps(signed)), endpoint.request(
        orjson.dumps(dict(reversed(signed.items())))
    )


def _versions(endpoint: Endpoint, count: int) -> tuple[Request, ...]:
    event = endpoint.event()
    return tuple(
        endpoint.delivery({**event, UNKNOWN_PROPERTY: version}) for version in range(count)
    )


def _same_moment(endpoint: Endpoint) -> tuple[Request, ...]:
    moment = endpoint.clock()
    return endpoint.delivery(moment=moment), endpoint.delivery(moment=moment)


def _neighbours(endpoint: Endpoint, place: Path) -> tuple[Request, ...]:
    """Return two events whose numbers are the same once they have been doubles: those are even there, and ties go to fours."""
    event, four = endpoint.event(), 2**53 + 4 * next(endpoint.numbers)
    return _apart(endpoint, put(event, place, four), put(event, place, four + 1))


def _lookalikes(place: Path, endings: Sequence[str], endpoint: Endpoint) -> tuple[Request, ...]:
    return _apart(endpoint, *_ending(endpoint.event(), place, endings))


def _ending(payload: Payload, place: Path, endings: Sequence[str]) -> list[Payload]:
    return [put(payload, place, f"{resolve(payload, place)}{ending}") for ending in endings]


def _both_kinds(endpoint: Endpoint) -> tuple[Request, ...]:
    """Return messages of two kinds that are about the same thing, or nothing where a channel has no two such."""
    event = endpoint.event()
    for other in endpoint.channel.messages:
        alike = None if other == endpoint.message else _about_the_same(other, event, endpoint)
        if alike is not None:
            return _apart(endpoint, event, alike)
    return ()


def _both_channels(endpoint: Endpoint) -> tuple[Request, ...]:
    """Return messages of two channels that are about the same thing, or nothing where there are no two such."""
    event = endpoint.event()
    for other in endpoint.others.values():
        first = other.channel.messages[0]
        alike = None if other.channel == endpoint.channel else _about_the_same(first, event, other)
        if (
            alike is not None
            and message_of(first).identity == message_of(endpoint.message).identity
        ):
            return endpoint.delivery(event), other.delivery(alike)
    return ()


def _unknown(endpoint: Endpoint) -> tuple[Request, ...]:
    kind = parse_pointer(endpoint.channel.discriminator or "")
    return _apart(
        endpoint,
        put(endpoint.event(), kind, UNKNOWN_KIND),
        put(endpoint.event(), kind, UNKNOWN_KIND),
    )


def _broken(endpoint: Endpoint) -> tuple[Request, ...]:
    """Return a delivery twice that lacks a member that its contract demands."""
    event = endpoint.event()
    discriminator = parse_pointer(endpoint.channel.discriminator or "")
    lacking = (put(event, (name,), ABSENT) for name in event if (name,) != discriminator)
    broken = next(payload for payload in lacking if not _keeps_contract(endpoint.message, payload))
    return (endpoint.delivery(broken),) * 2


def _about_the_same(message: str, event: Payload, endpoint: Endpoint) -> Payload | None:
    """Return a message with the identity of an event, but for its kind, where the contract has room for it."""
    changed: Payload = endpoint.event(message)
    for pointer in message_of(message).identity:
        if pointer != endpoint.channel.discriminator:
            value = resolve(dict(event), parse_pointer(pointer))
            if value is ABSENT:
                return None
            changed = put(changed, parse_pointer(pointer), value)
    return changed if _keeps_contract(message, changed) else None


@cache
def _free_place(message: str, kind: type) -> Path:
    """Return the place of a value of some type in a message's identity that does not tell its kind, or nothing."""
    known = message_of(message)
    discriminator = channel_of(known.channel or "").discriminator
    places = [parse_pointer(pointer) for pointer in known.identity if pointer != discriminator]
    sample = examples(message)[0]
    return next((place for place in places if type(resolve(sample, place)) is kind), ())


def _keeps_contract(message: str, *payloads: Payload) -> bool:
    """Whether all payloads keep the contract of a message, once they are signed."""
    signature = sample_signature(channel_of(message_of(message).channel or "").signature)
    return all(validator(message).accepts({**payload, **signature}) for payload in payloads)
