"""Faults between a client and the vendor's API, on demand: by a script or at random."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from random import Random
from typing import TypeAlias


class Fault(StrEnum):
    """One way in which a call goes wrong."""

    SLOW = "slow"
    """It is answered late, and otherwise as it should be."""
    THROTTLED = "throttled"
    """The API's error RequestLimitExceeded."""
    INTERNAL_ERROR = "internal-error"
    """The API's error InternalError."""
    CLOCK = "clock"
    """The server's clock is an hour ahead: AuthFailure.SignatureExpire, and a Date header from the
    future."""
    SERVER_ERROR = "server-error"
    """HTTP 500 with a page of HTML."""
    BAD_GATEWAY = "bad-gateway"
    """HTTP 502 with a page of HTML."""
    LOST_REQUEST = "lost-request"
    """Not done: the connection is cut."""
    LOST_ANSWER = "lost-answer"
    """Done, but the connection is cut before the answer: events are handed out, or confirmed, and
    the client does not know."""
    TRUNCATED = "truncated"
    """Done, but the connection is cut in the middle of the answer."""
    BROKEN_JSON = "broken-json"
    """Done, but the answer ends too early for JSON, with a Content-Length to match."""
    SLOW_BYTES = "slow-bytes"
    """Done, but the answer arrives byte by byte, with a pause after each."""
    HALF_SILENT = "half-silent"
    """Done, but after half of the answer comes nothing more, and the connection stays."""
    ENDLESS = "endless"
    """Done, but the answer goes on with blanks until the client hangs up."""
    GZIP_BOMB = "gzip-bomb"
    """Done, but the answer is compressed, and followed by a gigabyte of blanks."""
    CONTENT_TYPE = "content-type"
    """Done, but the answer's Content-Type names a charset: the vendor's SDK then takes errors for
    results."""


ROUNDING = 1e-9

Faults: TypeAlias = Callable[[str], Fault | None]
"""Returns the fault of a call with this action, or None. It is called once for each authentic
call."""


def no_faults(_: str) -> None:
    """Let nothing go wrong."""


def at_random(chances: Mapping[Fault, float], random: Random) -> Faults:
    """Choose faults by chance. The same seed and number of calls give the same faults.

    Args:
        chances: the probability of each fault, from 0 to 1, and all together at most 1.
        random: the source of chance.

    Raises:
        ValueError: the chances are no probabilities.
    """
    total = sum(chances.values())
    if not all(0 <= chance <= 1 for chance in chances.values()) or total > 1 + ROUNDING:
        raise ValueError("the chance of a fault is between 0 and 1, and so is the sum of all")
    kinds = [*chances, None]
    weights = [*chances.values(), max(1 - total, 0)]

    def faults(_: str) -> Fault | None:
        return random.choices(kinds, weights)[0]

    return faults


def in_turn(script: Iterable[Fault | None], action: str | None = None) -> Faults:
    """Let calls go wrong by a script.

    Args:
        script: a fault or None for each call; after the last, nothing goes wrong any more.
        action: count only the calls of this action, and let the others be.
    """
    rest = iter(script)

    def faults(called: str) -> Fault | None:
        return next(rest, None) if action in (None, called) else None

    return faults
