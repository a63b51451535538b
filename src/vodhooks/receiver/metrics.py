"""Prometheus metrics, one JSON line per request, and reports of a failing store on standard error.

No payload values, no secrets, no tokens.
"""

from __future__ import annotations

import asyncio
import platform
import re
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from math import inf
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

import orjson
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
)
from prometheus_client.core import GaugeMetricFamily

from vodhooks._version import __version__
from vodhooks.errors import clip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prometheus_client import Metric

    from vodhooks.inbox.queries import InboxSize
    from vodhooks.inbox.store import ReceivedDelivery, StoreResult
    from vodhooks.receiver.decide import Decision, Reason, Rejection

DRIFT_SERIES = 200
"""How many drifting places have their own series; further ones share `other`."""

FLUSH_SECONDS = 0.1
"""How long a line waits for others at most: writing each by itself would be the largest cost of this module."""

HELD = 10_000
"""How many lines wait at most; further ones are lost."""

END_SECONDS = 2.0
"""How long the last lines may take to be written."""

REPEAT_SECONDS = 10.0
"""How many seconds pass at least between two complaints with the same cause."""

NOT_READ = "not-read"

KEPT = frozenset({"accepted", "unknown", "quarantined"})
"""Outcomes of what is in the inbox afterwards."""

_INBOX_HELP = "How many bytes the inbox takes on disk."
_COUNT_HELP = "How many deliveries are in quarantine."
_BYTES_HELP = "How many bytes they and their reports have."
_INDEX = re.compile(r"/\d+(?=/|$)")
_FLAGS = ("duplicate", "conflict", "reused_signature")


def registry_of_process() -> CollectorRegistry:
    """Return a registry that knows the build and the process: its start, processor time, memory and open files."""
    registry = CollectorRegistry()
    build = Info("vodhooks_build", "The version of vodhooks and of Python.", registry=registry)
    build.info({"version": __version__, "python": platform.python_version()})
    ProcessCollector(registry=registry)
    return registry


class Counts:
    """Counts deliveries by outcome, received or pulled. For several threads at once."""

    def __init__(self) -> None:
        self.registry: CollectorRegistry = registry_of_process()
        self._drifting: set[tuple[str, str]] = set()
        deliveries = Counter(
            "vodhooks_deliveries",
            "Deliveries, by what became of them.",
            ["channel", "message", "outcome"],
            registry=self.registry,
        )
        # Looking a series up costs more than counting on it. Channels, messages and outcomes are few.
        self._deliveries = cache(deliveries.labels)
        refusals = Counter(
            "vodhooks_refusals",
            "Requests that are refused, by the reason.",
            ["channel", "reason"],
            registry=self.registry,
        )
        self._refusals = cache(refusals.labels)
        self._drift = Counter(
            "vodhooks_drift",
            "What the contract does not know.",
            ["message", "pointer"],
            registry=self.registry,
        )
        self._batch = Histogram(
            "vodhooks_store_batch",
            "Deliveries per transaction.",
            buckets=(1, 2, 4, 8, 16, 32, 64, 128, 256),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "vodhooks_store_seconds",
            "Seconds per transaction.",
            buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
            registry=self.registry,
        )

        latest = Gauge(
            "vodhooks_last_delivery_timestamp_seconds",
            "When a delivery last arrived that was kept, in seconds since the Unix epoch.",
            ["channel"],
            registry=self.registry,
        )
        self._latest = cache(latest.labels)

    def count_commit(self, deliveries: int, seconds: float) -> None:
        """Count a transaction."""
        self._batch.observe(deliveries)
        self._seconds.observe(seconds)

    def count_refusal(self, channel: str, reason: Reason) -> None:
        """Record a request on a channel that was not read to its end."""
        self._deliveries(channel, "", NOT_READ).inc()
        self._refusals(channel, reason).inc()

    def count_misdirected(self, channel: str, reason: Reason) -> None:
        """Count a request that is no callback, on the path of a channel or on another."""
        self._refusals(channel, reason).inc()

    def count_delivery(
        self, found: Decision | ReceivedDelivery, outcome: str, reason: Reason | None
    ) -> None:
        """Count a delivery by its outcome, and by the reason if it is refused."""
        self._deliveries(found.channel, found.message or "", outcome).inc()
        if reason:
            self._refusals(found.channel, reason).inc()
        if outcome in KEPT:
            self._latest(found.channel).set_to_current_time()
        if found.drift:
            self._count_drift(found.message or "", found.drift)

    def _count_drift(self, message: str, pointers: tuple[str, ...]) -> None:
        for pointer in pointers:
            series = (message, clip(_INDEX.sub("/*", pointer)))
            if series not in self._drifting:
                if len(self._drifting) >= DRIFT_SERIES:
                    series = (message, "other")
                else:
                    self._drifting.add(series)
            self._drift.labels(*series).inc()


class Complaints:
    """Reports why the store fails: each cause once in `REPEAT_SECONDS`, with its number in between.

    For several threads at once.

    Args:
        write: takes a line.
        clock: seconds.
        subject: what fails.
    """

    def __init__(
        self,
        write: Callable[[str], object],
        clock: Callable[[], float] = time.monotonic,
        subject: str = "the store",
    ) -> None:
        self._write = write
        self._subject = subject
        self._clock = clock
        self._lock = Lock()
        self._said: dict[
            str, tuple[float, int]
        ] = {}  # by cause: when it was said, and how often it came since

    def add(self, cause: str) -> None:
        """Report a failure, or count it if its cause was reported lately."""
        now = self._clock()
        with self._lock:
            for each in [
                each
                for each, (at, _) in self._said.items()
                if each != cause and now - at >= REPEAT_SECONDS
            ]:
                self._say_again(each)
            at, times = self._said.get(cause, (-inf, 0))
            if now - at < REPEAT_SECONDS:
                self._said[cause] = at, times + 1
                return
            self._said[cause] = now, 0
            self._write(
                f"{self._subject} fails: {cause}{f' ({times} times more in between)' if times else ''}"
            )

    def flush(self) -> None:
        """Report what was added since the last report."""
        with self._lock:
            for each in [*self._said]:
                self._say_again(each)

    def _say_again(self, cause: str) -> None:
        _, times = self._said.pop(cause)
        if times:
            self._write(f"{self._subject} failed {times} times more: {cause}")


def say(line: str) -> None:
    """Write a line to standard error."""
    with suppress(OSError, ValueError):  # its reader has gone, or it is closed
        sys.stderr.write(f"vodhooks: {line}\n")
        sys.stderr.flush()


class Observer:
    """Counts and logs deliveries by outcome, from within an event loop.

    Args:
        lines: the log; each line is one JSON object. Lines that cannot be written are lost, deliveries are not.

    Attributes:
        registry: the metrics.
        inbox_size: how large the inbox was when it was measured last; None where that is not known.
    """

    def __init__(self, lines: BinaryIO | None = None) -> None:
        self._counts = Counts()
        # Standard error may be slow too, and must not wait for the log.
        self._complaining = ThreadPoolExecutor(max_workers=1, thread_name_prefix="complaints")
        self._complaints = Complaints(lambda line: self._complaining.submit(say, line))
        self.registry: CollectorRegistry = self._counts.registry
        self.registry.register(self)
        self.inbox_size: InboxSize | None = None
        self.count_commit: Callable[[int, float], None] = self._counts.count_commit
        self._lines = lines or sys.stdout.buffer
        self._pending: list[bytes] = []
        # A reader of the log that is slow or stops holds up this thread and no delivery. A logging.QueueHandler
        # would cost six times as much per line: it makes a record of each and wakes its thread for each.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log")
        self._writing: Future[None] | None = None
        self._is_due = False

    def collect(self) -> Iterator[Metric]:
        """Yield how large the inbox was when it was measured last; nothing where the store failed then."""
        size = self.inbox_size
        if size is not None:
            yield GaugeMetricFamily("vodhooks_inbox_bytes", _INBOX_HELP, size.inbox_bytes)
            yield GaugeMetricFamily("vodhooks_quarantine_deliveries", _COUNT_HELP, size.quarantined)
            yield GaugeMetricFamily("vodhooks_quarantine_bytes", _BYTES_HELP, size.quarantine_bytes)

    def log_refusal(self, channel: str, rejection: Rejection, status: int, seconds: float) -> None:
        """Record a request on a channel that was not read to its end."""
        self._counts.count_refusal(channel, rejection.reason)
        line: dict[str, object] = {
            "time": datetime.now(UTC),
            "channel": channel,
            "message": None,
            "outcome": NOT_READ,
            "status": status,
            "seconds": round(seconds, 6),
        }
        self._log(line | _describe_rejection(rejection))

    def log_misdirected(
        self, channel: str | None, rejection: Rejection, status: int, method: str, path: str
    ) -> None:
        """Log a request that is no callback: its path has no channel, or its method is another."""
        self._counts.count_misdirected(channel or "", rejection.reason)
        line: dict[str, object] = {
            "time": datetime.now(UTC),
            "channel": channel,
            "message": None,
            "outcome": NOT_READ,
            "status": status,
            "method": clip(method),
            "path": clip(path),
        }
        self._log(line | _describe_rejection(rejection))

    def log_delivery(
        self,
        decision: Decision,
        outcome: str,
        status: int,
        seconds: float,
        *,
        now: float,
        kept: StoreResult | None = None,
    ) -> None:
        """Log a delivery and its answer.

        Args:
            decision: the decision on it.
            outcome: what became of it.
            status: the status of the answer.
            seconds: how long it took.
            now: when it had arrived, in seconds since the Unix epoch.
            kept: the result of storing it, if it is stored.
        """
        self._counts.count_delivery(
            decision, outcome, decision.rejection.reason if decision.rejection else None
        )
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(now, UTC),
            "channel": decision.channel,
            "message": decision.message,
            "outcome": outcome,
            "status": status,
            "bytes": len(decision.body),
            "seconds": round(seconds, 6),
        }
        if kept is not None:
            line["id"] = kept.id
            line["identity"] = sha256(decision.identity.encode()).hexdigest()[:16]
            flags = [name for name in _FLAGS if getattr(kept, name)]
            if flags:
                line["flags"] = flags
        if decision.rejection:
            line |= _describe_rejection(decision.rejection)
        self._log(line)

    def log_store_failure(self, cause: str) -> None:
        """Report on standard error why the store failed."""
        self._complaints.add(cause)

    def flush(self) -> None:
        """Write the pending lines, and return when they are written, or not taken within `END_SECONDS`."""
        while self._pending or self._writing:
            if self._writing and not wait([self._writing], END_SECONDS).done:
                break
            self._flush_pending()
        self._complaints.flush()
        wait([self._complaining.submit(bool)], END_SECONDS)  # after all complaints before it

    def _log(self, line: dict[str, object]) -> None:
        if not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._flush_when_due)
        if len(self._pending) < HELD:
            self._pending.append(
                orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z)
            )

    def _flush_when_due(self) -> None:
        self._is_due = False
        self._flush_pending()
        if self._pending:
            self._is_due = True
            asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._flush_when_due)

    def _flush_pending(self) -> None:
        """Flush pending lines unless a write is in progress."""
        if self._writing and not self._writing.done():
            return
        self._writing = None
        if self._pending:
            self._writing = self._thread.submit(self._write, b"".join(self._pending))
            self._pending.clear()

    def _write(self, written: bytes) -> None:
        with suppress(OSError, ValueError):  # its reader has gone, or it is closed
            self._lines.write(written)
            self._lines.flush()


def _describe_rejection(rejection: Rejection) -> dict[str, object]:
    """Return the members of a line that say why a request was refused."""
    line: dict[str, object] = {"reason": rejection.reason}
    if rejection.seconds is not None:
        line["by_seconds"] = round(rejection.seconds, 3)
    if rejection.offset is not None:
        line["at_byte"] = rejection.offset
    return line
