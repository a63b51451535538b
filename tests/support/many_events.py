"""Inboxes of many events, written without what a receiver does for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import insert

from vodhooks.catalogue import catalogue
from vodhooks.inbox.store import event_key
from vodhooks.inbox.tables import events
from vodhooks.vendor.events import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

START = 1_700_000_000_000_000
"""When the first event came, in microseconds since the Unix epoch; each further a second later."""

TOGETHER = 2000


def fill(engine: Engine, count: int) -> None:
    """Add events of all channels in turn, a hundredth of them with each flag and outcome."""
    rows: list[dict[str, Any]] = []
    for row in _rows(count):
        rows.append(row)
        if len(rows) == TOGETHER:
            _write(engine, rows)
            rows = []
    if rows:
        _write(engine, rows)
    if engine.dialect.name == "postgresql":  # as it would do by itself in time
        autocommit = engine.execution_options(isolation_level="AUTOCOMMIT")
        with autocommit.connect() as connection:
            connection.exec_driver_sql("VACUUM (ANALYZE) events")


def _write(engine: Engine, rows: list[dict[str, Any]]) -> None:
    with engine.begin() as connection:
        connection.execute(insert(events), rows)


def _rows(count: int) -> Iterator[dict[str, Any]]:
    channels = [(channel, channel.messages[0]) for channel in catalogue().channels.values()]
    bodies = {message: orjson.dumps(sample(message)) for _, message in channels}
    for number in range(count):
        channel, message = channels[number % len(channels)]
        rare = number // 7 % 100
        identity = orjson.dumps([number]).decode()
        key = number.to_bytes(8, "big") * 2
        yield {
            "received_at": START + number * 1_000_000,
            "last_received_at": START + number * 1_000_000,
            "deliveries": 2 if rare == 0 else 1,
            "channel": channel.name,
            "outcome": "quarantined" if rare == 1 else "unknown" if rare == 2 else "accepted",
            "message": message,
            "kind": None,
            "identity": identity,
            "identity_key": event_key(channel.name, identity),
            "content": key,
            "occurred_at": None,
            "drifts": rare == 3,
            "conflict": rare == 4,
            "reused_signature": rare == 5,
            "size": len(bodies[message]),
            "body": bodies[message].replace(b"{", b'{"number":%d,' % number, 1),
            "report": None,
        }
