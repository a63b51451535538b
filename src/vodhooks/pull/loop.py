"""The loop: pull, decide, keep, confirm. An event is confirmed once it is durable, and never before.

What cannot be kept or confirmed in time is left alone: the vendor hands it out again, and its identity absorbs that.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from enum import StrEnum
from random import random as chance
from typing import TYPE_CHECKING, Protocol

from vodhooks.catalogue import channel as channel_of
from vodhooks.errors import PullingError, StoreError
from vodhooks.inbox.store import Arrival
from vodhooks.receiver.decide import AuthPolicy, Delivery, decide, quarantined
from vodhooks.report import Report, Violation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from vodhooks.inbox.store import Kept
    from vodhooks.pull.replies import Pulled
    from vodhooks.receiver.decide import Decision

__all__ = ["CHANNEL", "Api", "Batch", "Fate", "Puller", "Watcher", "decided"]

CHANNEL = "tencent.vod"
"""The channel on which the same events are pushed: what is pulled has the identity that it has there."""

HANDLES = 16
"""How many events one call brings or confirms at most, as the vendor documents."""

PULLS = 4
"""How many pulls share a transaction at most, while each brings all that one can bring."""

PULL_SECONDS = 5.0
"""For how long pulls are put together: the handles of the first of them grow old meanwhile."""

LARGE = 2**18
"""From how many bytes on an event has a transaction to itself, after the others: what it costs, they do not wait for."""

WINDOW_SECONDS = 30.0
"""How long a handle confirms, as the vendor documents; the same event is handed out again afterwards, with another."""

IDLE_SECONDS = 1.0
"""How far apart pulls are at least that bring nothing: the vendor holds them for 5 seconds, and this is for when it does not."""

FIRST_SECONDS = 0.5
"""How long the rest after a first failure is at most. It doubles with each further one."""

LONGEST_SECONDS = 30.0
"""How long any rest is at most."""

ATTEMPTS = 5
"""How often a pull is tried, one after the other, by who waits for the end."""


_LOST = frozenset({"broken", "unavailable"})
"""Failures of a pull by which events may have been handed out all the same."""


class Fate(StrEnum):
    """What becomes of a pulled event; all but the first come again."""

    CONFIRMED = "confirmed"
    NO_HANDLE = "no-handle"
    NOT_STORED = "not-stored"
    NOT_CONFIRMED = "not-confirmed"
    TOO_LATE = "too-late"


@dataclass(frozen=True, slots=True)
class Batch:
    """The events that share a transaction.

    Attributes:
        decisions: what was decided of each; none where there was no time to.
        kept: what the inbox says of each, or why it has it not; none likewise.
        fates: what becomes of each.
        seconds: how long all this took, the pulls included.
    """

    decisions: Sequence[Decision]
    kept: Sequence[Kept | StoreError]
    fates: Sequence[Fate]
    seconds: float


class Api(Protocol):
    """The vendor's API, as `vodhooks.pull.client.Client` calls it."""

    def pull(self) -> Sequence[Pulled]:
        """Return the next events. Raises PullingError."""
        ...

    def confirm(self, handles: Sequence[str]) -> None:
        """Confirm events. Raises PullingError."""


class Watcher(Protocol):
    """Who is told what happens, as `vodhooks.pull.observer.Observer` is."""

    def answered(self, action: str) -> None:
        """Note a call that worked."""

    def failed(self, action: str, error: PullingError | StoreError, rest: float | None) -> None:
        """Note a failure, and in how many seconds another try comes, if one does."""

    def handled(self, batch: Batch) -> None:
        """Note a batch that is done with."""


class Puller:
    """Pulls events into an inbox, one batch after the other.

    Args:
        api: where they come from.
        keep: makes arrivals durable; what cannot be is an error in its place.
        watcher: told what happens.
        rest: waits for so many seconds, or until told to end; returns whether it was told.
        until_empty: whether to end when there are no events, and to give up where nothing works.
        monotonic: seconds of a clock that nobody sets.
        clock: seconds since the Unix epoch.
        random: from 0 up to 1.
    """

    def __init__(
        self,
        api: Api,
        keep: Callable[[Sequence[Arrival]], list[Kept | StoreError]],
        watcher: Watcher,
        rest: Callable[[float], bool],
        *,
        until_empty: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Callable[[], float] = time.time,
        random: Callable[[], float] = chance,
    ) -> None:
        self._api = api
        self._keep = keep
        self._watcher = watcher
        self._rest = rest
        self._until_empty = until_empty
        self._monotonic = monotonic
        self._clock = clock
        self._random = random
        self._hidden_until = -math.inf
        """Until when the vendor may hide events that it has handed out in a reply which never arrived."""

    def run(self) -> None:
        """Pull until told to end; the batch in hand is finished first.

        Raises:
            PullingError: the first pull fails as the next ones would, or it is `until_empty` and several fail in a row.
            StoreError: it is `until_empty`, and the inbox does not take what was pulled.
        """
        failures = 0
        welcome = False
        while not self._rest(0):
            sent = self._monotonic()
            pulled, error = self._gather(sent)
            fates = self._handle(pulled, sent)
            if error:
                if error.kind in _LOST:
                    self._hidden_until = self._monotonic() + WINDOW_SECONDS
                failures = 1 if pulled else failures + 1
                welcome = welcome or bool(pulled)
                if (_lasts(error) and not welcome) or (self._until_empty and failures >= ATTEMPTS):
                    raise error
                rest = self._pause(failures)
                self._watcher.failed("PullEvents", error, rest)
                self._rest(rest)
                continue
            failures, welcome = 0, True
            if self._until_empty and not pulled:
                hidden = self._hidden_until - self._monotonic()
                if hidden <= 0:
                    return
                self._rest(hidden)
                continue
            if Fate.CONFIRMED not in fates:
                self._rest(max(0.0, sent + IDLE_SECONDS - self._monotonic()))

    def _gather(self, sent: float) -> tuple[list[Pulled], PullingError | None]:
        """Pull, and pull on while there is more; return what came, and the failure that put an end to it."""
        pulled: list[Pulled] = []
        for _ in range(PULLS):
            try:
                some = self._api.pull()
            except PullingError as error:
                return pulled, error
            self._watcher.answered("PullEvents")
            pulled += some
            if len(some) != HANDLES or self._monotonic() - sent > PULL_SECONDS or self._rest(0):
                break
        return pulled, None

    def _handle(self, pulled: Sequence[Pulled], sent: float) -> Sequence[Fate]:
        """Keep and confirm the events of pulls of which the first was sent at a time, and return what becomes of each."""
        fates: list[Fate] = []
        for part in _parts(pulled):
            if fates and (self._rest(0) or self._monotonic() >= sent + WINDOW_SECONDS):
                left = [Fate.NOT_STORED] * (len(pulled) - len(fates))
                self._watcher.handled(Batch((), (), left, self._monotonic() - sent))
                return [*fates, *left]
            fates += self._handle_part(part, sent)
        return fates

    def _handle_part(self, pulled: Sequence[Pulled], sent: float) -> Sequence[Fate]:
        deadline = sent + WINDOW_SECONDS
        now = self._clock()
        decisions = [decided(event.body, now) for event in pulled]
        kept = self._store([Arrival(decision, round(now * 1e6)) for decision in decisions], deadline)
        missing = {event.handle for event, result in zip(pulled, kept, strict=True) if isinstance(result, StoreError)}
        handles = dict.fromkeys(event.handle for event in pulled if event.handle and event.handle not in missing)
        confirmed = self._confirm([*handles], deadline)
        fates = [
            Fate.NOT_STORED if isinstance(result, StoreError) else _fate(event.handle, confirmed)
            for event, result in zip(pulled, kept, strict=True)
        ]
        self._watcher.handled(Batch(decisions, kept, fates, self._monotonic() - sent))
        if self._until_empty:
            for result in kept:
                if isinstance(result, StoreError):
                    raise StoreError(f"the store does not take what was pulled ({result})")
        return fates

    def _store(self, arrivals: Sequence[Arrival], deadline: float) -> list[Kept | StoreError]:
        """Make arrivals durable; those that are not are tried again as long as they could be confirmed."""
        results = self._keep(arrivals)
        failures = 0
        while failed := {place: result for place, result in enumerate(results) if isinstance(result, StoreError)}:
            failures += 1
            if not self._try_again("store", next(iter(failed.values())), failures, deadline):
                break
            again = self._keep([arrivals[place] for place in failed])
            for place, result in zip(failed, again, strict=True):
                results[place] = result
        return results

    def _confirm(self, handles: Sequence[str], deadline: float) -> dict[str, Fate]:
        """Confirm events, and return what becomes of each by its handle."""
        fates: dict[str, Fate] = {}
        for start in range(0, len(handles), HANDLES):
            some = handles[start : start + HANDLES]
            try:
                fates |= dict.fromkeys(some, self._confirmed(some, deadline))
            except PullingError:
                # The vendor does not say which of them it objects to.
                fates |= {handle: self._confirmed_alone(handle, deadline) for handle in some}
        return fates

    def _confirmed_alone(self, handle: str, deadline: float) -> Fate:
        try:
            return self._confirmed([handle], deadline)
        except PullingError:
            return Fate.NOT_CONFIRMED

    def _confirmed(self, handles: Sequence[str], deadline: float) -> Fate:
        """Confirm events with one call, and return what becomes of them all. Raises PullingError where the vendor refuses it."""
        failures = 0
        while self._monotonic() < deadline:
            try:
                self._api.confirm(handles)
            except PullingError as error:
                failures += 1
                if not self._try_again("ConfirmEvents", error, failures, deadline):
                    if error.kind == "refused" and failures == 1:
                        raise  # after other failures it may mean that one of them was heard
                    return Fate.NOT_CONFIRMED
            else:
                self._watcher.answered("ConfirmEvents")
                return Fate.CONFIRMED
        return Fate.TOO_LATE

    def _try_again(self, action: str, error: PullingError | StoreError, failures: int, deadline: float) -> bool:
        """Rest before another try and return True, or return False where none is of use or there is no time for it."""
        rest = self._pause(failures)
        worth = not _lasts(error) and self._monotonic() + rest < deadline and not self._rest(0)
        self._watcher.failed(action, error, rest if worth else None)
        if worth:
            self._rest(rest)
        return worth

    def _pause(self, failures: int) -> float:
        """Return how long to rest after so many failures in a row: anything up to a bound, so that pullers do not march in step."""
        return self._random() * min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** min(failures - 1, 16))


def decided(body: bytes, now: float) -> Decision:
    """Decide what becomes of a pulled event, as of one that is pushed and authentic. There is nobody to refuse it to.

    Args:
        body: what would have been pushed.
        now: seconds since the Unix epoch.
    """
    media_type = channel_of(CHANNEL).media_type
    try:
        decision = decide(Delivery(CHANNEL, body, media_type), AuthPolicy.open(), now)
    except Exception as bug:  # noqa: BLE001 # one event must not keep the others from being stored
        reason = f"it cannot be validated ({type(bug).__name__})"
    else:
        if decision.kept:
            return decision
        reason = decision.reason
    report = Report(CHANNEL, (Violation("contentMediaType", "", "", reason, None),))
    return quarantined(Delivery(CHANNEL, body.decode(errors="replace").encode(), media_type), report)


def _parts(pulled: Sequence[Pulled]) -> Iterator[list[Pulled]]:
    """Divide events into those that share a transaction. What shares a handle stays together: it is confirmed together."""
    groups: dict[str | int, list[Pulled]] = {}
    for number, event in enumerate(pulled):
        groups.setdefault(event.handle or number, []).append(event)
    small: list[Pulled] = []
    large: list[list[Pulled]] = []
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


def _fate(handle: str | None, confirmed: Mapping[str, Fate]) -> Fate:
    """Return what becomes of a stored event; one that shares its handle with another that is not stored is not confirmed."""
    return confirmed.get(handle, Fate.NOT_CONFIRMED) if handle else Fate.NO_HANDLE


def _lasts(error: PullingError | StoreError) -> bool:
    """Whether another try would fail as well."""
    return isinstance(error, PullingError) and error.kind in {"credentials", "refused"}
