"""Runs pullers in threads until they are told to end: the store, the signals, the metrics around the loop."""

from __future__ import annotations

import signal
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, closing, contextmanager
from threading import Event, Lock
from typing import TYPE_CHECKING

from prometheus_client import start_http_server

from vodhooks.inbox.database import connect, own
from vodhooks.inbox.group_commit import commit
from vodhooks.inbox.store import Bounds, Inbox
from vodhooks.pull.client import Client
from vodhooks.pull.loop import CHANNEL, Puller
from vodhooks.pull.observer import Observer
from vodhooks.pull.settings import credentials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import FrameType

    from vodhooks.errors import StoreError
    from vodhooks.inbox.store import Arrival, Kept
    from vodhooks.pull.settings import Settings
    from vodhooks.receiver.settings import Settings as StoreSettings

__all__ = ["pull"]

LOOPBACK = "127.0.0.1"
SIGNALS = (signal.SIGINT, signal.SIGTERM)
WAKE_SECONDS = 0.5


def pull(
    settings: Settings,
    store: StoreSettings,
    environ: Mapping[str, str],
    *,
    until_empty: bool = False,
    metrics_port: int | None = None,
) -> Observer:
    """Pull events into the inbox until the process is told to end; the batches in hand are finished first.

    Args:
        settings: how the vendor's API is called.
        store: where the inbox is, and the bounds of its quarantine.
        environ: environment variables, for the credentials.
        until_empty: whether to end when there are no more events.
        metrics_port: where metrics are served, on loopback; 0 for a free port.

    Returns:
        What happened.

    Raises:
        SecretError: the credentials are not set as they should be.
        StoreError: the store cannot be opened as asked; or it is `until_empty`, and it does not take an event.
        PullingError: the vendor does not take the credentials or the call; or it is `until_empty`, and nothing works.
    """
    key = credentials(environ)
    observer = Observer()
    told = Event()
    with ExitStack() as undone:
        undone.callback(own(store.store))
        engine = connect(store.store, store.answer_seconds)
        undone.callback(engine.dispose)
        keep = _in_turn(Inbox(engine, Bounds(store.quarantine_count, store.quarantine_bytes)), observer)
        if metrics_port is not None:
            server, thread = start_http_server(metrics_port, LOOPBACK, observer.registry)
            undone.callback(thread.join)
            undone.callback(server.shutdown)
            _say(f"metrics on {LOOPBACK}, port {server.server_port}")
        clients = [undone.enter_context(closing(Client(settings, key))) for _ in range(settings.pullers)]
        pullers = [Puller(client, keep, observer, told.wait, until_empty=until_empty) for client in clients]
        undone.callback(lambda: _say(observer.summary))
        undone.callback(observer.flush)
        undone.enter_context(_ending(told))
        threads = undone.enter_context(ThreadPoolExecutor(settings.pullers, thread_name_prefix="puller"))
        _say(f"{CHANNEL}: {settings.protection}")
        _say(f"pulling from {settings.endpoint}")
        running = [threads.submit(_run, puller, told) for puller in pullers]
        # A signal may interrupt another thread of the process; Python calls the handler when this one goes on.
        while wait(running, WAKE_SECONDS).not_done:
            pass
        for future in running:
            future.result()
    return observer


def _run(puller: Puller, told: Event) -> None:
    """Run a puller; if it gives up, so do the others."""
    try:
        puller.run()
    except BaseException:
        told.set()
        raise


def _in_turn(inbox: Inbox, observer: Observer) -> Callable[[Sequence[Arrival]], list[Kept | StoreError]]:
    """Return what keeps the arrivals of any number of threads. While one of them waits for the disk, others wait for the vendor."""
    turn = Lock()

    def keep(arrivals: Sequence[Arrival]) -> list[Kept | StoreError]:
        with turn:
            return commit(inbox, arrivals, observer.committed)

    return keep


@contextmanager
def _ending(told: Event) -> Iterator[None]:
    """Let the first signal be the request to end, and the second the end.

    The event is none that this thread ever waits for: it could not set it while it is about to.
    """

    def end(number: int, _: FrameType | None) -> None:
        told.set()
        signal.signal(number, signal.SIG_DFL)

    before = {number: signal.signal(number, end) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say(text: str) -> None:
    sys.stderr.write(f"vodhooks: {text}\n")
    sys.stderr.flush()
