"""A time limit for many waits at once, with one timer for all of them; `asyncio.timeout` sets one for each."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

CHECKS = 20
"""How many times within the limit the waits are checked; a timeout may be late by that fraction of the limit."""


class Deadline:
    """A context manager that many tasks of one event loop share; it raises `TimeoutError` when a wait is too long.

    Args:
        seconds: how long a task may stay inside.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._deadlines: dict[asyncio.Task[object], float] = {}
        self._is_checking = False

    def __enter__(self) -> None:
        """Note when the current task's time ends."""
        self._deadlines[_current()] = time.monotonic() + self._seconds
        if not self._is_checking:
            self._is_checking = True
            loop = asyncio.get_running_loop()
            loop.call_later(self._seconds / CHECKS, self._check, loop)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Raise TimeoutError if it was this limit that ended the wait."""
        task = _current()
        is_late = self._deadlines.pop(task, None) is None
        if is_late and task.uncancel() == 0 and kind is asyncio.CancelledError:
            raise TimeoutError from None

    def _check(self, loop: asyncio.AbstractEventLoop) -> None:
        now = time.monotonic()
        # All wait equally long, so the first in the dictionary is the first to end.
        while self._deadlines:
            task, deadline = next(iter(self._deadlines.items()))
            if deadline > now:
                loop.call_later(self._seconds / CHECKS, self._check, loop)
                return
            del self._deadlines[task]
            task.cancel()
        self._is_checking = False


def _current() -> asyncio.Task[object]:
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("a deadline is for tasks")
    return task
