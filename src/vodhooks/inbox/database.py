"""Opens the database of the inbox: reads its URL, owns an SQLite file, migrates the tables."""

from __future__ import annotations

import fcntl
import os
import re
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from vodhooks.errors import StoreError
from vodhooks.inbox import sqlite
from vodhooks.inbox.tables import migrate, newest_version, read_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL, Connection, Engine

    from vodhooks.inbox.tables import Progress

STALL_SECONDS = 5.0
"""Shortest silence of PostgreSQL after which a connection to it is closed."""

HOSTS = re.compile(r"(postgresql(?:\+psycopg)?://(?:[^@/?#]*@)?)([^@/?#]*,[^@/?#]*)(.*)", re.DOTALL)
"""A URL of several hosts. libpq takes them here, SQLAlchemy only in the query."""

_owned: set[str] = set()
"""The SQLite files that this process owns."""


def connect(
    url: str, answer_seconds: float = STALL_SECONDS, progress: Progress | None = None
) -> Engine:
    """Return an engine that writes to an inbox whose tables are up to date.

    Its transactions are durable when they have committed, in the file or server that a restart will read, or raise.

    Args:
        url: `sqlite:///path` or `postgresql+psycopg://user@host/database`, where hosts may be several, as in `a:5432,b:5433`.
        answer_seconds: how long a delivery waits for the store. A server that is silent for longer is given up.
        progress: called while the events of an earlier release's inbox are brought over.

    Raises:
        StoreError: the URL is of no such kind, the database cannot be opened, or a newer release made its tables.
    """
    parsed = _parse(url)
    prepare = partial(migrate, progress=progress)
    if parsed.get_backend_name() == "sqlite":
        owner = _owner_file(parsed)
        return _open(
            sqlite.writer(parsed, owned=owner in _owned, beside=_is_locked(owner)), prepare
        )
    from vodhooks.inbox import postgresql

    engine = _open(postgresql.writer(parsed), prepare)  # migrations may take their time
    postgresql.give_up_after(engine, max(STALL_SECONDS, answer_seconds))
    return engine


def join(url: str, answer_seconds: float = STALL_SECONDS) -> Engine:
    """Return an engine that writes a few rows beside a receiver, which may start or end meanwhile.

    It never makes or migrates an inbox. In SQLite, it leaves the log to the receiver, which takes other writers for foreign.

    Raises:
        StoreError: as for `reader`.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        _check_existence(parsed)
        return _open(sqlite.writer(parsed, owned=False, beside=True), _check_version)
    from vodhooks.inbox import postgresql

    engine = _open(postgresql.writer(parsed), _check_version)
    postgresql.give_up_after(engine, max(STALL_SECONDS, answer_seconds))
    return engine


def reader(url: str, *, refuses_writes: bool = False) -> Engine:
    """Return an engine that reads an inbox, while others may write to it. It never makes one.

    Args:
        url: as `connect` takes it.
        refuses_writes: whether the database itself refuses what writes, whatever a fault sends.

    Raises:
        StoreError: as for `connect`, or there is no inbox.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        _check_existence(parsed)
        return _open(sqlite.reader(parsed, refuses_writes=refuses_writes), _check_version)
    from vodhooks.inbox import postgresql

    return _open(postgresql.reader(parsed, refuses_writes=refuses_writes), _check_version)


def own(url: str) -> Callable[[], None]:
    """Become the one process that writes to an SQLite file, and return a function that ends this.

    A second writer would starve the first. Other databases take any number.

    Raises:
        StoreError: another process owns the file.
        OSError: the file cannot be made.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() != "sqlite":
        return lambda: None
    owner = _owner_file(parsed)
    descriptor = sqlite.create_private(owner)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise StoreError(
            f"another process writes to {parsed.database}; one process per SQLite file, PostgreSQL for more"
        ) from None
    _owned.add(owner)

    def release() -> None:
        _owned.discard(owner)
        os.close(descriptor)

    return release


@contextmanager
def translate_database_errors(failure: str = "the store failed") -> Iterator[None]:
    """Raise errors of the database as a StoreError of one line, without the statement and its values."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0]
        raise StoreError(f"{failure}: {reason}") from None


def _parse(url: str) -> URL:
    several = HOSTS.fullmatch(url)
    try:
        parsed = make_url(several[1] + several[3] if several else url)
        if several:
            parsed = parsed.update_query_dict(_parse_hosts(several[2]))
    except ArgumentError:
        raise StoreError("the store is no database URL, such as sqlite:///inbox.sqlite3") from None
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"}:
        raise StoreError(f"the store is sqlite or postgresql+psycopg, not {parsed.drivername}")
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.database in {None, "", ":memory:"} or parsed.query:
        raise StoreError(
            "the store names no file; SQLite takes sqlite:///path, and four slashes where the path is absolute"
        )
    return parsed


def _parse_hosts(text: str) -> dict[str, str]:
    """Return the hosts of a URL and their ports, as SQLAlchemy's query has them."""
    parts = [re.fullmatch(r"(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?", part) for part in text.split(",")]
    if not all(parts):
        raise ArgumentError("no hosts")
    named = [(part[1] or part[2], part[3] or "") for part in parts if part]
    return {
        "host": ",".join(host for host, _ in named),
        "port": ",".join(port for _, port in named),
    }


def _owner_file(url: URL) -> str:
    """Return the file whose lock makes a process the owner of an SQLite file."""
    return f"{os.path.realpath(url.database or '')}.owner"


def _is_locked(owner: str) -> bool:
    """Whether a process owns a file."""
    try:
        descriptor = os.open(owner, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _open(engine: Engine, prepare: Callable[[Connection], None]) -> Engine:
    with ExitStack() as undone:
        undone.callback(engine.dispose)
        with translate_database_errors("the store cannot be opened"), engine.begin() as connection:
            prepare(connection)
        undone.pop_all()
    return engine


def _check_existence(url: URL) -> None:
    if not Path(url.database or "").exists():
        raise StoreError(f"there is no inbox: {url.database} does not exist")


def _check_version(connection: Connection) -> None:
    version = read_version(connection)
    if not version:
        raise StoreError("there is no inbox in this database")
    if version < newest_version():
        raise StoreError(
            f"the inbox has version {version}; start this release's receiver once to bring it to {newest_version()}"
        )
