"""The vendor's queue of events: which can be pulled, and which confirmations are valid.

A state machine. It does no I/O and does not wait; the API decides how an empty queue is answered,
and when.
"""

from __future__ import annotations

import heapq
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

BATCH = 16
"""Most events of one PullEvents, and most handles of one ConfirmEvents; documented."""

VISIBILITY = 30.0
"""How long after its pull an event can be confirmed, and is hidden from other pulls, in seconds;
documented."""

RETENTION = 4 * 86_400.0
"""How long an event is kept, in seconds; documented."""

HANDLE = "EventHandle"
"""The member that is new with each pull, and not part of the event."""


@dataclass(frozen=True, slots=True)
class Record:
    """The history of an event.

    Attributes:
        event: the event, without a handle.
        put_at: when it was put into the queue, by the queue's clock.
        pulled_at: when it was handed out, each time.
        confirmed_at: when it was confirmed, or None.
    """

    event: dict[str, Any]
    put_at: float
    pulled_at: tuple[float, ...]
    confirmed_at: float | None


@dataclass(slots=True)
class _Entry:
    event: dict[str, Any]
    put_at: float
    pulled_at: list[float] = field(default_factory=list)
    confirmed_at: float | None = None
    handle: str | None = None


class Queue:
    """Events that wait to be pulled and confirmed; safe to use from several threads.

    Events are handed out in the order in which they could be pulled. An event that is not confirmed
    in time can be pulled again, under a new handle. Events stay in the history; only pulls end with
    the retention.

    Args:
        clock: seconds, from any origin.
        visibility: how long a handle is valid, and its event hidden, in seconds.
        retention: how long after it was put an event can be pulled, in seconds.
        on_confirm: called with each event before its confirmation is applied, while other calls
            wait. If it raises, so does `confirm`, and the event is not confirmed.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        visibility: float = VISIBILITY,
        retention: float = RETENTION,
        on_confirm: Callable[[dict[str, Any]], None] = lambda _: None,
    ) -> None:
        self._clock = clock
        self._visibility = visibility
        self._retention = retention
        self._on_confirm = on_confirm
        self._lock = RLock()
        self._entries: list[_Entry] = []
        self._due: list[tuple[float, int]] = []
        """When each event can be pulled next, and its number: a heap, from which confirmed ones are
        dropped late."""
        self._handles: dict[str, int] = {}

    def put(self, event: Mapping[str, Any]) -> None:
        """Append an event; a handle in it, as in the contract's examples, is dropped."""
        with self._lock:
            now = self._clock()
            self._entries.append(
                _Entry({name: value for name, value in event.items() if name != HANDLE}, now)
            )
            heapq.heappush(self._due, (now, len(self._entries) - 1))

    def pull(self, limit: int = BATCH) -> list[tuple[str, dict[str, Any]]]:
        """Hand out the events that can be pulled now.

        Args:
            limit: at most how many.

        Returns:
            Pairs of a handle, which is new each time, and the event.
        """
        batch: list[tuple[str, dict[str, Any]]] = []
        with self._lock:
            now = self._clock()
            while self._due and self._due[0][0] <= now and len(batch) < limit:
                _, number = heapq.heappop(self._due)
                entry = self._entries[number]
                if entry.handle is not None:
                    self._handles.pop(entry.handle, None)
                if entry.confirmed_at is not None or now >= entry.put_at + self._retention:
                    continue
                entry.pulled_at.append(now)
                entry.handle = secrets.token_hex(16)
                self._handles[entry.handle] = number
                heapq.heappush(self._due, (now + self._visibility, number))
                batch.append((entry.handle, entry.event))
        return batch

    def confirm(self, handles: Iterable[str]) -> list[str]:
        """Confirm events, so that they are not pulled again.

        Returns:
            The handles that are not valid: unknown, used before, or older than the visibility. The
            vendor calls a late handle a parameter error; that the others of the same call count
            nevertheless is our reading.
        """
        refused: list[str] = []
        with self._lock:
            for handle in dict.fromkeys(handles):
                number = self._handles.get(handle)
                entry = None if number is None else self._entries[number]
                if entry is None or self._clock() >= entry.pulled_at[-1] + self._visibility:
                    refused.append(handle)
                    continue
                self._on_confirm(entry.event)
                entry.confirmed_at = self._clock()
                del self._handles[handle]
        return refused

    def history(self) -> tuple[Record, ...]:
        """Return a record of every event, in the order in which they were put."""
        with self._lock:
            return tuple(
                Record(entry.event, entry.put_at, tuple(entry.pulled_at), entry.confirmed_at)
                for entry in self._entries
            )
