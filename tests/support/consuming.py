"""Inboxes with events in them, and consumers that run in this process or in one of their own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import select

from vodhooks.classification import classify
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.inbox.tables import cursors
from vodhooks.outbox.loop import Consumer, Options
from vodhooks.outbox.metrics import Observer
from vodhooks.testing import example

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator
    from pathlib import Path

    from vodhooks.inbox.queries import StoredEvent
    from vodhooks.outbox.loop import Store

CHANNEL = "polyv.video_outline"
SECONDS = 60.0
"""How long any single wait may take before a test fails."""

_SUCCESS = example(f"{CHANNEL}.generate_success")


def body(task: int, **members: object) -> bytes:
    return orjson.dumps({**_SUCCESS, "taskId": task, **members})


def delivery(task: int, *, at: float | None = None, **members: object) -> ReceivedDelivery:
    """Return an accepted delivery; its task is what identifies it."""
    moment = time.time() if at is None else at
    return ReceivedDelivery.of(classify(body(task, **members), CHANNEL), round(moment * 1e6))


def broken(task: int) -> ReceivedDelivery:
    """Return a delivery for quarantine."""
    return ReceivedDelivery.of(classify(body(task, vid=[]), CHANNEL), round(time.time() * 1e6))


def keep(url: str, deliveries: Iterable[ReceivedDelivery]) -> None:
    """Keep deliveries in an inbox, in their order, and make it where there is none."""
    engine = connect(url)
    inbox = Inbox(engine)
    for each in deliveries:
        inbox.keep([each])
    engine.dispose()


class Sink:
    """Remembers what it was handed, and does what it was made for."""

    def __init__(self, act: Callable[[int], Awaitable[object]] | None = None) -> None:
        self.taken: list[int] = []
        self._act = act

    async def hand_on(self, stored: StoredEvent, _: Store) -> None:
        task = task_of(stored)
        if self._act:
            await self._act(task)
        self.taken.append(task)


def task_of(stored: StoredEvent) -> int:
    payload: dict[str, Any] = orjson.loads(stored.body)
    return int(payload["taskId"])


def consume(url: str, sink: Any, name: str = "billing", **given: Any) -> None:
    """Hand on all that an inbox has for a consumer."""
    asyncio.run(consumed(url, sink, name, **given))


async def consumed(
    url: str,
    sink: Any,
    name: str = "billing",
    *,
    clock: Callable[[], float] = time.time,
    **options: Any,
) -> None:
    consumer = Consumer(
        url,
        sink,
        Observer(name),
        Options(name, **{"until_empty": True, **options}),
        asyncio.Event(),
        clock=clock,
        chance=lambda: 0.0,
    )
    async with asyncio.timeout(SECONDS):
        await consumer.run()


def position(url: str, name: str = "billing") -> int | None:
    """Return how far a cursor has come, or None where it is not there."""
    engine = reader(url)
    with engine.connect() as connection:
        found = connection.execute(select(cursors.c.position).where(cursors.c.name == name))
        place: int | None = found.scalar()
    engine.dispose()
    return place


@contextmanager
def command(folder: Path, *arguments: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command of vodhooks in a folder, and end it with the block."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }
    with subprocess.Popen(
        [sys.executable, "-m", "vodhooks", *arguments],
        cwd=folder,
        env={**inherited, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(reached: Callable[[], object], seconds: float = SECONDS) -> None:
    """Wait until something is so; fail after a while."""
    deadline = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
