"""Cursors: how far each consumer has come, what failed, and who may move it.

One connection holds the lock of a name and moves its cursor. If it is lost, so is the lock, and nothing can be written with it.
"""

from __future__ import annotations

import fcntl
import os
import re
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from vodhooks.errors import OutboxError, StoreError
from vodhooks.inbox.database import join, reader, translate_database_errors
from vodhooks.inbox.queries import EVENTS, EventFilter, get_events, read_settled
from vodhooks.inbox.sqlite import create_private
from vodhooks.inbox.tables import cursors, events, failures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine

    from vodhooks.inbox.queries import StoredEvent

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")

_WANTED = EventFilter(outcomes=EVENTS)

COUNTED = 10_000
"""Up to how many events a lag is counted: a count of all would take as long as the backlog is large."""

# A machine that is gone is noticed in 7 seconds; PostgreSQL's default is two hours.
_NOTICE_LOSS = """
SELECT set_config('tcp_keepalives_idle', '3', false), set_config('tcp_keepalives_interval', '2', false),
       set_config('tcp_keepalives_count', '2', false)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a cursor begins.

    Attributes:
        after: the id after which a new cursor begins, or None.
        since: likewise the time of first delivery, in microseconds since the Unix epoch.
        rewind: whether a cursor that exists moves there as well.
    """

    after: int | None = None
    since: int | None = None
    rewind: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """An event that could not be handled. The attributes are columns of `vodhooks.inbox.tables.failures`."""

    tries: int
    failed_at: int
    next_try: int | None
    error: str

    @property
    def dead(self) -> bool:
        """Whether it is not tried again unless that is asked for."""
        return self.next_try is None


@dataclass(frozen=True, slots=True)
class Batch:
    """What is handed on next.

    Attributes:
        events: in the order of their ids: failed ones whose time has come, then new ones.
        tries: how often each failed one was tried, by id.
        held: ids of those that wait for an earlier event of their identity, and when it is tried next.
        last: the cursor's position once all of them are passed.
    """

    events: Sequence[StoredEvent]
    tries: Mapping[int, int]
    held: Mapping[int, int]
    last: int


@dataclass(frozen=True, slots=True)
class Measures:
    """What a cursor has before it.

    Attributes:
        lag: how many events come after it, counted up to `COUNTED`.
        pending: how many have failed, and are to be tried again.
        dead: how many are not tried any more.
        oldest: first delivery of the oldest event that is neither handled nor dead, in microseconds since the Unix epoch.
    """

    lag: int
    pending: int
    dead: int
    oldest: int | None


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An event that is not tried any more."""

    event_id: int
    cursor: str
    tries: int
    failed_at: int
    error: str
    channel: str
    message: str | None


@dataclass(frozen=True, slots=True)
class Handling:
    """How far one consumer is with an event; `failure` where it could not handle it."""

    cursor: str
    state: Literal["handled", "waiting", "failed", "dead"]
    failure: Failure | None = None


class Cursor:
    """A consumer's place in the inbox, with the lock of its name. Not for several threads at once.

    Args:
        name: of the consumer.
        connection: holds the lock, and writes.
        reading: reads events.
        clock: seconds since the Unix epoch.
    """

    def __init__(
        self,
        name: str,
        connection: Connection,
        reading: Engine,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._name = name
        self._connection = connection
        self._reading = reading
        self._clock = clock
        self.position: int = 0
        self._written = 0

    def begin(self, start: Start) -> bool:
        """Read the position, and make the cursor where there is none.

        Returns:
            Whether it begins where `start` says; otherwise it goes on where it was.
        """
        with translate_database_errors(), self._connection.begin():
            found = self._connection.execute(
                select(cursors.c.position).where(cursors.c.name == self._name)
            ).scalar()
            if found is not None and not start.rewind:
                self.position = self._written = found
                return False
            self.position = self._written = self._place(start)
            row = {"position": self.position, "moved_at": self._now()}
            if found is None:
                self._connection.execute(cursors.insert().values(name=self._name, **row))
            else:
                self._connection.execute(
                    update(cursors).where(cursors.c.name == self._name).values(row)
                )
                self._connection.execute(
                    delete(failures).where(
                        failures.c.cursor == self._name, failures.c.event_id > self.position
                    )
                )
        return True

    @property
    def lost(self) -> bool:
        """Whether the connection is gone, and the lock with it."""
        return self._connection.invalidated or self._connection.closed

    def read_due(self, limit: int) -> Batch:
        """Return failed events whose time has come.

        Raises:
            StoreError: the database fails.
        """
        due = self._due(limit)
        found = get_events(self._reading, list(due)) if due else []
        return Batch(found, due, self._held(found, due), self.position)

    def read_new(self, limit: int) -> Batch:
        """Return the next new events.

        Raises:
            StoreError: the database fails, or a transaction that writes to the inbox does not end.
        """
        found, last = read_settled(self._reading, _WANTED, self.position, limit)
        if not found:
            self.position = last  # what was passed is quarantine: the next batch writes it
        return Batch(found, {}, self._held(found, {}), last)

    @contextmanager
    def savepoint(self) -> Iterator[Connection]:
        """Begin a savepoint in the transaction that the next `advance` commits."""
        with self._connection.begin_nested():
            yield self._connection

    def advance(
        self, position: int, failed: Mapping[int, Failure], handled: Collection[int] = ()
    ) -> None:
        """Move on, and commit what was done in savepoints.

        Args:
            position: id up to which all events are handled, or have failed.
            failed: the failures, by the event's id.
            handled: ids of events that had failed before, and have not now.

        Raises:
            StoreError: the database does not commit, or another consumer has moved the cursor.
        """
        try:
            with translate_database_errors():
                if position != self._written:
                    self._move(position)
                self._write_failures(failed)
                if handled:
                    self._connection.execute(
                        delete(failures).where(
                            failures.c.cursor == self._name, failures.c.event_id.in_(handled)
                        )
                    )
                self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        self.position = self._written = position

    def roll_back(self) -> None:
        """Undo what handlers have done in a transaction that is not committed."""
        self._connection.rollback()

    def _move(self, position: int) -> None:
        moved = self._connection.execute(
            update(cursors)
            .where(cursors.c.name == self._name, cursors.c.position == self._written)
            .values(position=position, moved_at=self._now())
        )
        if moved.rowcount != 1:
            raise StoreError(f"the cursor {self._name} was moved by another consumer")

    def _place(self, start: Start) -> int:
        if start.since is None:
            return start.after or 0
        first = select(func.min(events.c.id)).where(events.c.received_at >= start.since)
        found = self._connection.execute(first).scalar()
        if found is None:
            found = (
                1
                + self._connection.execute(
                    select(func.coalesce(func.max(events.c.id), 0))
                ).scalar_one()
            )
        return int(found) - 1

    def _due(self, limit: int) -> dict[int, int]:
        query = (
            select(failures.c.event_id, failures.c.tries)
            .join(events, events.c.id == failures.c.event_id)  # one that was removed is due no more
            .where(
                failures.c.cursor == self._name,
                failures.c.dead.is_(False),
                failures.c.next_try <= self._now(),
            )
            .order_by(failures.c.event_id)
            .limit(limit)
        )
        with translate_database_errors(), self._reading.connect() as connection:
            return {number: tries for number, tries in connection.execute(query)}  # noqa: C416 # rows have no type

    def _held(self, found: Sequence[StoredEvent], due: Mapping[int, int]) -> dict[int, int]:
        """Return the events that wait for an earlier one of their identity, and when that is tried."""
        # An event whose identity came before has another content, and so is a conflict.
        later = {each.entry.id: each.entry.identity_key for each in found if each.entry.conflict}
        if not later:
            return {}
        pending = (
            select(events.c.identity_key, events.c.id, failures.c.next_try)
            .join(failures, failures.c.event_id == events.c.id)
            .where(
                failures.c.cursor == self._name,
                failures.c.dead.is_(False),
                events.c.identity_key.in_(set(later.values())),
                events.c.id.not_in(due),
            )
        )
        with translate_database_errors(), self._reading.connect() as connection:
            rows = connection.execute(pending).all()
        return {
            number: next_try
            for number, key in later.items()
            for identity_key, earlier, next_try in rows
            if identity_key == key and earlier < number
        }

    def _write_failures(self, failed: Mapping[int, Failure]) -> None:
        if not failed:
            return
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        insert = dialect.insert(failures)
        columns = ("tries", "failed_at", "next_try", "error", "dead")
        upsert = insert.on_conflict_do_update(
            index_elements=["event_id", "cursor"],
            set_={name: insert.excluded[name] for name in columns},
        )
        # An event that was removed meanwhile has no failure.
        present = set(
            self._connection.execute(select(events.c.id).where(events.c.id.in_(failed))).scalars()
        )
        rows = [
            {"event_id": number, "cursor": self._name}
            | {name: getattr(failure, name) for name in columns}
            for number, failure in failed.items()
            if number in present
        ]
        if rows:
            self._connection.execute(upsert, rows)

    def _now(self) -> int:
        return round(self._clock() * 1e6)


@contextmanager
def claim(
    url: str, name: str, answer_seconds: float, clock: Callable[[], float] = time.time
) -> Iterator[Cursor | None]:
    """Take the lock of a name, and let go of it at the end.

    Args:
        url: of the inbox, which exists.
        name: of the consumer.
        answer_seconds: how long the database, and a handler in its transaction, may be silent.
        clock: seconds since the Unix epoch.

    Yields:
        The cursor, or None where another worker has the lock.

    Raises:
        OutboxError: the name is of another form.
        StoreError: the inbox cannot be opened.
    """
    check_name(name)
    with ExitStack() as exits:
        reading = reader(url)
        exits.callback(reading.dispose)
        engine = join(url, answer_seconds)
        exits.callback(engine.dispose)
        with translate_database_errors():
            connection = exits.enter_context(engine.connect())
            locked = _lock(connection, name, exits)
        yield Cursor(name, connection, reading, clock) if locked else None


def check_name(name: str) -> None:
    """Check that a name can be one of a cursor.

    Raises:
        OutboxError: it cannot.
    """
    if not _NAME.fullmatch(name):
        raise OutboxError("a name has small letters, digits, - and _, at most 63 of them")


def _lock(connection: Connection, name: str, exits: ExitStack) -> bool:
    """Take the lock of a name for as long as the connection lives, and on SQLite until the end of `exits`."""
    if connection.dialect.name == "postgresql":
        key = int.from_bytes(sha256(f"vodhooks cursor {name}".encode()).digest()[:8], signed=True)
        with connection.begin():
            connection.exec_driver_sql(_NOTICE_LOSS)
            found = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key})
            locked = bool(found.scalar_one())
        # A pool would keep the session, and with it the lock.
        exits.callback(connection.invalidate)
        return locked
    path = f"{os.path.realpath(connection.engine.url.database or '')}.{name}.cursor"
    descriptor = create_private(path)
    exits.callback(os.close, descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def measure(engine: Engine, name: str) -> Measures:
    """Return what a cursor has before it.

    Args:
        engine: of `vodhooks.inbox.database.reader`.
        name: of the cursor.

    Raises:
        StoreError: the database fails.
    """
    position = select(func.coalesce(func.max(cursors.c.position), 0)).where(cursors.c.name == name)
    after = (
        select(events.c.received_at)
        .where(events.c.id > position.scalar_subquery(), events.c.outcome.in_(EVENTS))
        .order_by(events.c.id)
    )
    counted = select(func.count()).select_from(after.limit(COUNTED).subquery())
    failed = select(failures.c.dead, func.count(), func.min(events.c.received_at)).join(
        events, events.c.id == failures.c.event_id
    )
    with translate_database_errors(), engine.connect() as connection:
        oldest = connection.execute(after.limit(1)).scalar()
        lag = connection.execute(counted).scalar_one()
        by_dead = {
            dead: (number, first)
            for dead, number, first in connection.execute(
                failed.where(failures.c.cursor == name).group_by(failures.c.dead)
            )
        }
    pending, first = by_dead.get(False, (0, None))
    known = [moment for moment in (oldest, first) if moment is not None]
    return Measures(lag, pending, by_dead.get(True, (0, None))[0], min(known, default=None))


def list_cursors(engine: Engine) -> list[str]:
    """Return the names of all cursors.

    Raises:
        StoreError: the database fails.
    """
    with translate_database_errors(), engine.connect() as connection:
        return [*connection.execute(select(cursors.c.name).order_by(cursors.c.name)).scalars()]


def list_handling(engine: Engine, numbers: Sequence[int]) -> dict[int, list[Handling]]:
    """Return how far each consumer is with some events, by id.

    Raises:
        StoreError: the database fails.
    """
    query = select(failures).where(failures.c.event_id.in_(numbers))
    with translate_database_errors(), engine.connect() as connection:
        positions = connection.execute(
            select(cursors.c.name, cursors.c.position).order_by(cursors.c.name)
        ).all()
        failed = {
            (row.event_id, row.cursor): Failure(row.tries, row.failed_at, row.next_try, row.error)
            for row in connection.execute(query)
        }
    return {
        number: [
            _handling(name, failed.get((number, name)), passed=number <= position)
            for name, position in positions
        ]
        for number in numbers
    }


def _handling(name: str, failure: Failure | None, *, passed: bool) -> Handling:
    if failure:
        return Handling(name, "dead" if failure.dead else "failed", failure)
    return Handling(name, "handled" if passed else "waiting")


def list_dead(engine: Engine, name: str, limit: int) -> list[DeadLetter]:
    """Return the dead letters of a cursor, the oldest event first.

    Raises:
        StoreError: the database fails.
    """
    columns = (
        *(failures.c[each] for each in ("event_id", "cursor", "tries", "failed_at", "error")),
        events.c.channel,
        events.c.message,
    )
    query = (
        select(*columns)
        .join(events, events.c.id == failures.c.event_id)
        .where(failures.c.cursor == name, failures.c.dead.is_(True))
        .order_by(failures.c.event_id)
        .limit(limit)
    )
    with translate_database_errors(), engine.connect() as connection:
        return [DeadLetter(*row) for row in connection.execute(query)]


def retry_dead(engine: Engine, name: str, numbers: Collection[int] = ()) -> int:
    """Let dead letters be tried again, as if for the first time, and return how many there are.

    Args:
        engine: of `vodhooks.inbox.database.join`.
        name: of the cursor.
        numbers: ids of events; all where there are none.

    Raises:
        StoreError: the database does not commit.
    """
    wanted = [failures.c.cursor == name, failures.c.dead.is_(True)]
    if numbers:
        wanted.append(failures.c.event_id.in_(numbers))
    revived = update(failures).where(*wanted).values(dead=False, tries=0, next_try=0)
    with translate_database_errors(), engine.begin() as connection:
        return connection.execute(revived).rowcount
