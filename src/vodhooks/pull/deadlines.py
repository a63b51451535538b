"""Time limits for calls that have none, such as the system's resolver, and the request to stop."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Event, Thread
from typing import TypeVar

Result = TypeVar("Result")

WAKE_SECONDS = 0.2
"""How often a wait checks whether there is time left."""

GRACE_SECONDS = 5.0
"""How long work in progress may go on after a stop. The vendor holds a pull as long; supervisors
kill after 10 seconds."""


def seconds_left(
    seconds: float, clock: Callable[[], float] = time.monotonic
) -> Callable[[], float]:
    """Start a time limit.

    Args:
        seconds: how long it is.
        clock: returns seconds, from any origin.

    Returns:
        A function that returns how many seconds are left, and raises TimeoutError when there are
        none.
    """
    deadline = clock() + seconds

    def left() -> float:
        remaining = deadline - clock()
        if remaining <= 0:
            raise TimeoutError
        return remaining

    return left


def within(
    left: Callable[[], float],
    call: Callable[[], Result],
    discard: Callable[[Result], None] = lambda _: None,
) -> Result:
    """Return what a call returns, or raise what it raises.

    It runs in its own thread, which is abandoned when time is up.

    Args:
        left: returns how many seconds are left, and raises TimeoutError when there are none.
        call: the call that may take too long.
        discard: takes a result that arrives too late, such as a connection to close.

    Raises:
        TimeoutError: time is up.
    """
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001 # it is raised where the result is waited for
            future.set_exception(error)

    def drop(late: Future[Result]) -> None:
        if late.exception() is None:
            discard(late.result())

    Thread(target=run, name="vodhooks-within", daemon=True).start()
    try:
        while not wait([future], min(left(), WAKE_SECONDS)).done:
            pass
    except TimeoutError:
        future.add_done_callback(drop)
        raise
    return future.result()


class Stop:
    """The request to stop. Any thread or signal handler can make it.

    Args:
        grace: how long work in progress may go on after it, in seconds.
        monotonic: returns seconds of a clock that is never set.
    """

    def __init__(
        self, grace: float = GRACE_SECONDS, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._grace = grace
        self._monotonic = monotonic
        self._requested = Event()
        self._deadline = math.inf

    def request(self) -> None:
        """Request the stop. The first request counts."""
        self._deadline = min(self._deadline, self._monotonic() + self._grace)
        self._requested.set()

    def wait(self, seconds: float) -> bool:
        """Wait for some seconds or for the request, and return whether it has been made."""
        return self._requested.wait(seconds)

    def limit(self, seconds: float = math.inf) -> Callable[[], float]:
        """Start a time limit as `seconds_left` does. It ends early, with the grace after a stop."""
        limit = seconds_left(seconds, self._monotonic)

        def left() -> float:
            grace = self._deadline - self._monotonic()
            if grace <= 0:
                raise TimeoutError
            return min(limit(), grace)

        return left
