"""Attacks on a receiver's patience and connections: requests that stall, trickle or break off, and what comes behind others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from vodhooks.fuzzing.attacks.making import explained
from vodhooks.fuzzing.cases import Case, Ending, Expectation, Family, Script
from vodhooks.fuzzing.wire import head, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Step
    from vodhooks.sending.requests import Request

__all__ = ["cases", "delivery", "family_of", "scripted"]

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


def family_of(
    name: str,
    expectation: Expectation,
    title: str,
    reason: str,
    implied_by: str | None = None,
    *,
    may_close: bool | None = None,
) -> Family:
    """Return a family; what need not be accepted may be answered by closing the connection as well."""
    closes = expectation is not Expectation.ACCEPT if may_close is None else may_close
    return Family(name, expectation, title, reason, implied_by, closes)


BLOCKED = family_of(
    "socket/one-stalled",
    Expectation.ACCEPT,
    "a delivery while one other client stalls",
    "The receiver serves one client at a time: anybody who opens a connection and sends nothing keeps every event out.",
    "contract/sample",
)
CROWDED = family_of(
    "socket/many-stalled",
    Expectation.ACCEPT,
    f"a delivery while {STALLED} other clients stall",
    f"Anybody who opens {STALLED} connections and sends half a request on each keeps every event out.",
    BLOCKED.name,
)
GONE = family_of(
    "socket/gone",
    Expectation.ACCEPT,
    "a delivery after clients that hung up in the middle of theirs",
    "Connections break. What is left of one must not be in the way of the next.",
    "contract/sample",
)
SILENT = family_of(
    "socket/silent",
    Expectation.SURVIVE,
    "a connection on which nothing is sent",
    "A receiver that waits for ever runs out of connections.",
    CROWDED.name,
)
STALLED_HEADERS = family_of(
    "socket/stalled-headers",
    Expectation.SURVIVE,
    "headers that stop in the middle",
    "A receiver that waits for ever for the rest runs out of connections.",
    CROWDED.name,
)
ENDLESS_HEADERS = family_of(
    "socket/endless-headers",
    Expectation.SURVIVE,
    "headers that never end, one by one",
    "A time limit that starts anew with every byte is none: whoever sends one now and then keeps a connection for ever.",
    STALLED_HEADERS.name,
)
STALLED_BODY = family_of(
    "socket/stalled-body",
    Expectation.SURVIVE,
    "a body that stops in the middle",
    "A receiver that waits for ever for the rest runs out of connections.",
    CROWDED.name,
)
ENDLESS_BODY = family_of(
    "socket/endless-body",
    Expectation.SURVIVE,
    "a body that never ends, byte by byte",
    "A time limit that starts anew with every byte is none: whoever sends one now and then keeps a connection for ever.",
    STALLED_BODY.name,
)
SLOW = family_of(
    "socket/slow-body",
    Expectation.ACCEPT,
    f"an honest body that takes {PIECES * PAUSE:.0f} seconds",
    "Networks are slow at times. A delivery that arrives in pieces is a delivery.",
    "contract/sample",
)
PIPELINED = family_of(
    "socket/pipelined",
    Expectation.SURVIVE,
    "two deliveries, the second sent before the first is answered",
    "HTTP/1.1 allows it. A receiver that waits for the second one for ever runs out of connections.",
)
AFTER_BAD = family_of(
    "socket/after-bad",
    Expectation.ACCEPT,
    "a delivery behind a bad one on the same connection",
    "Vendors and proxies keep connections. What is left of a refused request, such as a body that nobody has read, must not be taken "
    "for the beginning of the next.",
    may_close=True,
)
AFTER_GOOD = family_of(
    "socket/after-good",
    Expectation.DENY,
    "a stranger's delivery behind an authentic one on the same connection",
    "Proxies send many clients' requests over one connection. Whoever was let in vouches for nobody who comes after.",
)

Steps: TypeAlias = "Callable[[Request], tuple[Step, ...]]"


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    yield scripted(aim, BLOCKED, partial(_stalled, 1), alone=True)
    yield scripted(aim, CROWDED, partial(_stalled, STALLED), alone=True)
    yield scripted(aim, GONE, _gone, alone=True)
    for family, steps in _STEPS:
        yield scripted(aim, family, partial(_played, steps))
    yield scripted(aim, PIPELINED, _pipelined)
    yield scripted(aim, AFTER_BAD, partial(_in_turn, _not_json, delivery), "not-json")
    yield scripted(aim, AFTER_BAD, partial(_in_turn, _elsewhere, delivery), "elsewhere")
    if aim.stranger is not None:
        yield scripted(aim, AFTER_GOOD, partial(_in_turn, delivery, _strange))


def scripted(aim: Aim, family: Family, attack: Callable[[Aim], Script], detail: str = "", *, alone: bool = False) -> Case:
    """Return a case whose attack is a script."""
    name = "/".join(filter(None, (aim.channel.name, family.name, detail)))
    return Case(name, explained(family, aim.channel), aim.channel.name, attack, alone=alone, script=True)


def delivery(aim: Aim) -> Request:
    """Return a delivery that has to be accepted."""
    return aim.delivery(aim.event(aim.channel.messages[0]))


def _played(steps: Steps, aim: Aim) -> Script:
    return Script(steps(delivery(aim)))


def _stalled(connections: int, aim: Aim) -> Script:
    return Script((_half(delivery(aim)),), connections=connections, meanwhile=delivery(aim))


def _gone(aim: Aim) -> Script:
    return Script((_half(delivery(aim)), Ending.GONE), connections=DROPPED, meanwhile=delivery(aim))


def _pipelined(aim: Aim) -> Script:
    return Script((written(delivery(aim)) + written(delivery(aim)),), answers=2)


def _in_turn(first: Callable[[Aim], Request], second: Callable[[Aim], Request], aim: Aim) -> Script:
    """Return a script that sends the second request when the first has been answered."""
    return Script((written(first(aim)), ANSWER_SECONDS, written(second(aim))), answers=2)


def _strange(aim: Aim) -> Request:
    return delivery(aim.stranger or aim)


def _not_json(aim: Aim) -> Request:
    good = delivery(aim)
    return replace(good, body=good.body[:-1])


def _elsewhere(aim: Aim) -> Request:
    """Return a delivery to a path that nothing listens on, so that perhaps nobody reads its body."""
    good = delivery(aim)
    return replace(good, url=urlsplit(good.url)._replace(path="/nothing-is-here").geturl())


def _half(request: Request) -> bytes:
    """Return a request up to the middle of its body."""
    return written(request)[: -(len(request.body) // 2)]


def _pieces(data: bytes) -> list[bytes]:
    size = len(data) // PIECES + 1
    return [data[start : start + size] for start in range(0, len(data), size)]


_STEPS: tuple[tuple[Family, Steps], ...] = (
    (SILENT, lambda _: ()),
    (STALLED_HEADERS, lambda request: (head(request)[:-2],)),
    (ENDLESS_HEADERS, lambda request: (head(request)[:-2], *(b"x-more: 1\r\n", DRIP) * DRIPS)),
    (STALLED_BODY, lambda request: (_half(request),)),
    (ENDLESS_BODY, lambda request: (head(request, "content-length: 1000000"), *(b" ", DRIP) * DRIPS)),
    (SLOW, lambda request: tuple(step for piece in _pieces(written(request)) for step in (piece, PAUSE))),
)
