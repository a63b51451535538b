"""Stored deliveries once more: judged again by today's contract, or posted to another URL."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vodhooks.catalogue import catalogue
from vodhooks.receiving.browsing import Wanted, oldest
from vodhooks.receiving.decide import AuthPolicy, Delivery, Outcome, decide
from vodhooks.receiving.inbox import Arrival
from vodhooks.receiving.stores import explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Engine

    from vodhooks.receiving.browsing import Entry, Stored
    from vodhooks.receiving.inbox import Inbox

__all__ = ["Posted", "Rejudged", "post", "rejudge"]

POST_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Rejudged:
    """A quarantined delivery and what becomes of it: `quarantined` where it stays, or where others are at it."""

    entry: Entry
    outcome: str
    message: str | None


@dataclass(frozen=True, slots=True)
class Posted:
    """An event that was posted: the status it was answered with, or why there was none, and after how many seconds."""

    entry: Entry
    answer: str
    taken: bool
    seconds: float


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
        channel = catalogue().channels.get(entry.channel)
        moved = None
        if channel:
            delivery = Delivery(entry.channel, stored.body, channel.media_type)
            decision = decide(delivery, AuthPolicy.open(), time.time())
            if decision.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN}:
                with explained():
                    moved = inbox.readmit(entry.id, entry.deliveries, Arrival(decision, entry.received_at)) and decision
        yield Rejudged(entry, moved.outcome if moved else entry.outcome, moved.message if moved else entry.message)


def post(events: Iterable[Stored], url: str) -> Iterator[Posted]:
    """Post the bodies of events to a URL, one after another; any 2xx means taken. Redirects are not followed.

    Raises:
        httpx.InvalidURL: it is no URL.
    """
    import httpx

    with httpx.Client(timeout=POST_SECONDS) as client:
        for stored in events:
            channel = catalogue().channels.get(stored.entry.channel)
            media_type = (channel and channel.media_type) or "application/json"
            start = time.monotonic()
            try:
                response = client.post(url, content=stored.body, headers={"content-type": media_type})
            except httpx.HTTPError as error:
                yield Posted(stored.entry, type(error).__name__, taken=False, seconds=time.monotonic() - start)
            else:
                answer = str(response.status_code)
                yield Posted(stored.entry, answer, taken=response.is_success, seconds=time.monotonic() - start)
