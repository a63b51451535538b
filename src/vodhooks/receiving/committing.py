"""Group commit: deliveries that arrive while one transaction is on its way share the next."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sqlalchemy.exc import DataError, IntegrityError, InternalError, OperationalError, SQLAlchemyError

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vodhooks.receiving.inbox import Arrival, Inbox, Kept

__all__ = ["GroupCommit", "commit"]

BATCH = 256
"""How many deliveries one transaction takes at most."""

WAITING = 4096
"""How many deliveries wait for their transaction at most; more are turned away at once."""

WAITING_BYTES = 128 * 2**20
"""How many bytes of bodies wait at most."""

_DRIVERS = {"sqlite_errorname", "sqlstate"}
"""What errors have that come from a database."""


class GroupCommit:
    """Keeps deliveries of one event loop, one transaction at a time, in a thread of its own.

    Args:
        inbox: where they go. The thread is the only one to use it.
        observe: told of every transaction: how many deliveries it took and how long, in seconds.
        batch: how many deliveries one transaction takes at most.
    """

    def __init__(self, inbox: Inbox, observe: Callable[[int, float], None], batch: int = BATCH) -> None:
        self._inbox = inbox
        self._observe = observe
        self._batch = batch
        self._waiting: deque[tuple[Arrival, asyncio.Future[Kept]]] = deque()
        self._bytes = 0
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="inbox")
        self._running: asyncio.Task[None] | None = None
        self._closed = False

    async def keep(self, arrival: Arrival) -> Kept:
        """Store an arrival, and return once it is durable. Whoever gives up waiting may find it stored all the same.

        Raises:
            StoreError: the store cannot commit, or too many are waiting for it.
        """
        if self._closed:
            raise StoreError("the store is closed")
        size = len(arrival.decision.body)
        if len(self._waiting) >= WAITING or self._bytes + size > WAITING_BYTES:
            raise StoreError("too many deliveries wait for the store")
        future: asyncio.Future[Kept] = asyncio.get_running_loop().create_future()
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

    async def close(self) -> None:
        """Take nothing more, and wait for what has been taken; that lasts as long as the store does."""
        self._closed = True
        if self._running is not None:
            await self._running
        self._thread.shutdown(wait=False)  # a probe may still hang in it, and nobody waits for its result

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while taken := self._take():
            job = loop.run_in_executor(self._thread, commit, self._inbox, [arrival for arrival, _ in taken], self._observe)
            await asyncio.wait([job])
            bug = job.exception()
            if bug is not None:
                # Nobody foresaw it; the log has to have it, and those who wait must not wait for ever.
                loop.call_exception_handler({"message": "the inbox failed", "exception": bug})
            results = job.result() if bug is None else [StoreError(type(bug).__name__) for _ in taken]
            for (_, future), result in zip(taken, results, strict=True):
                if future.done():
                    continue
                if isinstance(result, StoreError):
                    future.set_exception(result)
                else:
                    future.set_result(result)
        self._running = None

    def _take(self) -> list[tuple[Arrival, asyncio.Future[Kept]]]:
        """Take the next batch off the queue, without those whose callers have gone."""
        taken: list[tuple[Arrival, asyncio.Future[Kept]]] = []
        while self._waiting and len(taken) < self._batch:
            arrival, future = self._waiting.popleft()
            self._bytes -= len(arrival.decision.body)
            if not future.done():
                taken.append((arrival, future))
        return taken


def commit(inbox: Inbox, arrivals: Sequence[Arrival], observe: Callable[[int, float], None]) -> list[Kept | StoreError]:
    """Store arrivals, in one transaction where they all can be; what cannot be is an error in its place.

    Args:
        inbox: where they go.
        arrivals: what goes there.
        observe: told of every transaction: how many deliveries it took and how long, in seconds.
    """
    start = time.monotonic()
    try:
        kept: list[Kept | StoreError] = [*inbox.keep(arrivals)]
    except (DataError, IntegrityError, OverflowError, UnicodeError) as error:
        if len(arrivals) == 1:
            return [StoreError(type(error).__name__)]
        # One of them is to blame; the others must not suffer for it.
        return [result for arrival in arrivals for result in commit(inbox, [arrival], observe)]
    except SQLAlchemyError as error:
        return [StoreError(_cause(error)) for _ in arrivals]
    observe(len(arrivals), time.monotonic() - start)
    return kept


def _cause(error: SQLAlchemyError) -> str:
    """Say why the database failed.

    What it says of data may hold a value of a payload; what it says of itself does not.
    """
    name = type(error).__name__
    if isinstance(error, (InternalError, OperationalError)) and _DRIVERS & {*dir(error.orig)}:
        return f"{name}: {str(error.orig).partition(chr(10))[0]}"
    return name
