"""Runs a consumer until a signal arrives: signals, metrics, and the handlers as its sink."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING

from prometheus_client import start_http_server

from vodhooks.errors import OutboxError
from vodhooks.events import parse
from vodhooks.inbox.database import reader
from vodhooks.outbox.cursors import check_name, measure
from vodhooks.outbox.handlers import Handlers
from vodhooks.outbox.loop import Consumer
from vodhooks.outbox.metrics import Backlog, Observer
from vodhooks.receiver.metrics import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from vodhooks.inbox.queries import StoredEvent
    from vodhooks.outbox.loop import Options, Sink, Store

LOOPBACK = "127.0.0.1"
SPARE = 4
"""How many threads there are for each event that is handled at the same time."""

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class HandlerSink:
    """Hands events to handlers.

    Args:
        handlers: the handlers.
        seconds: how long one may take; those in a transaction are bounded by what the database takes for silence.
    """

    def __init__(self, handlers: Handlers, seconds: float) -> None:
        self._handlers = handlers
        self._seconds = seconds

    async def hand_on(self, stored: StoredEvent, store: Store) -> None:
        """Call the handler of an event.

        Raises:
            Exception: what it raises, or why the event is none by today's contract.
        """
        event = parse(stored.body, stored.entry.channel)
        handler = self._handlers.find(event)
        if handler.transactional:
            await store.apply(
                stored.entry.id,
                lambda connection: handler.call(event, summary=stored.entry, connection=connection),
            )
            return
        async with asyncio.timeout(self._seconds):
            await handler(event, summary=stored.entry)


def load_handlers(name: str, *, transactions: bool) -> Handlers:
    """Import handlers by module and attribute, `app:handlers`, also from the current folder.

    Args:
        name: of the module and the attribute.
        transactions: whether the inbox can give a connection to those that ask for it.

    Raises:
        OutboxError: there are none, or they cannot be used.
    """
    module, _, attribute = name.partition(":")
    if not (module and attribute):
        raise OutboxError(f"{name} is no module and attribute such as app:handlers")
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        found = getattr(import_module(module), attribute, None)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise OutboxError(f"there is no module {module}") from None
    if not isinstance(found, Handlers):
        raise OutboxError(f"{attribute} in {module} is no vodhooks.outbox.Handlers")
    found.check(transactions=transactions)
    return found


def run(
    url: str,
    open_sink: Callable[[Observer], AbstractAsyncContextManager[Sink]],
    options: Options,
    *,
    answer_seconds: float,
    metrics_port: int | None = None,
    end_with_input: bool = False,
) -> int:
    """Hand events on until a signal arrives; what is in progress is finished first, and a second signal ends at once.

    Args:
        url: of the inbox.
        open_sink: opens what events go to.
        options: how.
        answer_seconds: how long the database may be silent.
        metrics_port: where metrics are served, on loopback; 0 for a free port.
        end_with_input: whether to end, as for a signal, when standard input ends.

    Returns:
        How many events are dead or to be tried again, where the end of events is waited for.

    Raises:
        OutboxError: the name or the sink is not as it should be.
        StoreError: the store cannot be opened; or it fails, and the end of events is waited for.
    """
    check_name(options.name)
    observer = Observer(options.name)
    with ExitStack() as exits:
        engine = reader(url)
        exits.callback(engine.dispose)
        observer.registry.register(Backlog(engine, options.name))
        if metrics_port is not None:
            server, thread = start_http_server(metrics_port, LOOPBACK, observer.registry)
            exits.callback(thread.join)
            exits.callback(server.shutdown)
            say(f"metrics on {LOOPBACK}, port {server.server_port}")
        exits.callback(lambda: say(observer.summary))
        asyncio.run(
            _run(
                url,
                open_sink,
                observer,
                options,
                answer_seconds=answer_seconds,
                end_with_input=end_with_input,
            )
        )
        if not options.until_empty:
            return 0
        found = measure(engine, options.name)
    return found.pending + found.dead


async def _run(
    url: str,
    open_sink: Callable[[Observer], AbstractAsyncContextManager[Sink]],
    observer: Observer,
    options: Options,
    *,
    answer_seconds: float,
    end_with_input: bool,
) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def end() -> None:
        stop.set()
        for number in SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nothing is open that could be opened again
    for number in SIGNALS:
        loop.add_signal_handler(number, end)

    def end_of_input() -> None:
        if not os.read(sys.stdin.fileno(), 4096):
            loop.remove_reader(sys.stdin.fileno())
            stop.set()

    if end_with_input:
        loop.add_reader(sys.stdin.fileno(), end_of_input)
    loop.set_default_executor(ThreadPoolExecutor(options.concurrency, thread_name_prefix="handler"))
    async with open_sink(observer) as sink:
        await Consumer(url, sink, observer, options, stop, answer_seconds=answer_seconds).run()
