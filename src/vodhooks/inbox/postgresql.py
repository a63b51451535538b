"""PostgreSQL for the inbox: commits that have reached the disk, and connections that are given up when they stall."""

from __future__ import annotations

import math
import sys
import time
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from sqlalchemy import create_engine, event

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from psycopg.abc import PQGen
    from sqlalchemy import URL, Connection, Dialect, Engine, ExceptionContext

Result = TypeVar("Result")

CONNECT_SECONDS = 3
"""How long each host may take to answer a new connection."""

VANISHED_SECONDS = 10
"""After how long a machine that no longer confirms what it is sent counts as gone."""

READ_ONLY = "25006"
"""SQLSTATE of a session that may not write, as on a server that has become a standby."""

# Of the transaction alone: the next session may be another's behind a pooler, and a server's default may change under a session.
_BEGIN = """
SELECT set_config('synchronous_commit',
                  CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true),
       current_setting('transaction_read_only'), current_setting('fsync'), current_setting('full_page_writes')
"""


class _BoundedConnection(psycopg.Connection[Any]):
    """A connection that closes itself when the server is silent for too long: one that is frozen confirms what it is sent."""

    silence_seconds = math.inf
    """How long any answer may take, in seconds."""

    def wait(self, gen: PQGen[Result], *args: Any, **named: Any) -> Result:
        """Wait for an answer. Raises psycopg.OperationalError where it takes too long."""
        return super().wait(self._bounded(gen), *args, **named)

    def _bounded(self, gen: PQGen[Result]) -> Generator[Any, Any, Result]:
        deadline = time.monotonic() + self.silence_seconds
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and time.monotonic() > deadline:
                    self.pgconn.finish()
                    raise psycopg.OperationalError(
                        f"the server has not answered for {self.silence_seconds:g} seconds"
                    )
                wanted = gen.send(ready)
        except StopIteration as end:
            result: Result = end.value
            return result


def reader(url: URL, *, refuses_writes: bool = False) -> Engine:
    """Return an engine that reads; the server can be asked to refuse what writes."""
    engine = _engine(url)
    if refuses_writes:

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")

    return engine


def writer(url: URL) -> Engine:
    """Return an engine that writes, on the first of the hosts that takes writes."""
    engine = _engine(url, target_session_attrs="read-write")
    warned = False

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        nonlocal warned
        _, read_only, synchronised, whole_pages = connection.exec_driver_sql(_BEGIN).one()
        if read_only == "on":
            connection.invalidate()  # the next connection may find a server that takes writes
            raise StoreError("the database takes no writes in this session")
        if synchronised != "on":
            raise StoreError("the server runs with fsync=off, so that no commit of it is durable")
        if whole_pages != "on" and not warned:
            warned = True
            sys.stderr.write(
                "vodhooks: the server runs with full_page_writes=off: is its disk safe from torn pages?\n"
            )
            sys.stderr.flush()

    @event.listens_for(engine, "handle_error")
    def give_up(context: ExceptionContext) -> None:
        if getattr(context.original_exception, "sqlstate", None) == READ_ONLY:
            context.is_disconnect = True

    return engine


def give_up_after(engine: Engine, seconds: float) -> None:
    """Let the connections of an engine that are used from now on be closed when the server is silent for so long."""

    @event.listens_for(engine, "checkout")
    def limit(connection: _BoundedConnection, *_: object) -> None:
        connection.silence_seconds = seconds


def _engine(url: URL, **defaults: object) -> Engine:
    defaults |= {
        "connect_timeout": CONNECT_SECONDS,
        "tcp_user_timeout": VANISHED_SECONDS * 1000,
        "keepalives_idle": VANISHED_SECONDS,
        "keepalives_interval": VANISHED_SECONDS,
        "application_name": "vodhooks",
    }
    engine = create_engine(
        url,
        paramstyle="format",
        pool_pre_ping=True,
        connect_args={name: value for name, value in defaults.items() if name not in url.query},
    )

    @event.listens_for(engine, "do_connect")
    def connect(
        _: Dialect, __: object, arguments: Sequence[Any], named: dict[str, Any]
    ) -> _BoundedConnection:
        return _BoundedConnection.connect(*arguments, **named)

    return engine
