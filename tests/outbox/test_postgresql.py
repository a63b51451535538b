"""On PostgreSQL: concurrent writers, and handlers whose effect commits with the cursor."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import text

from tests.support.consuming import Sink, consume, consumed, delivery, keep, position
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.store import Inbox
from vodhooks.outbox import Handlers
from vodhooks.outbox.cursors import measure
from vodhooks.outbox.loop import Consumer, Options
from vodhooks.outbox.metrics import Observer
from vodhooks.outbox.process import HandlerSink

if TYPE_CHECKING:
    import pytest
    from sqlalchemy import Connection

    from tests.support.databases import Postgres

WRITERS, EACH = 4, 150


def test_concurrent_writers_are_followed_without_a_gap(postgres: Postgres) -> None:
    keep(postgres.url, [delivery(-1)])

    def write(number: int) -> None:
        engine = connect(postgres.url)
        inbox = Inbox(engine)
        for task in range(number, WRITERS * EACH, WRITERS):
            inbox.keep([delivery(task)])
        engine.dispose()

    async def follow() -> list[int]:
        stop, sink = asyncio.Event(), Sink()
        options = Options("billing", concurrency=1)
        following = asyncio.create_task(
            Consumer(postgres.url, sink, Observer("billing"), options, stop).run()
        )
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(WRITERS) as threads:
            await asyncio.gather(
                *(loop.run_in_executor(threads, write, number) for number in range(WRITERS))
            )
        stop.set()
        await following
        during = len(sink.taken)
        await consumed(postgres.url, sink)
        assert during > WRITERS, "it followed nothing while they wrote"
        return sink.taken

    assert sorted(asyncio.run(follow())) == list(range(-1, WRITERS * EACH))


def transactional(url: str, *, fail_on: tuple[int, ...] = ()) -> HandlerSink:
    """Return handlers that write each event to a table of their own, which takes an event twice."""
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS effects (task BIGINT NOT NULL)"))
    engine.dispose()
    handlers = Handlers()

    @handlers.on("polyv.video_outline")
    def ready(event: Any, connection: Connection) -> None:
        task = event.payload["taskId"]
        connection.execute(text("INSERT INTO effects VALUES (:task)"), {"task": task})
        if task in fail_on:
            connection.execute(text("INSERT INTO effects VALUES (NULL)"))

    @handlers.otherwise
    def rest(_: object) -> None: ...

    return HandlerSink(handlers, seconds=30.0)


def effects(url: str) -> list[int]:
    engine = reader(url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT task FROM effects ORDER BY task")).scalars().all()
    engine.dispose()
    return list(rows)


def test_an_effect_and_the_mark_commit_together(postgres: Postgres) -> None:
    keep(postgres.url, map(delivery, range(20)))
    consume(postgres.url, transactional(postgres.url, fail_on=(4, 9)))
    assert effects(postgres.url) == [task for task in range(20) if task not in {4, 9}]
    engine = reader(postgres.url)
    assert measure(engine, "billing").pending == 2
    engine.dispose()


def test_a_mark_that_does_not_commit_undoes_the_effect(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(postgres.url, map(delivery, range(20)))
    sink = transactional(postgres.url)
    hand_on = sink.hand_on
    broken: list[int] = []

    async def hand_on_and_break(stored: Any, store: Any) -> None:
        await hand_on(stored, store)
        if len(broken) < 3 and stored.entry.id % 5 == 0:
            broken.append(stored.entry.id)
            with psycopg.connect(postgres.url.replace("+psycopg", ""), autocommit=True) as admin:
                admin.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                )

    monkeypatch.setattr(sink, "hand_on", hand_on_and_break)

    async def run() -> None:
        stop = asyncio.Event()
        options = Options("billing", concurrency=4)
        following = asyncio.create_task(
            Consumer(postgres.url, sink, Observer("billing"), options, stop).run()
        )
        async with asyncio.timeout(60):
            while measure(engine, "billing").lag or len(broken) < 3:  # noqa: ASYNC110 # of the database
                await asyncio.sleep(0.05)
        stop.set()
        await following

    engine = reader(postgres.url)
    asyncio.run(run())
    assert measure(engine, "billing").pending == 0
    engine.dispose()
    assert effects(postgres.url) == list(range(20))
    assert position(postgres.url)
