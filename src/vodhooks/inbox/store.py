"""Writes to the durable inbox: SQLite for one process, PostgreSQL for several.

Identity, duplicates, conflicts and reused signatures are decided by unique constraints, never by a read before the write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import and_, case, delete, func, literal_column, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from vodhooks.classification import Outcome
from vodhooks.inbox.tables import KEY_BYTES, events, signatures, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from typing import Self

    from sqlalchemy import Column, Connection, CursorResult, Dialect, Engine
    from sqlalchemy.sql.dml import Insert

    from vodhooks.classification import Classification
    from vodhooks.report import Report

Row = dict[str, Any]
Key = tuple[bytes, bytes]
"""Of an event: the hash of its identity, and that of its content."""

Count = tuple[int, int]
"""Of an event: its id, and how often it has come."""


@dataclass(frozen=True, slots=True)
class ReceivedDelivery:
    """What the inbox keeps of a delivery, however it came.

    Attributes:
        outcome: accepted, unknown or quarantined.
        channel: name of the channel.
        body: the bytes as they arrived.
        received_at: when it arrived, in microseconds since the Unix epoch.
        identity: what identifies the event on its channel.
        content: hash of what is compared.
        message: full name of the message, where it is known.
        kind: what the discriminator of an unknown message says.
        occurred_at: when the event happened, where the payload says so.
        drift: JSON Pointers to what in the payload the contract does not know.
        report: where a quarantined payload breaks the contract.
        signature: the signature that vouches for it, or None.
    """

    outcome: Outcome
    channel: str
    body: bytes
    received_at: int
    identity: str
    content: bytes
    message: str | None = None
    kind: str | None = None
    occurred_at: datetime | None = None
    drift: tuple[str, ...] = ()
    report: Report | None = None
    signature: str | None = None

    @classmethod
    def of(cls, found: Classification, received_at: int, signature: str | None = None) -> Self:
        """Return what is kept of a body that has been classified."""
        return cls(
            found.outcome,
            found.channel or "",
            found.body,
            received_at,
            found.identity,
            found.content,
            message=found.message,
            kind=found.kept_kind,
            occurred_at=found.occurred_at,
            drift=found.drift,
            report=found.report if found.outcome is Outcome.QUARANTINED else None,
            signature=signature,
        )


@dataclass(frozen=True, slots=True)
class StoreResult:
    """What the inbox says of an arrival once it is durable.

    Attributes:
        id: of the event; for a duplicate, of the event that counts it. Not part of equality.
        duplicate: the same content was there already; this delivery is counted on it.
        conflict: another content came first under the same identity.
        reused_signature: its signature came first with another identity.
    """

    id: int = field(compare=False)
    duplicate: bool
    conflict: bool
    reused_signature: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much quarantine may hold, in deliveries and in bytes; the oldest are removed, a hundredth at a time."""

    count: int = 10_000
    size: int = 256 * 2**20


class Inbox:
    """Writes to the inbox behind an engine of `vodhooks.inbox.database.connect`. Not for several threads at once."""

    def __init__(self, engine: Engine, quarantine: Bounds | None = None) -> None:
        self._engine = engine
        self._quarantine = quarantine or Bounds()
        self._added = self._quarantine  # since room was made last; earlier ones are not known
        self._statements = _Statements(engine.dialect)

    def keep(self, arrivals: Sequence[ReceivedDelivery]) -> list[StoreResult]:
        """Store arrivals in one transaction, and return once it is durable.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot commit; nothing of the batch is kept.
            StoreError: a commit would not be durable, or was none of the files or the server that a restart will read.
        """
        rows = [_row(arrival) for arrival in arrivals]
        with self._engine.begin() as connection:
            self._mark_reused_signatures(connection, rows)
            reused = [row["reused_signature"] for row in rows]
            self._write(connection, rows)
            if self._is_crowded(
                [row["size"] for row in rows if row["outcome"] == Outcome.QUARANTINED]
            ):
                self._make_room(connection)
        return [
            StoreResult(row["id"], row["duplicate"], row["conflict"], signature_reused)
            for row, signature_reused in zip(rows, reused, strict=True)
        ]

    def probe(self) -> None:
        """Commit a transaction that writes, and changes nothing.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database does not commit.
            StoreError: a commit would not be durable.
        """
        with self._engine.begin() as connection:
            for step in (1, -1):  # SQLite would not write a value that stays the same
                connection.execute(stamp.update().values(version=stamp.c.version + step))

    def close(self) -> None:
        """Close all connections; the last one to an SQLite file moves the log into it, so that one file is left."""
        self._engine.dispose()

    def release_from_quarantine(
        self, number: int, deliveries: int, arrival: ReceivedDelivery
    ) -> StoreResult | None:
        """Move a quarantined delivery that now keeps the contract to the events, under a new id.

        Args:
            number: its id.
            deliveries: how often it has come.
            arrival: what is decided of it now.

        Returns:
            The result, or None where it was removed or delivered again meanwhile: then nothing is done.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot commit.
        """
        row = {**_row(arrival), "deliveries": deliveries}
        quarantined = (
            events.c.id == number,
            events.c.outcome == Outcome.QUARANTINED,
            events.c.deliveries == deliveries,
        )
        # Waiting for its lock while holding others could deadlock with a receiver.
        found = select(events.c.id).where(*quarantined).with_for_update(skip_locked=True)
        with self._engine.connect() as connection:
            self._write(connection, [row])
            if connection.execute(found).first() is None:
                return None
            connection.execute(delete(events).where(events.c.id == number))
            connection.commit()
        return StoreResult(row["id"], row["duplicate"], row["conflict"], reused_signature=False)

    def _mark_reused_signatures(self, connection: Connection, rows: list[Row]) -> None:
        """Mark the rows whose signature came first with another identity."""
        signed = [row for row in rows if row["signature_key"]]
        firsts = {row["signature_key"]: row for row in reversed(signed)}
        owners = {key: row["identity_key"] for key, row in firsts.items()}
        if not self._statements.add_signatures(connection, [firsts[key] for key in sorted(firsts)]):
            owners |= self._statements.find_owners(connection, [*firsts])
        for row in signed:
            row["reused_signature"] = owners[row["signature_key"]] != row["identity_key"]

    def _write(self, connection: Connection, rows: list[Row]) -> None:
        """Insert the rows, or count them on those that are there, in one order for all writers."""
        run = self._statements
        groups = _group_by_identity(rows)
        # No two rows of one identity in a statement. What the first of them meets decides which may follow.
        firsts = {key[0]: row for key, row in reversed(groups.items())}
        candidates = [row for key, row in groups.items() if row is firsts[key[0]]]
        counts = run.add_events(connection, candidates)
        counts |= run.count_events(
            connection, [row for row in candidates if _key(row) not in counts]
        )
        removed = run.find_tombstones(connection, [*firsts])
        if removed:
            self._withdraw(connection, candidates, counts, {key[0] for key in removed})
        counts |= run.count_events(
            connection,
            [row for key, row in groups.items() if key in counts and row is not firsts[key[0]]],
        )
        for key in removed.keys() & (groups.keys() - counts.keys()):
            counts[key] = removed[key], groups[key]["deliveries"] + 1
        later = [row for key, row in sorted(groups.items()) if key not in counts]
        for row in later:
            row["conflict"] = True
        counts |= run.count_conflicts(connection, later)
        for row in rows:
            key = _key(row)
            representative = groups[key]
            row["conflict"] = representative["conflict"]
            row["id"], deliveries = counts[key]
            row["duplicate"] = (
                row is not representative or deliveries > representative["deliveries"]
            )

    def _withdraw(
        self,
        connection: Connection,
        candidates: list[Row],
        counts: dict[Key, Count],
        removed: set[bytes],
    ) -> None:
        """Delete what has just become the first event of an identity of which one was removed: it is a retry, or conflicts."""
        fresh = [
            key
            for row in candidates
            if (key := _key(row))[0] in removed
            and key in counts
            and counts[key][1] == row["deliveries"]
        ]
        numbers = [counts.pop(key)[0] for key in fresh]
        connection.execute(delete(events).where(events.c.id.in_(numbers)))

    def _is_crowded(self, sizes: Sequence[int]) -> bool:
        """Whether enough was added to quarantine to look through it: a look takes as long as quarantine is large."""
        before, bounds = self._added, self._quarantine
        count, size = before.count + len(sizes), before.size + sum(sizes)
        crowded = bool(sizes) and (100 * count > bounds.count or 100 * size > bounds.size)
        self._added = Bounds(0, 0) if crowded else Bounds(count, size)
        return crowded

    def _make_room(self, connection: Connection) -> None:
        """Delete the oldest quarantined deliveries until the rest is within bounds."""
        quarantined = events.c.outcome == Outcome.QUARANTINED
        newest_first = events.c.id.desc()
        kept = select(
            events.c.id,
            func.row_number().over(order_by=newest_first).label("count"),
            func.sum(events.c.size).over(order_by=newest_first).label("size"),
        ).where(quarantined)
        ranked = kept.subquery()
        surplus = select(ranked.c.id).where(
            (ranked.c.count > self._quarantine.count) | (ranked.c.size > self._quarantine.size)
        )
        # Rows that another writer has locked stay until next time: waiting for them could deadlock.
        free = select(events.c.id).where(events.c.id.in_(surplus)).with_for_update(skip_locked=True)
        connection.execute(delete(events).where(events.c.id.in_(free)))


class _Statement:
    """A statement for any number of rows, run once for all of them.

    After each statement, each row that it returns, and each row of `executemany`, a thread waits for the interpreter that the
    event loop has taken.

    Args:
        dialect: of the database.
        statement: an insert of one row.
        columns: what it fills.
    """

    def __init__(self, dialect: Dialect, statement: Insert, columns: Sequence[Column[Any]]) -> None:
        self._names = [column.name for column in columns]
        text = str(statement.compile(dialect=dialect, column_keys=self._names))
        self._head, self._row, self._tail = re.split(r"(VALUES \(.+?\))", text, maxsplit=1)
        # PostgreSQL would parse and plan as many statements as there are numbers of rows.
        self._arrays = dialect.name == "postgresql"
        if self._arrays:
            arrays = ", ".join(f"%b::{column.type.compile(dialect)}[]" for column in columns)
            self._row = f"SELECT * FROM unnest({arrays})"  # noqa: S608 # types of our own
        self._texts: dict[int, str] = {}

    def run(self, connection: Connection, rows: Sequence[Row]) -> CursorResult[Any]:
        """Write rows of which no two meet, in their order."""
        if self._arrays:
            text = self._head + self._row + self._tail
            values = tuple([[row[name] for row in rows] for name in self._names])
        else:
            text = self._text(len(rows))
            values = tuple([row[name] for row in rows for name in self._names])
        return connection.exec_driver_sql(text, values)

    def _text(self, count: int) -> str:
        text = self._texts.get(count)
        if text is None:
            more = self._row.replace("VALUES", ",") * (count - 1)
            text = self._texts[count] = f"{self._head}{self._row}{more}{self._tail}"
        return text


class _Statements:
    """What the inbox says to its database: most deliveries are new, and cost one insert without an answer."""

    def __init__(self, dialect: Dialect) -> None:
        insert = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
        self._is_postgresql = dialect.name == "postgresql"
        self._signatures = _Statement(
            dialect,
            insert(signatures).on_conflict_do_nothing(index_elements=["signature_key"]),
            list(signatures.columns),
        )
        event = insert(events)
        columns = [column for column in events.columns if column is not events.c.id]
        count = (events.c.identity_key, events.c.content, events.c.id, events.c.deliveries)
        is_first = events.c.conflict.is_(False)
        added = event.on_conflict_do_nothing(index_elements=["identity_key"], index_where=is_first)
        self._added = _Statement(dialect, added, columns)
        new = event.excluded
        same = events.c.content == new.content
        is_later = new.last_received_at > events.c.last_received_at
        counted = {
            "deliveries": events.c.deliveries
            + case((same, new.deliveries), else_=literal_column("0")),
            "last_received_at": case(
                (and_(same, is_later), new.last_received_at), else_=events.c.last_received_at
            ),
            "reused_signature": or_(events.c.reused_signature, and_(same, new.reused_signature)),
        }
        met = event.on_conflict_do_update(
            index_elements=["identity_key"], index_where=is_first, set_=counted
        )
        self._counted = _Statement(dialect, met.returning(*count), columns)
        conflict = event.on_conflict_do_update(
            index_elements=["identity_key", "content"],
            index_where=events.c.conflict.is_(True),
            set_=counted,
        )
        self._conflicts = _Statement(dialect, conflict.returning(*count), columns)
        self._newest = select(*count).order_by(events.c.id.desc())

    def add_signatures(self, connection: Connection, rows: Sequence[Row]) -> bool:
        """Keep the signatures of rows with their identities, and return whether they are all new."""
        return not rows or self._signatures.run(connection, rows).rowcount == len(rows)

    def find_owners(self, connection: Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the identities that signatures came with first."""
        text = "SELECT signature_key, identity_key FROM signatures WHERE signature_key"
        return dict(self._look_up(connection, text, keys))

    def add_events(self, connection: Connection, rows: Sequence[Row]) -> dict[Key, Count]:
        """Insert those of the rows whose identity has no event yet, and return their ids; on PostgreSQL none."""
        # On PostgreSQL another writer may delete between this and the count: two orders of locks would deadlock.
        if not rows or self._is_postgresql:
            return {}
        result = self._added.run(connection, rows)
        added = result.rowcount
        if added == len(rows):
            first = result.lastrowid - added + 1
            return {_key(row): (first + n, row["deliveries"]) for n, row in enumerate(rows)}
        # No id comes back, so that the newest rows have the largest.
        return _deliveries_by_key(connection.execute(self._newest.limit(added)) if added else ())

    def count_events(self, connection: Connection, rows: Sequence[Row]) -> dict[Key, Count]:
        """Count the rows on the first events of their identities, and return these as they are then."""
        return _deliveries_by_key(self._counted.run(connection, rows)) if rows else {}

    def count_conflicts(self, connection: Connection, rows: Sequence[Row]) -> dict[Key, Count]:
        """Insert rows that conflict with the first event of their identity, or count them on those that are there."""
        return _deliveries_by_key(self._conflicts.run(connection, rows)) if rows else {}

    def find_tombstones(self, connection: Connection, keys: Sequence[bytes]) -> dict[Key, int]:
        """Return the ids that removed events of these identities had."""
        text = "SELECT identity_key, content, event_id FROM tombstones WHERE identity_key"
        found = self._look_up(connection, text, keys)
        return {(identity_key, content): number for identity_key, content, number in found}

    def _look_up(self, connection: Connection, text: str, keys: Sequence[bytes]) -> list[Any]:
        """Return the rows with one of the keys. SQLAlchemy would take longer to write the statement than it takes to run."""
        if self._is_postgresql:
            return list(connection.exec_driver_sql(f"{text} = ANY(%b::bytea[])", (list(keys),)))
        places = ",".join("?" * len(keys))
        return list(connection.exec_driver_sql(f"{text} IN ({places})", tuple(keys)))


def _row(arrival: ReceivedDelivery) -> Row:
    occurred_at = arrival.occurred_at
    report = orjson.dumps(arrival.report) if arrival.report else b""
    return {
        "received_at": arrival.received_at,
        "last_received_at": arrival.received_at,
        "deliveries": 1,
        "channel": arrival.channel,
        "outcome": arrival.outcome,
        "message": arrival.message,
        "kind": _without_nul(arrival.kind),
        "identity": arrival.identity,
        "identity_key": event_key(arrival.channel, arrival.identity),
        "content": arrival.content[:KEY_BYTES],
        "occurred_at": round(occurred_at.timestamp() * 1000) if occurred_at else None,
        "drifts": bool(arrival.drift),
        "conflict": False,
        "reused_signature": False,
        "body": arrival.body,
        "report": report.decode() or None,
        "size": len(arrival.body) + len(report),
        "signature_key": event_key(arrival.channel, arrival.signature)
        if arrival.signature
        else None,
        "duplicate": False,
    }


def event_key(channel: str, text: str) -> bytes:
    """Return the key of an identity or a signature, which have their meaning on one channel."""
    return sha256(b"%b\0%b" % (channel.encode(), text.encode())).digest()[:KEY_BYTES]


def _key(row: Row) -> Key:
    return row["identity_key"], row["content"]


def _group_by_identity(rows: Iterable[Row]) -> dict[Key, Row]:
    """Group rows of one identity and content, in the order of identities, and of arrival within one.

    Returns:
        The first row of each group as its representative: it has the deliveries of all.
    """
    groups: dict[Key, Row] = {}
    for row in rows:
        representative = groups.setdefault(_key(row), row)
        if representative is not row:
            representative["deliveries"] += 1
            representative["last_received_at"] = max(
                representative["last_received_at"], row["last_received_at"]
            )
            representative["reused_signature"] |= row["reused_signature"]
    return dict(sorted(groups.items(), key=lambda group: group[0][0]))


def _deliveries_by_key(found: Iterable[Sequence[Any]]) -> dict[Key, Count]:
    """Return the id and the number of deliveries of each event that a statement has written."""
    return {
        (identity_key, content): (number, count) for identity_key, content, number, count in found
    }


def _without_nul(text: str | None) -> str | None:
    """Replace the character that PostgreSQL's text cannot hold; the body keeps it."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}") if text else text
