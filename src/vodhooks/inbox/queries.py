"""The read side of the inbox: short transactions, pages that miss nothing, memory bounded by bytes and not by rows."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

import orjson
from sqlalchemy import func, literal_column, or_, select, text, tuple_

from vodhooks.errors import StoreError
from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.store import event_key
from vodhooks.inbox.tables import events, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
    "repeated": events.c.deliveries > literal_column("1"),
    "reused-signature": events.c.reused_signature.is_(True),
}

_RARE_OUTCOMES = {
    name: events.c.outcome == literal_column(f"'{name}'") for name in ("unknown", "quarantined")
}
"""Literal, as in the conditions of their indexes: SQLite looks for a parameter in none."""

LOOKED_AT = 1000
"""How many events with an index are looked through at most before a look at the clock."""

SEARCHED = 100
"""How many bodies are at first, and then twice as many each time: some are megabytes."""

RECENT = 20
"""Among how many newest events the latest delivery is looked for: retries come soon."""

SAME_IDENTITY = 20
"""How many events of one identity are listed."""


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
    engine: Engine,
    wanted: EventFilter,
    limit: int,
    before: int | None = None,
    after: int | None = None,
) -> list[EventSummary]:
    """Return the newest events that match, newest first, with ids before and after some."""
    query = select(*_ENTRY).where(*wanted.conditions()).order_by(events.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(events.c.id < before)
    if after is not None:
        query = query.where(events.c.id > after)
    return [EventSummary(*row) for row in _fetch_rows(engine, query)]


class Position(NamedTuple):
    """Where an event stands in a list: its id, and in a list by time its first delivery, in µs."""

    id: int
    received_at: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list.

    Attributes:
        entries: what matches, the newest first.
        last: the last event that was looked at, after which the next page comes; None at the end.
        in_time: whether it is full, or all was looked at; if not, time was up.
    """

    entries: list[EventSummary]
    last: Position | None
    in_time: bool


def browse(
    engine: Engine,
    wanted: EventFilter,
    limit: int,
    before: Position | None = None,
    *,
    search: str = "",
    seconds: float = 0.1,
    clock: Callable[[], float] = time.monotonic,
) -> Page:
    """Return a page of the newest events that match, in bounded time.

    One condition has an index that gives its events in order. Where there are more conditions, or
    a text is searched, those events are looked through portion by portion until the page is full
    or time is up. The order is that of ids, and where a time is asked for that of first deliveries.

    Args:
        engine: of `vodhooks.inbox.database.reader`.
        wanted: which events.
        limit: how many at most.
        before: the last event of the page before.
        search: a text in the identity or the body.
        seconds: how long to look, but for the last portion.
        clock: seconds.

    Raises:
        StoreError: the database fails.
    """
    end = clock() + seconds
    indexed, others = _split_conditions(wanted)
    if search:
        others.append(_contains(engine, search))
    found: list[EventSummary] = []
    portion = SEARCHED if search else LOOKED_AT if others else limit
    while True:
        numbers, last = _next_candidates(engine, wanted, indexed, before, portion)
        rows = {entry.id: entry for entry in _fetch_entries(engine, numbers, others)}
        for number in numbers:
            if number in rows:
                found.append(rows[number])
                if len(found) == limit:
                    return Page(found, Position(number, rows[number].received_at), in_time=True)
        if len(numbers) < portion:
            return Page(found, None, in_time=True)
        before = last
        if clock() > end:
            return Page(found, last, in_time=False)
        portion = min(2 * portion, LOOKED_AT)


def find_exactly(engine: Engine, name: str, channels: Iterable[str]) -> list[EventSummary]:
    """Return the events that a name is the id or the whole identity of, on any of some channels."""
    values: list[str | int] = [name]
    number = int(name) if name.isascii() and name.isdigit() and len(name) < 19 else 0
    values += [number] if number else []
    keys = [
        event_key(channel, orjson.dumps([value]).decode())
        for channel in channels
        for value in values
    ]
    of_keys = [
        select(*_ENTRY).where(events.c.identity_key.in_(keys), events.c.conflict.is_(is_later))
        for is_later in (False, True)
    ]
    rows = {
        row.id: EventSummary(*row)
        for query in (*of_keys, select(*_ENTRY).where(events.c.id == number))
        for row in _fetch_rows(engine, query.limit(SAME_IDENTITY))
    }
    return [rows[each] for each in sorted(rows, reverse=True)]


def list_same_identity(engine: Engine, identity_key: bytes) -> list[EventSummary]:
    """Return the first events of an identity, in the order of their ids."""
    rows = [
        EventSummary(*row)
        for is_later in (False, True)
        for row in _fetch_rows(
            engine,
            select(*_ENTRY)
            .where(events.c.identity_key == identity_key, events.c.conflict.is_(is_later))
            .limit(SAME_IDENTITY),
        )
    ]
    return sorted(rows, key=lambda entry: entry.id)


def find_last_deliveries(engine: Engine, channels: Iterable[str]) -> dict[str, int | None]:
    """Return when something came last on each channel, retries of its newest events included.

    In microseconds since the Unix epoch; None where nothing has come.
    """
    found: dict[str, int | None] = {}
    with translate_database_errors(), engine.connect() as connection:
        for channel in channels:
            recent = (
                select(events.c.last_received_at)
                .where(events.c.channel == channel)
                .order_by(events.c.id.desc())
                .limit(RECENT)
            )
            found[channel] = connection.execute(
                select(func.max(recent.subquery().c.last_received_at))
            ).scalar()
    return found


def measure_quarantine(engine: Engine) -> tuple[int, int]:
    """Return how many deliveries are in quarantine, and their bytes."""
    query = select(func.count(), func.coalesce(func.sum(events.c.size), 0)).where(
        _RARE_OUTCOMES["quarantined"]
    )
    [(number, size)] = _fetch_rows(engine, query)
    return int(number), int(size)


def _split_conditions(
    wanted: EventFilter,
) -> tuple[list[ColumnElement[bool]], list[ColumnElement[bool]]]:
    """Return the conditions for which an index gives the events in order, and the others."""
    times = EventFilter(since=wanted.since, until=wanted.until).conditions()
    outcome = wanted.outcomes[0] if wanted.outcomes and len(wanted.outcomes) == 1 else ""
    parts = [
        times,
        EventFilter(flag=wanted.flag).conditions(),
        [_RARE_OUTCOMES[outcome]] if outcome in _RARE_OUTCOMES else [],
        EventFilter(channel=wanted.channel).conditions(),
        [] if outcome in _RARE_OUTCOMES else EventFilter(outcomes=wanted.outcomes).conditions(),
    ]
    indexed = next((part for part in parts[:-1] if part), [])
    return indexed, [condition for part in parts if part is not indexed for condition in part]


def _next_candidates(
    engine: Engine,
    wanted: EventFilter,
    indexed: Sequence[ColumnElement[bool]],
    before: Position | None,
    limit: int,
) -> tuple[list[int], Position | None]:
    """Return the ids of the next events of an index, and the last one's position."""
    by_time = wanted.since is not None or wanted.until is not None
    order = [events.c.received_at, events.c.id] if by_time else [events.c.id]
    query = select(*order).where(*indexed).order_by(*(column.desc() for column in order))
    if before and by_time:
        # The first condition is implied by the second, but gives SQLite a range of the index.
        query = query.where(
            events.c.received_at <= before.received_at,
            tuple_(*order) < tuple_(before.received_at, before.id),
        )
    elif before:
        query = query.where(events.c.id < before.id)
    rows = _fetch_rows(engine, query.limit(limit))
    if not rows:
        return [], None
    return [row[-1] for row in rows], Position(rows[-1][-1], rows[-1][0] if by_time else 0)


def _fetch_entries(
    engine: Engine, numbers: Sequence[int], others: Sequence[ColumnElement[bool]]
) -> list[EventSummary]:
    if not numbers:
        return []
    query = select(*_ENTRY).where(events.c.id.in_(numbers), *others)
    return [EventSummary(*row) for row in _fetch_rows(engine, query)]


def _contains(engine: Engine, search: str) -> ColumnElement[bool]:
    """Return the condition that an identity or a body holds a text, plain or escaped as in JSON."""
    plain = search.replace("\0", "")
    written = {plain.encode(errors="replace"), json.dumps(plain)[1:-1].encode()}
    if engine.dialect.name == "postgresql":
        position, text_position = func.pg_catalog.position, func.strpos
    else:
        position = text_position = func.instr
    return or_(
        text_position(events.c.identity, plain.encode(errors="replace").decode()) > 0,
        *(position(events.c.body, each) > 0 for each in sorted(written)),
    )


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
    return InboxSize(_inbox_bytes(engine), *measure_quarantine(engine))


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


def newest_id(engine: Engine) -> int:
    """Return the largest id of an event, 0 where there is none."""
    [(last,)] = _fetch_rows(engine, select(func.coalesce(func.max(events.c.id), 0)))
    return int(last)


def wait_until_settled(engine: Engine, pause: Callable[[float], None], after: int = 0) -> int:
    """Return an id up to which no further event will appear; where none is above `after`, at once.

    PostgreSQL hands out ids before it commits: an event with a lower id may still be on its way. Its writer holds a
    lock on the table from before it has the id until it ends, so those who hold one now are waited for.
    """
    last = newest_id(engine)
    if last <= after or engine.dialect.name != "postgresql":
        return last
    waited = writers = {writer for (writer,) in _fetch_rows(engine, _WRITERS)}
    for _ in range(round(SETTLE_SECONDS / SETTLE_PAUSE)):
        if not waited & writers:
            return last
        pause(SETTLE_PAUSE)
        writers = {writer for (writer,) in _fetch_rows(engine, _WRITERS)}
    raise StoreError("a transaction that writes to the inbox does not end; try again when it has")
