"""Attacks with a user's own payloads, of kinds that have no contract."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.errors import FuzzingError, clip
from vodhooks.fuzzer.attacks.cases import case, counted
from vodhooks.payloads.generator import UNKNOWN_PROPERTY
from vodhooks.pointers import ABSENT, parse_pointer, places, put, resolve
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases", "with_own"]

LONG = 10_000
"""The length of a text that is long, in characters."""


def with_own(
    endpoints: Mapping[str, Endpoint], payloads: Iterable[Mapping[str, Any]]
) -> dict[str, Endpoint]:
    """Return endpoints that deliver a user's own payloads, each where its kind is kept.

    Args:
        endpoints: the endpoints by channel. Where there is only one, all payloads are for it.
        payloads: the payloads.

    Raises:
        FuzzingError: a payload's kind has a contract, or no channel, or several, would keep it.
    """
    found = dict(endpoints)
    for payload in payloads:
        name = _channel_of(payload, [each.channel for each in found.values()])
        unsigned = {
            key: value for key, value in payload.items() if key not in found[name].signature_members
        }
        found[name] = replace(found[name], own=(*found[name].own, unsigned))
    return found


def _channel_of(payload: Mapping[str, Any], channels: list[Channel]) -> str:
    fitting = [
        channel
        for channel in channels
        if len(channels) == 1
        or (channel.keeps_unknown and isinstance(_kind(payload, channel), str))
    ]
    if len(fitting) != 1:
        raise FuzzingError("a payload fits no channel, or several: name its channel with --channel")
    kind = _kind(payload, fitting[0])
    if isinstance(kind, str) and kind in fitting[0].message_by_kind:
        raise FuzzingError(f"{clip(kind)} has a contract: its cases are made from that")
    return fitting[0].name


def _kind(payload: Mapping[str, Any], channel: Channel) -> object:
    if channel.discriminator is None:
        return ABSENT
    return resolve(dict(payload), parse_pointer(channel.discriminator))


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    channel = endpoint.channel
    for index, payload in enumerate(endpoint.own):
        yield case(channel, "own/sample", str(index), partial(_delivery, payload=payload))
        yield counted(channel, "own/again", partial(_again, payload=payload), str(index))
        extended = {**payload, UNKNOWN_PROPERTY: {"a": [1, None, "text"]}}
        yield case(channel, "own/unknown-member", str(index), partial(_delivery, payload=extended))
        if endpoint.unauthenticated is not None:
            yield case(channel, "own/stranger", str(index), partial(_strange, payload=payload))
        for place, value in places(dict(payload)):
            for how, other in _others(value):
                detail = "/".join((str(index), *map(_word, place), how))
                changed = put(payload, place, other)
                yield case(channel, "own/shape", detail, partial(_delivery, payload=changed))


def _delivery(endpoint: Endpoint, payload: Mapping[str, Any]) -> Request:
    return endpoint.delivery(payload)


def _strange(endpoint: Endpoint, payload: Mapping[str, Any]) -> Request:
    return (endpoint.unauthenticated or endpoint).delivery(payload)


def _again(endpoint: Endpoint, payload: Mapping[str, Any]) -> RequestBatch:
    """Return a payload twice. Whether the event is new depends on what was delivered before."""
    return RequestBatch((endpoint.delivery(payload),) * 2, stored=(0, 1))


def _others(value: JsonValue) -> Iterator[tuple[str, object]]:
    """Yield what may stand in place of a value: nothing, another type, or an odd value."""
    same = orjson.dumps(value)
    for how, other in _VALUES.items():
        if other is ABSENT or orjson.dumps(other) != same:
            yield how, other
    if isinstance(value, list):
        yield "twice", value * 2


def _word(token: str | int) -> str:
    """Return a name as it may stand in a case's name."""
    return re.sub(r"[^A-Za-z0-9_.-]", "_", str(token))


_VALUES: Mapping[str, object] = {
    "absent": ABSENT,
    "null": None,
    "true": True,
    "zero": 0,
    "negative": -1,
    "fraction": 0.5,
    "beyond-double": 2**53 + 1,
    "most-of-64-bits": 2**63 - 1,
    "empty": "",
    "text": "text",
    "digits": "0012",
    "long": "x" * LONG,
    "nul": "a\0b",
    "astral": "\U0001f600",
    "markup": "'\"</script><!-- ${7*7} {{7*7}} %s",
    "array": [],
    "nested": [[{"a": []}]],
    "object": {},
}
