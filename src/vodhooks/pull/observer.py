"""What operators see of the puller: Prometheus metrics, a JSON line per batch and per failure, and a summary.

No payload values, no secrets, no handles.
"""

from __future__ import annotations

import sys
from collections import Counter as Tally
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

import orjson
from prometheus_client import Counter, Histogram

from vodhooks.errors import PullingError, StoreError
from vodhooks.pull.loop import CHANNEL, Fate
from vodhooks.receiver.decide import Outcome
from vodhooks.receiver.metrics import Complaints, Counts, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from prometheus_client import CollectorRegistry

    from vodhooks.inbox.store import Kept
    from vodhooks.pull.loop import Batch

__all__ = ["Observer"]

NOT_STORED = "not-stored"


class Observer:
    """Counts and logs what becomes of pulled events, in any number of threads.

    Args:
        lines: where the log goes; each line is one JSON object. Lines that it does not take are lost, events are not.

    Attributes:
        interrupted: whether pulling until the queue is empty ended before that.
    """

    def __init__(self, lines: BinaryIO | None = None) -> None:
        self.interrupted: bool = False
        self._counts = Counts()
        self.registry: CollectorRegistry = self._counts.registry
        self.committed: Callable[[int, float], None] = self._counts.committed
        self._lines = lines or sys.stdout.buffer
        self._complaints = Complaints(say)
        self._lock = Lock()
        self._outcomes: Tally[str] = Tally()
        self._flags: Tally[str] = Tally()
        self._fates: Tally[str] = Tally()
        self._calls = Counter(
            "vodhooks_pull_calls", "Calls of the vendor's API, by how they ended.", ["action", "result"], registry=self.registry
        )
        self._events = Counter("vodhooks_pull_events", "Pulled events, by what became of them.", ["fate"], registry=self.registry)
        self._seconds = Histogram(
            "vodhooks_pull_batch_seconds",
            "Seconds from before a pull until its events are confirmed.",
            buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30),
            registry=self.registry,
        )

    @property
    def left(self) -> int:
        """How many pulled events were left for the vendor to hand them out again."""
        return self._fates.total() - self._fates[Fate.CONFIRMED]

    @property
    def summary(self) -> str:
        """All batches in one line."""
        stored = self._outcomes.total() - self._outcomes[NOT_STORED]
        return (
            f"{self._fates.total()} pulled, {stored} stored ({self._flags['duplicate']} of them again, "
            f"{self._outcomes[Outcome.QUARANTINED]} in quarantine), {self._fates[Fate.CONFIRMED]} confirmed, {self.left} left"
        )

    def flush(self) -> None:
        """Say how often the store has failed since it was said last."""
        self._complaints.flush()

    def answered(self, action: str) -> None:
        """Note a call that worked."""
        self._calls.labels(action, "ok").inc()

    def failed(self, action: str, error: PullingError | StoreError, rest: float | None) -> None:
        """Note a failure, and in how many seconds another try comes, if one does."""
        kind = error.kind if isinstance(error, PullingError) else NOT_STORED
        self._calls.labels(action, kind).inc()
        if isinstance(error, StoreError):
            self._complaints.add(str(error))
        self._log(
            {
                "channel": CHANNEL,
                "action": action,
                "failure": kind,
                "reason": str(error),
                "rest_seconds": None if rest is None else round(rest, 3),
            }
        )

    def handled(self, batch: Batch) -> None:
        """Note a batch that is done with."""
        outcomes = [
            NOT_STORED if isinstance(kept, StoreError) else str(decision.outcome)
            for decision, kept in zip(batch.decisions, batch.kept, strict=True)
        ]
        for decision, outcome in zip(batch.decisions, outcomes, strict=True):
            self._counts.delivered(decision, outcome)
        tallies = {
            "outcomes": Tally(outcomes),
            "flags": Tally(flag for kept in batch.kept if not isinstance(kept, StoreError) for flag in _flags(kept)),
            "fates": Tally(map(str, batch.fates)),
        }
        for fate, number in tallies["fates"].items():
            self._events.labels(fate).inc(number)
        self._seconds.observe(batch.seconds)
        with self._lock:
            self._outcomes.update(tallies["outcomes"])
            self._flags.update(tallies["flags"])
            self._fates.update(tallies["fates"])
        self._log({"channel": CHANNEL, "events": len(batch.fates), **tallies, "seconds": round(batch.seconds, 6)})

    def _log(self, line: dict[str, object]) -> None:
        written = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
        with self._lock, suppress(OSError, ValueError):  # whoever read the log has gone, or it was closed
            self._lines.write(written)
            self._lines.flush()


def _flags(kept: Kept) -> list[str]:
    return [name for name in ("duplicate", "conflict") if getattr(kept, name)]
