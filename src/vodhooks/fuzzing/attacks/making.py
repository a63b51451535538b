"""Makes cases: their names, what an event that is not accepted comes to, and deliveries of changed payloads."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import message as message_of
from vodhooks.fuzzing.cases import Case, Expectation, Volley
from vodhooks.pointers import ABSENT, parse_pointer, put, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vodhooks.catalogue import Channel
    from vodhooks.engines import Path
    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Family
    from vodhooks.sending.requests import Request

__all__ = ["case", "changed", "consequence", "explained", "rewritten", "written"]


def case(channel: Channel, family: Family, detail: str, attack: Callable[[Aim], Request], *, alone: bool = False) -> Case:
    """Return a case that makes one request."""
    name = "/".join(filter(None, (channel.name, family.name, detail)))
    return Case(name, explained(family, channel), channel.name, lambda aim: Volley((attack(aim),)), alone)


def explained(family: Family, channel: Channel) -> Family:
    """Return a family with what else becomes of an event that has to be accepted, and is not, in its reason."""
    if family.expectation is not Expectation.ACCEPT:
        return family
    return replace(family, reason=f"{family.reason} {consequence(channel)}")


def consequence(channel: Channel) -> str:
    """Return what becomes of an event that is not accepted, from what the vendor says about delivering."""
    delivery = channel.delivery
    success = " or ".join(map(str, delivery.success))
    if delivery.retries is None:
        return f"Whether the vendor delivers again what is not answered {success} is not known: the event may be gone at once."
    if delivery.retries == 0:
        return f"The vendor does not deliver again what is not answered {success}: the event is gone at once."
    times = "once" if delivery.retries == 1 else f"{delivery.retries} times"
    return f"The vendor delivers again, {times} at most, what is not answered {success}; then the event is gone."


def changed(aim: Aim, message: str, payload: Any, place: Path, kept: Iterable[str]) -> Request:
    """Return the request that delivers a payload that was changed at a place, signed, with an identity of its own.

    Args:
        aim: what lets it in.
        message: full name of the message.
        payload: the payload.
        place: what stands there, if anything does, is delivered as it is, even where it is part of the identity.
        kept: names of members of the signature that are delivered as they are, or left out where they are not there.
    """
    if not isinstance(payload, dict):
        return aim.request(orjson.dumps(payload))
    event = aim.event(message, payload)
    value = resolve(payload, place)
    if place in _identity(message) and value is not ABSENT:
        event = put(event, place, value)
    signed = aim.signed(event)
    for name in kept:
        signed = put(signed, (name,), payload.get(name, ABSENT))
    return aim.request(orjson.dumps(signed))


def written(aim: Aim) -> bytes:
    """Return the body of a valid delivery, signed, as JSON without blanks."""
    return orjson.dumps(aim.signed(aim.event(aim.channel.messages[0])))


def rewritten(aim: Aim, change: Callable[[bytes], bytes]) -> Request:
    """Return the request that delivers a valid body, signed, after it has been changed."""
    return aim.request(change(written(aim)))


@cache
def _identity(message: str) -> frozenset[Path]:
    return frozenset(parse_pointer(pointer) for pointer in message_of(message).identity)
