"""What a consumer counts and reports: Prometheus metrics, lines on standard error, and errors of handlers in Python's log."""

from __future__ import annotations

import logging
import time
from collections import Counter as Tally
from typing import TYPE_CHECKING

from prometheus_client import Counter, Gauge
from prometheus_client.core import GaugeMetricFamily

from vodhooks.errors import StoreError
from vodhooks.outbox.cursors import measure
from vodhooks.receiver.metrics import Complaints, registry_of_process, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from prometheus_client import CollectorRegistry, Metric
    from sqlalchemy import Engine
    from tenacity import RetryCallState

    from vodhooks.outbox.cursors import Failure

_log = logging.getLogger("vodhooks.outbox")


class Observer:
    """Counts and reports what one consumer does.

    Args:
        name: of the consumer.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.registry: CollectorRegistry = registry_of_process()
        self._complaints = Complaints(say, subject=name)
        self._tally: Tally[str] = Tally()
        self._waiting = False
        self._active = Gauge(
            "vodhooks_outbox_active",
            "Whether this worker moves the cursor; 0 on a standby.",
            registry=self.registry,
        )
        self._events = Counter(
            "vodhooks_outbox_events",
            "Events handed on, by what came of it.",
            ["result"],
            registry=self.registry,
        )
        self.references: Counter = Counter(
            "vodhooks_outbox_references",
            "Events that went out as a reference, since the sink takes none of their size.",
            registry=self.registry,
        )

    @property
    def summary(self) -> str:
        """All that was handed on, in one line."""
        return f"{self._name}: {self._tally['handled']} handled, {self._tally['failed']} failed, {self._tally['dead']} dead"

    def begin(self, position: int, *, started: bool) -> None:
        """Report that the cursor is claimed."""
        self._waiting = False
        self._active.set(1)
        say(f"{self._name} {'begins' if started else 'goes on'} after event {position}")

    def wait_as_standby(self) -> None:
        """Report, once, that another worker has the cursor."""
        self._active.set(0)
        if not self._waiting:
            say(f"{self._name} waits: another worker has this name")
        self._waiting = True

    def count(self, results: Mapping[int, Failure | None]) -> None:
        """Count what came of a batch."""
        counted = Tally(map(_result, results.values()))
        self._tally += counted
        for result, number in counted.items():
            self._events.labels(result).inc(number)

    def report_failure(self, number: int, failure: Failure, error: Exception) -> None:
        """Log the error of a handler or a sink, for the one who wrote it."""
        left = "dead" if failure.dead else "to be tried again"
        _log.warning("event %d: try %d, %s", number, failure.tries, left, exc_info=error)

    def report_pause(self, state: RetryCallState) -> None:
        """Report why the store or the sink is waited for."""
        self.report(str(state.outcome.exception()) if state.outcome else "")

    def report(self, cause: str) -> None:
        """Report on standard error, each cause now and then."""
        self._complaints.add(cause)


def _result(failure: Failure | None) -> str:
    if failure is None:
        return "handled"
    return "dead" if failure.dead else "failed"


class Backlog:
    """What a cursor has before it, read anew whenever metrics are asked for: a loop that hangs shows too.

    Args:
        engine: reads the inbox.
        name: of the cursor.
        clock: seconds since the Unix epoch.
    """

    def __init__(self, engine: Engine, name: str, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._name = name
        self._clock = clock

    def collect(self) -> Iterator[Metric]:
        """Yield the metrics; none while the store fails."""
        try:
            found = measure(self._engine, self._name)
        except StoreError:
            return
        oldest = found.oldest / 1e6 if found.oldest else None
        for name, meaning, value in (
            ("lag", "Events after the cursor, counted up to 10,000.", found.lag),
            ("failures", "Events that are to be tried again.", found.pending),
            ("dead", "Events that are not tried any more.", found.dead),
            (
                "oldest_seconds",
                "Age of the oldest event that is neither handled nor dead.",
                max(0.0, self._clock() - oldest) if oldest else 0.0,
            ),
        ):
            yield GaugeMetricFamily(f"vodhooks_outbox_{name}", meaning, value=value)
