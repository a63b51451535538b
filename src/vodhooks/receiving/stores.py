"""Opens the database of the inbox: settings that make a commit durable, one owner for an SQLite file, migrations."""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack, contextmanager
from pathlib import Path
from sqlite3 import sqlite_version, sqlite_version_info
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from vodhooks.errors import StoreError
from vodhooks.receiving.tables import migrate, newest, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection as Sqlite

    from sqlalchemy import URL, Connection, Engine

__all__ = ["connect", "explained", "own", "reader"]

CHECKPOINT_PAGES = 500
"""After how many pages SQLite moves its log into the database: few enough that no commit waits long for it."""

OLDEST_SQLITE = (3, 35, 0)
"""The first that returns what an insert has met."""

CONNECT_SECONDS = 5
"""How long PostgreSQL may take to answer a new connection."""

VANISHED_SECONDS = 10
"""After how long a PostgreSQL machine that no longer confirms what it is sent counts as gone."""

BUSY_SECONDS = 5
"""How long a statement waits for a lock on an SQLite file."""


def connect(url: str) -> Engine:
    """Return an engine that writes to an inbox whose tables are up to date.

    Args:
        url: `sqlite:///path` or `postgresql+psycopg://user@host/database`.

    Raises:
        StoreError: the URL is of no such kind, the database cannot be opened, or a newer release made its tables.
    """
    return _opened(_parsed(url), migrate, "BEGIN IMMEDIATE")


def reader(url: str) -> Engine:
    """Return an engine that reads an inbox, of which others may be the writers. It never makes one.

    Raises:
        StoreError: as for `connect`, or there is no inbox.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        raise StoreError(f"there is no inbox: {parsed.database} does not exist")
    return _opened(parsed, _look, "BEGIN")


def own(url: str) -> Callable[[], None]:
    """Become the one process that writes to an SQLite file, and return what gives it up again.

    A second writer would starve the first. Other databases take any number.

    Raises:
        StoreError: another process owns the file.
        OSError: the file cannot be made.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        return lambda: None
    descriptor = os.open(f"{os.path.realpath(parsed.database or '')}.owner", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise StoreError(
            f"another process writes to {parsed.database}; one process per SQLite file, PostgreSQL for more"
        ) from None
    return lambda: os.close(descriptor)


@contextmanager
def explained(failure: str = "the store failed") -> Iterator[None]:
    """Turn what the database complains of into a StoreError of one line, without the statement and its values."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0]
        raise StoreError(f"{failure}: {reason}") from None


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("the store is no database URL, such as sqlite:///inbox.sqlite3") from None
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"}:
        raise StoreError(f"the store is sqlite or postgresql+psycopg, not {parsed.drivername}")
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.database in {None, "", ":memory:"} or parsed.query:
        raise StoreError("the store names no file; SQLite takes sqlite:///path, and four slashes where the path is absolute")
    return parsed


def _opened(url: URL, prepare: Callable[[Connection], None], begin: str) -> Engine:
    engine = _sqlite(url, begin) if url.get_backend_name() == "sqlite" else _postgresql(url)
    with ExitStack() as undone:
        undone.callback(engine.dispose)
        with explained("the store cannot be opened"), engine.begin() as connection:
            prepare(connection)
        undone.pop_all()
    return engine


def _look(connection: Connection) -> None:
    version = version_of(connection)
    if not version:
        raise StoreError("there is no inbox in this database")
    if version < newest():
        raise StoreError(f"the inbox has version {version}; start this release's receiver once to bring it to {newest()}")


def _sqlite(url: URL, begin: str) -> Engine:
    if sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"the inbox needs SQLite {'.'.join(map(str, OLDEST_SQLITE))}, and this is {sqlite_version}")
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def tune(connection: Sqlite, _: object) -> None:
        # The driver would begin no transaction before tables are made, and so leave half of them behind.
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "journal_mode=WAL",
            "synchronous=FULL",
            f"wal_autocheckpoint={CHECKPOINT_PAGES}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.connection.cursor().execute(begin)

    return engine


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        paramstyle="format",
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "tcp_user_timeout": VANISHED_SECONDS * 1000,
            "keepalives_idle": VANISHED_SECONDS,
            "keepalives_interval": VANISHED_SECONDS,
            "application_name": "vodhooks",
            **url.query,
        },
    )
