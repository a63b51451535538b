"""A case is one thing that is sent to a receiver. Makes cases, and the deliveries of changed payloads that most of them are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.fuzzer.checks import CHECKS, Expectation
from vodhooks.pointers import ABSENT, parse_pointer, put, resolve
from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.checks import Check
    from vodhooks.pointers import Path
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = [
    "UNKNOWN_KIND",
    "Attack",
    "Case",
    "case",
    "changed",
    "consequence",
    "counted",
    "repeated",
    "rewritten",
    "same_each_time",
    "scripted",
    "valid_body",
    "waiting",
]

Attack: TypeAlias = RequestBatch | Script

UNKNOWN_KIND = "unknownKind"
"""A kind of message that no contract knows."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is sent to a receiver.

    Attributes:
        name: `<channel>/<check>` and, where a check has several cases on a channel, `/<detail>`; stable.
        check: what it tries, what is expected and why.
        channel: name of the channel that it is delivered on.
        attack: makes what is sent, signed for the moment at which it is called.
        alone: whether nothing else may be sent meanwhile.
        script: whether its attack is a script, or waits as long as one.
        message: full name of the message that it is about, where it has a payload of its own; empty: any.
        place: JSON Pointer to what was changed in the message; empty: not one place in it.
        condition: under which it is tried other than alone on a new connection, as its name ends; empty: none.
        argument: what `--case` takes to make it again; empty: its name.
    """

    name: str
    check: Check
    channel: str
    attack: Callable[[Endpoint], Attack]
    alone: bool = False
    script: bool = False
    message: str = ""
    place: str = ""
    condition: str = ""
    argument: str = ""


def case(
    channel: Channel,
    check: str,
    detail: str,
    attack: Callable[[Endpoint], Request],
    *,
    alone: bool = False,
    message: str = "",
    place: str = "",
) -> Case:
    """Return a case of a check that makes one request."""

    def batch(endpoint: Endpoint) -> RequestBatch:
        return RequestBatch((attack(endpoint),))

    made = _case(channel, check, detail, batch, alone=alone, message=message)
    return replace(made, place=place) if place else made


def repeated(
    channel: Channel, check: str, attack: Callable[[Endpoint], Request], times: int
) -> Case:
    """Return a case of a check that makes the same request many times."""
    return _case(
        channel, check, "", lambda endpoint: RequestBatch((attack(endpoint),) * times), alone=False
    )


def counted(
    channel: Channel, check: str, batch: Callable[[Endpoint], RequestBatch], detail: str = ""
) -> Case:
    """Return a case of a check whose requests have the store to themselves, so that events can be counted."""
    return _case(channel, check, detail, batch, alone=True)


def waiting(
    channel: Channel,
    check: str,
    batch: Callable[[Endpoint], RequestBatch],
    detail: str = "",
    *,
    message: str = "",
) -> Case:
    """Return a case of a check that waits for what a receiver does when it has answered."""
    return replace(_case(channel, check, detail, batch, alone=False, message=message), script=True)


def scripted(
    channel: Channel,
    check: str,
    attack: Callable[[Endpoint], Script],
    detail: str = "",
    *,
    alone: bool = False,
) -> Case:
    """Return a case of a check whose attack is a script."""
    return replace(_case(channel, check, detail, attack, alone=alone), script=True)


def _case(
    channel: Channel,
    check: str,
    detail: str,
    attack: Callable[[Endpoint], Attack],
    *,
    alone: bool,
    message: str = "",
) -> Case:
    name = "/".join(filter(None, (channel.name, check, detail)))
    return Case(
        name, _with_consequence(channel.name, check), channel.name, attack, alone, message=message
    )


@cache
def _with_consequence(channel: str, check: str) -> Check:
    """Return a check with what else becomes of an event that has to be accepted, and is not, in its reason."""
    found = CHECKS[check]
    if found.expectation is not Expectation.ACCEPT:
        return found
    return replace(found, reason=f"{found.reason} {consequence(channel_of(channel))}")


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


def changed(
    endpoint: Endpoint, message: str, payload: Any, place: Path, kept: Collection[str]
) -> Request:
    """Return the request that delivers a payload that was changed at a place, signed, with an identity of its own.

    Args:
        endpoint: where it goes.
        message: full name of the message.
        payload: the payload.
        place: what stands there is delivered as it is, unless it is a list or an object that is no part of the identity.
        kept: names of members of the signature that are delivered as they are, or left out where they are not there.
    """
    if not isinstance(payload, dict):
        return endpoint.request(orjson.dumps(payload))
    event = endpoint.event(message, payload)
    value = resolve(payload, place)
    is_fixed = place in _identity(message) or not isinstance(value, (dict, list))
    if is_fixed and value is not ABSENT and not kept:
        event = put(event, place, value)  # its new identity may have been given to it there
    signed = endpoint.signed(event)
    for name in kept:
        signed = put(signed, (name,), payload.get(name, ABSENT))
    return endpoint.request(orjson.dumps(signed))


def valid_body(endpoint: Endpoint) -> bytes:
    """Return the body of a valid delivery, signed, as JSON without blanks."""
    return orjson.dumps(endpoint.signed(endpoint.event()))


def rewritten(endpoint: Endpoint, change: Callable[[bytes], bytes]) -> Request:
    """Return the request that delivers a valid body, signed, after it has been changed."""
    return endpoint.request(change(valid_body(endpoint)))


def same_each_time(case: Case, endpoint: Endpoint) -> bool:
    """Whether a case delivers the same event each time, because what identifies it is a part of the case."""
    if case.script:
        return False
    first, second = (case.attack(endpoint) for _ in range(2))
    if not isinstance(first, RequestBatch) or not isinstance(second, RequestBatch):
        return False
    return len(first.requests) == 1 and _unsigned(first, endpoint) == _unsigned(second, endpoint)


def _unsigned(batch: RequestBatch, endpoint: Endpoint) -> Any:
    """Return the payload of the one delivery of a batch without its signature, or its body where that is no object."""
    body = batch.requests[0].body
    try:
        payload = orjson.loads(body)
    except orjson.JSONDecodeError:
        return body
    if not isinstance(payload, dict):
        return body
    return {
        name: value for name, value in payload.items() if name not in endpoint.signature_members
    }


@cache
def _identity(message: str) -> frozenset[Path]:
    return frozenset(parse_pointer(pointer) for pointer in message_of(message).identity)
