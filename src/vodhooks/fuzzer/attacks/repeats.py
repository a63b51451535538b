"""Attacks on how a receiver tells events apart: the same event more than once, and different ones that look alike."""

from __future__ import annotations

from functools import cache, partial
from math import ceil
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.fuzzer.attacks.cases import UNKNOWN_KIND, counted
from vodhooks.payloads.generator import UNKNOWN_PROPERTY
from vodhooks.payloads.invalid import every_break
from vodhooks.payloads.samples import examples
from vodhooks.payloads.sampling import sample_evenly
from vodhooks.payloads.shapes import shapes
from vodhooks.pointers import ABSENT, parse_pointer, places, put, resolve
from vodhooks.validation import validator
from vodhooks.vendor.events import sample_signature
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.pointers import Path
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]

Payload: TypeAlias = "dict[str, Any]"

CROWD = 50
"""How many deliveries are made at once."""

OTHERS = 4 * CROWD
"""How many other events come between an event and its copy."""

LARGE = 3 * 2**19
"""The size of a large event, in bytes: above the limits of many servers and brokers."""

WINDOWS = (0.0, 60.0, 300.0, 600.0, 900.0, 1_800.0, 3_600.0, 86_400.0)
"""Freshness windows that receivers have, in seconds. A copy comes just after each."""

EDGE_SECONDS = 0.5
"""How far from the end of a window an event and its copy arrive at least, in seconds."""

INTEGERS: Mapping[str, tuple[int, int]] = {
    "2-to-the-31": (2**31, 1),
    "beyond-double": (2**53 + 1, 2),
    "most-of-64-bits": (2**63 - 1, -2),
}
"""Integers that some receivers have no room for, and the step to others of the kind."""

FILLED = 12
"""How many payloads of a channel are filled with such integers at most."""

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
    yield from _of_one_event(endpoint)
    yield from _of_different_events(endpoint)
    several_of = partial(_several_of, endpoint.channel)
    yield several_of("broken-contract", _broken, 0, 1)
    if endpoint.unauthenticated is not None:
        yield several_of(
            "stranger", lambda endpoint: ((endpoint.unauthenticated or endpoint).delivery(),), 0, 0
        )


def _of_one_event(endpoint: Endpoint) -> Iterator[Case]:
    several_of = partial(_several_of, endpoint.channel)
    yield several_of("once", _once, 1, 1)
    yield several_of("same", lambda endpoint: (endpoint.delivery(),) * 2, 1, 1)
    if endpoint.signer is not None:
        yield several_of(
            "signed-afresh", lambda endpoint: _apart(endpoint, *[endpoint.event()] * 2), 1, 1
        )
        yield counted(endpoint.channel, "repeat/after-window", _after_windows)
    yield several_of("rewritten", _rewritten, 1, 1)
    yield counted(endpoint.channel, "repeat/after-others", _after_others)
    yield several_of(
        "at-once", lambda endpoint: (endpoint.delivery(),) * CROWD, 1, 1, together=True
    )
    yield several_of("other-body", lambda endpoint: _versions(endpoint, 2), 1, 2)
    yield several_of(
        "other-bodies-at-once", lambda endpoint: _versions(endpoint, CROWD), 1, CROWD, together=True
    )
    yield several_of("large", _large, 1, 1)
    pairs = [(message, how) for message in endpoint.channel.messages for how in INTEGERS]
    for message, how in sample_evenly(pairs, FILLED, lambda each: each[1]):
        number, step = INTEGERS[how]
        attack = partial(_integers, message=message, number=number, step=step)
        called = message.removeprefix(endpoint.channel.name)[1:]
        detail = "/".join(filter(None, (called, how)))
        yield counted(endpoint.channel, "repeat/integers", attack, detail)


def _of_different_events(endpoint: Endpoint) -> Iterator[Case]:
    several_of = partial(_several_of, endpoint.channel)
    place, text = (_free_place(endpoint.message, kind) for kind in (int, str))
    if endpoint.signer is not None:
        yield several_of("same-moment", _same_moment, 2, 2)
    if _both_kinds(endpoint):
        yield several_of("kinds", _both_kinds, 2, 2)
    if place:
        yield several_of("large-numbers", lambda endpoint: _neighbours(endpoint, place), 2, 2)
    yield from _of_endings(endpoint, text)
    yield several_of("different-at-once", _different, CROWD, CROWD, together=True)
    if _keeps_unknown(endpoint):
        yield several_of("unknown-kinds", _unknown, 2, 2)
        yield several_of("new-kinds", _known_and_unknown, 2, 2, detail="known-and-unknown")
        yield several_of("new-kinds", _both_unknown, 2, 2, detail="both-unknown")
    if _both_channels(endpoint):
        yield several_of("channels", _both_channels, 2, 2)


def _several_of(
    channel: Channel,
    check: str,
    requests: Callable[[Endpoint], tuple[Request, ...]],
    least: int,
    most: int,
    *,
    together: bool = False,
    detail: str = "",
) -> Case:
    """Return a case of some requests, of which so many events may come."""
    return counted(
        channel,
        f"repeat/{check}",
        lambda endpoint: RequestBatch(requests(endpoint), together, (least, most)),
        detail,
    )


def _of_endings(endpoint: Endpoint, place: Path) -> Iterator[Case]:
    sample = examples(endpoint.message)[0]
    for check, *endings in _ENDINGS if place else ():
        if _keeps_contract(endpoint.message, *_ending(sample, place, endings)):
            attack = partial(_lookalikes, place, endings)
            name = check.removeprefix("repeat/")
            yield _several_of(endpoint.channel, name, attack, 2, 2)


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


def _after_others(endpoint: Endpoint) -> RequestBatch:
    """Return a delivery, others in crowds, and the first again."""
    again = (endpoint.delivery(),)
    following: RequestBatch = RequestBatch(again)
    for _ in range(OTHERS // CROWD):
        following = RequestBatch(_different(endpoint), together=True, then=following)
    # That none of the others is lost is for other checks to say.
    return RequestBatch(again, stored=(1, OTHERS + 1), awaited=OTHERS + 1, then=following)


def _after_windows(endpoint: Endpoint) -> RequestBatch:
    """Return events whose signatures are just fresh for each window, and again afterwards."""
    now = endpoint.clock()
    lifetime = endpoint.signer.LIFETIME if endpoint.signer else 0.0
    # Schemes may count whole seconds.
    last = ceil(now + EDGE_SECONDS)
    events = [(endpoint.event(), last - lifetime - window) for window in WINDOWS]
    pause = last - now + EDGE_SECONDS
    return RequestBatch(
        tuple(endpoint.delivery(event, moment) for event, moment in events),
        stored=(len(events), len(events)),
        then=RequestBatch(
            tuple(endpoint.delivery(event, last) for event, _ in events), pause=pause
        ),
    )


def _large(endpoint: Endpoint) -> tuple[Request, ...]:
    event = endpoint.event()
    padding = LARGE - len(orjson.dumps(endpoint.signed(event)))
    return (endpoint.delivery({**event, UNKNOWN_PROPERTY: "x" * padding}),)


def _integers(endpoint: Endpoint, message: str, number: int, step: int) -> RequestBatch:
    """Return an event of its own identity in which every integer is as large as it may be."""
    full: Any = shapes(message)[0].generated.payload
    event: Any = endpoint.event(message, full)
    identity = [parse_pointer(pointer) for pointer in message_of(message).identity]
    values: dict[Path, int] = {}
    for place, value in places(event):
        if type(value) is int and place[0] not in endpoint.signature_members:
            own = step * next(endpoint.numbers) if place in identity else 0
            changed = put(event, place, number + own)
            if _keeps_contract(message, changed):
                event, values[place] = changed, number + own
    return RequestBatch((endpoint.delivery(event),), stored=(1, 1), values=values)


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


def _known_and_unknown(endpoint: Endpoint) -> tuple[Request, ...]:
    """Return an event and the same of a kind that has no contract."""
    kind = parse_pointer(endpoint.channel.discriminator or "")
    event = endpoint.event()
    return _apart(endpoint, event, put(event, kind, UNKNOWN_KIND))


def _both_unknown(endpoint: Endpoint) -> tuple[Request, ...]:
    """Return an event as two kinds that have no contract."""
    kind = parse_pointer(endpoint.channel.discriminator or "")
    event = endpoint.event()
    first, second = (put(event, kind, name) for name in (UNKNOWN_KIND, f"{UNKNOWN_KIND}2"))
    return _apart(endpoint, first, second)


def _keeps_unknown(endpoint: Endpoint) -> bool:
    return endpoint.channel.keeps_unknown and bool(endpoint.channel.discriminator)


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
    """Return a delivery twice that breaks its contract, but not where that tells its kind or its signature."""
    kept = {*parse_pointer(endpoint.channel.discriminator or ""), *endpoint.signature_members}
    broken = next(
        fault.payload
        for fault in every_break(endpoint.message)
        if fault.place and fault.place[0] not in kept
    )
    return (endpoint.delivery(endpoint.event(payload=broken)),) * 2


def _about_the_same(message: str, event: Payload, endpoint: Endpoint) -> Payload | None:
    """Return a message with the identity of an event, but for its kind, where the contract has room for it."""
    changed: Payload = endpoint.event(message)
    if not message_of(message).identity:
        return None
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
