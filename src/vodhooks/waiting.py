"""Waits for what has no time limit of its own, such as the system's resolver, a database or a server that sends byte after byte."""

from __future__ import annotations

import time
from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["WAKE_SECONDS", "seconds_left", "within"]

Result = TypeVar("Result")

WAKE_SECONDS = 0.2
"""How often a wait looks whether there is still time for it."""


def seconds_left(seconds: float, clock: Callable[[], float] = time.monotonic) -> Callable[[], float]:
    """Return a function that says how many of so many seconds are left, from now on, and raises TimeoutError when none are."""
    deadline = clock() + seconds

    def left() -> float:
        remaining = deadline - clock()
        if remaining <= 0:
            raise TimeoutError
        return remaining

    return left


def within(left: Callable[[], float], call: Callable[[], Result], discard: Callable[[Result], None] = lambda _: None) -> Result:
    """Return what a call returns, or raise what it raises. It runs in a thread of its own, which is left alone when time is up.

    Args:
        left: returns how many seconds are left, and raises TimeoutError when there are none.
        call: what may take too long.
        discard: takes a result that came too late, such as a connection to close.

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
