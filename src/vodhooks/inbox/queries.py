"""The read side of the inbox: short transactions, pages that miss nothing, memory bounded by bytes and not by rows."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, get_args

import orjson
from sqlalchemy import func, literal_column, select, text

from vodhooks.errors import StoreError
from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.tables import events, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Engine, Executable

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
class EventFilter:
    """Which events to read; what is None does not matter.

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
        """Return the conditions for SQL."""
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
class EventSummary:
    """What a list shows of an event, without its payload. The attributes are the columns of `vodhooks.inbox.tables.events`."""

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
    def event_id(self) -> str:
        """What names the event wherever it is handed on: the hash of its identity, and for a conflict of its content."""
        return self.identity_key.hex() + (f".{self.content.hex()}" if self.conflict else "")

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags it carries, in alphabetical order."""
        carried = (self.conflict, self.drifts, self.deliveries > 1, self.reused_signature)
        return tuple(flag for flag, carries in zip(get_args(Flag), carried, strict=True) if carries)


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """A whole event: its summary, the bytes as they arrived, and in quarantine the report as JSON."""

    entry: EventSummary
    body: bytes
    report: str | None

    @property
    def payload(self) -> str | None:
        """The payload as compact JSON; None in quarantine."""
        if self.entry.outcome not in EVENTS:
            return None
        return orjson.dumps(orjson.loads(self.body)).decode()


_ENTRY = [events.c[field.name] for field in fields(EventSummary)]
_STORED = [*_ENTRY, events.c.body, events.c.report]


def list_newest(
    engine: Engine, wanted: EventFilter, limit: int, before: int | None = None
) -> list[EventSummary]:
    """Return the newest events that match, newest first; `before` is an id, for the next page."""
    query = select(*_ENTRY).where(*wanted.conditions()).order_by(events.c.id.desc()).limit(limit)
    return [
        EventSummary(*row)
        for row in _fetch_rows(
            engine, query if before is None else query.where(events.c.id < before)
        )
    ]


def count_events(engine: Engine, wanted: EventFilter) -> int:
    """Return how many events match."""
    [(number,)] = _fetch_rows(
        engine, select(func.count()).select_from(events).where(*wanted.conditions())
    )
    return int(number)


@dataclass(frozen=True, slots=True)
class InboxSize:
    """How large an inbox is.

    Attributes:
        inbox_bytes: what its tables and indexes take on disk, an SQLite file's log included.
        quarantined: how many deliveries are in quarantine.
        quarantine_bytes: how many bytes their bodies and reports have.
    """

    inbox_bytes: int
    quarantined: int
    quarantine_bytes: int


def measure(engine: Engine) -> InboxSize:
    """Return how large the inbox is, in a short transaction that looks through no event.

    Raises:
        StoreError: the database fails.
    """
    quarantine = select(func.count(), func.coalesce(func.sum(events.c.size), 0)).where(
        events.c.outcome == literal_column("'quarantined'")
    )
    [(count, size)] = _fetch_rows(engine, quarantine)
    return InboxSize(_inbox_bytes(engine), int(count), int(size))


def _inbox_bytes(engine: Engine) -> int:
    if engine.dialect.name == "postgresql":
        [(size,)] = _fetch_rows(engine, _RELATIONS)
        return int(size)
    return sum(
        os.path.getsize(path)  # noqa: PTH202 # pathlib is as long to import as the whole query
        for path in (f"{engine.url.database}{suffix}" for suffix in ("", "-wal"))
        if os.path.exists(path)  # noqa: PTH110
    )


_RELATIONS = (
    select(func.coalesce(func.sum(func.pg_total_relation_size(text("oid"))), 0))
    .select_from(text("unnest(:tables) AS names, to_regclass(names) AS oid"))
    .params(tables=[*metadata.tables])
)


def get_event(engine: Engine, number: int) -> StoredEvent | None:
    """Return the event of an id, if there is one."""
    return next(iter(_fetch_events(engine, [number])), None) if 0 < number < 2**63 else None


def iterate_events(
    engine: Engine,
    wanted: EventFilter,
    after: int = 0,
    limit: int | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[StoredEvent]:
    """Yield the events that match in the order of their ids, up to the newest when it begins.

    Resumable: pass the last id as `after`.

    Args:
        engine: of `vodhooks.inbox.database.reader`.
        wanted: which events to read.
        after: the id after which to begin.
        limit: how many at most.
        pause: waits for so many seconds.

    Raises:
        StoreError: a transaction that writes to the inbox does not end.
    """
    last = wait_until_settled(engine, pause)
    left = limit
    while left is None or left > 0:
        page = select(events.c.id, events.c.size).where(
            events.c.id > after, events.c.id <= last, *wanted.conditions()
        )
        found = _fetch_rows(engine, page.order_by(events.c.id).limit(min(PAGE, left or PAGE)))
        for numbers in _split_by_size(found):
            yield from _fetch_events(engine, numbers)
        if not found:
            return
        after = found[-1][0]
        left = None if left is None else left - len(found)


def read_settled(
    engine: Engine,
    wanted: EventFilter,
    after: int,
    limit: int,
    pause: Callable[[float], None] = time.sleep,
) -> tuple[list[StoredEvent], int]:
    """Return the next events that match, in the order of their ids, and the id up to which this has looked.

    No event with an id up to that one will appear later. At most `limit` events, and as many bytes as one page holds.

    Raises:
        StoreError: a transaction that writes to the inbox does not end.
    """
    last = wait_until_settled(engine, pause, after)
    if last <= after:
        return [], after
    page = select(events.c.id, events.c.size).where(
        events.c.id > after, events.c.id <= last, *wanted.conditions()
    )
    found = _fetch_rows(engine, page.order_by(events.c.id).limit(limit))
    portion = next(_split_by_size(found), [])
    if portion and (len(portion) < len(found) or len(found) == limit):
        last = portion[-1]
    return _fetch_events(engine, portion) if portion else [], last


def get_events(engine: Engine, numbers: Sequence[int]) -> list[StoredEvent]:
    """Return the events of some ids in their order, without those that were removed; only what one page holds."""
    sizes = select(events.c.id, events.c.size).where(events.c.id.in_(numbers)).order_by(events.c.id)
    portion = next(_split_by_size(_fetch_rows(engine, sizes)), [])
    return _fetch_events(engine, portion) if portion else []


def _split_by_size(sizes: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
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


def _fetch_events(engine: Engine, numbers: Sequence[int]) -> list[StoredEvent]:
    query = select(*_STORED).where(events.c.id.in_(numbers)).order_by(events.c.id)
    return [
        StoredEvent(EventSummary(*row[: len(_ENTRY)]), *row[len(_ENTRY) :])
        for row in _fetch_rows(engine, query)
    ]


def _fetch_rows(engine: Engine, query: Executable) -> list[Any]:
    """Return the rows of a query, in a transaction of its own."""
    with translate_database_errors(), engine.connect() as connection:
        return list(connection.execute(query))


_WRITERS = text(
    "SELECT virtualtransaction FROM pg_locks"
    " WHERE relation = to_regclass('events') AND mode = 'RowExclusiveLock' AND database ="
    " (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def wait_until_settled(engine: Engine, pause: Callable[[float], None], after: int = 0) -> int:
    """Return an id up to which no further event will appear; where none is above `after`, at once.

    PostgreSQL hands out ids before it commits: an event with a lower id may still be on its way. Its writer holds a
    lock on the table from before it has the id until it ends, so those who hold one now are waited for.
    """
    [(last,)] = _fetch_rows(engine, select(func.coalesce(func.max(events.c.id), 0)))
    if last <= after or engine.dialect.name != "postgresql":
        return int(last)
    waited = writers = {writer for (writer,) in _fetch_rows(engine, _WRITERS)}
    for _ in range(round(SETTLE_SECONDS / SETTLE_PAUSE)):
        if not waited & writers:
            return int(last)
        pause(SETTLE_PAUSE)
        writers = {writer for (writer,) in _fetch_rows(engine, _WRITERS)}
    raise StoreError("a transaction that writes to the inbox does not end; try again when it has")
