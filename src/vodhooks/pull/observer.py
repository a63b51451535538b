"""The metrics and log of the puller, and the values that it reports.

Prometheus metrics, a JSON line per batch and per failure, and a summary. No payload values, no
secrets, no handles.
"""

from __future__ import annotations

import sys
from collections import Counter as Tally
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import BinaryIO

import orjson
from prometheus_client import CollectorRegistry, Counter, Histogram

from vodhooks.classification import Outcome
from vodhooks.errors import PullingError, StoreError
from vodhooks.inbox.store import ReceivedDelivery, StoreResult
from vodhooks.receiver.decide import Reason
from vodhooks.receiver.metrics import Complaints, Counts, say

CHANNEL = "tencent.vod"
"""The channel on which the same events are pushed: a pulled event has the identity that it has
there."""


class PullOutcome(StrEnum):
    """How a pulled event ends; the vendor hands out all but the first again."""

    CONFIRMED = "confirmed"
    NO_HANDLE = "no-handle"
    NOT_STORED = "not-stored"
    NOT_CONFIRMED = "not-confirmed"
    TOO_LATE = "too-late"


@dataclass(frozen=True, slots=True)
class Batch:
    """The events that share a transaction.

    Attributes:
        received: what is kept of each event; none where there was no time for them.
        kept: the result of storing each event, or the error; none likewise.
        pull_outcomes: how each event ends.
        seconds: how long all this took, the pulls included.
    """

    received: Sequence[ReceivedDelivery]
    kept: Sequence[StoreResult | StoreError]
    pull_outcomes: Sequence[PullOutcome]
    seconds: float


class Observer:
    """Counts and logs pulled events. Safe to use from several threads.

    Args:
        lines: the log; each line is one JSON object. Lines that cannot be written are lost, events
            are not.

    Attributes:
        interrupted: whether pulling until the queue is empty ended before that.
    """

    def __init__(self, lines: BinaryIO | None = None) -> None:
        self.interrupted: bool = False
        self._counts = Counts()
        self.registry: CollectorRegistry = self._counts.registry
        self.count_commit: Callable[[int, float], None] = self._counts.count_commit
        self._lines = lines or sys.stdout.buffer
        self._complaints = Complaints(say)
        self._lock = Lock()
        self._outcomes: Tally[str] = Tally()
        self._flags: Tally[str] = Tally()
        self._pull_outcomes: Tally[str] = Tally()
        self._calls = Counter(
            "vodhooks_pull_calls",
            "Calls of the vendor's API, by how they ended.",
            ["action", "result"],
            registry=self.registry,
        )
        self._events = Counter(
            "vodhooks_pull_events",
            "Pulled events, by how they ended.",
            ["outcome"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "vodhooks_pull_batch_seconds",
            "Seconds from before a pull until its events are confirmed.",
            buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30),
            registry=self.registry,
        )

    @property
    def left(self) -> int:
        """How many pulled events were left for the vendor to hand them out again."""
        return self._pull_outcomes.total() - self._pull_outcomes[PullOutcome.CONFIRMED]

    @property
    def summary(self) -> str:
        """All batches in one line."""
        stored = self._outcomes.total() - self._outcomes[PullOutcome.NOT_STORED]
        return (
            f"{self._pull_outcomes.total()} pulled, {stored} stored ({self._flags['duplicate']} of them again, "
            f"{self._outcomes[Outcome.QUARANTINED]} in quarantine), {self._pull_outcomes[PullOutcome.CONFIRMED]} confirmed, {self.left} left"
        )

    def flush(self) -> None:
        """Report how often the store has failed since the last report."""
        self._complaints.flush()

    def count_call(self, action: str) -> None:
        """Count a call that worked."""
        self._calls.labels(action, "ok").inc()

    def log_failure(
        self, action: str, error: PullingError | StoreError, rest: float | None
    ) -> None:
        """Count and log a failure.

        Args:
            action: the call that failed, or "store".
            error: why.
            rest: seconds until the next try, or None where there is none.
        """
        kind = error.kind if isinstance(error, PullingError) else PullOutcome.NOT_STORED.value
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

    def log_batch(self, batch: Batch) -> None:
        """Count and log a batch that is finished."""
        outcomes = [
            PullOutcome.NOT_STORED.value if isinstance(kept, StoreError) else str(received.outcome)
            for received, kept in zip(batch.received, batch.kept, strict=True)
        ]
        for received, outcome in zip(batch.received, outcomes, strict=True):
            self._counts.count_delivery(
                received, outcome, Reason.CONTRACT if received.report else None
            )
        tallies = {
            "outcomes": Tally(outcomes),
            "flags": Tally(
                flag
                for kept in batch.kept
                if not isinstance(kept, StoreError)
                for flag in _flags(kept)
            ),
            "pull_outcomes": Tally(map(str, batch.pull_outcomes)),
        }
        for outcome, number in tallies["pull_outcomes"].items():
            self._events.labels(outcome).inc(number)
        self._seconds.observe(batch.seconds)
        with self._lock:
            self._outcomes.update(tallies["outcomes"])
            self._flags.update(tallies["flags"])
            self._pull_outcomes.update(tallies["pull_outcomes"])
        self._log(
            {
                "channel": CHANNEL,
                "events": len(batch.pull_outcomes),
                **tallies,
                "seconds": round(batch.seconds, 6),
            }
        )

    def _log(self, line: dict[str, object]) -> None:
        written = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
        with (
            self._lock,
            suppress(OSError, ValueError),
        ):  # the reader of the log is gone, or it was closed
            self._lines.write(written)
            self._lines.flush()


def _flags(kept: StoreResult) -> list[str]:
    return [name for name in ("duplicate", "conflict") if getattr(kept, name)]
