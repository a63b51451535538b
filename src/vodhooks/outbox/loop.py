"""The loop of every consumer: read what is settled after the cursor, hand it on, move the cursor.

An event is passed once it is handled or its failure is a row: one that fails holds up nothing but later events of its identity.
"""

from __future__ import annotations

import asyncio
import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from tenacity import (
    AsyncRetrying,
    retry_if_exception,
    stop_after_attempt,
    stop_never,
    wait_random_exponential,
)

from vodhooks.errors import SinkUnavailable, StoreError
from vodhooks.outbox.cursors import Failure, Start, claim

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from sqlalchemy import Connection

    from vodhooks.inbox.queries import StoredEvent
    from vodhooks.outbox.cursors import Batch, Cursor
    from vodhooks.outbox.metrics import Observer

BATCH = 1000
"""How many events share one move of the cursor at most."""

HELD = "held"
"""In place of an error's class: the event waits for an earlier one of its identity."""

BATCH_SECONDS = 1.0
"""After how long a batch begins no further event: its mark is written when those in progress end."""

IDLE_SECONDS = 0.25
"""How long to wait for new events."""

CLAIM_SECONDS = 1.0
"""How long a standby waits before it tries to take over again."""

LONGEST_SECONDS = 30.0
"""Longest pause while the store or the sink is down."""

MINUTE, HOUR = 60, 3600
PAUSES = (5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR)
"""Seconds between the tries of one event, as the Standard Webhooks specification proposes them; then it is dead.

These are rows that outlive the process. Libraries such as tenacity, used below, retry within one.
"""

JITTER = 0.1
"""By which part a pause is made longer at most, so that what failed together does not return together."""

ATTEMPTS = 5
"""How often moving the cursor is tried; and where the end of events is waited for, a store or a sink that is down."""

Result = TypeVar("Result")
Results = dict[int, Failure | None]
"""What came of events, by id; None is success."""


class Sink(Protocol):
    """Where events go."""

    async def hand_on(self, stored: StoredEvent, store: Store, /) -> None:
        """Hand an event on, and return once it is taken; this bounds its own time.

        Raises:
            SinkUnavailable: no event can be handed on now.
            Exception: this event cannot be.
        """
        ...


class _CursorLost(StoreError):
    """The connection is lost that has the lock."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a consumer works.

    Attributes:
        name: of its cursor.
        concurrency: how many events are handed on at the same time.
        tries: after how many an event is dead.
        start: where a new cursor begins.
        until_empty: whether to end when there is no further event.
    """

    name: str
    concurrency: int = 8
    tries: int = len(PAUSES) + 1
    start: Start = field(default_factory=Start)
    until_empty: bool = False


class Store:
    """Runs the cursor's calls in one thread of its own, for an event loop.

    Attributes:
        cursor: used in that thread only.
        effects: ids of events whose effects the next move of the cursor commits.
    """

    def __init__(self, cursor: Cursor, thread: ThreadPoolExecutor) -> None:
        self.cursor = cursor
        self.effects: set[int] = set()
        self._thread = thread

    async def apply(self, number: int, call: Callable[[Connection], object]) -> None:
        """Run what an event does in the transaction that also moves the cursor; what raises is undone."""

        def run() -> None:
            with self.cursor.savepoint() as connection:
                call(connection)

        await self.run(run)
        self.effects.add(number)

    async def run(self, call: Callable[[], Result]) -> Result:
        """Return what a call returns, or raise what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)


class Consumer:
    """Hands the events of an inbox on, one batch after the other.

    Args:
        url: of the inbox.
        sink: where they go.
        observer: counts and reports.
        options: how.
        stop: set when the consumer has to end; what is in progress is finished.
        answer_seconds: how long the database may be silent.
        clock: seconds since the Unix epoch.
        chance: returns a number from 0 up to 1, for the length of pauses.
    """

    def __init__(
        self,
        url: str,
        sink: Sink,
        observer: Observer,
        options: Options,
        stop: asyncio.Event,
        *,
        answer_seconds: float = 30.0,
        clock: Callable[[], float] = time.time,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._url = url
        self._sink = sink
        self._observer = observer
        self._options = options
        self._stop = stop
        self._answer_seconds = answer_seconds
        self._clock = clock
        self._chance = chance
        self._start = options.start
        self._moves = 0
        self._done: set[int] = set()
        """Ids above the position whose result is known, while one below them could not be handed on."""

    async def run(self) -> None:
        """Run until a stop, or until there is no further event where that is asked for.

        A store that fails is opened again, with a new lock and the position that it has.

        Raises:
            StoreError: the store cannot be opened at first; or it fails, and the end of events is waited for.
        """
        with ThreadPoolExecutor(1, thread_name_prefix="cursor") as thread:

            def again(error: BaseException) -> bool:
                return isinstance(error, StoreError) and self._moves > 0

            ended = False
            while not (ended or self._stop.is_set()):
                ended = await self._retrying(again)(self._claim_and_follow, thread)

    async def _claim_and_follow(self, thread: ThreadPoolExecutor) -> bool:
        """Claim the cursor and hand events on until a stop. Returns whether the end of events was reached."""
        before = self._moves
        try:
            async with self._claimed(thread) as store:
                if store is not None:
                    return await self._follow(store)
            self._observer.wait_as_standby()
        except StoreError as error:
            if self._moves == before or self._options.until_empty:
                raise
            self._observer.report(str(error))
        await self._rest(CLAIM_SECONDS)
        return False

    @asynccontextmanager
    async def _claimed(self, thread: ThreadPoolExecutor) -> AsyncIterator[Store | None]:
        """Claim the cursor in its thread; None where another worker has it."""
        loop = asyncio.get_running_loop()
        claimed = claim(self._url, self._options.name, self._answer_seconds, self._clock)
        cursor = await loop.run_in_executor(thread, claimed.__enter__)
        try:
            yield Store(cursor, thread) if cursor else None
        finally:
            await loop.run_in_executor(thread, partial(claimed.__exit__, None, None, None))

    async def _follow(self, store: Store) -> bool:
        """Hand events on until a stop. Returns whether the end of events was reached."""
        started = await store.run(partial(store.cursor.begin, self._start))
        self._start = Start()  # not once more, when the store is opened again
        self._moves += 1
        self._observer.begin(store.cursor.position, started=started)
        self._done.clear()
        attempt = self._retrying(lambda error: isinstance(error, SinkUnavailable))
        while not self._stop.is_set():
            idle = True
            for read in (store.cursor.read_due, store.cursor.read_new):
                idle &= not await attempt(self._hand_on_next, store, read)
            if idle:
                if self._options.until_empty:
                    return True
                await self._rest(IDLE_SECONDS)
        return False

    async def _hand_on_next(self, store: Store, read: Callable[[int], Batch]) -> bool:
        """Read a batch, hand it on, and write what came of it. Returns whether there was any.

        Raises:
            SinkUnavailable: none of its events could be handed on.
            StoreError: the store fails.
        """
        if self._stop.is_set():
            return False
        batch = await store.run(partial(read, BATCH))
        if not batch.events:
            return False
        run = _Run(batch, self._hand_on, self._stop, self._clock, self._done)
        await asyncio.gather(*(run.work(store) for _ in range(self._options.concurrency)))
        if isinstance(run.interruption, _CursorLost):
            raise run.interruption
        results = run.results
        if run.interruption and store.effects:
            # The cursor will not pass them all, and a part of a transaction cannot be committed.
            await store.run(store.cursor.roll_back)
            for number in store.effects:
                del results[number]
            store.effects.clear()
        left = next((each.entry.id for each in batch.events if each.entry.id not in results), None)
        position = batch.last if left is None or batch.tries else left - 1
        failed = {number: failure for number, failure in results.items() if failure}
        handled = [number for number in batch.tries if number in results.keys() - failed.keys()]
        await self._advance(store, partial(store.cursor.advance, position, failed, handled))
        fresh = {number: result for number, result in results.items() if number not in self._done}
        self._observer.count(fresh)
        if not batch.tries:
            self._done = {number for number in results if number > position}
        if run.interruption and not fresh:
            raise run.interruption
        return True

    async def _advance(self, store: Store, advance: Callable[[], None]) -> None:
        """Move the cursor; where another process has the database locked for long, try again.

        Raises:
            StoreError: it fails, or what handlers have done in the transaction is undone.
        """
        effects = bool(store.effects)
        store.effects.clear()

        def again(error: BaseException) -> bool:
            return isinstance(error, StoreError) and not (effects or store.cursor.lost)

        await self._retrying(again, ATTEMPTS)(store.run, advance)
        self._moves += 1

    async def _hand_on(self, stored: StoredEvent, tries: int, store: Store) -> Failure | None:
        try:
            await self._sink.hand_on(stored, store)
        except SinkUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 # whatever a handler raises is this event's failure
            if store.cursor.lost:
                raise _CursorLost("the connection to the database is lost") from None
            failure = self._failure(error, tries + 1)
            self._observer.report_failure(stored.entry.id, failure, error)
            return failure
        return None

    def _failure(self, error: Exception, tries: int) -> Failure:
        now = self._clock()
        next_try = None
        if tries < self._options.tries:
            pause = PAUSES[min(tries, len(PAUSES)) - 1] * (1 + JITTER * self._chance())
            next_try = round((now + pause) * 1e6)
        return Failure(tries, round(now * 1e6), next_try, type(error).__qualname__)

    def _retrying(
        self, again: Callable[[BaseException], bool], attempts: int | None = None
    ) -> AsyncRetrying:
        if self._options.until_empty:
            attempts = ATTEMPTS
        return AsyncRetrying(
            retry=retry_if_exception(again),
            wait=wait_random_exponential(multiplier=0.1, max=LONGEST_SECONDS),
            stop=stop_after_attempt(attempts) if attempts else stop_never,
            sleep=self._rest,
            before_sleep=self._observer.report_pause,
            reraise=True,
        )

    async def _rest(self, seconds: float) -> None:
        """Wait for some seconds, or for a stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()


class _Run:
    """One batch on its way. Events begin in the order of their ids, and after earlier ones of their identity have ended.

    Args:
        batch: what to hand on.
        hand_on: hands one on, after so many tries.
        stop: when it is set, nothing more begins.
        clock: seconds since the Unix epoch.
        done: ids of new events that need not be handed on again.
    """

    def __init__(
        self,
        batch: Batch,
        hand_on: Callable[[StoredEvent, int, Store], Awaitable[Failure | None]],
        stop: asyncio.Event,
        clock: Callable[[], float],
        done: set[int],
    ) -> None:
        self.results: Results = {}
        self.interruption: SinkUnavailable | _CursorLost | None = None
        self._batch = batch
        self._hand_on = hand_on
        self._stop = stop
        self._clock = clock
        self._done = done
        self._pending = iter(batch.events)
        self._ends: dict[bytes, asyncio.Future[Failure | None]] = {}
        self._deadline = asyncio.get_running_loop().time() + BATCH_SECONDS

    async def work(self, store: Store) -> None:
        """Hand events on, one after the other. Several of these work at the same time."""
        loop = asyncio.get_running_loop()
        while not self.interruption and not self._stop.is_set() and loop.time() < self._deadline:
            stored = next(self._pending, None)
            if stored is None:
                return
            entry = stored.entry
            earlier = self._ends.get(entry.identity_key)
            end = self._ends[entry.identity_key] = loop.create_future()
            try:
                result = self._held(entry.id, await earlier if earlier else None)
                if self.interruption and earlier:
                    return
                if not result and entry.id not in self._done:
                    tries = self._batch.tries.get(entry.id, 0)
                    result = await self._hand_on(stored, tries, store)
                self.results[entry.id] = result
                end.set_result(result)
            except (SinkUnavailable, _CursorLost) as error:
                self.interruption = error
            finally:
                if not end.done():
                    end.set_result(None)

    def _held(self, number: int, earlier: Failure | None) -> Failure | None:
        """Return the row of an event that has to wait for an earlier one of its identity."""
        next_try = self._batch.held.get(number) or (earlier and earlier.next_try)
        if not next_try:
            return None
        return Failure(self._batch.tries.get(number, 0), round(self._clock() * 1e6), next_try, HELD)
