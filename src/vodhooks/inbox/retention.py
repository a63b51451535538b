"""Removes events that are old, or one that has to go, in transactions so short that a receiver may write meanwhile.

Nothing goes that a cursor has not passed, or that a consumer has failed to handle, unless that is asked for. A tombstone holds
the hashes of an event, by which the inbox recognises its retry.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import bindparam, delete, exists, func, or_, select, text, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from vodhooks.classification import Outcome
from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.queries import wait_until_settled
from vodhooks.inbox.tables import (
    attachments,
    cursors,
    events,
    failures,
    refusals,
    signatures,
    tombstones,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Engine, Select, Table

    from vodhooks.inbox.sqlite import CheckedConnection

REMOVED = 200
"""How many rows one transaction removes at most: few enough that no delivery waits long for it."""

SIGNATURE_DAYS = 31
"""How long signatures are kept at least: none may be valid for longer, and until then may come with another event."""

LARGEST = 2**63 - 1
"""More than any id: what is passed where there is no cursor."""

DAY: int = 86_400 * 10**6
"""A day in microseconds."""


@dataclass(frozen=True, slots=True)
class Retention:
    """What goes and what stays.

    Attributes:
        until: events that first came before go; microseconds since the Unix epoch.
        keep_identity: whether a tombstone stays of each, by which a retry is recognised.
        forget: tombstones of events that first came before go as well, likewise.
        past_cursors: whether what no cursor has passed goes, too.
    """

    until: int
    keep_identity: bool
    forget: int
    past_cursors: bool = False


def prune(
    engine: Engine, wanted: Retention, pause: Callable[[float], None] = time.sleep
) -> Iterator[int]:
    """Remove old events, and signatures and tombstones that are of no use any more.

    Args:
        engine: of `vodhooks.inbox.database.connect`.
        wanted: what goes.
        pause: waits for so many seconds.

    Yields:
        After each transaction, how many events it has removed; the caller may rest meanwhile.

    Raises:
        StoreError: the database does not commit.
    """
    after = (0, 0)
    while True:
        with translate_database_errors(), engine.connect() as connection:
            page = connection.execute(_oldest(wanted, after)).all()
        if not page:
            break
        if wanted.keep_identity:
            with translate_database_errors(), engine.begin() as connection:
                _bury(connection, page)
            # What has looked for tombstones before these has met the events, if it ends before they go.
            wait_until_settled(engine, pause)
        numbers = [row.id for row in page]
        with translate_database_errors(), engine.begin() as connection:
            removed = _remove(connection, numbers, past_cursors=wanted.past_cursors)
        yield removed
        after = (page[-1].received_at, page[-1].id)
    signed_until = min(wanted.until, round(time.time() * 1e6) - SIGNATURE_DAYS * DAY)
    for table, until in ((signatures, signed_until), (tombstones, wanted.forget)):
        yield from _sweep(engine, table, until)


def count_withheld(engine: Engine, wanted: Retention) -> int:
    """Return how many events are as old, and stay for a cursor's sake."""
    query = select(func.count()).select_from(events).where(events.c.received_at < wanted.until)
    with translate_database_errors(), engine.connect() as connection:
        return int(connection.execute(query.where(_withheld())).scalar_one())


def erase(engine: Engine, number: int, *, past_cursors: bool = False) -> bool | None:
    """Remove all of one event, from the database's file and its log as well; of a refused delivery of it, too.

    A tombstone stays, so that a retry does not bring it back. PostgreSQL's own log, and backups, have it for as long as they
    are kept.

    Args:
        engine: of `vodhooks.inbox.database.connect`; on SQLite of the process that owns the file.
        number: the event's id.
        past_cursors: whether it goes if no cursor has passed it.

    Returns:
        Whether it has gone; None where there is none.

    Raises:
        StoreError: the database does not commit.
    """
    query = select(*_KEYS, events.c.id, events.c.received_at).where(events.c.id == number)
    with translate_database_errors(), engine.begin() as connection:
        found = connection.execute(query).first()
        if found is None:
            return None
        _bury(connection, [found])
    wait_until_settled(engine, time.sleep)
    with translate_database_errors(), engine.begin() as connection:
        gone = _remove(connection, [number], past_cursors=past_cursors)
        if not gone:
            connection.execute(delete(tombstones).where(tombstones.c.event_id == number))
            return False
        connection.execute(delete(refusals).where(refusals.c.identity_key == found.identity_key))
    _scrub(engine)
    return True


_KEYS = (events.c.identity_key, events.c.content)


def _withheld() -> ColumnElement[bool]:
    """Whether an event has not been passed by each cursor, or waits to be handled again. What is quarantined waits for none."""
    passed = select(func.coalesce(func.min(cursors.c.position), LARGEST)).scalar_subquery()
    behind = events.c.id > passed
    failed = exists().where(failures.c.event_id == events.c.id)
    return (events.c.outcome != Outcome.QUARANTINED) & or_(behind, failed)


def _oldest(wanted: Retention, after: tuple[int, int]) -> Select[Any, Any, Any, Any]:
    query = select(*_KEYS, events.c.id, events.c.received_at).where(
        events.c.received_at < wanted.until,
        events.c.received_at >= after[0],
        tuple_(events.c.received_at, events.c.id) > tuple_(*after),
    )
    if not wanted.past_cursors:
        query = query.where(~_withheld())
    return query.order_by(events.c.received_at, events.c.id).limit(REMOVED)


def _bury(connection: Connection, rows: Sequence[Any]) -> None:
    """Leave tombstones of events."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(
        dialect.insert(tombstones).on_conflict_do_nothing(),
        [
            {
                "identity_key": row.identity_key,
                "content": row.content,
                "event_id": row.id,
                "received_at": row.received_at,
            }
            for row in rows
        ],
    )


def _remove(connection: Connection, numbers: list[int], *, past_cursors: bool) -> int:
    """Remove events with what belongs to them, and return how many."""
    query = select(events.c.id).where(events.c.id.in_(numbers))
    if not past_cursors:
        query = query.where(~_withheld())
    # Waiting for locks of a receiver while holding others could deadlock: what is locked stays until next time.
    free = [number for (number,) in connection.execute(query.with_for_update(skip_locked=True))]
    for column in (attachments.c.event_id, failures.c.event_id, events.c.id):
        connection.execute(delete(column.table).where(column.in_(free)))
    return len(free)


def _sweep(engine: Engine, table: Table, until: int) -> Iterator[int]:
    """Delete the rows of a table that are older, and yield 0 after each transaction."""
    keys = list(table.primary_key.columns)
    after: tuple[Any, ...] | None = None
    while until > 0:
        query = select(*keys, table.c.received_at).order_by(*keys).limit(REMOVED * 10)
        with translate_database_errors(), engine.connect() as connection:
            page = connection.execute(
                query if after is None else query.where(tuple_(*keys) > tuple_(*after))
            ).all()
        if not page:
            return
        after = tuple(page[-1])[:-1]
        old = [
            {key.name: value for key, value in zip(keys, row, strict=False)}
            for row in page
            if row.received_at < until
        ]
        if old:
            with translate_database_errors(), engine.begin() as connection:
                connection.execute(
                    delete(table).where(*(key == bindparam(key.name) for key in keys)), old
                )
        yield 0


def _scrub(engine: Engine) -> None:
    """Let the database forget what has been deleted.

    SQLite has overwritten it in its log, which moves into the file now.
    """
    with translate_database_errors():
        if engine.dialect.name == "postgresql":
            autocommit = engine.execution_options(isolation_level="AUTOCOMMIT")
            for table in (events, attachments, refusals):
                with autocommit.connect() as connection:
                    connection.execute(text(f"VACUUM {table.name}"))
            return
        raw = engine.raw_connection()
        try:
            cast("CheckedConnection", raw.driver_connection).move_log()
        finally:
            raw.close()
