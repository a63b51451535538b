"""Runs cases on a transport: many at a time where they do not disturb one another, alone where they count or compete."""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from vodhooks.fuzzer.checks import Severity
from vodhooks.fuzzer.effects import Counter, Effects
from vodhooks.fuzzer.failures import CaseResult, Failure, failure
from vodhooks.pointers import ABSENT
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import RequestBatch
    from vodhooks.vendor.transports import Transport

__all__ = ["Effects", "Verdict", "run_case", "run_cases"]

Verdict: TypeAlias = tuple[CaseResult, Failure | None]
"""A case that has run, and what the receiver got wrong in it, if anything."""

THREADS = 16
"""How many cases run at a time: as many as share a transaction of a receiver that waits for its disk."""

_LOCKED_OUT = frozenset({Severity.SLOW, Severity.CRASHES, Severity.FAILS})
"""What becomes of a delivery that is not served. One that is answered, however wrongly, has been served."""

ENOUGH = 16
"""After how many slow answers on a channel nothing more runs there: each costs all the patience there is."""


def run_cases(
    cases: Iterable[Case],
    transport: Transport,
    endpoints: Mapping[str, Endpoint],
    profile: Profile,
    effects: Effects | None = None,
) -> Iterator[Verdict]:
    """Run cases, and yield each when it has run: those that want to be alone first, and scripts last.

    Scripts run beside all other cases and one another, for most of them wait. Where a receiver is found to serve no other
    client while some stall, they run one by one, without those that this explains.

    What remains of a channel on which one answer after the other is slow is left out.

    Args:
        cases: what to run.
        transport: where to deliver.
        endpoints: what lets deliveries in, by channel.
        profile: what the receiver does differently.
        effects: counts the events in the receiver's store.
    """
    chosen = list(cases)
    counter = Counter(effects) if effects else None
    slow: dict[str, int] = dict.fromkeys(endpoints, 0)

    def attempt(case: Case) -> Verdict:
        result = run_case(case, transport, endpoints[case.channel], profile)
        return result, failure(result, profile)

    def counted(verdict: Verdict) -> Verdict:
        result, found = verdict
        slow[result.case.channel] += found is not None and found.severity is Severity.SLOW
        return verdict

    def remaining(cases: Iterable[Case]) -> Iterator[Case]:
        return (case for case in cases if slow[case.channel] < ENOUGH)

    blocked: set[str] = set()
    alone = remaining(
        sorted((case for case in chosen if case.alone), key=lambda case: not case.script)
    )
    phases = (_phases(case, transport, endpoints[case.channel], profile, counter) for case in alone)
    for done in _in_turn(phases):
        result, found = counted((done, failure(done, profile)))
        if result.case.script and found is not None and found.severity in _LOCKED_OUT:
            blocked.add(result.case.check.name)
        yield result, found
    scripts = [case for case in chosen if case.script and not case.alone]
    with ThreadPoolExecutor(len(scripts) or 1, thread_name_prefix="script") as stage:
        try:
            scripted = [] if blocked else [stage.submit(attempt, case) for case in scripts]
            crowd = remaining(case for case in chosen if not case.script and not case.alone)
            yield from map(counted, _crowd(crowd, attempt))
            yield from (future.result() for future in scripted)
        finally:
            transport.stop()  # nothing waits any more for scripts that still run
    if blocked:
        checks = {case.check.name: case.check for case in chosen}
        yield from (
            attempt(case) for case in scripts if not _is_explained(case.check, blocked, checks)
        )


def run_case(
    case: Case,
    transport: Transport,
    endpoint: Endpoint,
    profile: Profile,
    counter: Counter | None = None,
) -> CaseResult:
    """Run one case.

    Args:
        case: the case.
        transport: where to deliver.
        endpoint: what lets deliveries in on its channel.
        profile: what the receiver does differently.
        counter: counts the events in the receiver's store; nothing else may be delivered meanwhile.
    """
    (result,) = _in_turn([_phases(case, transport, endpoint, profile, counter)])
    return result


Phases: TypeAlias = "Generator[float, None, CaseResult]"
"""Runs a case, and yields for how many seconds it wants to pause."""


def _phases(
    case: Case,
    transport: Transport,
    endpoint: Endpoint,
    profile: Profile,
    counter: Counter | None,
) -> Phases:
    attack = case.attack(endpoint)
    if isinstance(attack, Script):
        return CaseResult(case, attack, tuple(transport.play(attack, profile.patience)))
    successes = profile.successes(endpoint.channel)
    counting = counter if attack.stored else None
    answers: list[Answer] = []
    stored = 0
    rest: RequestBatch | None = attack
    while rest is not None:
        before = counting.now() if counting else 0
        rest = _deliver(rest, answers, transport, afresh=case.alone)
        if counting and attack.stored:
            # What is stored behind its answer must not be counted with what others send during the pause.
            expected = (
                max(attack.stored[0], attack.awaited)
                if rest is None
                else sum(each.status in successes for each in answers)
            )
            stored += counting.settled(before + expected - stored) - before
        if rest is not None:
            yield rest.pause
    newest = counting.newest() if counting and attack.values else ABSENT
    fetched = tuple(attack.fetched()) if attack.fetched else ()
    return CaseResult(case, attack, tuple(answers), stored if counting else None, newest, fetched)


def _deliver(
    batch: RequestBatch | None, answers: list[Answer], transport: Transport, *, afresh: bool
) -> RequestBatch | None:
    """Deliver batches up to the next pause, take their answers down, and return the batch behind the pause."""
    while batch is not None:
        answers += (
            transport.together(batch.requests)
            if batch.together
            else [transport.send(request, afresh=afresh) for request in batch.requests]
        )
        batch = batch.then
        if batch is not None and batch.pause:
            return batch
    return None


def _in_turn(running: Iterable[Phases]) -> Iterator[CaseResult]:
    """Run cases one after the other, and yield their results. While one pauses the next ones run."""
    paused: deque[tuple[float, Phases]] = deque()

    def resumed() -> Iterator[tuple[float, Phases]]:
        while paused:
            yield paused.popleft()

    for due, phases in chain(((0.0, each) for each in running), resumed()):
        time.sleep(max(due - time.monotonic(), 0.0))
        try:
            pause = next(phases)
        except StopIteration as done:
            yield done.value
        else:
            paused.append((time.monotonic() + pause, phases))


def _crowd(cases: Iterable[Case], attempt: Callable[[Case], Verdict]) -> Iterator[Verdict]:
    """Run several cases at a time, and yield them in their order."""
    with ThreadPoolExecutor(THREADS, thread_name_prefix="fuzz") as threads:
        waiting: deque[Future[Verdict]] = deque()
        for case in cases:
            waiting.append(threads.submit(attempt, case))
            if len(waiting) > 2 * THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _is_explained(check: Check, failed: Collection[str], checks: Mapping[str, Check]) -> bool:
    """Whether the failure of a check follows from what has failed."""
    above = check.implied_by
    while above is not None and above not in failed:
        above = checks[above].implied_by if above in checks else None
    return above is not None
