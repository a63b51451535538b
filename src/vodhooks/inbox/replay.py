"""Quarantined deliveries once more, by today's contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vodhooks.catalogue import catalogue
from vodhooks.classification import Outcome, classify
from vodhooks.inbox.database import explained
from vodhooks.inbox.queries import Wanted, oldest
from vodhooks.inbox.store import ReceivedDelivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from vodhooks.inbox.queries import Entry
    from vodhooks.inbox.store import Inbox

__all__ = ["Rejudged", "rejudge"]


@dataclass(frozen=True, slots=True)
class Rejudged:
    """A quarantined delivery and what becomes of it: `quarantined` where it stays, or where others are at it."""

    entry: Entry
    outcome: str
    message: str | None


def rejudge(engine: Engine, inbox: Inbox, wanted: Wanted) -> Iterator[Rejudged]:
    """Judge quarantined deliveries by today's contract, and move those that keep it out of quarantine.

    Whether they are authentic was decided when they came. What has been moved is not found again, so this may be repeated.

    Args:
        engine: reads the inbox.
        inbox: writes to it.
        wanted: which of them.
    """
    quarantined = Wanted(wanted.channel, (Outcome.QUARANTINED,), wanted.flag, wanted.since, wanted.until)
    for stored in oldest(engine, quarantined):
        entry = stored.entry
        moved = None
        if entry.channel in catalogue().channels:
            found = classify(stored.body, entry.channel)
            if found.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN}:
                received = ReceivedDelivery.of(found, entry.received_at)
                with explained():
                    moved = inbox.readmit(entry.id, entry.deliveries, received) and found
        yield Rejudged(entry, moved.outcome if moved else entry.outcome, moved.message if moved else entry.message)
