"""SQLite for the inbox: private files, durable commits, and no commit that a restart would not read.

A descriptor goes on taking writes after its file was removed, replaced or overwritten. So each transaction checks the files
twice: when it has the write lock, and when it has committed. If they are not the same files, nothing is stored until a restart.
"""

from __future__ import annotations

import ctypes
import os
import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote
from weakref import WeakSet

from sqlalchemy import NullPool, create_engine, event

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

PAGE_BYTES = 1024
"""Size of a page of a new file. Most events are new, and each writes one page of each index anew: small pages make that little.

They leave less room unused behind events, too, of which larger pages hold few.
"""

CHECKPOINT_BYTES = 2**21
"""After how many bytes the log moves into the database: few enough that no commit waits long for it."""

OLDEST = (3, 35, 0)
"""The first SQLite that returns what an insert has met."""

BUSY_SECONDS = 5
"""How long a statement waits for a lock."""

_LOG_HEADER_BYTES = 32
_FRAME_HEADER_BYTES = 24
_SALT = slice(16, 24)
"""Where the log's header has what each of its valid frames repeats (https://www.sqlite.org/walformat.html)."""

_VERSIONS = "SELECT * FROM pragma_schema_version, pragma_data_version"

_PRAGMAS = ("synchronous=FULL", f"busy_timeout={BUSY_SECONDS * 1000}", "secure_delete=ON")

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


def reader(url: URL, *, refuses_writes: bool = False) -> Engine:
    """Return an engine that reads. It keeps no connection open: the last one to close empties the log.

    Args:
        url: of the file.
        refuses_writes: whether SQLite refuses what writes. Then none can empty the log either.
    """
    _check_version()
    if refuses_writes:
        path = os.path.abspath(url.database or "")  # noqa: PTH100 # as the rest of this module
        uri = f"file:{quote(path)}"
        url = url.set(database=uri, query={"mode": "ro", "uri": "true"})
    engine = create_engine(url, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        for pragma in (*_PRAGMAS, *(("query_only=ON",) if refuses_writes else ())):
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
    _create(os.path.realpath(path))
    files = _Files(path, owned=owned)
    engine = create_engine(url, connect_args={"factory": CheckedConnection})

    @event.listens_for(engine, "connect")
    def configure(connection: CheckedConnection, _: object) -> None:
        # The driver would begin no transaction before tables are made, and so leave half of them behind.
        connection.isolation_level = None
        connection.execute(f"PRAGMA page_size={PAGE_BYTES}")  # of a file that has no tables yet
        page_bytes = int(str(connection.pragma("page_size")))
        pages = 0 if owned or beside else CHECKPOINT_BYTES // page_bytes
        for pragma in (*_PRAGMAS, f"wal_autocheckpoint={pages}"):
            connection.execute(f"PRAGMA {pragma}")
        if connection.pragma("journal_mode=WAL") != "wal":
            raise StoreError(f"SQLite can keep no write-ahead log beside {path}")
        connection.start_checks(files)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        cast("CheckedConnection", connection.connection.dbapi_connection).check_at_begin()

    return engine


def _check_version() -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        raise StoreError(
            f"the inbox needs SQLite {'.'.join(map(str, OLDEST))}, and this is {sqlite3.sqlite_version}"
        )


def _create(path: str) -> None:
    """Create an empty file, and make its entry in the folder durable.

    One that exists is not opened: to close it would drop SQLite's locks.
    """
    try:
        descriptor = create_private(path, os.O_EXCL)
    except FileExistsError:
        return
    except OSError as error:
        raise StoreError(
            f"the store cannot be opened: unable to open database file: {error.strerror}"
        ) from None
    os.close(descriptor)
    folder = os.open(os.path.dirname(path), os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


class _Files:
    """The files of a database as this process knows them; the connections of an engine share it.

    Args:
        path: the file as the settings name it; a restart goes by this name.
        owned: whether this process owns the file, so that nothing else writes to it. Its log may have other writers.
    """

    def __init__(self, path: str, *, owned: bool) -> None:
        real = os.path.realpath(path)
        self.path = path
        self.log: str = f"{real}-wal"
        self.index: str = f"{real}-shm"
        self.owner: str = f"{real}.owner"
        self.owned = owned
        self.reason: str | None = None
        self.connections: WeakSet[CheckedConnection] = WeakSet()
        self.database_identity: Identity | None = _identity(_stat(path))
        self.owner_identity: Identity | None = _identity(_stat(self.owner))
        self.announced: tuple[int, int] = _size_and_time(_stat(self.owner))
        self.written: tuple[int, int] | None = None
        """Size and modification time of the database; moving the log into it is all that writes to it."""
        self.schema: object = None
        """SQLite's number of the tables' definition; a restore through SQLite changes it."""

    def refuse(self, reason: str) -> StoreError:
        """Refuse all transactions until a restart, and return the error to raise."""
        if self.reason is None:
            self.reason = f"{self.path}{reason}; nothing is stored until a restart"
            # SQLite closes a connection when Python frees it, and would move the log into what took the file's place.
            for connection in self.connections:
                ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
        return StoreError(self.reason)

    def check(self) -> None:
        """Check the database, and the file that keeps other writers off.

        Raises:
            StoreError: they are not those that were opened.
        """
        if self.reason:
            raise StoreError(self.reason)
        found = _stat(self.path)
        if found is None:
            raise self.refuse(" was removed or moved")
        if _identity(found) != self.database_identity:
            raise self.refuse(" was replaced")
        if self.owned:
            if self.written not in {None, _size_and_time(found)}:
                raise self.refuse(" was written to by another program")
            if _identity(_stat(self.owner)) != self.owner_identity:
                raise self.refuse(".owner was removed or replaced")

    def announce(self) -> None:
        """Say that a process beside the owner begins to write: killed in the middle, it leaves a log that has grown."""
        now = time.time_ns()  # the file system's own clock has ticks of milliseconds
        with suppress(FileNotFoundError):
            os.utime(self.owner, ns=(now, now))

    def is_announced(self) -> bool:
        """Whether a process beside has begun to write since this was asked last."""
        before, self.announced = self.announced, _size_and_time(_stat(self.owner))
        return before != self.announced

    def record_state(self) -> None:
        """Record the state in which this process leaves the database."""
        self.written = _size_and_time(_stat(self.path))


class CheckedConnection(sqlite3.Connection):
    """A connection whose commits raise StoreError where a restart would not read them."""

    _files: _Files
    _checking = False
    _log: int

    def start_checks(self, files: _Files) -> None:
        """Start to check transactions; the files are open by now.

        The database and its index are checked by name only: closing a descriptor of theirs would drop SQLite's locks. There
        are none on the log.

        Raises:
            StoreError: they are not those that were opened.
        """
        self._frame_bytes = _FRAME_HEADER_BYTES + int(str(self.pragma("page_size")))
        self._checkpoint_frames = CHECKPOINT_BYTES // self._frame_bytes
        self.pragma("schema_version")  # opens the log
        files.check()
        if files.written is None:
            files.record_state()
        self._files = files
        self._log = os.open(files.log, os.O_RDONLY | os.O_CLOEXEC)
        self._log_identity = _identity(os.fstat(self._log))
        self._index_identity = _identity(_stat(files.index))
        self._log_written = _size_and_time(os.fstat(self._log))
        self._data_version = self.pragma("data_version")
        self._checking = True
        files.connections.add(self)

    def check_at_begin(self) -> None:
        """Check that the files are as the last transaction left them; other connections may only add to the log.

        Raises:
            StoreError: they are not.
        """
        files = self._files
        self._check_files()
        schema, data = self.execute(_VERSIONS).fetchone()
        if files.schema not in {None, schema}:
            raise files.refuse(" was restored, or its tables were changed")
        log = _size_and_time(_stat(files.log))
        announced = files.is_announced()
        if data == self._data_version and log != self._log_written and not announced:
            raise files.refuse("-wal was written to by another program")
        if not files.owned:
            files.announce()
        self._data_version = data

    def commit(self) -> None:
        """Commit, and make sure that it went into the files that a restart will read.

        Raises:
            StoreError: it did not.
        """
        if not (self._checking and self.in_transaction):
            super().commit()
            return
        self._files.schema = self.pragma("schema_version")
        super().commit()
        self._check_files()
        size, _ = self._log_written = _size_and_time(os.fstat(self._log))
        # What was cut off below the frames that were just written is a hole now.
        if size and os.lseek(self._log, 0, os.SEEK_HOLE) < size:
            raise self._files.refuse("-wal was truncated")
        if self._files.owned and self._is_checkpoint_due():
            # As when SQLite does it by itself, a failure is none of the commit's: the log still has everything.
            with suppress(sqlite3.OperationalError):
                self.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._files.record_state()

    def move_log(self) -> None:
        """Move the whole log into the database, and empty it.

        Raises:
            StoreError: another program reads or writes meanwhile; or it did not go into the files that a restart will read.
        """
        self._check_files()
        busy, *_ = self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._log_written = _size_and_time(os.fstat(self._log))
        self._files.record_state()
        if busy:
            raise StoreError(f"{self._files.path} is in use; its log still holds what was deleted")

    def rollback(self) -> None:
        """Roll back; what did not fit into memory may have reached the log."""
        super().rollback()
        if self._checking:
            self._log_written = _size_and_time(os.fstat(self._log))

    def close(self) -> None:
        """Close, which moves the log into the database where this is the last connection, unless it is another by now."""
        if self._checking:
            try:
                self._check_files()
            except StoreError:
                return
            self._checking = False
            self._files.connections.discard(self)
            os.close(self._log)
            super().close()
            self._files.record_state()
        super().close()

    def pragma(self, name: str) -> object:
        """Return the value of a PRAGMA."""
        row: tuple[Any, ...] = self.execute(f"PRAGMA {name}").fetchone()
        return row[0]

    def _check_files(self) -> None:
        files = self._files
        files.check()
        log = _stat(files.log)
        if log is None or _identity(log) != self._log_identity:
            raise files.refuse("-wal was removed or replaced")
        if log.st_size < self._log_written[0]:
            raise files.refuse("-wal was truncated")
        if _identity(_stat(files.index)) != self._index_identity:
            raise files.refuse("-shm was removed or replaced")

    def _is_checkpoint_due(self) -> bool:
        """Whether the log has so many valid frames that it is time to move it. Behind them are frames of earlier rounds."""
        last = _LOG_HEADER_BYTES + self._checkpoint_frames * self._frame_bytes
        salt = os.pread(self._log, _LOG_HEADER_BYTES, 0)[_SALT]
        return salt == os.pread(self._log, _FRAME_HEADER_BYTES, last)[8:16]


def _stat(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 # twice per transaction, of several files
    except OSError:  # gone, or behind a folder that is
        return None


def _identity(status: os.stat_result | None) -> Identity | None:
    return (status.st_dev, status.st_ino) if status else None


def _size_and_time(status: os.stat_result | None) -> tuple[int, int]:
    return (status.st_size, status.st_mtime_ns) if status else (0, 0)
