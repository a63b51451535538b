"""The loop: pull, decide, store, confirm.

An event is confirmed once it is durable, and never before.
An event that cannot be stored or confirmed in time is skipped: the vendor hands it out again, and
its identity makes it the same event.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import random as chance
from typing import Protocol

from vodhooks.classification import KEPT, Classification, Outcome, classify
from vodhooks.errors import PullingError, StoreError
from vodhooks.inbox.store import ReceivedDelivery, StoreResult
from vodhooks.pull.observer import CHANNEL, Batch, Observer, PullOutcome
from vodhooks.pull.replies import PulledEvent
from vodhooks.report import Report, Violation

HANDLES = 16
"""How many events one call brings or confirms at most, as the vendor documents."""

PULLS = 4
"""How many pulls share a transaction at most, while each brings all that one can bring."""

PULL_SECONDS = 5.0
"""How long pulls are collected: the handles of the first of them grow old meanwhile."""

LARGE = 2**18
"""Events of this many bytes have a transaction of their own, after the others, so that the others
do not wait for them."""

WINDOW_SECONDS = 30.0
"""How long a handle is valid, as the vendor documents; then the same event is handed out again with
another."""

IDLE_SECONDS = 1.0
"""Shortest time between pulls that bring nothing: the vendor holds them for 5 seconds, and this is
for when it does not."""

FIRST_SECONDS = 0.5
"""Longest rest after a first failure. It doubles with each further failure."""

LONGEST_SECONDS = 30.0
"""Longest rest."""

ATTEMPTS = 5
"""How many pulls in a row may fail with `until_empty`."""

_LOST = frozenset({"broken", "unavailable"})
"""Failures of a pull after which events may have been handed out all the same."""


class Api(Protocol):
    """The vendor's API, as `vodhooks.pull.client.Client` calls it."""

    def pull(self) -> Sequence[PulledEvent]:
        """Return the next events. Raises PullingError."""
        ...

    def confirm(self, handles: Sequence[str]) -> None:
        """Confirm events. Raises PullingError."""


class Puller:
    """Pulls events into an inbox, one batch after the other.

    Args:
        api: the vendor's API.
        store: makes deliveries durable, and returns a result or an error for each.
        observer: counts and logs calls, failures and batches.
        rest: waits for some seconds or for a stop, and returns whether a stop was requested.
        until_empty: whether to end when there are no events, and to give up where nothing works.
        monotonic: returns seconds of a clock that is never set.
        clock: returns seconds since the Unix epoch.
        random: returns a number from 0 up to 1, for the length of rests.
    """

    def __init__(
        self,
        api: Api,
        store: Callable[[Sequence[ReceivedDelivery]], list[StoreResult | StoreError]],
        observer: Observer,
        rest: Callable[[float], bool],
        *,
        until_empty: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Callable[[], float] = time.time,
        random: Callable[[], float] = chance,
    ) -> None:
        self._api = api
        self._store = store
        self._observer = observer
        self._rest = rest
        self._until_empty = until_empty
        self._monotonic = monotonic
        self._clock = clock
        self._random = random
        self._hidden_until = -math.inf
        """Until then the vendor may hide the events of a lost reply."""

    def run(self) -> None:
        """Pull until a stop is requested; the current batch is finished first.

        Raises:
            PullingError: the first pull fails as the next ones would, or it is `until_empty` and
                several fail in a row.
            StoreError: it is `until_empty`, and the inbox does not take what was pulled.
        """
        failures = 0
        worked = False
        while not self._rest(0):
            sent = self._monotonic()
            pulled, error = self._gather(sent)
            outcomes = self._handle(pulled, sent)
            if error:
                if error.kind in _LOST:
                    self._hidden_until = self._monotonic() + WINDOW_SECONDS
                failures = 1 if pulled else failures + 1
                worked = worked or bool(pulled)
                if (_is_permanent(error) and not worked) or (
                    self._until_empty and failures >= ATTEMPTS
                ):
                    raise error
                rest = self._pause(failures)
                self._observer.log_failure("PullEvents", error, rest)
                self._rest(rest)
                continue
            failures, worked = 0, True
            if self._until_empty and not pulled:
                hidden = self._hidden_until - self._monotonic()
                if hidden <= 0:
                    return
                self._rest(hidden)
                continue
            if PullOutcome.CONFIRMED not in outcomes:
                self._rest(max(0.0, sent + IDLE_SECONDS - self._monotonic()))

    def _gather(self, sent: float) -> tuple[list[PulledEvent], PullingError | None]:
        """Pull while there is more; return the events, and the failure that ended it or None."""
        pulled: list[PulledEvent] = []
        for _ in range(PULLS):
            try:
                some = self._api.pull()
            except PullingError as error:
                return pulled, error
            self._observer.count_call("PullEvents")
            pulled += some
            if len(some) != HANDLES or self._monotonic() - sent > PULL_SECONDS or self._rest(0):
                break
        return pulled, None

    def _handle(self, pulled: Sequence[PulledEvent], sent: float) -> Sequence[PullOutcome]:
        """Store and confirm events, and return the outcome of each.

        Args:
            pulled: the events of some pulls.
            sent: when the first of these pulls was sent.
        """
        outcomes: list[PullOutcome] = []
        for part in _transactions(pulled):
            if outcomes and (self._rest(0) or self._monotonic() >= sent + WINDOW_SECONDS):
                left = [PullOutcome.NOT_STORED] * (len(pulled) - len(outcomes))
                self._observer.log_batch(Batch((), (), left, self._monotonic() - sent))
                return [*outcomes, *left]
            outcomes += self._handle_part(part, sent)
        return outcomes

    def _handle_part(self, pulled: Sequence[PulledEvent], sent: float) -> Sequence[PullOutcome]:
        deadline = sent + WINDOW_SECONDS
        now = self._clock()
        received = [classify_pulled(event.body, round(now * 1e6)) for event in pulled]
        kept = self._store_until(received, deadline)
        missing = {
            event.handle
            for event, result in zip(pulled, kept, strict=True)
            if isinstance(result, StoreError)
        }
        handles = dict.fromkeys(
            event.handle for event in pulled if event.handle and event.handle not in missing
        )
        confirmed = self._confirm([*handles], deadline)
        outcomes = [
            PullOutcome.NOT_STORED
            if isinstance(result, StoreError)
            else _pull_outcome(event.handle, confirmed)
            for event, result in zip(pulled, kept, strict=True)
        ]
        self._observer.log_batch(Batch(received, kept, outcomes, self._monotonic() - sent))
        if self._until_empty:
            for result in kept:
                if isinstance(result, StoreError):
                    raise StoreError(f"the store does not take what was pulled ({result})")
        return outcomes

    def _store_until(
        self, deliveries: Sequence[ReceivedDelivery], deadline: float
    ) -> list[StoreResult | StoreError]:
        """Store deliveries; those that fail are tried again while they could still be confirmed."""
        results = self._store(deliveries)
        failures = 0
        while failed := {
            place: result for place, result in enumerate(results) if isinstance(result, StoreError)
        }:
            failures += 1
            if not self._try_again("store", next(iter(failed.values())), failures, deadline):
                break
            again = self._store([deliveries[place] for place in failed])
            for place, result in zip(failed, again, strict=True):
                results[place] = result
        return results

    def _confirm(self, handles: Sequence[str], deadline: float) -> dict[str, PullOutcome]:
        """Confirm events, and return the outcome of each by its handle."""
        outcomes: dict[str, PullOutcome] = {}
        for start in range(0, len(handles), HANDLES):
            some = handles[start : start + HANDLES]
            try:
                outcomes |= dict.fromkeys(some, self._confirm_together(some, deadline))
            except PullingError:
                # The vendor does not say which of them it objects to.
                outcomes |= {handle: self._confirm_one(handle, deadline) for handle in some}
        return outcomes

    def _confirm_one(self, handle: str, deadline: float) -> PullOutcome:
        try:
            return self._confirm_together([handle], deadline)
        except PullingError:
            return PullOutcome.NOT_CONFIRMED

    def _confirm_together(self, handles: Sequence[str], deadline: float) -> PullOutcome:
        """Confirm events with one call, and return the outcome of them all.

        Raises PullingError where the vendor refuses it.
        """
        failures = 0
        while self._monotonic() < deadline:
            try:
                self._api.confirm(handles)
            except PullingError as error:
                failures += 1
                if not self._try_again("ConfirmEvents", error, failures, deadline):
                    if error.kind == "refused" and failures == 1:
                        raise  # after other failures it may mean that one of them was heard
                    return PullOutcome.NOT_CONFIRMED
            else:
                self._observer.count_call("ConfirmEvents")
                return PullOutcome.CONFIRMED
        return PullOutcome.TOO_LATE

    def _try_again(
        self, action: str, error: PullingError | StoreError, failures: int, deadline: float
    ) -> bool:
        """Rest and return True, or return False where another try would fail or come too late."""
        rest = self._pause(failures)
        try_again = (
            not _is_permanent(error) and self._monotonic() + rest < deadline and not self._rest(0)
        )
        self._observer.log_failure(action, error, rest if try_again else None)
        if try_again:
            self._rest(rest)
        return try_again

    def _pause(self, failures: int) -> float:
        """Return how long to rest after some failures in a row.

        Random up to a bound, so that pullers do not retry together.
        """
        return self._random() * min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** min(failures - 1, 16))


def classify_pulled(body: bytes, received_at: int) -> ReceivedDelivery:
    """Classify a pulled event as one that is pushed and authentic. All are stored, since none can be refused.

    Args:
        body: the bytes that would have been pushed.
        received_at: when it was pulled, in microseconds since the Unix epoch.
    """
    try:
        found = classify(body, CHANNEL)
        if found.outcome in KEPT:
            return ReceivedDelivery.of(found, received_at)
    except Exception as bug:  # noqa: BLE001 # one event must not keep the others from being stored
        reason = f"it cannot be validated ({type(bug).__name__})"
    else:
        reason = str(found.error)
    report = Report(CHANNEL, (Violation("contentMediaType", "", "", reason, None),))
    text = body.decode(errors="replace").encode()
    return ReceivedDelivery.of(
        Classification(Outcome.QUARANTINED, text, CHANNEL, refusal=report), received_at
    )


def _transactions(pulled: Sequence[PulledEvent]) -> Iterator[list[PulledEvent]]:
    """Divide events into transactions.

    Events that share a handle stay together, since they are confirmed together.
    """
    groups: dict[str | int, list[PulledEvent]] = {}
    for number, event in enumerate(pulled):
        groups.setdefault(event.handle or number, []).append(event)
    small: list[PulledEvent] = []
    large: list[list[PulledEvent]] = []
    for group in groups.values():
        if sum(len(event.body) for event in group) >= LARGE:
            large.append(group)
            continue
        if small and len(small) + len(group) > PULLS * HANDLES:
            yield small
            small = []
        small.extend(group)
    if small:
        yield small
    yield from large


def _pull_outcome(handle: str | None, confirmed: Mapping[str, PullOutcome]) -> PullOutcome:
    """Return the outcome of a stored event.

    It is not confirmed if another event of its handle is not stored.
    """
    return confirmed.get(handle, PullOutcome.NOT_CONFIRMED) if handle else PullOutcome.NO_HANDLE


def _is_permanent(error: PullingError | StoreError) -> bool:
    """Whether another try would fail as well."""
    return isinstance(error, PullingError) and error.kind in {"credentials", "refused"}
