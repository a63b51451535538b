"""SQLite for the inbox: private files, durable commits, and no commit that a restart would not read.

A descriptor goes on taking writes after its file was removed, replaced or overwritten. So each transaction looks at the files
twice: when it has the write lock, and when it has committed. What has changed hands stays closed until a restart.
"""

from __future__ import annotations

import ctypes
import os
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

from sqlalchemy import NullPool, create_engine, event

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

CHECKPOINT_PAGES = 500
"""After how many pages the log moves into the database: few enough that no commit waits long for it."""

OLDEST = (3, 35, 0)
"""The first SQLite that returns what an insert has met."""

BUSY_SECONDS = 5
"""How long a statement waits for a lock."""

_LOG_HEADER_BYTES = 32
_FRAME_HEADER_BYTES = 24
_SALT = slice(16, 24)
"""Where the log's header has what each of its valid frames repeats (https://www.sqlite.org/walformat.html)."""

_PRAGMAS = ("synchronous=FULL", f"busy_timeout={BUSY_SECONDS * 1000}")

Identity = tuple[int, int]
"""Device and inode of a file."""


def create_private(path: str, flags: int = 0) -> int:
    """Create a file that only its owner may read and write, whatever the umask, and return its descriptor.

    A file that exists is opened as it is, unless `flags` has O_EXCL.

    Raises:
        OSError: it cannot be made.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        if flags & os.O_EXCL:
            raise
        return os.open(path, os.O_RDWR | os.O_CLOEXEC)
    os.fchmod(descriptor, 0o600)  # the umask may have taken even the owner's rights
    return descriptor


def reader(url: URL) -> Engine:
    """Return an engine that reads. It keeps no connection open: the last one to close empties the log."""
    _check_version()
    engine = create_engine(url, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def tune(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def writer(url: URL, *, owned: bool, beside: bool) -> Engine:
    """Return an engine that writes, and makes the file where there is none. SQLite gives its other files the same mode.

    Args:
        url: of the file.
        owned: whether this process is the file's owner: then only this engine moves the log into the file.
        beside: whether another process is, which does so.

    Raises:
        StoreError: the file cannot be made, or SQLite is too old.
    """
    _check_version()
    path = url.database or ""
    _make(os.path.realpath(path))
    watch = _Watch(path, owned=owned)
    engine = create_engine(url, connect_args={"factory": _Watched})

    @event.listens_for(engine, "connect")
    def tune(connection: _Watched, _: object) -> None:
        # The driver would begin no transaction before tables are made, and so leave half of them behind.
        connection.isolation_level = None
        pages = 0 if owned or beside else CHECKPOINT_PAGES
        for pragma in (*_PRAGMAS, f"wal_autocheckpoint={pages}"):
            connection.execute(f"PRAGMA {pragma}")
        if connection.value("journal_mode=WAL") != "wal":
            raise StoreError(f"SQLite can keep no write-ahead log beside {path}")
        connection.watch(watch)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        cast("_Watched", connection.connection.dbapi_connection).begun()

    return engine


def _check_version() -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        raise StoreError(f"the inbox needs SQLite {'.'.join(map(str, OLDEST))}, and this is {sqlite3.sqlite_version}")


def _make(path: str) -> None:
    """Make an empty file, and its entry in the folder durable. One that exists must not be opened: see `_Watched.watch`."""
    try:
        descriptor = create_private(path, os.O_EXCL)
    except FileExistsError:
        return
    except OSError as error:
        raise StoreError(f"the store cannot be opened: unable to open database file: {error.strerror}") from None
    os.close(descriptor)
    folder = os.open(os.path.dirname(path), os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


class _Watch:
    """What must stay as it is for a commit to count; the connections of an engine share it.

    Args:
        path: the file as the settings name it; a restart goes by this name.
        owned: whether this process owns the file, so that nothing else writes to it. Its log may have other writers.
    """

    def __init__(self, path: str, *, owned: bool) -> None:
        real = os.path.realpath(path)
        self.path, self.log, self.index, self.owner = path, f"{real}-wal", f"{real}-shm", f"{real}.owner"
        self.owned = owned
        self.reason: str | None = None
        self.connections: WeakSet[_Watched] = WeakSet()
        self.database_identity = _identity(_status(path))
        self.owner_identity = _identity(_status(self.owner))
        self.written: tuple[int, int] | None = None
        """Size and modification time of the database; moving the log into it is all that writes to it."""
        self.schema: object = None
        """SQLite's number of the tables' definition; a restore through SQLite changes it."""

    def stop(self, reason: str) -> StoreError:
        """Take nothing more until a restart, and return the error to raise."""
        if self.reason is None:
            self.reason = f"{self.path}{reason}; nothing is stored until a restart"
            # SQLite closes a connection when Python frees it, and would move the log into what took the file's place.
            for connection in self.connections:
                ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
        return StoreError(self.reason)

    def look(self) -> None:
        """Look at the database, and at the file that keeps other writers off.

        Raises:
            StoreError: they are not what was opened.
        """
        if self.reason:
            raise StoreError(self.reason)
        found = _status(self.path)
        if found is None:
            raise self.stop(" was removed or moved")
        if _identity(found) != self.database_identity:
            raise self.stop(" was replaced")
        if self.owned:
            if self.written not in {None, _written(found)}:
                raise self.stop(" was written to by another program")
            if _identity(_status(self.owner)) != self.owner_identity:
                raise self.stop(".owner was removed or replaced")

    def note(self) -> None:
        """Note the state in which this process leaves the database."""
        self.written = _written(_status(self.path))


class _Watched(sqlite3.Connection):
    """A connection whose commits raise StoreError where a restart would not read them."""

    _watch: _Watch
    _watching = False
    _log: int

    def watch(self, watch: _Watch) -> None:
        """Begin to watch; the files are open by now.

        The database and its index are looked at by name alone: closing a descriptor of theirs would drop SQLite's locks. There
        are none on the log.

        Raises:
            StoreError: they are not what was opened.
        """
        self._pages = int(str(self.value("page_size")))
        self.value("schema_version")  # opens the log
        watch.look()
        if watch.written is None:
            watch.note()
        self._watch = watch
        self._log = os.open(watch.log, os.O_RDONLY | os.O_CLOEXEC)
        self._log_identity = _identity(os.fstat(self._log))
        self._index_identity = _identity(_status(watch.index))
        self._log_written = _written(os.fstat(self._log))
        self._data = self.value("data_version")
        self._watching = True
        watch.connections.add(self)

    def begun(self) -> None:
        """Look whether all is as the last transaction left it; others may have written to the log, but not below it.

        Raises:
            StoreError: it is not.
        """
        watch = self._watch
        self._look()
        schema, data = self.value("schema_version"), self.value("data_version")
        if watch.schema not in {None, schema}:
            raise watch.stop(" was restored, or its tables were changed")
        log = _written(_status(watch.log))
        if data == self._data and log != self._log_written:
            raise watch.stop("-wal was written to by another program")
        self._data = data

    def commit(self) -> None:
        """Commit, and make sure that it went into the files that a restart will read.

        Raises:
            StoreError: it did not.
        """
        if not (self._watching and self.in_transaction):
            super().commit()
            return
        self._watch.schema = self.value("schema_version")
        super().commit()
        self._look()
        size, _ = self._log_written = _written(os.fstat(self._log))
        # What was cut off below the frames that were just written is a hole now.
        if size and os.lseek(self._log, 0, os.SEEK_HOLE) < size:
            raise self._watch.stop("-wal was truncated")
        if self._watch.owned and self._is_long():
            # As when SQLite does it by itself, a failure is none of the commit's: the log still has everything.
            with suppress(sqlite3.OperationalError):
                self.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._watch.note()

    def rollback(self) -> None:
        """Roll back; what did not fit into memory may have reached the log."""
        super().rollback()
        if self._watching:
            self._log_written = _written(os.fstat(self._log))

    def close(self) -> None:
        """Close, which moves the log into the database where this is the last connection, unless it is another by now."""
        if self._watching:
            try:
                self._look()
            except StoreError:
                return
            self._watching = False
            self._watch.connections.discard(self)
            os.close(self._log)
            super().close()
            self._watch.note()
        super().close()

    def value(self, pragma: str) -> object:
        """Return what a PRAGMA answers."""
        row: tuple[Any, ...] = self.execute(f"PRAGMA {pragma}").fetchone()
        return row[0]

    def _look(self) -> None:
        watch = self._watch
        watch.look()
        log = _status(watch.log)
        if log is None or _identity(log) != self._log_identity:
            raise watch.stop("-wal was removed or replaced")
        if log.st_size < self._log_written[0]:
            raise watch.stop("-wal was truncated")
        if _identity(_status(watch.index)) != self._index_identity:
            raise watch.stop("-shm was removed or replaced")

    def _is_long(self) -> bool:
        """Whether the log has so many valid frames that it is time to move it. Behind them are frames of earlier rounds."""
        last = _LOG_HEADER_BYTES + (CHECKPOINT_PAGES - 1) * (_FRAME_HEADER_BYTES + self._pages)
        salt = os.pread(self._log, _LOG_HEADER_BYTES, 0)[_SALT]
        return salt == os.pread(self._log, _FRAME_HEADER_BYTES, last)[8:16]


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 # twice per transaction, of several files
    except OSError:  # gone, or behind a folder that is
        return None


def _identity(status: os.stat_result | None) -> Identity | None:
    return (status.st_dev, status.st_ino) if status else None


def _written(status: os.stat_result | None) -> tuple[int, int]:
    return (status.st_size, status.st_mtime_ns) if status else (0, 0)
