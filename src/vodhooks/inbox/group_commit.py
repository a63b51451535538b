"""Group commit: deliveries that arrive while one transaction is on its way share the next."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import (
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
)

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vodhooks.inbox.store import Inbox, ReceivedDelivery, StoreResult

Result = TypeVar("Result")

BATCH = 256
"""How many deliveries one transaction takes at most."""

WAITING = 4096
"""How many deliveries wait for their transaction at most; more are turned away at once."""

WAITING_BYTES = 128 * 2**20
"""How many bytes of bodies wait at most."""

_DRIVERS = {"sqlite_errorname", "sqlstate"}
"""Attributes that only errors of a database have."""

HALVINGS = 2 * BATCH.bit_length()
"""How often a batch is halved at most for errors that may be the database's: two events of a full batch are found so."""


SQLITE_REFUSALS = frozenset(
    {
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_RANGE,
        sqlite3.SQLITE_TOOBIG,
    }
)
"""What SQLite says of a statement; all else it says of the file."""


class GroupCommit:
    """Keeps deliveries of one event loop, one transaction at a time, in a thread of its own.

    Args:
        inbox: where they go. The thread is the only one to use it.
        observe: called after every transaction with its number of deliveries and its duration in seconds.
        batch: how many deliveries one transaction takes at most.
    """

    def __init__(
        self, inbox: Inbox, observe: Callable[[int, float], None], batch: int = BATCH
    ) -> None:
        self._inbox = inbox
        self._observe = observe
        self._batch = batch
        self._waiting: deque[tuple[ReceivedDelivery, asyncio.Future[StoreResult]]] = deque()
        self._bytes = 0
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="inbox")
        self._running: asyncio.Task[None] | None = None
        self._closed = False

    async def keep(self, arrival: ReceivedDelivery) -> StoreResult:
        """Store an arrival, and return once it is durable. If the wait is cancelled, it may be stored all the same.

        Raises:
            StoreError: the store cannot commit, or too many are waiting for it.
        """
        if self._closed:
            raise StoreError("the store is closed")
        size = len(arrival.body)
        if len(self._waiting) >= WAITING or self._bytes + size > WAITING_BYTES:
            raise StoreError("too many deliveries wait for the store")
        future: asyncio.Future[StoreResult] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, future))
        self._bytes += size
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await future

    async def probe(self) -> None:
        """Return if the store commits.

        Raises:
            StoreError: it does not.
        """
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._inbox.probe)
        except SQLAlchemyError as error:
            raise StoreError(_cause(error)) from None

    async def run(self, job: Callable[[], Result]) -> Result:
        """Run a job of another kind between two transactions, and return what it returns."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, job)

    async def close(self) -> None:
        """Take nothing more, wait for what has been taken, and close the inbox; that lasts as long as the store does."""
        again, self._closed = self._closed, True
        if self._running is not None:
            await self._running
        if again:
            return
        await asyncio.get_running_loop().run_in_executor(self._thread, self._inbox.close)
        self._thread.shutdown(wait=False)  # a probe may still hang in it

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while taken := self._take():
            job = loop.run_in_executor(
                self._thread, commit, self._inbox, [arrival for arrival, _ in taken], self._observe
            )
            await asyncio.wait([job])
            bug = job.exception()
            if bug is not None:
                # A fault of this program: log it, and answer those that wait.
                loop.call_exception_handler({"message": "the inbox failed", "exception": bug})
            results = (
                job.result() if bug is None else [StoreError(type(bug).__name__) for _ in taken]
            )
            for (_, future), result in zip(taken, results, strict=True):
                if future.done():
                    continue
                if isinstance(result, StoreError):
                    future.set_exception(result)
                else:
                    future.set_result(result)
        self._running = None

    def _take(self) -> list[tuple[ReceivedDelivery, asyncio.Future[StoreResult]]]:
        """Take the next batch off the queue, without those whose callers have gone."""
        taken: list[tuple[ReceivedDelivery, asyncio.Future[StoreResult]]] = []
        while self._waiting and len(taken) < self._batch:
            arrival, future = self._waiting.popleft()
            self._bytes -= len(arrival.body)
            if not future.done():
                taken.append((arrival, future))
        return taken


def commit(
    inbox: Inbox, arrivals: Sequence[ReceivedDelivery], observe: Callable[[int, float], None]
) -> list[StoreResult | StoreError]:
    """Store arrivals, in one transaction where they all can be; what cannot be is an error in its place.

    A transaction that the database refuses is halved until the row that it refuses stands alone. If the database itself fails,
    nothing more is tried.

    Args:
        inbox: where they go.
        arrivals: what goes there.
        observe: called after every transaction with its number of deliveries and its duration in seconds.
    """
    results: list[StoreResult | StoreError] = [StoreError("not tried")] * len(arrivals)
    parts = [range(len(arrivals))]
    failures = 0
    while parts:
        part = parts.pop()
        start = time.monotonic()
        try:
            kept = inbox.keep([arrivals[place] for place in part])
        except StoreError as error:
            return [
                error if place >= part.start else result for place, result in enumerate(results)
            ]
        except (SQLAlchemyError, OverflowError, TypeError, ValueError) as error:
            refusal = StoreError(_cause(error))
            failures += isinstance(error, (InterfaceError, OperationalError))
            if _is_down(inbox, error, failures):
                return [
                    refusal if place >= part.start else result
                    for place, result in enumerate(results)
                ]
            if len(part) == 1:
                results[part.start] = refusal
            else:
                middle = len(part) // 2
                parts += [part[middle:], part[:middle]]
        else:
            observe(len(part), time.monotonic() - start)
            results[part.start : part.stop] = kept
    return results


def _is_down(inbox: Inbox, error: Exception, failures: int) -> bool:
    """Whether a transaction failed for the database's sake, and not for what was in it.

    Args:
        inbox: probed where the error does not say.
        error: of the transaction.
        failures: how many errors there have been, this one included, of the class that says either.
    """
    if not isinstance(error, DBAPIError):
        return False
    code, state = (
        getattr(error.orig, "sqlite_errorcode", None),
        getattr(error.orig, "sqlstate", None),
    )
    if error.connection_invalidated or (code is not None and code & 0xFF not in SQLITE_REFUSALS):
        return True
    if not isinstance(error, (InterfaceError, OperationalError)):
        return False
    # A single row may be the reason for an error of this class too, by a limit of PostgreSQL's; a server that is lost has none.
    if (code is None and state is None) or failures > HALVINGS:
        return True
    try:
        inbox.probe()
    except (SQLAlchemyError, StoreError):
        return True
    return False


def _cause(error: Exception) -> str:
    """Say why the database failed.

    What it says of data may hold a value of a payload; what it says of itself does not.
    """
    name = type(error).__name__
    if isinstance(error, (InternalError, OperationalError)) and _DRIVERS & {*dir(error.orig)}:
        return f"{name}: {str(error.orig).partition(chr(10))[0]}"
    return name
