"""All that the page does: each action on a connection of its own, one at a time, audited."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import orjson

from vodhooks.catalogue import catalogue
from vodhooks.classification import Outcome
from vodhooks.inbox.database import connect, join
from vodhooks.inbox.queries import EventFilter
from vodhooks.inbox.replay import revalidate, revalidate_quarantine
from vodhooks.inbox.retention import DAY, Retention, count_withheld
from vodhooks.inbox.retention import prune as remove_old
from vodhooks.inbox.store import Inbox
from vodhooks.outbox.cursors import retry_dead
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.events import pushing_channel
from vodhooks.vendor.redelivery import POST_SECONDS, redelivery
from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.sender import sender

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Engine

    from vodhooks.inbox.queries import StoredEvent
    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.scripts import Script

STEP_SECONDS = 10.0
"""How long an action works before it says how far it is; it goes on when it is asked again."""

EXCERPT = 1000
"""How many characters of an answer are shown."""


class Mutations(Protocol):
    """Changes that a sample can be sent with."""

    def names(self, endpoint: Endpoint) -> Sequence[str]:
        """Return the names of those that fit the message of an endpoint."""
        ...

    def attack(self, name: str, endpoint: Endpoint) -> RequestBatch | Script:
        """Return what is sent. Raises VodhooksError where there is no such one."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """What a receiver has answered, in a form to show."""

    status: str
    milliseconds: float
    body: str

    @classmethod
    def of(cls, answer: Answer) -> Answered:
        """Return an answer, or why there is none."""
        return cls(
            answer.fault or str(answer.status),
            answer.seconds * 1000,
            answer.body.decode(errors="replace")[:EXCERPT],
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an action is: how many are done, how many stay, and where to go on, 0 at the end."""

    done: int
    stay: int
    after: int = 0


def write_audit(action: str, **said: object) -> None:
    """Write a line of audit to standard output."""
    line = {"time": datetime.now(UTC).isoformat(), "audit": action, **said}
    with suppress(OSError, ValueError):  # its reader has gone, or it is closed
        sys.stdout.write(orjson.dumps(line, default=str).decode() + "\n")
        sys.stdout.flush()


class Actions:
    """Does what a POST asks for.

    Args:
        store: URL of the inbox.
        environ: environment variables, for secrets and tokens.
        receiver: URL of the receiver that samples are sent to; empty: none.
        targets: URLs that events may be delivered to again.
        mutations: changes that a sample can be sent with.
    """

    def __init__(
        self,
        store: str,
        environ: Mapping[str, str],
        receiver: str,
        targets: Sequence[str],
        mutations: Mutations,
    ) -> None:
        self._store = store
        self._environ = environ
        self.receiver = receiver
        self.targets = targets
        self._mutations = mutations
        self._lock = threading.Lock()

    def retry(self, cursor: str, numbers: Sequence[int]) -> int:
        """Let dead letters be tried again, all where there are no numbers, and return how many."""
        with self._writing(join(self._store)) as engine:
            return retry_dead(engine, cursor, numbers)

    def validate(self, stored: StoredEvent) -> str:
        """Validate a quarantined delivery again, and return what it is now."""
        if stored.entry.outcome != Outcome.QUARANTINED:
            return stored.entry.outcome
        with self._writing(connect(self._store)) as engine:
            return revalidate(Inbox(engine), stored).outcome

    def validate_all(self, reading: Engine, after: int) -> Progress:
        """Validate quarantined deliveries again for a while, from those after an id on."""
        moved = left = last = 0
        with self._writing(connect(self._store)) as engine:
            end = time.monotonic() + STEP_SECONDS
            start = time.monotonic()
            for each in revalidate_quarantine(reading, Inbox(engine), EventFilter(), after):
                is_moved = each.outcome != Outcome.QUARANTINED
                moved, left = (moved + 1, left) if is_moved else (moved, left + 1)
                if time.monotonic() > end:
                    last = each.entry.id
                    break
                if is_moved:  # a receiver that waits for the lock gets it
                    time.sleep(time.monotonic() - start)
                start = time.monotonic()
        return Progress(moved, left, last)

    def prune(self, days: int, *, keep_identity: bool) -> Progress:
        """Remove events that are older than so many days, for a while."""
        until = round(time.time() * 1e6) - days * DAY
        wanted = Retention(until, keep_identity, 0 if keep_identity else until)
        removed = 0
        with self._writing(connect(self._store)) as engine:
            end = time.monotonic() + STEP_SECONDS
            start = time.monotonic()
            for step in remove_old(engine, wanted):
                removed += step
                if time.monotonic() > end:
                    return Progress(removed, 0, after=1)
                time.sleep(time.monotonic() - start)
                start = time.monotonic()
            return Progress(removed, count_withheld(engine, wanted))

    def replay(self, stored: StoredEvent, target: str, *, sign: bool) -> Answered:
        """Deliver a stored event to a target. Raises SecretError where a secret is missing."""
        endpoints = endpoints_at(target, catalogue().channels, self._environ)
        request = redelivery(stored, endpoints, target, {}, sign=sign)
        with sender(target, success=range(200, 300), timeout=POST_SECONDS) as vendor:
            return Answered.of(vendor.deliver(request).last)

    def mutations(self, message: str) -> Sequence[str]:
        """Return the names of the changes that a message can be sent with."""
        return self._mutations.names(self._endpoint(message, signed=False).with_any_secret())

    def send(self, message: str, mutation: str) -> list[Answered]:
        """Send a sample of a message to the receiver, as its vendor would or with a mutation.

        Raises:
            VodhooksError: there is no such message or mutation, or a secret is missing.
        """
        endpoint = self._endpoint(message, signed=not mutation)
        attack = (
            self._mutations.attack(mutation, endpoint.with_any_secret())
            if mutation
            else RequestBatch((endpoint.delivery(),))
        )
        success = endpoint.channel.delivery.success
        with sender(self.receiver, success=success, timeout=POST_SECONDS) as vendor:
            return [Answered.of(sent.last) for sent in vendor.perform(attack)]

    def _endpoint(self, message: str, *, signed: bool) -> Endpoint:
        channel = pushing_channel(message)
        found = endpoints_at(self.receiver, [channel.name], self._environ, signed=signed)
        return found[channel.name].carrying(message)

    @contextmanager
    def _writing(self, engine: Engine) -> Iterator[Engine]:
        """Lend an engine that writes to one action at a time."""
        with self._lock:
            try:
                yield engine
            finally:
                engine.dispose()
