"""How many events a second a consumer hands on: to handlers that do nothing, and to JetStream beside a bare publish loop."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import nats
from nats.js.errors import NotFoundError

from tests.support.consuming import delivery
from tests.support.nats_servers import STREAM, broker
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import Inbox
from vodhooks.outbox import Handlers
from vodhooks.outbox.loop import Consumer, Options
from vodhooks.outbox.metrics import Observer
from vodhooks.outbox.process import HandlerSink
from vodhooks.outbox.relay import open_stream

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.support.nats_servers import Broker
    from vodhooks.outbox.loop import Sink

EVENTS = 10_000
ROUNDS = 3
CONCURRENCY = 64


def main() -> None:
    with tempfile.TemporaryDirectory() as name, broker(Path(name)) as server:
        url = f"sqlite:///{name}/inbox.sqlite3"
        engine = connect(url)
        inbox = Inbox(engine)
        for first in range(0, EVENTS, 250):
            inbox.keep([delivery(task) for task in range(first, first + 250)])
        engine.dispose()
        asyncio.run(compare(url, server))


async def compare(url: str, server: Broker) -> None:
    """Measure each way in turn, and print medians: events per second, and per second of CPU of this process."""
    ways: dict[str, Callable[[int], Awaitable[object]]] = {
        "async handlers": lambda number: consume(url, handling(number), f"async{number}"),
        "plain handlers": lambda number: consume(url, plain(number), f"plain{number}"),
        "relay": lambda number: relay(url, server, number),
        "bare publish, one at a time": lambda number: publish(server, number, 1),
        f"bare publish, {CONCURRENCY} at a time": lambda number: publish(
            server, number, CONCURRENCY
        ),
    }
    rates: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for number in range(ROUNDS):
        for way, run in ways.items():
            start, busy = time.perf_counter(), time.process_time()
            await run(number)
            rates[way].append(
                (EVENTS / (time.perf_counter() - start), EVENTS / (time.process_time() - busy))
            )
    for way, found in rates.items():
        wall, cpu = (median(each) for each in zip(*found, strict=True))
        print(f"{way:30} {wall:9.0f} events/s {cpu:9.0f} events/s of CPU")


def handling(_: int) -> Sink:
    handlers = Handlers()

    @handlers.otherwise
    async def rest(_: object) -> None: ...

    return HandlerSink(handlers, 30.0)


def plain(_: int) -> Sink:
    handlers = Handlers()

    @handlers.otherwise
    def rest(_: object) -> None: ...

    return HandlerSink(handlers, 30.0)


async def consume(url: str, sink: Sink, name: str, concurrency: int = 8) -> None:
    options = Options(name, concurrency, until_empty=True)
    await Consumer(url, sink, Observer(name), options, asyncio.Event()).run()


async def relay(url: str, server: Broker, number: int) -> None:
    # A stream of its own each time: what comes twice would be dropped early.
    name = f"relay{number}"
    await purge(server)
    async with open_stream(server.target, None, 10.0, Observer(name)) as sink:
        await consume(url, sink, name, CONCURRENCY)


async def publish(server: Broker, number: int, together: int) -> None:
    """Publish as many messages of the same size, each with an id, and wait for each acknowledgement."""
    await purge(server)
    client = await nats.connect(server.url)
    stream = client.jetstream()
    await stream.add_stream(name=STREAM, subjects=["vodhooks.>"])
    left = iter(range(EVENTS))
    body = b"x" * 1800

    async def work() -> None:
        for task in left:
            await stream.publish(
                "vodhooks.bare", body, headers={"Nats-Msg-Id": f"{number}.{together}.{task}"}
            )

    await asyncio.gather(*(work() for _ in range(together)))
    await client.close()


async def purge(server: Broker) -> None:
    client = await nats.connect(server.url)
    with suppress(NotFoundError):
        await client.jetstream().delete_stream(STREAM)
    await client.close()


if __name__ == "__main__":
    main()
