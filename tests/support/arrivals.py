"""Arrivals for the inbox, made without a payload: it goes by their identity, content and signature alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.inbox.store import Arrival, Inbox
from vodhooks.inbox.tables import events
from vodhooks.receiver.decide import Decision, Outcome
from vodhooks.report import Report, Violation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

__all__ = ["Arrival", "Inbox", "accepted", "quarantined", "stored"]

CHANNEL = "a.channel"


def accepted(identity: str = "one", content: str = "first", signature: str | None = None, at: int = 0, **others: object) -> Arrival:
    """Return an arrival that keeps the contract, `at` microseconds after 1970."""
    fields = {"message": f"{CHANNEL}.message", "payload": f'"{content}"', "body": content.encode(), "channel": CHANNEL, **others}
    return Arrival(
        Decision(Outcome.ACCEPTED, identity=identity, content=content.encode(), signature=signature, **fields),  # type: ignore[arg-type] # as named
        at,
    )


def quarantined(body: bytes, at: int = 0, report: Report | None = None) -> Arrival:
    """Return an arrival that breaks the contract."""
    broken = report or Report(f"{CHANNEL}.message", (Violation("type", "", "/type", "expected an object", None),))
    return Arrival(Decision(Outcome.QUARANTINED, CHANNEL, body, identity=body.hex(), content=body, report=broken), at)


def stored(engine: Engine, *columns: str) -> Sequence[Any]:
    """Return columns of all events in the order of their ids."""
    with engine.connect() as connection:
        query = events.select().with_only_columns(*(events.c[name] for name in columns)).order_by(events.c.id)
        return connection.execute(query).all()
