"""Deliveries that were refused as not authentic, kept apart and bounded: a secret that is mended may show them to be so."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.store import event_key
from vodhooks.inbox.tables import KEY_BYTES, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Engine

READ_AT_ONCE = 50
"""How many refused deliveries are read at once."""


@dataclass(frozen=True, slots=True)
class RefusedDelivery:
    """A delivery that decodes and identifies, and is not authentic.

    Attributes:
        channel: name of the channel.
        body: the bytes as they arrived.
        received_at: when it arrived, in microseconds since the Unix epoch.
        reason: why it was refused, as a code.
        identity: what identifies the event on its channel.
        message: full name of the message, where it is known.
        token_hash: SHA-256 of the token in the URL, or None without one.
        id: of the row, 0 before it is kept.
    """

    channel: str
    body: bytes
    received_at: int
    reason: str
    identity: str
    message: str | None = None
    token_hash: bytes | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class RefusalBounds:
    """How much is kept of one channel: deliveries, bytes, and microseconds. The oldest go first."""

    count: int
    size: int
    age: int


def keep_refused(
    engine: Engine, refused: Sequence[RefusedDelivery], bounds: RefusalBounds, now: int
) -> None:
    """Keep refused deliveries in one transaction; the same one again is counted.

    Args:
        engine: of `vodhooks.inbox.database.connect`.
        refused: the deliveries.
        bounds: how much is kept of each channel.
        now: microseconds since the Unix epoch.

    Raises:
        StoreError: the database does not commit.
    """
    dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(refusals)
    counted = insert.on_conflict_do_update(
        index_elements=["refusal_key"], set_={"deliveries": refusals.c.deliveries + 1}
    )
    # In one order for all writers.
    rows = sorted(map(_row, refused), key=itemgetter("refusal_key"))
    with translate_database_errors(), engine.begin() as connection:
        for row in rows:
            connection.execute(counted, row)
        for channel in sorted({each.channel for each in refused}):
            _make_room(connection, channel, bounds, now)


def iterate_refused(engine: Engine, channel: str | None = None) -> Iterator[RefusedDelivery]:
    """Yield what is kept, in the order of arrival."""
    after = 0
    query = select(
        *(refusals.c[name] for name in ("channel", "body", "received_at", "reason")),
        *(refusals.c[name] for name in ("message", "token_hash", "id")),
    ).order_by(refusals.c.id)
    if channel is not None:
        query = query.where(refusals.c.channel == channel)
    while True:
        with translate_database_errors(), engine.connect() as connection:
            page = connection.execute(query.where(refusals.c.id > after).limit(READ_AT_ONCE)).all()
        for row in page:
            yield RefusedDelivery(
                row.channel,
                row.body,
                row.received_at,
                row.reason,
                identity="",
                message=row.message,
                token_hash=row.token_hash,
                id=row.id,
            )
        if not page:
            return
        after = page[-1].id


def count_refused(engine: Engine, since: int) -> dict[str, int]:
    """Return by the reason how often kept deliveries were refused that first came since then."""
    query = (
        select(refusals.c.reason, func.sum(refusals.c.deliveries))
        .where(refusals.c.received_at >= since)
        .group_by(refusals.c.reason)
        .order_by(refusals.c.reason)
    )
    with translate_database_errors(), engine.connect() as connection:
        return {reason: int(number) for reason, number in connection.execute(query)}


def forget_refused(engine: Engine, number: int) -> None:
    """Delete what is kept of one refused delivery."""
    with translate_database_errors(), engine.begin() as connection:
        connection.execute(delete(refusals).where(refusals.c.id == number))


def _row(refused: RefusedDelivery) -> dict[str, object]:
    parts = (refused.channel.encode(), refused.token_hash or b"", refused.body)
    return {
        "refusal_key": sha256(b"\0".join(parts)).digest()[:KEY_BYTES],
        "received_at": refused.received_at,
        "deliveries": 1,
        "channel": refused.channel,
        "reason": refused.reason,
        "message": refused.message,
        "identity_key": event_key(refused.channel, refused.identity),
        "token_hash": refused.token_hash,
        "size": len(refused.body),
        "body": refused.body,
    }


def _make_room(connection: Connection, channel: str, bounds: RefusalBounds, now: int) -> None:
    """Delete what is too old, and the oldest until the rest is within bounds."""
    newest_first = refusals.c.id.desc()
    ranked = (
        select(
            refusals.c.id,
            refusals.c.received_at,
            func.row_number().over(order_by=newest_first).label("count"),
            func.sum(refusals.c.size).over(order_by=newest_first).label("size"),
        )
        .where(refusals.c.channel == channel)
        .subquery()
    )
    surplus = select(ranked.c.id).where(
        or_(
            ranked.c.count > bounds.count,
            ranked.c.size > bounds.size,
            ranked.c.received_at < now - bounds.age,
        )
    )
    # What another writer has locked stays until next time: waiting for it could deadlock.
    free = select(refusals.c.id).where(refusals.c.id.in_(surplus))
    connection.execute(
        delete(refusals).where(refusals.c.id.in_(free.with_for_update(skip_locked=True)))
    )
