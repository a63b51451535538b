"""Validates quarantined deliveries again, by today's contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vodhooks.catalogue import catalogue
from vodhooks.classification import Outcome, classify
from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.store import ReceivedDelivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from vodhooks.inbox.queries import EventSummary, StoredEvent
    from vodhooks.inbox.store import Inbox


@dataclass(frozen=True, slots=True)
class Revalidated:
    """A quarantined delivery and its new outcome: `quarantined` where it stays, or where another process changed it."""

    entry: EventSummary
    outcome: str
    message: str | None


def revalidate_quarantine(
    engine: Engine, inbox: Inbox, wanted: EventFilter, after: int = 0
) -> Iterator[Revalidated]:
    """Validate quarantined deliveries by today's contract, and move those that keep it out of quarantine.

    Whether they are authentic was decided when they came. What has been moved is not found again, so this may be repeated.

    Args:
        engine: reads the inbox.
        inbox: writes to it.
        wanted: which of them.
        after: the id after which to begin.
    """
    quarantined = EventFilter(
        wanted.channel, (Outcome.QUARANTINED,), wanted.flag, wanted.since, wanted.until
    )
    for stored in iterate_events(engine, quarantined, after):
        yield revalidate(inbox, stored)


def revalidate(inbox: Inbox, stored: StoredEvent) -> Revalidated:
    """Validate a quarantined delivery by today's contract; move it out if it keeps that."""
    entry = stored.entry
    moved = None
    if entry.channel in catalogue().channels:
        found = classify(stored.body, entry.channel)
        if found.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN}:
            received = ReceivedDelivery.of(found, entry.received_at)
            with translate_database_errors():
                moved = (
                    inbox.release_from_quarantine(entry.id, entry.deliveries, received) and found
                )
    return Revalidated(
        entry,
        moved.outcome if moved else entry.outcome,
        moved.message if moved else entry.message,
    )
