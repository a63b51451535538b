"""Attacks on a receiver's patience and connections: requests that stall, trickle or break off, and what comes behind others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from vodhooks.fuzzer.attacks.cases import scripted
from vodhooks.vendor.endpoints import Endpoint
from vodhooks.vendor.requests import head, to_bytes
from vodhooks.vendor.scripts import Ending, Script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.scripts import Step

__all__ = ["cases"]

STALLED = 64
"""How many clients stall at once."""

DROPPED = 8
"""How many clients hang up."""

PIECES = 10
"""In how many pieces an honest client sends its request."""

PAUSE = 0.2
"""How long an honest client pauses after a piece, in seconds."""

DRIP = 0.5
"""How long a client that never ends pauses between two pieces, in seconds."""

DRIPS = 1_200
"""How many pieces such a client has: more than any receiver has patience for."""

ANSWER_SECONDS = 5.0
"""How long a client waits for an answer before it sends its next request on the same connection, in seconds."""


Steps: TypeAlias = "Callable[[Request], tuple[Step, ...]]"


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    yield scripted(endpoint.channel, "socket/one-stalled", partial(_stalled, 1), alone=True)
    yield scripted(endpoint.channel, "socket/many-stalled", partial(_stalled, STALLED), alone=True)
    yield scripted(endpoint.channel, "socket/gone", _gone, alone=True)
    for check, steps in _STEPS:
        yield scripted(endpoint.channel, check, partial(_paced, steps))
    yield scripted(endpoint.channel, "socket/pipelined", _pipelined)
    yield scripted(
        endpoint.channel,
        "socket/after-bad",
        partial(_in_turn, _not_json, Endpoint.delivery),
        "not-json",
    )
    yield scripted(
        endpoint.channel,
        "socket/after-bad",
        partial(_in_turn, _elsewhere, Endpoint.delivery),
        "elsewhere",
    )
    if endpoint.unauthenticated is not None:
        yield scripted(
            endpoint.channel,
            "socket/after-good",
            partial(_in_turn, Endpoint.delivery, _unauthenticated),
        )


def _paced(steps: Steps, endpoint: Endpoint) -> Script:
    return Script(steps(endpoint.delivery()))


def _stalled(connections: int, endpoint: Endpoint) -> Script:
    return Script(
        (_half(endpoint.delivery()),), connections=connections, meanwhile=endpoint.delivery()
    )


def _gone(endpoint: Endpoint) -> Script:
    return Script(
        (_half(endpoint.delivery()), Ending.GONE),
        connections=DROPPED,
        meanwhile=endpoint.delivery(),
    )


def _pipelined(endpoint: Endpoint) -> Script:
    return Script((to_bytes(endpoint.delivery()) + to_bytes(endpoint.delivery()),), answers=2)


def _in_turn(
    first: Callable[[Endpoint], Request], second: Callable[[Endpoint], Request], endpoint: Endpoint
) -> Script:
    """Return a script that sends the second request when the first has been answered."""
    return Script(
        (to_bytes(first(endpoint)), ANSWER_SECONDS, to_bytes(second(endpoint))), answers=2
    )


def _unauthenticated(endpoint: Endpoint) -> Request:
    return (endpoint.unauthenticated or endpoint).delivery()


def _not_json(endpoint: Endpoint) -> Request:
    good = endpoint.delivery()
    return replace(good, body=good.body[:-1])


def _elsewhere(endpoint: Endpoint) -> Request:
    """Return a delivery to a path that nothing listens on, so that perhaps its body is not read."""
    good = endpoint.delivery()
    return replace(good, url=urlsplit(good.url)._replace(path="/nothing-is-here").geturl())


def _half(request: Request) -> bytes:
    """Return a request up to the middle of its body."""
    return to_bytes(request)[: -(len(request.body) // 2)]


def _pieces(data: bytes) -> list[bytes]:
    size = len(data) // PIECES + 1
    return [data[start : start + size] for start in range(0, len(data), size)]


_STEPS: tuple[tuple[str, Steps], ...] = (
    ("socket/silent", lambda _: ()),
    ("socket/stalled-headers", lambda request: (head(request)[:-2],)),
    (
        "socket/endless-headers",
        lambda request: (head(request)[:-2], *(b"x-more: 1\r\n", DRIP) * DRIPS),
    ),
    ("socket/stalled-body", lambda request: (_half(request),)),
    (
        "socket/endless-body",
        lambda request: (head(request, "content-length: 1000000"), *(b" ", DRIP) * DRIPS),
    ),
    (
        "socket/slow-body",
        lambda request: tuple(
            step for piece in _pieces(to_bytes(request)) for step in (piece, PAUSE)
        ),
    ),
)
