"""Runs pullers in threads until a signal arrives: the store, the signals and the metrics."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED, OperationalError
from threading import Lock
from types import FrameType

from prometheus_client import start_http_server
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect, own
from vodhooks.inbox.group_commit import commit
from vodhooks.inbox.store import Bounds, Inbox, ReceivedDelivery, StoreResult
from vodhooks.pull.client import Client
from vodhooks.pull.deadlines import WAKE_SECONDS, Stop, within
from vodhooks.pull.loop import WINDOW_SECONDS, Puller
from vodhooks.pull.observer import CHANNEL, Observer
from vodhooks.pull.settings import Settings, credentials
from vodhooks.receiver.settings import Settings as StoreSettings

LOOPBACK = "127.0.0.1"
SIGNALS = (signal.SIGINT, signal.SIGTERM)


def pull(
    settings: Settings,
    store: StoreSettings,
    environ: Mapping[str, str],
    *,
    until_empty: bool = False,
    metrics_port: int | None = None,
) -> Observer:
    """Pull events into the inbox until a signal arrives; the current batches are finished first.

    Args:
        settings: how the vendor's API is called.
        store: where the inbox is, and the bounds of its quarantine.
        environ: environment variables, for the credentials.
        until_empty: whether to end when there are no more events.
        metrics_port: where metrics are served, on loopback; 0 for a free port.

    Returns:
        The counts of all batches.

    Raises:
        SecretError: the credentials are not set as they should be.
        StoreError: the store cannot be opened as asked; or it is `until_empty`, and it does not
            take an event.
        PullingError: the vendor does not take the credentials or the call; or it is `until_empty`,
            and nothing works.
    """
    key = credentials(environ)
    observer = Observer()
    stop = Stop()
    with ExitStack() as exits:
        exits.callback(own(store.store))
        engine = _open_store(store, stop)
        exits.callback(engine.dispose)
        put = _store_in_turn(
            Inbox(engine, Bounds(store.quarantine_count, store.quarantine_bytes)), observer, stop
        )
        if metrics_port is not None:
            server, thread = start_http_server(metrics_port, LOOPBACK, observer.registry)
            exits.callback(thread.join)
            exits.callback(server.shutdown)
            _say(f"metrics on {LOOPBACK}, port {server.server_port}")
        clients = [
            exits.enter_context(closing(Client(settings, key, stop)))
            for _ in range(settings.pullers)
        ]
        pullers = [
            Puller(client, put, observer, stop.wait, until_empty=until_empty) for client in clients
        ]
        exits.callback(lambda: _say(observer.summary))
        exits.callback(observer.flush)
        exits.enter_context(_stop_on_signals(stop))
        threads = exits.enter_context(
            ThreadPoolExecutor(settings.pullers, thread_name_prefix="puller")
        )
        _say(f"{CHANNEL}: {settings.protection}")
        _say(f"pulling from {settings.endpoint}")
        futures = [threads.submit(_run, puller, stop) for puller in pullers]
        # A signal may interrupt another thread; Python calls the handler when this one goes on.
        while wait(futures, WAKE_SECONDS).not_done:
            pass
        for future in futures:
            future.result()
        if until_empty and stop.wait(0):
            observer.interrupted = True
            _say("ended before the queue was known to be empty")
    return observer


def _run(puller: Puller, stop: Stop) -> None:
    """Run a puller; if it gives up, so do the others."""
    try:
        puller.run()
    except BaseException:
        stop.request()
        raise


def _open_store(store: StoreSettings, stop: Stop) -> Engine:
    """Open the store.

    It waits for a lock of another process on an SQLite file to go, as every write does.
    """
    left = stop.limit(WINDOW_SECONDS)
    while True:
        try:
            return connect(store.store, store.answer_seconds)
        except StoreError as error:
            if not _is_lock(error.__context__):
                raise
            try:
                stop.wait(min(left(), WAKE_SECONDS))
            except TimeoutError:
                raise error from None


def _is_lock(error: object) -> bool:
    original = error.orig if isinstance(error, DBAPIError) else error
    return isinstance(original, OperationalError) and original.sqlite_errorcode & 0xFF in {
        SQLITE_BUSY,
        SQLITE_LOCKED,
    }


def _store_in_turn(
    inbox: Inbox, observer: Observer, stop: Stop
) -> Callable[[Sequence[ReceivedDelivery]], list[StoreResult | StoreError]]:
    """Return a function that stores the deliveries of several threads.

    While one waits for the disk, others wait for the vendor.

    A database that does not answer is abandoned after a stop: what it has not stored is not
    confirmed.
    """
    turn = Lock()

    def commit_in_turn(deliveries: Sequence[ReceivedDelivery]) -> list[StoreResult | StoreError]:
        with turn:
            return commit(inbox, deliveries, observer.count_commit)

    def store(deliveries: Sequence[ReceivedDelivery]) -> list[StoreResult | StoreError]:
        try:
            return within(stop.limit(), partial(commit_in_turn, deliveries))
        except TimeoutError:
            return [StoreError("not before the end") for _ in deliveries]

    return store


@contextmanager
def _stop_on_signals(stop: Stop) -> Iterator[None]:
    """Request a stop at the first signal; the second ends the process.

    This thread must never wait for the event of the stop: it could not set an event that it is
    about to wait for.
    """

    def end(number: int, _: FrameType | None) -> None:
        stop.request()
        signal.signal(number, signal.SIG_DFL)

    before = {number: signal.signal(number, end) for number in SIGNALS}
    before[signal.SIGHUP] = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nothing to open again
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say(text: str) -> None:
    sys.stderr.write(f"vodhooks: {text}\n")
    sys.stderr.flush()
