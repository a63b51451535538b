"""Runs cases on a transport: many at a time where they do not disturb one another, alone where they count or compete.

Nothing is taken for a failure that was seen once, among others. What fails is tried again, alone and on a new connection. Where
it does not fail there, the conditions are looked for under which it does: it becomes a failure of those. Where the receiver does
not even accept what it has accepted before, the run ends.
"""

from __future__ import annotations

import time
from asyncio import CancelledError
from collections import Counter as Multiset
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from vodhooks.fuzzer.answers import answer_failures
from vodhooks.fuzzer.attacks.cases import same_each_time
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.conditions import TRIES, Condition, case_under, run_under
from vodhooks.fuzzer.effects import Counter, Effects
from vodhooks.fuzzer.failures import CaseResult, Failure, came_too_fast, failure
from vodhooks.fuzzer.limits import TimeLimit
from vodhooks.fuzzer.preflight import is_accepted
from vodhooks.pointers import ABSENT
from vodhooks.vendor.scripts import Script
from vodhooks.vendor.transports import TOO_MANY_REQUESTS

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Generator,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )
    from concurrent.futures import Future

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.preflight import Probe
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import RequestBatch
    from vodhooks.vendor.transports import Transport

__all__ = ["Effects", "Runner", "Verdict", "run_case", "run_cases"]

Verdict: TypeAlias = tuple[CaseResult, Failure | None]
"""A case that has run, and what the receiver got wrong in it, if anything."""

Phases: TypeAlias = "Generator[float, None, CaseResult]"
"""Runs a case, and yields for how many seconds it wants to pause."""

THREADS = 16
"""How many cases run at a time: as many as share a transaction of a receiver that waits for its disk."""

_LOCKED_OUT = frozenset({Severity.SLOW, Severity.CRASHES, Severity.FAILS})
"""What becomes of a delivery that is not served. One that is answered, however wrongly, has been served."""

ENOUGH = 16
"""After how many slow answers on a channel nothing more runs there: each costs all the patience there is."""

KNOWN = 2
"""After how many failures of a check that were seen again the further ones with the same answer are believed at once."""

BELIEVED = 64
"""After how many failures that were believed at once it is looked whether the receiver still accepts anything."""

SAMPLE = "contract/sample"
"""The check of the plainest deliveries that there are."""

PAUSES = (0.0, 0.5, 1.5, 3.0)
"""How long it is waited, in seconds, before each look whether a receiver is back: what watches over it may start it again."""


class Runner:
    """Runs cases against a receiver.

    Attributes:
        is_gone: whether the receiver has stopped accepting anything.
        notes: what could not be done, in words.

    Args:
        transport: where to deliver.
        endpoints: what lets deliveries in, by channel.
        profile: what the receiver does differently.
        effects: counts the events in the receiver's store.
        probes: what each channel accepts while all is well; without one, a channel is not looked after.
        limit: the time that the run may take.
    """

    def __init__(
        self,
        transport: Transport,
        endpoints: Mapping[str, Endpoint],
        profile: Profile,
        effects: Effects | None = None,
        *,
        probes: Mapping[str, Probe] | None = None,
        limit: TimeLimit | None = None,
    ) -> None:
        self.is_gone: bool = False
        self.notes: list[str] = []
        self._transport = transport
        self._endpoints = endpoints
        self._profile = profile
        self._counter = Counter(effects) if effects else None
        self._probes = probes or {}
        self._limit = limit or TimeLimit()
        self._slow = dict.fromkeys(endpoints, 0)
        self._known: Multiset[tuple[str, str, str]] = Multiset()
        self._conditions: dict[Condition, None] = {}
        self._samples: Mapping[str, Case] = {}
        self._disturbed = False
        self._believed = 0
        limit = self._limit
        limit.bound(transport)

    @property
    def goes_on(self) -> bool:
        """Whether anything more is to be tried."""
        return not self.is_gone and self._limit.has_time()

    def run(
        self,
        cases: Iterable[Case],
        meanwhile: Callable[[], Iterable[Verdict]] = tuple,
    ) -> Iterator[Verdict]:
        """Run cases, and yield each when it has run: those that want to be alone first, and scripts last.

        Scripts run beside all other cases and one another, for most of them wait. Where a receiver is found to serve no
        other client while some stall, they run one by one, without those that this explains.

        What remains of a channel on which one answer after the other is slow is left out.

        Args:
            cases: what to run.
            meanwhile: runs further cases, one at a time, when all others have run and scripts still wait.
        """
        chosen = list(cases)
        self._samples = {
            case.channel: case for case in reversed(chosen) if case.check.name == SAMPLE
        }
        for channel, probe in self._probes.items():
            if probe.answer.seconds > self._profile.slow:
                yield from self._slow_throughout(channel)
        blocked: set[str] = set()
        alone = self._remaining(sorted(_alone(chosen), key=lambda case: not case.script))
        for tried in _in_turn(map(self._started, alone), self._transport.pause):
            for result, found in self._confirm([self._verdict(tried)]):
                if tried.case.script and found is not None and found.severity in _LOCKED_OUT:
                    blocked.add(tried.case.check.name)
                yield result, found
            if self.is_gone:
                break  # nothing waits any more for what pauses
        scripts = [case for case in chosen if case.script and not case.alone]
        with ThreadPoolExecutor(len(scripts) or 1, thread_name_prefix="script") as stage:
            try:
                started = (
                    []
                    if blocked or not self.goes_on
                    else [
                        (case, stage.submit(self.attempt, case))
                        for case in self._remaining(scripts)
                    ]
                )
                crowd = (case for case in chosen if not case.script and not case.alone)
                yield from self._crowd(self._remaining(crowd))
                yield from self._one_by_one(meanwhile())
                yield from self._scripted(started)
            finally:
                self._transport.stop()  # nothing waits any more for scripts that still run
        if blocked:
            checks = {case.check.name: case.check for case in chosen}
            left = [case for case in scripts if not _is_explained(case.check, blocked, checks)]
            yield from self._one_by_one(self.attempt(case) for case in self._remaining(left))

    def attempt(self, case: Case, *, careful: bool = False) -> Verdict:
        """Run a case once.

        Args:
            case: the case.
            careful: whether it is tried again: on a new connection, and counting takes its time.
        """
        result = run_case(
            case,
            self._transport,
            self._endpoints[case.channel],
            self._profile,
            self._counter if case.alone else None,
            afresh=careful or Condition.REUSED_CONNECTION in self._conditions,
            careful=careful,
        )
        return self._verdict(result)

    def _started(self, case: Case) -> Phases:
        """Return what runs a case that has the receiver to itself."""
        if case.condition:
            return _done(self.attempt(case)[0])
        endpoint = self._endpoints[case.channel]
        return _phases(case, self._transport, endpoint, self._profile, self._counter, afresh=True)

    def _verdict(self, result: CaseResult) -> Verdict:
        """Return what is wrong with a case that has run, and give up counting where that has failed."""
        if self._counter is not None and self._counter.fault:
            self.notes.append(
                f"{self._counter.fault}; from {result.case.name} on nothing was counted"
            )
            self._counter = None
        case = result.case
        found = failure(result, self._profile)
        if found is not None and case.condition:
            check = self._profile.expects(Condition(case.condition).check)
            found = replace(found, cause=check, confirmed=True)
        if found is not None and same_each_time(case, self._endpoints[case.channel]):
            found = replace(found, is_copy=True)
        return result, found

    def look_after(self, found: Failure) -> Failure | None:
        """Return what a failure has done to the receiver, if since then it accepts nothing."""
        verdicts = self._fatal([(found.result, found)])
        return verdicts[0][1] if verdicts else None

    def confirmed(self, found: Failure) -> Failure | None:
        """Return a failure as it was seen again, or None where it was not, or cannot be."""
        if self.is_gone or not self._limit.has_time(again=True):
            return None
        case = found.result.case
        result, failed = self.attempt(case, careful=True)
        given = answer_failures(result, self._endpoints[case.channel], self._profile)
        again = next(
            (one for one in (failed, *given) if one and one.check.name == found.check.name), None
        )
        if again is None or again.severity is not found.severity or self._limit.is_over:
            return None
        return replace(again, confirmed=True)

    def _remaining(self, cases: Iterable[Case]) -> Iterator[Case]:
        return (
            case
            for case in cases
            if self._slow[case.channel] < ENOUGH and not self.is_gone and self._limit.has_time()
        )

    def _crowd(self, cases: Iterable[Case]) -> Iterator[Verdict]:
        """Run several cases at a time. When one fails, the others are waited for, so that it can be tried again alone."""
        with ThreadPoolExecutor(THREADS, thread_name_prefix="fuzz") as threads:
            waiting: deque[Future[Verdict]] = deque()
            for case in cases:
                waiting.append(threads.submit(self.attempt, case))
                if len(waiting) > self._at_a_time:
                    verdict = waiting.popleft().result()
                    if verdict[1] is None or self._is_known(verdict[1]):
                        yield from self._confirm([verdict])
                    else:
                        yield from self._confirm([verdict, *(each.result() for each in waiting)])
                        waiting.clear()
            yield from self._confirm([each.result() for each in waiting])

    @property
    def _at_a_time(self) -> int:
        """How many cases are waited for at most: one more than this is under way."""
        return 0 if Condition.UNDER_LOAD in self._conditions else 2 * THREADS

    def _one_by_one(self, verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
        for verdict in verdicts:
            yield from self._confirm([verdict])

    def _scripted(self, started: Sequence[tuple[Case, Future[Verdict]]]) -> Iterator[Verdict]:
        """Wait for scripts, those last that take longer than all the rest."""
        for waits in (False, True):
            verdicts = [
                future.result()
                for case, future in started
                if case.check.waits is waits and not self.is_gone
            ]
            yield from self._confirm(verdicts)

    def _confirm(self, verdicts: Sequence[Verdict]) -> list[Verdict]:
        """Return verdicts as they turn out when what has failed is tried again."""
        if self._limit.is_over:
            # What has an answer was not given up.
            return [
                (result, found)
                for result, found in verdicts
                if result.answers and all(answer.status for answer in result.answers)
                if found is None or not found.is_counted
            ]
        fatal = self._fatal(verdicts)
        if fatal:
            return fatal
        confirmed: list[Verdict] = []
        unsteady: list[tuple[CaseResult, Failure, Verdict]] = []
        for verdict, again in zip(verdicts, self._tried_again(verdicts), strict=True):
            result, found = verdict
            if found is None:
                confirmed.append(verdict)
            elif again is None or came_too_fast(again[0]):
                confirmed.append(
                    (result, replace(found, confirmed=found.confirmed or _has_waited(result)))
                )
            elif again[1] is None:
                unsteady.append((result, found, again))
            else:
                self._known[_key(again[1])] += 1
                confirmed.append((again[0], replace(again[1], confirmed=True)))
        locked_out = any(found and found.severity in _LOCKED_OUT for _, found in confirmed)
        self._disturbed = self._disturbed or locked_out
        confirmed += [
            again
            if self._is_accounted_for(result, found, locked_out=locked_out)
            else self._under_some_condition(result, found, again)
            for result, found, again in unsteady
        ]
        confirmed += self._slow_channels(confirmed)
        for result, found in confirmed:
            self._slow[result.case.channel] += found is not None and found.severity is Severity.SLOW
        return [verdict for verdict in confirmed if not self._is_skipped(verdict[1])]

    def _is_accounted_for(self, result: CaseResult, found: Failure, *, locked_out: bool) -> bool:
        """Whether it is known why a case has failed that did not fail alone, and that is no failure of its own."""
        if found.is_counted and not result.at_rest:
            return True  # the number was read too early
        if found.severity in _LOCKED_OUT and locked_out:
            return True  # another case has kept the receiver busy
        if result.case.script and self._disturbed:
            return True  # some case has, at some time meanwhile
        return found.is_copy and any(
            name.startswith("repeat/") and [severity, reply] == [found.severity, found.reply]
            for name, severity, reply in self._known
        )

    def _tried_again(self, verdicts: Sequence[Verdict]) -> list[Verdict | None]:
        """Return what comes of each failure alone; None where that need not be tried."""
        self._recover(verdicts)
        doubtful: list[Case | None] = []
        seen: Multiset[tuple[str, str, str]] = Multiset()
        for result, found in verdicts:
            needed = found is not None and not self._is_known(found) and not _has_waited(result)
            needed = needed and self._limit.has_time(again=True) and not result.case.condition
            if found is not None and result.case.script:
                seen[_key(found)] += 1
                needed = needed and seen[_key(found)] <= KNOWN
            doubtful.append(result.case if needed else None)
        # Scripts may take long, and do not disturb one another.
        scripts = [case for case in doubtful if case and case.script and not case.alone]
        with ThreadPoolExecutor(len(scripts) or 1, thread_name_prefix="again") as threads:
            tries = {
                case.name: threads.submit(self.attempt, case, careful=True) for case in scripts
            }
            return [self._outcome(case, tries) for case in doubtful]

    def _outcome(self, case: Case | None, tries: Mapping[str, Future[Verdict]]) -> Verdict | None:
        """Return what comes of a case alone, started already or now; None where there is none."""
        if case is None:
            return None
        started = tries.get(case.name)
        if started:
            return started.result()
        verdict = self.attempt(case, careful=True)
        self._recover([verdict])
        return verdict

    def _recover(self, verdicts: Iterable[Verdict]) -> None:
        """Wait after slow answers until the receiver is quick again, so that it is not slow for what comes next."""
        for channel in _slow_in(verdicts):
            probe = self._probes.get(channel)
            end = time.monotonic() + self._profile.timeout
            while probe and time.monotonic() < end and self._limit.has_time(again=True):
                answer = self._transport.send(probe.request(), afresh=True)
                if answer.status is not None and answer.seconds <= self._profile.slow / 2:
                    break

    def _under_some_condition(self, result: CaseResult, found: Failure, again: Verdict) -> Verdict:
        """Return the verdict on a case that has failed and did not fail alone: under which condition it does."""
        case = result.case
        for condition in self._conditions:
            if not case.alone and not case.script:
                return self._conditional(case, result, found, condition)
        applicable = list(Condition)
        if case.alone or case.script:
            applicable = [Condition.SOMETIMES]
        elif found.is_copy:
            applicable = [Condition.REUSED_CONNECTION]  # tried often, it is a copy of itself
        for condition in applicable:
            shown, seen = self.attempt(case_under(case, condition))
            if seen is not None and not self._limit.is_over:
                if condition is not Condition.SOMETIMES:
                    self._conditions[condition] = None
                return shown, replace(seen, confirmed=True)
        if found.answer is None or (self._disturbed and found.severity in _LOCKED_OUT):
            # A number may have been read at the wrong moment, and a receiver that other cases keep busy is busy for others.
            return again
        words = f"{found.observed}; seen once, and not again in {TRIES} tries"
        return self._conditional(case, result, replace(found, observed=words), Condition.SOMETIMES)

    def _conditional(
        self, case: Case, result: CaseResult, found: Failure, condition: Condition
    ) -> Verdict:
        shown = replace(result, case=case_under(case, condition))
        return shown, replace(
            found, result=shown, cause=self._profile.expects(condition.check), confirmed=False
        )

    def _fatal(self, verdicts: Sequence[Verdict]) -> list[Verdict]:
        """Return verdicts where the receiver accepts nothing any more: what it has answered, and what has done it."""
        suspects = [
            (result, found)
            for result, found in verdicts
            if found is not None
            and found.severity in _LOCKED_OUT
            and not _has_waited(result)
            and self._is_doubtful(found)
        ]
        channels = {result.case.channel for result, _ in suspects}
        last = next(filter(None, map(self._last_answer, sorted(channels))), None)
        if last is None or self._limit.is_over:
            return []
        self.is_gone = True
        # What has done it was answered in another way than what came afterwards.
        reply = str(last.status or last.fault)
        first = [one for one in suspects if one[1].reply != reply]
        result, found = (first or suspects)[0]
        beside = f" (or one of {len(first) - 1} beside it)" if len(first) > 1 else ""
        since = f"answered {last.status}" if last.status else f"not answered: {last.fault}"
        gone = replace(
            found,
            severity=Severity.CRASHES,
            observed=f"{found.observed}; gone since this case{beside}: a valid delivery is {since}",
            cause=self._profile.expects(CHECKS["run/gone"]),
            confirmed=True,
            again=tuple(one.case.argument or one.case.name for one, _ in first),
        )
        self.notes.append(f"the receiver is gone since {result.case.name}: the run has ended there")
        others = [one for one in verdicts if one[1] is None or one not in suspects]
        return [*others, (result, gone)]

    def _slow_channels(self, verdicts: Iterable[Verdict]) -> list[Verdict]:
        """Return what there is to say of the channels of slow answers that are slow throughout."""
        return [
            verdict for channel in _slow_in(verdicts) for verdict in self._slow_throughout(channel)
        ]

    def _slow_throughout(self, channel: str) -> list[Verdict]:
        """Return the verdict on the plainest delivery if a channel is slow even there; then nothing more runs on it."""
        sample = self._samples.get(channel)
        if sample is None or self._slow[channel] >= ENOUGH or not self._limit.has_time(again=True):
            return []
        verdict = self.attempt(sample, careful=True)
        found = verdict[1]
        if found is None or found.severity is not Severity.SLOW or self._limit.is_over:
            return []
        self._slow[channel] = ENOUGH
        return [(verdict[0], replace(found, confirmed=True))]

    def _last_answer(self, channel: str) -> Answer | None:
        """Return what a delivery is answered that was accepted before, if it is not accepted any more; or None."""
        probe = self._probes.get(channel)
        if probe is None:
            return None
        answer: Answer | None = None
        for pause in PAUSES:
            self._transport.pause(pause)
            answer = self._transport.send(probe.request(), afresh=True)
            alive = answer.status == TOO_MANY_REQUESTS
            if alive or is_accepted(answer, probe.endpoint, self._profile):
                return None
            if answer.fault == "timed out" and pause:
                break  # it has had time enough
        return answer

    def _is_known(self, found: Failure) -> bool:
        return self._known[_key(found)] >= KNOWN

    def _is_doubtful(self, found: Failure) -> bool:
        """Whether it is time to look after the receiver: at what is new, and now and then at what is known."""
        if self._is_known(found):
            self._believed += 1
            return self._believed % BELIEVED == 0
        return True

    def _is_skipped(self, found: Failure | None) -> bool:
        return found is not None and found.cause is not None and self._profile.skips(found.cause)


def run_cases(
    cases: Iterable[Case],
    transport: Transport,
    endpoints: Mapping[str, Endpoint],
    profile: Profile,
    effects: Effects | None = None,
) -> Iterator[Verdict]:
    """Run cases with a runner of their own, and yield each when it has run; see `Runner`."""
    return Runner(transport, endpoints, profile, effects).run(cases)


def run_case(
    case: Case,
    transport: Transport,
    endpoint: Endpoint,
    profile: Profile,
    counter: Counter | None = None,
    *,
    afresh: bool = False,
    careful: bool = False,
) -> CaseResult:
    """Run one case.

    Args:
        case: the case.
        transport: where to deliver.
        endpoint: what lets deliveries in on its channel.
        profile: what the receiver does differently.
        counter: counts the events in the receiver's store; nothing else may be delivered meanwhile.
        afresh: whether it is delivered on a new connection, even where it need not be.
        careful: whether to wait until the number of events stays the same.
    """
    if case.condition:
        plain = replace(case, condition="")

        def alone() -> CaseResult:
            tried = run_case(
                plain, transport, endpoint, profile, counter, afresh=True, careful=True
            )
            return replace(tried, case=case)

        return run_under(case, transport, endpoint, profile, alone)
    phases = _phases(
        case, transport, endpoint, profile, counter, afresh=afresh or case.alone, careful=careful
    )
    (result,) = _in_turn([phases], transport.pause)
    return result


def _phases(
    case: Case,
    transport: Transport,
    endpoint: Endpoint,
    profile: Profile,
    counter: Counter | None,
    *,
    afresh: bool,
    careful: bool = False,
) -> Phases:
    attack = case.attack(endpoint)
    if isinstance(attack, Script):
        patience = profile.patience if case.check.waits else profile.timeout
        try:
            return CaseResult(case, attack, tuple(transport.play(attack, patience)))
        except CancelledError:
            return CaseResult(case, attack, ())  # the run has ended
    successes = profile.successes(endpoint.channel)
    counting = counter if attack.stored else None
    at_rest = counting is not None and (careful or counting.is_careful)
    answers: list[Answer] = []
    stored: int | None = 0
    rest: RequestBatch | None = attack
    while rest is not None:
        before = counting.before(careful=careful) if counting else None
        rest = _deliver(rest, answers, transport, afresh=afresh)
        if counting and attack.stored and before is not None and stored is not None:
            # What is stored behind its answer must not be counted with what others send during the pause.
            expected = (
                max(attack.stored[0], attack.awaited)
                if rest is None
                else sum(each.status in successes for each in answers)
            )
            after = counting.settled(before + expected - stored, careful=careful)
            stored = None if after is None else stored + after - before
        else:
            stored = None
        if rest is not None:
            yield rest.pause
    newest = counting.newest() if counting and attack.values else ABSENT
    fetched = tuple(attack.fetched()) if attack.fetched else ()
    return CaseResult(case, attack, tuple(answers), stored, newest, fetched, at_rest)


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


def _in_turn(running: Iterable[Phases], wait: Callable[[float], None]) -> Iterator[CaseResult]:
    """Run cases one after the other, and yield their results. While one pauses the next ones run."""
    paused: deque[tuple[float, Phases]] = deque()

    def resumed() -> Iterator[tuple[float, Phases]]:
        while paused:
            yield paused.popleft()

    for due, phases in chain(((0.0, each) for each in running), resumed()):
        wait(due - time.monotonic())
        try:
            pause = next(phases)
        except StopIteration as done:
            yield done.value
        else:
            paused.append((time.monotonic() + pause, phases))


def _done(result: CaseResult) -> Phases:
    """Return what runs nothing any more."""
    yield 0.0
    return result


def _alone(cases: Iterable[Case]) -> Iterator[Case]:
    return (case for case in cases if case.alone)


def _slow_in(verdicts: Iterable[Verdict]) -> list[str]:
    """Return the channels on which an answer was slow that was not waited for on purpose."""
    channels = {
        result.case.channel
        for result, found in verdicts
        if found is not None and found.severity is Severity.SLOW and not _has_waited(result)
    }
    return sorted(channels)


def _key(found: Failure) -> tuple[str, str, str]:
    """Return what failures have in common of which a few are tried again."""
    return found.check.name, found.severity, found.reply


def _has_waited(result: CaseResult) -> bool:
    """Whether a case has shown that a receiver waits for ever, which need not be shown again."""
    return result.case.check.waits and any(answer.status is None for answer in result.answers)


def _is_explained(check: Check, failed: Collection[str], checks: Mapping[str, Check]) -> bool:
    """Whether the failure of a check follows from what has failed."""
    above = check.implied_by
    while above is not None and above not in failed:
        above = checks[above].implied_by if above in checks else None
    return above is not None
