"""Consumers on both databases: nothing is lost, one event's failure is its own, and identities keep their order."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.consuming import (
    Sink,
    broken,
    consume,
    consumed,
    delivery,
    keep,
    position,
)
from vodhooks.errors import OutboxError, SinkUnavailable, StoreError
from vodhooks.inbox.database import connect, join, reader
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.retention import Retention, prune
from vodhooks.outbox.cursors import Start, list_dead, measure, retry_dead
from vodhooks.outbox.loop import PAUSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

EVENTS = 40


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def failing(*tasks: int) -> Sink:
    """Return a sink that does not take some events."""

    async def act(task: int) -> None:
        if task in tasks:
            raise LookupError(f"secret {task}")

    return Sink(act)


def test_events_are_handed_on_once_in_order_by_each_name(store_url: str) -> None:
    keep(store_url, [each for task in range(EVENTS) for each in (delivery(task), broken(task))])
    for name in ("billing", "search"):
        sink = Sink()
        consume(store_url, sink, name, concurrency=1)
        assert sink.taken == list(range(EVENTS))
    again = Sink()
    consume(store_url, again)
    keep(store_url, [delivery(EVENTS), delivery(0)])  # the second is a duplicate
    consume(store_url, again)
    assert again.taken == [EVENTS]
    assert position(store_url) == position(store_url, "billing")


def test_a_healthy_batch_writes_one_row(store_url: str) -> None:
    keep(store_url, map(delivery, range(EVENTS)))
    consume(store_url, Sink())
    engine = reader(store_url)
    with engine.connect() as connection:
        tables = ("cursors", "failures")
        rows = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: S608
            for table in tables
        ]
    engine.dispose()
    assert rows == [1, 0]


def test_poison_is_retried_beside_the_healthy_until_it_is_dead(store_url: str) -> None:
    clock = Clock()
    keep(store_url, [delivery(task, at=clock.now) for task in range(EVENTS)])
    poison = failing(3, 7)
    engine = reader(store_url)
    for pause in PAUSES:
        consume(store_url, poison, clock=clock)
        assert sorted(poison.taken) == [task for task in range(EVENTS) if task not in {3, 7}]
        found = measure(engine, "billing")
        assert (found.lag, found.pending, found.dead) == (0, 2, 0)
        assert found.oldest == round(1_800_000_000.0 * 1e6)
        clock.now += pause - 1
        consume(store_url, poison, clock=clock)  # not yet
        clock.now += 1
    consume(store_url, poison, clock=clock)
    assert measure(engine, "billing").dead == 2
    dead = list_dead(engine, "billing", 10)
    assert [(each.tries, each.error, each.message) for each in dead] == [
        (len(PAUSES) + 1, "LookupError", "polyv.video_outline.generate_success")
    ] * 2
    clock.now += 10 * 86_400
    healed = Sink()
    consume(store_url, healed, clock=clock)
    assert healed.taken == []
    writing = join(store_url)
    assert retry_dead(writing, "billing", [dead[0].event_id]) == 1
    consume(store_url, healed, clock=clock)
    assert len(healed.taken) == 1
    assert retry_dead(writing, "billing") == 1
    consume(store_url, healed, clock=clock)
    assert sorted(healed.taken) == [3, 7]
    assert measure(engine, "billing").dead == 0
    writing.dispose()
    engine.dispose()


def test_later_events_of_an_identity_wait_for_the_earlier(store_url: str) -> None:
    clock = Clock()
    keep(store_url, [delivery(1), delivery(2), delivery(1, vid="b"), delivery(1, vid="c")])
    order: list[str] = []

    class Ordered(Sink):
        works = False

        async def hand_on(self, stored: object, _: object) -> None:
            summary = stored.entry  # type: ignore[attr-defined]
            kind = f"{summary.id}"
            if not summary.conflict and b'"taskId":1,' in stored.body and not self.works:  # type: ignore[attr-defined]
                raise LookupError
            order.append(kind)

    sink = Ordered()
    consume(store_url, sink, clock=clock)
    assert order == ["2"]
    keep(store_url, [delivery(1, vid="d")])  # in a later batch
    consume(store_url, sink, clock=clock)
    assert order == ["2"]
    assert position(store_url) is not None
    sink.works = True
    clock.now += PAUSES[0] + 1
    consume(store_url, sink, clock=clock)
    waited = [int(number) for number in order[1:]]
    assert waited == sorted(waited)
    assert len(waited) == 4


def test_a_sink_that_is_down_blames_no_event(store_url: str) -> None:
    keep(store_url, map(delivery, range(EVENTS)))
    calls = Counter[int]()

    async def act(task: int) -> None:
        calls[task] += 1
        await asyncio.sleep(0)
        if task == 11 and calls[task] < 4:
            raise SinkUnavailable("the sink is down")

    sink = Sink(act)
    consume(store_url, sink, concurrency=4)
    engine = reader(store_url)
    assert measure(engine, "billing").pending == 0
    engine.dispose()
    assert Counter(sink.taken) == Counter(range(EVENTS))
    assert calls[11] == 4


def test_one_event_that_cannot_go_out_now_doubles_no_other(store_url: str) -> None:
    keep(store_url, map(delivery, range(EVENTS)))
    calls = Counter[int]()

    async def act(task: int) -> None:
        calls[task] += 1
        await asyncio.sleep(0)
        if task == 11:
            raise SinkUnavailable("not now")

    with pytest.raises(SinkUnavailable):
        consume(store_url, Sink(act), concurrency=4)
    others = {task: count for task, count in calls.items() if task != 11}
    assert others == dict.fromkeys([task for task in range(EVENTS) if task != 11], 1)
    assert calls[11] < EVENTS


def test_a_sink_that_stays_down_is_given_up_at_the_end_only(store_url: str) -> None:
    keep(store_url, [delivery(1)])

    async def down(_: int) -> None:
        raise SinkUnavailable("the sink is down")

    with pytest.raises(SinkUnavailable):
        consume(store_url, Sink(down))
    assert position(store_url) == 0


def test_only_a_new_name_begins_at_start_unless_rewound(store_url: str) -> None:
    keep(store_url, [delivery(task, at=1000.0 + task) for task in range(EVENTS)])

    def taken(name: str, **start: object) -> list[int]:
        sink = Sink()
        consume(store_url, sink, name, start=Start(**start), concurrency=1)  # type: ignore[arg-type]
        return sink.taken

    engine = reader(store_url)
    with engine.connect() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM events ORDER BY id").scalars().all()
    engine.dispose()
    assert taken("a", after=ids[29]) == list(range(30, EVENTS))
    assert taken("a", after=0) == []
    assert taken("a", after=ids[34], rewind=True) == list(range(35, EVENTS))
    assert taken("b", since=round(1035e6)) == list(range(35, EVENTS))
    assert taken("c", since=round(5000e6)) == []


def test_what_is_in_progress_ends_before_a_stop(store_url: str) -> None:
    from vodhooks.outbox.loop import Consumer, Options
    from vodhooks.outbox.metrics import Observer

    keep(store_url, map(delivery, range(EVENTS)))

    async def run() -> Sink:
        stop = asyncio.Event()

        async def act(task: int) -> None:
            if task == 5:
                stop.set()
            await asyncio.sleep(0.01)

        sink = Sink(act)
        await Consumer(store_url, sink, Observer("a"), Options("a", 3), stop).run()
        return sink

    before = asyncio.run(run())
    assert 5 in before.taken
    assert len(before.taken) <= 9
    after = Sink()
    consume(store_url, after, "a")
    assert Counter(before.taken + after.taken) == Counter(range(EVENTS))


def test_a_name_of_another_form_is_refused(store_url: str) -> None:
    keep(store_url, [delivery(1)])
    for name in ("", "../x", "A", "a b", "a" * 64):
        with pytest.raises(OutboxError):
            consume(store_url, Sink(), name)


def test_an_inbox_that_is_not_there_is_not_made(store_url: str) -> None:
    with pytest.raises(StoreError, match="there is no inbox"):
        consume(store_url, Sink())


def test_nothing_goes_past_a_consumer_while_all_are_at_work(store_url: str) -> None:
    """A receiver stores, a consumer follows, everything old is removed and what is left is read, all at the same time."""
    keep(store_url, [])
    sink = Sink()
    consume(store_url, sink)  # from now on there is a cursor

    def remove(engine: Engine) -> int:
        now = round(time.time() * 1e6)
        return sum(prune(engine, Retention(now, keep_identity=True, forget=0)))

    def read(engine: Engine) -> list[int]:
        return [each.entry.id for each in iterate_events(engine, EventFilter())]

    def again_and_again(act: Callable[[Engine], Any]) -> list[Any]:
        engine = connect(store_url)
        done = []
        while not stored.is_set():
            done.append(act(engine))
        engine.dispose()
        return done

    stored = threading.Event()
    with ThreadPoolExecutor() as threads:
        removing, reading, following = (
            threads.submit(again_and_again, act)
            for act in (remove, read, lambda _: consume(store_url, sink))
        )
        try:
            keep(store_url, map(delivery, range(10 * EVENTS)))
        finally:
            stored.set()
        following.result()
        consume(store_url, sink)
        assert sink.taken == list(range(10 * EVENTS))
        assert sum(removing.result()) > 0
        assert [each for each in reading.result() if each != sorted(set(each))] == []
    keep(store_url, map(delivery, range(10 * EVENTS)))  # each is a retry
    consume(store_url, sink)
    assert len(sink.taken) == 10 * EVENTS


def test_one_name_has_one_worker_and_a_standby(store_url: str) -> None:
    keep(store_url, map(delivery, range(EVENTS)))
    active = 0

    async def act(_: int) -> None:
        nonlocal active
        active += 1
        assert active == 1, "two workers of one name"
        await asyncio.sleep(0.002)
        active -= 1

    async def both() -> Sink:
        sink = Sink(act)
        await asyncio.gather(*(consumed(store_url, sink, concurrency=1) for _ in range(2)))
        return sink

    assert asyncio.run(both()).taken == list(range(EVENTS))
