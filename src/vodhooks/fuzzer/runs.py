"""A run against one receiver, from the endpoints to the causes of failures, and as a value all that is said about it."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from vodhooks.errors import FuzzingError, clip
from vodhooks.fuzzer.answers import answer_failures
from vodhooks.fuzzer.attacks import every_case
from vodhooks.fuzzer.causes import group_failures, plainness
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.conditions import Condition, case_under
from vodhooks.fuzzer.confidential import mask_url
from vodhooks.fuzzer.execution import Runner
from vodhooks.fuzzer.failures import came_too_fast, failure
from vodhooks.fuzzer.limits import TimeLimit
from vodhooks.fuzzer.preflight import preflight
from vodhooks.fuzzer.schemathesis.generated import FOLDER, case_of, generated, is_generated
from vodhooks.fuzzer.schemathesis.relay import require
from vodhooks.reports import quantity
from vodhooks.vendor.requests import callback_url
from vodhooks.vendor.transports import Pace, Transport

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.causes import FailureGroup
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.collection import Verdict as SavedVerdict
    from vodhooks.fuzzer.effects import Effects
    from vodhooks.fuzzer.execution import Verdict
    from vodhooks.fuzzer.failures import CaseResult, Failure
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["Campaign", "Observer", "run", "select_cases"]

SHOWN_FIRST = 3
"""How many of the plainest cases of a cause are tried again, until one shows it again."""


class Observer(Protocol):
    """Is shown how a run gets on."""

    def begin(self, cases: int) -> None:
        """The run begins with so many cases; the generated ones come on top."""

    def done(self, result: CaseResult) -> None:
        """A case has run."""


class _Unwatched:
    def begin(self, cases: int) -> None:
        """Take no notice."""

    def done(self, result: CaseResult) -> None:
        """Take no notice."""


@dataclass(frozen=True)
class Campaign:
    """A run against one receiver.

    Attributes:
        target: the receiver's URL, without userinfo and token.
        seed: what the generated layer was seeded with; the same seed gives the same run.
        seconds: how long it took.
        cases: the cases that have run, in their order.
        failures: what was found.
        relaxed: checks of which the profile expects less, or something else, than the contract.
        left_out: what did not run, and why.
        options: what a command that repeats a case has to say beside the URL and the case.
        unneeded: names in the profile that have changed nothing.
        stopped: why the run has ended before all had run; empty: it has not.
        known: names of causes that were found before, and do not fail the run again.
        verdicts: what has become of saved causes.
        confidential: the endpoints, whose secrets and tokens no report shows.
    """

    target: str
    seed: int
    seconds: float
    cases: tuple[Case, ...]
    failures: tuple[Failure, ...]
    relaxed: tuple[Check, ...] = ()
    left_out: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    unneeded: tuple[str, ...] = ()
    stopped: str = ""
    known: frozenset[str] = frozenset()
    verdicts: tuple[SavedVerdict, ...] = ()
    confidential: Mapping[str, Endpoint] = field(default_factory=dict, repr=False)

    @property
    def command(self) -> str:
        """The command that attacks the same receiver in the same way."""
        return shlex.join(["vodhooks", "fuzz", self.target, *self.options])

    @cached_property
    def groups(self) -> tuple[FailureGroup, ...]:
        """The failures grouped by cause, the worst first."""
        return tuple(group_failures(self.failures, self.cases))

    @property
    def failing(self) -> tuple[FailureGroup, ...]:
        """The causes that fail the run: neither advice, nor known before."""
        return tuple(
            group for group in self.groups if not group.is_advisory and not group.names & self.known
        )

    @cached_property
    def by_channel(self) -> Mapping[str, tuple[int, Mapping[Severity, int]]]:
        """How many cases each channel had, and how many failures of each severity."""
        cases = Counter(case.channel for case in self.cases)
        found = {name: Counter[Severity]() for name in cases}
        for item in self.failures:
            found[item.result.case.channel][item.severity] += 1
        return {name: (number, found[name]) for name, number in cases.items()}


def select_cases(
    endpoints: Mapping[str, Endpoint], names: Sequence[str], profile: Profile
) -> list[Case]:
    """Return the cases of the endpoints with the expectations of a profile: all, or those named.

    What a receiver decides for every channel alike and takes long is tried on one of several.

    Args:
        endpoints: what is needed to deliver, by channel.
        names: names of cases; with a slash at the end what several begin with. Empty: every case.
        profile: what the receiver does differently.

    Raises:
        FuzzingError: no case is called so, or no check as the profile says.
    """
    folders = {check.folder for check in CHECKS.values()}
    unknown = sorted(profile.names - CHECKS.keys() - folders)
    if unknown:
        raise FuzzingError(
            f"no check is called {clip(unknown[0])!r}; --list shows the cases of those that there are"
        )
    known = [case for endpoint in endpoints.values() for case in every_case(endpoint)]
    chosen = known if not names else [case for name in names for case in _called(name, known)]
    waiting: set[str] = set()
    selected: list[Case] = []
    for case in chosen:
        if profile.skips(case.check) or (case.check.waits and case.check.name in waiting):
            continue
        if case.check.waits and case.name not in names:
            waiting.add(case.check.name)
        selected.append(replace(case, check=profile.expects(case.check)))
    return selected


def _called(name: str, known: Sequence[Case]) -> list[Case]:
    plain, at, condition = name.rpartition("@")
    if at and condition in tuple(Condition):
        return [case_under(case, Condition(condition)) for case in _called(plain, known)]
    if is_generated(name):
        return [case_of(name)]
    if name.partition("/")[2] in _WITHOUT_CASE:
        return []
    found = [
        case
        for case in known
        if case.name == name or (name.endswith("/") and case.name.startswith(name))
    ]
    if not found:
        raise FuzzingError(
            f"no case is called {clip(name)}; --list shows those that there are with the secrets and tokens set"
        )
    return found


_WITHOUT_CASE = frozenset({"run/acknowledges-all"})
"""What is found out before any case runs."""


def run(
    url: str,
    endpoints: Mapping[str, Endpoint],
    profile: Profile,
    *,
    names: Sequence[str] = (),
    wanted: Collection[Case] | None = None,
    effects: Effects | None = None,
    seconds: float = 0.0,
    seed: int = 0,
    rate: float | None = None,
    limit: TimeLimit | None = None,
    observer: Observer | None = None,
) -> Campaign:
    """Run the cases against a receiver.

    Args:
        url: the receiver's URL.
        endpoints: what is needed to deliver there, by channel.
        profile: what the receiver does differently.
        names: names of the cases; empty: every case, and the generated ones.
        wanted: the cases, instead of names of them.
        effects: counts the events in the receiver's store.
        seconds: how long the generated cases may take; 0: there are none.
        seed: of the generated cases.
        rate: how many requests a second are made at most; None: as many as there can be.
        limit: the time that the run may take; what was found by its end is returned.
        observer: is shown every case when it has run.

    Raises:
        FuzzingError: the receiver cannot be checked: it is down, or takes no valid delivery.
        ModuleNotFoundError: cases are to be generated, and schemathesis is not installed.
    """
    start = time.monotonic()
    chosen = select_cases(endpoints, names, profile) if wanted is None else list(wanted)
    generating = bool(seconds) and not names and wanted is None
    if generating:
        require()
    limit = limit or TimeLimit()
    observer = observer or _Unwatched()
    notes: list[str] = []
    results: list[CaseResult] = []
    failures: list[Failure] = []
    with Transport(url, profile.timeout, pace=Pace(rate)) as transport:
        limit.bound(transport)
        probes = preflight(transport, endpoints, profile)
        alike = [
            probe.alike
            for probe in probes.values()
            if probe.alike and _concerns(probe.alike, names)
        ]
        for result in alike:
            results.append(result)
            found = failure(result, profile)
            failures += [replace(found, confirmed=True)] if found else []
        deaf = {result.case.channel for result in alike}
        taken = {name: endpoint for name, endpoint in endpoints.items() if name not in deaf}
        cases = [case for case in chosen if case.channel in taken or names]
        runner = Runner(transport, endpoints, profile, effects, probes=probes, limit=limit)

        def more() -> Iterator[Verdict]:
            return generated(
                taken, transport, profile, seconds=seconds, seed=seed, runner=runner, notes=notes
            )

        observer.begin(len(cases))
        for result, found in runner.run(cases, more if generating and taken else tuple):
            observer.done(result)
            results.append(result)
            failures += [found] if found else []
            failures += answer_failures(result, endpoints[result.case.channel], profile)
        failures = _shown_again(failures, [result.case for result in results], runner)
    completed = tuple(result.case for result in results)
    limit.has_time(again=True)
    is_whole = all(case.check.advisory for case in _missing(cases, completed))
    cut_short = "" if is_whole and not limit.is_asked else limit.reason
    relaxed = _relaxed(cases, profile, generating=generating)
    return Campaign(
        mask_url(callback_url(url, "")),
        seed,
        time.monotonic() - start,
        completed,
        tuple(failures),
        relaxed,
        (
            *(f"{name}: {_DEAF}" for name in sorted(deaf)),
            *_left_out(endpoints.values(), effects),
            *runner.notes,
            *notes,
            *_not_reached(cases, completed, limit.reason or "others were slow or did not end"),
            *_too_fast(results),
        ),
        confidential=endpoints,
        unneeded=() if names else tuple(_unneeded(profile, chosen, results)),
        stopped=cut_short or _first(runner.notes) or _first(notes),
    )


_DEAF = "what answers there does not look at what comes; nothing more was tried"


def _concerns(alike: CaseResult, names: Sequence[str]) -> bool:
    """Whether a receiver's answering everything alike is to be reported: where cases are named, they are run all the same."""
    return not names or alike.case.name in names


def _first(notes: Sequence[str]) -> str:
    return next(iter(notes), "")


def _shown_again(
    failures: Sequence[Failure], cases: Sequence[Case], runner: Runner
) -> list[Failure]:
    """Return the failures, with the plainest of each cause tried again until one shows it."""
    again: dict[int, Failure] = {}
    for group in group_failures(failures, cases):
        for one in sorted(group.failures, key=plainness)[:SHOWN_FIRST]:
            if one.confirmed or one.cause is not None:
                break
            shown = runner.confirmed(one)
            if shown is not None:
                again[id(one)] = shown
                break
    return [again.get(id(one), one) for one in failures]


def _relaxed(cases: Iterable[Case], profile: Profile, *, generating: bool) -> tuple[Check, ...]:
    """Return the checks of which a profile expects something else, as it expects it."""
    names = {case.check.name for case in cases}
    checks = (
        check
        for check in CHECKS.values()
        if check.name in names
        or check.folder == "answer/"
        or (generating and check.folder == FOLDER)
    )
    return tuple(
        expected
        for check in checks
        if not profile.skips(check)
        if (expected := profile.expects(check)).expectation != check.expectation
    )


def _unneeded(
    profile: Profile, cases: Iterable[Case], results: Iterable[CaseResult]
) -> Iterator[str]:
    """Yield the names in a profile's expectations without which nothing more would have been found."""
    needed: set[str] = set()
    for result in results:
        check = CHECKS[result.case.check.name]
        if check.expectation is not result.case.check.expectation:
            plain = replace(result, case=replace(result.case, check=check))
            if failure(plain, profile) is not None:
                needed |= {check.name, check.folder}
    tried = {name for case in cases for name in (case.check.name, case.check.folder)}
    tried |= {
        name for result in results for name in (result.case.check.name, result.case.check.folder)
    }
    for name in sorted(profile.expected):
        if name in tried and name not in needed and not name.startswith("run/"):
            yield name


def _left_out(endpoints: Iterable[Endpoint], effects: Effects | None) -> Iterator[str]:
    """Say what could not run."""
    for endpoint in endpoints:
        if endpoint.channel.signature and endpoint.signer is None:
            yield f"{endpoint.channel.name}: no secret is set, so that no signature was tried"
        if endpoint.signer is None and endpoint.token is None:
            yield f"{endpoint.channel.name}: neither a secret nor a token is set, so that no stranger was tried"
    if effects is None:
        yield "without --effects nothing tells whether what was accepted has been stored, and stored once"


def _not_reached(cases: Iterable[Case], completed: Iterable[Case], why: str) -> Iterator[str]:
    """Say of how many cases the run has not come to, and why."""
    missing = Counter(case.channel for case in _missing(cases, completed))
    for channel, number in missing.items():
        yield f"{channel}: {quantity(number, 'case')} left out: {why}"


def _too_fast(results: Iterable[CaseResult]) -> Iterator[str]:
    """Say how many cases tell nothing, because the receiver wanted less of them in that time."""
    number = sum(map(came_too_fast, results))
    if number:
        yield (
            f"{quantity(number, 'case')} answered 429 to the end, which says nothing:"
            " make the run slower with --rate"
        )


def _missing(cases: Iterable[Case], completed: Iterable[Case]) -> Iterator[Case]:
    names = {name for case in completed for name in (case.name, case.name.rpartition("@")[0])}
    return (case for case in cases if case.name not in names)
