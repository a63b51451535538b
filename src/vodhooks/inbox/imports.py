"""Puts exported events into another inbox, as they were: from SQLite into PostgreSQL, for instance."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from vodhooks.errors import StoreError
from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.store import event_key
from vodhooks.inbox.tables import KEY_BYTES, attachments, events, tombstones

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Engine

    Row = dict[str, Any]

PORTION = 200
"""How many events one transaction takes at most."""


@dataclass(frozen=True, slots=True)
class ImportedEvents:
    """What became of exported events.

    Attributes:
        added: how many are new.
        known: how many the inbox has already, or had once.
    """

    added: int
    known: int


def import_events(engine: Engine, documents: Iterable[bytes], source: str = "") -> ImportedEvents:
    """Add exported events in their order, with new ids. What is there already stays as it is, so this may be repeated.

    An event that meets another content under its identity is kept, as a conflict.

    Args:
        engine: of `vodhooks.inbox.database.connect`.
        documents: lines of `vodhooks inbox export`, whose attachments are taken along.
        source: what they come from, for messages.

    Raises:
        StoreError: a line is no exported event, or the database does not commit; what came before is there.
    """
    added = total = 0
    portion: list[Row] = []
    for number, document in enumerate(documents, 1):
        portion.append(_read(document, f"{source and f'{source}: '}line {number}"))
        if len(portion) == PORTION:
            added += _add_all(engine, portion)
            total += len(portion)
            portion = []
    added += _add_all(engine, portion)
    total += len(portion)
    return ImportedEvents(added, total - added)


def _read(document: bytes, place: str) -> Row:
    """Return the row of an exported event, and what is attached to it."""
    try:
        found = orjson.loads(document)
        body = found["body"].encode()
        report = found["report"] and orjson.dumps(found["report"]).decode()
        flags = found["flags"]
        return {
            "received_at": _microseconds(found["received_at"]),
            "last_received_at": _microseconds(found["last_received_at"]),
            "deliveries": int(found["deliveries"]),
            "channel": found["channel"],
            "outcome": found["outcome"],
            "message": found["message"],
            "kind": found["kind"],
            "identity": found["identity"],
            "identity_key": event_key(found["channel"], found["identity"]),
            "content": bytes.fromhex(found["content"])[:KEY_BYTES],
            "occurred_at": found["occurred_at"] and _microseconds(found["occurred_at"]) // 1000,
            "drifts": "drift" in flags,
            "conflict": "conflict" in flags,
            "reused_signature": "reused-signature" in flags or "reused-seal" in flags,
            "size": int(found["size"]),
            "body": body,
            "report": report,
            "attachments": [
                {
                    "message": each["message"],
                    "fetched_at": _microseconds(each["fetched_at"]),
                    "drifts": each["drifts"],
                    "body": json.dumps(
                        each["payload"], ensure_ascii=False, separators=(",", ":")
                    ).encode(),
                }
                for each in found.get("attachments", ())
            ],
        }
    except (AttributeError, KeyError, TypeError, ValueError):
        raise StoreError(f"{place} is no event of `vodhooks inbox export`") from None


def _microseconds(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1e6)


def _add_all(engine: Engine, rows: list[Row]) -> int:
    with translate_database_errors(), engine.begin() as connection:
        return sum(_add(connection, row) for row in rows)


def _add(connection: Connection, row: Row) -> bool:
    """Add an event unless it is there, and return whether it is new."""
    attached = row.pop("attachments")
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(events).on_conflict_do_nothing().returning(events.c.id)
    key = events.c.identity_key == row["identity_key"]
    same = (tombstones.c.identity_key == row["identity_key"]) & (
        tombstones.c.content == row["content"]
    )
    if connection.execute(select(tombstones.c.event_id).where(same)).first():
        return False
    number = connection.execute(insert, row).scalar()
    if number is None and not row["conflict"]:
        first = connection.execute(
            select(events.c.content).where(key, events.c.conflict.is_(False))
        ).scalar()
        if first != row["content"]:
            number = connection.execute(insert, {**row, "conflict": True}).scalar()
    if number is None:
        return False
    if attached:
        connection.execute(
            attachments.insert(), [{"event_id": number, **each} for each in attached]
        )
    return True
