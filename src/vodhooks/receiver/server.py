"""Runs the receiver on uvicorn, with uvloop and httptools."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

import uvicorn

from vodhooks.errors import SecretError, StoreError
from vodhooks.inbox.database import connect, own, reader
from vodhooks.inbox.group_commit import GroupCommit
from vodhooks.inbox.queries import EVENTS, EventFilter, count_events, measure
from vodhooks.inbox.refusals import RefusalBounds, RefusedDelivery, keep_refused
from vodhooks.inbox.retention import DAY, Retention, prune
from vodhooks.inbox.store import Bounds, Inbox
from vodhooks.receiver.app import receiver
from vodhooks.receiver.metrics import Observer, say
from vodhooks.receiver.protocol import ConnectionBounds, bounded_protocol
from vodhooks.receiver.refusals import Refusals
from vodhooks.receiver.settings import auth_policies, protections
from vodhooks.receiver.sockets import BACKLOG, LOOPBACK, hosts, listen
from vodhooks.reports import quantity

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
    from socket import socket
    from typing import Protocol, TypeVar

    from sqlalchemy import Engine
    from starlette.types import ASGIApp

    from vodhooks.receiver.settings import Settings

    Result = TypeVar("Result")

    class Aside(Protocol):
        """Runs a job in a thread where it holds up no event loop, and returns what it returns."""

        def __call__(self, job: Callable[[], Result], /) -> Awaitable[Result]:
            """Run a job."""
            ...


IDLE_SECONDS = 65
"""How long a connection may stay silent between two requests: longer than the proxies in front of it keep theirs."""

GRACE_SECONDS = 30
"""How long what is in flight may take at the end."""

MARGIN_SECONDS = 5.0
"""How much later than the application the connection gives up: an answer is better than none."""

SWITCH_SECONDS = 500e-6
"""How long a thread that wants the interpreter waits for it. The inbox's thread wants it back after each statement: Python's
default, 5 milliseconds, is long beside that; with much less the threads mostly switch."""

RETENTION_SECONDS = 3600.0
"""How often old events are looked for."""

REST = 4.0
"""How many times as long as a step of removing took no further one is made."""

SAY_SECONDS = 2.0
"""How often progress is said."""


def serve(
    settings: Settings,
    environ: Mapping[str, str],
    host: str,
    port: int,
    *,
    insecure: bool = False,
    sockets: Sequence[socket] = (),
    start_beside: Callable[[str, int], object] | None = None,
) -> None:
    """Receive until the process gets a signal to end; what is in flight is answered first.

    Args:
        settings: bounds, and where the inbox is.
        environ: environment variables, for secrets and tokens.
        host: the address to listen on.
        port: the port to listen on.
        insecure: whether anyone may deliver where neither secret nor token is set.
        sockets: what to listen on instead, handed over by a service manager.
        start_beside: called when the inbox is open, with the address and the port that is listened on.

    Raises:
        SecretError: a channel has neither secret nor token, or `insecure` is asked for beyond loopback.
        StoreError: the store cannot be opened as asked.
        OSError: the address cannot be listened on.
    """
    if insecure and not (hosts(sockets) or {host}) <= LOOPBACK:
        raise SecretError("--insecure lets everybody in, and so works on loopback only")
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nothing is open that could be opened again
    policies = auth_policies(settings, environ, insecure=insecure)
    release = own(settings.store)
    try:
        engine = connect(settings.store, settings.answer_seconds, _Migration())
        inbox = Inbox(engine, Bounds(settings.quarantine_count, settings.quarantine_bytes))
        observer = Observer()
        count_stored = (
            partial(count_events, reader(settings.store), EventFilter(outcomes=EVENTS))
            if settings.count_stored
            else None
        )
        store = GroupCommit(inbox, observer.count_commit)
        # A second writer would starve the first on SQLite; PostgreSQL takes several.
        aside: Aside = asyncio.to_thread if engine.dialect.name == "postgresql" else store.run
        refusals = _refusals(settings, engine, aside, observer)
        beside = _beside(settings, engine, aside, observer, refusals=refusals)
        application = receiver(
            policies,
            store,
            settings,
            observer,
            count_stored,
            beside=beside,
            refusals=refusals,
            measure=partial(measure, reader(settings.store)),
        )
        for line in protections(settings, policies):
            say(line)
        listening = sockets or [listen(host, port)]
        if start_beside:
            address, at = listening[0].getsockname()[:2]
            start_beside(address, at)
        run(application, _connection_bounds(settings), listening)
        engine.dispose()
    finally:
        release()


def _refusals(
    settings: Settings, engine: Engine, aside: Aside, observer: Observer
) -> Refusals | None:
    """Return what keeps refused deliveries, where that is asked for."""
    if not settings.keep_refused:
        return None
    bounds = RefusalBounds(
        settings.keep_refused,
        settings.keep_refused_bytes,
        round(settings.keep_refused_days * DAY),
    )

    async def keep(refused: Sequence[RefusedDelivery]) -> None:
        await aside(partial(keep_refused, engine, refused, bounds, round(time.time() * 1e6)))

    return Refusals(keep, observer.log_store_failure)


@asynccontextmanager
async def _beside(
    settings: Settings,
    engine: Engine,
    aside: Aside,
    observer: Observer,
    *,
    refusals: Refusals | None,
) -> AsyncIterator[None]:
    """Remove old events while the receiver runs, and keep the last refused deliveries when it ends."""
    days = settings.retention_days
    removing = asyncio.create_task(_retain(engine, days, aside, observer)) if days else None
    yield
    if removing:
        removing.cancel()
        with suppress(asyncio.CancelledError):
            await removing
    if refusals:
        with suppress(TimeoutError):
            async with asyncio.timeout(settings.answer_seconds):
                await refusals.close()


async def _retain(
    engine: Engine,
    days: float,
    aside: Aside,
    observer: Observer,
) -> None:
    """Remove events that are older than so many days, again and again; `aside` runs what would hold up the event loop."""
    while True:
        now = time.time() * 1e6
        wanted = Retention(
            until=round(now - days * DAY), keep_identity=True, forget=round(now - 2 * days * DAY)
        )
        steps = prune(engine, wanted)
        try:
            removed = 0
            start = time.monotonic()
            while (step := await aside(partial(next, steps, None))) is not None:
                removed += step
                await asyncio.sleep(REST * (time.monotonic() - start))
                start = time.monotonic()
            if removed:
                say(f"{quantity(removed, 'event')} removed, older than {days:.15g} days")
        except StoreError as error:
            observer.log_store_failure(str(error))
        await asyncio.sleep(RETENTION_SECONDS)


class _Migration:
    """Says how far an inbox of an earlier release has been brought over, at most every `SAY_SECONDS`."""

    def __init__(self) -> None:
        self._said = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._said > SAY_SECONDS or done == total:
            self._said = now
            say(f"bringing the inbox to this release: {done} of {total} events")


def run(
    application: ASGIApp,
    bounds: ConnectionBounds,
    sockets: Sequence[socket],
    begin: Callable[[uvicorn.Server], object] | None = None,
) -> None:
    """Run an application on sockets that listen, until the process gets a signal to end.

    Args:
        application: the application.
        bounds: of its connections.
        sockets: the sockets.
        begin: called with the server before it answers.
    """
    config = uvicorn.Config(
        application,
        loop="uvloop",
        http=bounded_protocol(bounds),
        ws="none",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the client's address is not used
        backlog=BACKLOG,
        timeout_graceful_shutdown=GRACE_SECONDS,
        log_level="error",
    )
    for each in sockets:
        address = each.getsockname()
        say(f"listening on {address[0]}, port {address[1]}")
    # uvicorn ends in an orderly way and raises the signal again; Python's KeyboardInterrupt would then wait for the inbox's
    # thread, and that for a store that may hang.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.setswitchinterval(SWITCH_SECONDS)
    # Most objects live until the end. Frozen, they are not scanned by each full garbage collection.
    gc.collect()
    gc.freeze()
    server = uvicorn.Server(config)
    if begin:
        begin(server)
    server.run([*sockets])


def _connection_bounds(settings: Settings) -> ConnectionBounds:
    return ConnectionBounds(
        header_seconds=settings.header_seconds,
        body_seconds=settings.body_seconds + MARGIN_SECONDS,
        answer_seconds=settings.answer_seconds + MARGIN_SECONDS,
        idle_seconds=IDLE_SECONDS,
        header_bytes=settings.header_bytes,
        connections=settings.connections,
    )
