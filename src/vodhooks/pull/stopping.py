"""The request to end, and how long what is in hand may still take after it."""

from __future__ import annotations

import math
import time
from threading import Event
from typing import TYPE_CHECKING

from vodhooks.waiting import seconds_left

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["GRACE_SECONDS", "Stop"]

GRACE_SECONDS = 5.0
"""How long what is in hand may still take. The vendor holds a pull as long, and supervisors kill after 10 seconds."""


class Stop:
    """The request to end, which any thread or a signal handler makes.

    Args:
        grace: how long what is in hand may still take, in seconds.
        monotonic: seconds of a clock that is never set.
    """

    def __init__(self, grace: float = GRACE_SECONDS, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._grace = grace
        self._monotonic = monotonic
        self._asked = Event()
        self._over = math.inf

    def ask(self) -> None:
        """Ask to end. The first request counts."""
        self._over = min(self._over, self._monotonic() + self._grace)
        self._asked.set()

    def wait(self, seconds: float) -> bool:
        """Wait for some seconds or for the request to end, and return whether it has been made."""
        return self._asked.wait(seconds)

    def limit(self, seconds: float = math.inf) -> Callable[[], float]:
        """Return a function that says how many of so many seconds are left, from now on.

        It raises TimeoutError when they are over, or when the request to end was made too long ago.
        """
        of_the_limit = seconds_left(seconds, self._monotonic)

        def left() -> float:
            of_the_grace = self._over - self._monotonic()
            if of_the_grace <= 0:
                raise TimeoutError
            return min(of_the_limit(), of_the_grace)

        return left
