"""When a run has to end: at its time limit, or when somebody asks it to. What it has found by then is kept."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vodhooks.vendor.transports import Transport

__all__ = ["TimeLimit"]

RESERVE = 0.2
"""The part of the time that is kept for trying again what was found."""

LONGEST_RESERVE = 30.0
"""How long that is at most, in seconds."""


class TimeLimit:
    """The time that a run may take.

    Attributes:
        reason: why the run had to end before all had run; empty: it did not have to.

    Args:
        seconds: how long the run may take; by default as long as it needs.
    """

    def __init__(self, seconds: float = math.inf) -> None:
        self.reason: str = ""
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._transport: Transport | None = None

    def bound(self, transport: Transport) -> None:
        """Let nothing on a transport be waited for longer than the run may take."""
        self._transport = transport
        transport.deadline = min(transport.deadline, self._end)

    def ask(self, reason: str) -> None:
        """End the run, from any thread or signal handler: nothing that is under way is waited for."""
        self.reason = self.reason or reason
        if self._transport is not None:
            self._transport.abort()

    def has_time(self, *, again: bool = False) -> bool:
        """Return whether something may still be tried.

        Args:
            again: whether it was found already and is tried again; a part of the time is kept for that.
        """
        reserve = 0.0 if again else min(RESERVE * self._seconds, LONGEST_RESERVE)
        if not self.reason and time.monotonic() >= self._end - reserve:
            self.reason = f"the time limit of {self._seconds:g} s"
        return not self.reason or (again and time.monotonic() < self._end and not self.is_asked)

    @property
    def is_over(self) -> bool:
        """Whether what comes in now is worth nothing, because nothing was waited for any more."""
        return self.is_asked or time.monotonic() >= self._end

    @property
    def is_asked(self) -> bool:
        """Whether somebody has asked the run to end."""
        return self._transport is not None and self._transport.deadline == -math.inf
