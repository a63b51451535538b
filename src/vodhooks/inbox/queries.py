"""The read side of the inbox: short transactions, pages that miss nothing, memory bounded by bytes and not by rows."""

from __future__ import annotations

import time
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, get_args

from sqlalchemy import func, select, text

from vodhooks.errors import StoreError
from vodhooks.inbox.database import explained
from vodhooks.inbox.tables import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Engine, Executable

__all__ = ["EVENTS", "Entry", "Flag", "Stored", "Wanted", "count", "newest", "oldest", "one"]

Flag = Literal["conflict", "drift", "repeated", "reused-signature"]

EVENTS = ("accepted", "unknown")
"""Outcomes of events; what is quarantined is none."""

PAGE = 1000
"""How many rows one transaction looks at."""

PAGE_BYTES = 8 * 2**20
"""How many bytes of bodies and reports one transaction fetches, and at least one row."""

SETTLE_SECONDS = 30.0
SETTLE_PAUSE = 0.02

_FLAGS: dict[Flag, ColumnElement[bool]] = {
    "conflict": events.c.conflict.is_(True),
    "drift": events.c.drifts.is_(True),
    "repeated": events.c.deliveries > 1,
    "reused-signature": events.c.reused_signature.is_(True),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; what is None does not matter.

    Attributes:
        channel: name of the channel.
        outcomes: outcomes of which an event has one.
        flag: a flag that it carries.
        since: earliest first delivery, microseconds since the Unix epoch.
        until: first delivery before this, likewise.
    """

    channel: str | None = None
    outcomes: tuple[str, ...] | None = None
    flag: Flag | None = None
    since: int | None = None
    until: int | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return it in the words of SQL."""
        asked: list[ColumnElement[bool]] = []
        if self.channel is not None:
            asked.append(events.c.channel == self.channel)
        if self.outcomes is not None:
            asked.append(events.c.outcome.in_(self.outcomes))
        if self.flag is not None:
            asked.append(_FLAGS[self.flag])
        if self.since is not None:
            asked.append(events.c.received_at >= self.since)
        if self.until is not None:
            asked.append(events.c.received_at < self.until)
        return asked


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list shows of an event: no payload. The attributes are the columns of `vodhooks.inbox.tables.events`."""

    id: int
    received_at: int
    last_received_at: int
    deliveries: int
    channel: str
    outcome: str
    message: str | None
    kind: str | None
    identity: str
    identity_key: bytes
    content: bytes
    occurred_at: int | None
    drifts: bool
    conflict: bool
    reused_signature: bool
    size: int

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags it carries, in alphabetical order."""
        carried = (self.conflict, self.drifts, self.deliveries > 1, self.reused_signature)
        return tuple(flag for flag, carries in zip(get_args(Flag), carried, strict=True) if carries)


@dataclass(frozen=True, slots=True)
class Stored:
    """All of an event: its entry, the bytes as they arrived, and the payload or the report as JSON."""

    entry: Entry
    body: bytes
    payload: str | None
    report: str | None


_ENTRY = [events.c[field.name] for field in fields(Entry)]
_STORED = [*_ENTRY, events.c.body, events.c.payload, events.c.report]


def newest(engine: Engine, wanted: Wanted, limit: int, before: int | None = None) -> list[Entry]:
    """Return the newest events that are wanted, newest first; `before` is an id, for the next page."""
    query = select(*_ENTRY).where(*wanted.conditions()).order_by(events.c.id.desc()).limit(limit)
    return [Entry(*row) for row in _rows(engine, query if before is None else query.where(events.c.id < before))]


def count(engine: Engine, wanted: Wanted) -> int:
    """Return how many events are wanted."""
    [(number,)] = _rows(engine, select(func.count()).select_from(events).where(*wanted.conditions()))
    return int(number)


def one(engine: Engine, number: int) -> Stored | None:
    """Return the event of an id, if there is one."""
    return next(iter(_fetched(engine, [number])), None) if 0 < number < 2**63 else None


def oldest(
    engine: Engine, wanted: Wanted, after: int = 0, limit: int | None = None, pause: Callable[[float], None] = time.sleep
) -> Iterator[Stored]:
    """Yield the events that are wanted in the order of their ids, up to what is there when it begins.

    Whoever has seen an id, and later asks for what comes after it, misses nothing.

    Args:
        engine: of `vodhooks.inbox.database.reader`.
        wanted: which events.
        after: the id after which to begin.
        limit: how many at most.
        pause: waits for so many seconds.

    Raises:
        StoreError: a transaction that writes to the inbox does not end.
    """
    last = _settled(engine, pause)
    left = limit
    while left is None or left > 0:
        page = select(events.c.id, events.c.size).where(events.c.id > after, events.c.id <= last, *wanted.conditions())
        found = _rows(engine, page.order_by(events.c.id).limit(min(PAGE, left or PAGE)))
        for numbers in _portions(found):
            yield from _fetched(engine, numbers)
        if not found:
            return
        after = found[-1][0]
        left = None if left is None else left - len(found)


def _portions(sizes: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Divide ids into portions of bounded size."""
    portion: list[int] = []
    total = 0
    for number, size in sizes:
        if portion and total + size > PAGE_BYTES:
            yield portion
            portion, total = [], 0
        portion.append(number)
        total += size
    if portion:
        yield portion


def _fetched(engine: Engine, numbers: Sequence[int]) -> list[Stored]:
    query = select(*_STORED).where(events.c.id.in_(numbers)).order_by(events.c.id)
    return [Stored(Entry(*row[: len(_ENTRY)]), *row[len(_ENTRY) :]) for row in _rows(engine, query)]


def _rows(engine: Engine, query: Executable) -> list[Any]:
    """Return the rows of a query, in a transaction of its own."""
    with explained(), engine.connect() as connection:
        return list(connection.execute(query))


_WRITERS = text(
    "SELECT virtualtransaction FROM pg_locks"
    " WHERE relation = to_regclass('events') AND mode = 'RowExclusiveLock' AND database ="
    " (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def _settled(engine: Engine, pause: Callable[[float], None]) -> int:
    """Return an id up to which no further event will appear.

    PostgreSQL hands out ids before it commits: an event with a lower id may still be on its way. Its writer holds a
    lock on the table from before it has the id until it ends, so those who hold one now are waited for.
    """
    [(last,)] = _rows(engine, select(func.coalesce(func.max(events.c.id), 0)))
    if engine.dialect.name != "postgresql":
        return int(last)
    waited = writers = {writer for (writer,) in _rows(engine, _WRITERS)}
    for _ in range(round(SETTLE_SECONDS / SETTLE_PAUSE)):
        if not waited & writers:
            return int(last)
        pause(SETTLE_PAUSE)
        writers = {writer for (writer,) in _rows(engine, _WRITERS)}
    raise StoreError("a transaction that writes to the inbox does not end; try again when it has")
