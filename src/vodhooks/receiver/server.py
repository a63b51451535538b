"""Runs the receiver on uvicorn, with uvloop and httptools."""

from __future__ import annotations

import gc
import signal
import sys
from functools import partial
from socket import AF_INET, AF_INET6, create_server
from typing import TYPE_CHECKING

import uvicorn

from vodhooks.errors import SecretError
from vodhooks.inbox.database import connect, own, reader
from vodhooks.inbox.group_commit import GroupCommit
from vodhooks.inbox.queries import EVENTS, EventFilter, count_events
from vodhooks.inbox.store import Bounds, Inbox
from vodhooks.receiver.app import receiver
from vodhooks.receiver.metrics import Observer, say
from vodhooks.receiver.protocol import ConnectionBounds, bounded_protocol
from vodhooks.receiver.settings import auth_policies, protections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp

    from vodhooks.receiver.settings import Settings

BACKLOG = 2048
IDLE_SECONDS = 65
"""How long a connection may stay silent between two requests: longer than the proxies in front of it keep theirs."""

GRACE_SECONDS = 30
"""How long what is in flight may take at the end."""

MARGIN_SECONDS = 5.0
"""How much later than the application the connection gives up: an answer is better than none."""

SWITCH_SECONDS = 500e-6
"""How long a thread that wants the interpreter waits for it. The inbox's thread wants it back after each statement: Python's
default, 5 milliseconds, is long beside that; with much less the threads mostly switch."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def serve(
    settings: Settings, environ: Mapping[str, str], host: str, port: int, *, insecure: bool = False
) -> None:
    """Receive until the process gets a signal to end; what is in flight is answered first.

    Raises:
        SecretError: a channel has neither secret nor token, or `insecure` is asked for beyond loopback.
        StoreError: the store cannot be opened as asked.
        OSError: the address cannot be listened on.
    """
    if insecure and host not in LOOPBACK:
        raise SecretError("--insecure lets everybody in, and so works on loopback only")
    policies = auth_policies(settings, environ, insecure=insecure)
    release = own(settings.store)
    try:
        engine = connect(settings.store, settings.answer_seconds)
        inbox = Inbox(engine, Bounds(settings.quarantine_count, settings.quarantine_bytes))
        observer = Observer()
        count_stored = (
            partial(count_events, reader(settings.store), EventFilter(outcomes=EVENTS))
            if settings.count_stored
            else None
        )
        application = receiver(
            policies, GroupCommit(inbox, observer.count_commit), settings, observer, count_stored
        )
        for line in protections(settings, policies):
            say(line)
        run(application, _connection_bounds(settings), host, port)
        engine.dispose()
    finally:
        release()


def run(application: ASGIApp, bounds: ConnectionBounds, host: str, port: int) -> None:
    """Run an application until the process gets a signal to end.

    Raises:
        OSError: the address cannot be listened on.
    """
    config = uvicorn.Config(
        application,
        host=host,
        port=port,
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
    # uvicorn would end the process, with a message of its own, where it cannot listen on the address.
    socket = create_server(
        (host, port), family=AF_INET6 if ":" in host else AF_INET, backlog=BACKLOG
    )
    say(f"listening on {host}, port {socket.getsockname()[1]}")
    # uvicorn ends in an orderly way and raises the signal again; Python's KeyboardInterrupt would then wait for the inbox's
    # thread, and that for a store that may hang.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.setswitchinterval(SWITCH_SECONDS)
    # Most objects live until the end. Frozen, they are not scanned by each full garbage collection.
    gc.collect()
    gc.freeze()
    uvicorn.Server(config).run([socket])


def _connection_bounds(settings: Settings) -> ConnectionBounds:
    return ConnectionBounds(
        header_seconds=settings.header_seconds,
        body_seconds=settings.body_seconds + MARGIN_SECONDS,
        answer_seconds=settings.answer_seconds + MARGIN_SECONDS,
        idle_seconds=IDLE_SECONDS,
        header_bytes=settings.header_bytes,
        connections=settings.connections,
    )
