"""Arrivals for the inbox, made without a payload: it goes by their identity, content and signature alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.classification import Outcome
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.inbox.tables import events
from vodhooks.report import Report, Violation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

__all__ = ["Inbox", "ReceivedDelivery", "accepted", "quarantined", "stored"]

CHANNEL = "a.channel"


def accepted(
    identity: str = "one",
    content: str = "first",
    signature: str | None = None,
    at: int = 0,
    **others: object,
) -> ReceivedDelivery:
    """Return an arrival that keeps the contract, `at` microseconds after 1970."""
    fields: dict[str, Any] = {
        "message": f"{CHANNEL}.message",
        "body": f'"{content}"'.encode(),
        "channel": CHANNEL,
        **others,
    }
    return ReceivedDelivery(
        Outcome.ACCEPTED,
        received_at=at,
        identity=identity,
        content=content.encode(),
        signature=signature,
        **fields,
    )


def quarantined(body: bytes, at: int = 0, report: Report | None = None) -> ReceivedDelivery:
    """Return an arrival that breaks the contract."""
    broken = report or Report(
        f"{CHANNEL}.message", (Violation("type", "", "/type", "expected an object", None),)
    )
    return ReceivedDelivery(Outcome.QUARANTINED, CHANNEL, body, at, body.hex(), body, report=broken)


def stored(engine: Engine, *columns: str) -> Sequence[Any]:
    """Return columns of all events in the order of their ids."""
    with engine.connect() as connection:
        query = (
            events.select()
            .with_only_columns(*(events.c[name] for name in columns))
            .order_by(events.c.id)
        )
        return connection.execute(query).all()
