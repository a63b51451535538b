"""A run against one receiver, from the endpoints to the failures, and as a value all that is said about it."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from vodhooks.errors import FuzzingError, clip
from vodhooks.fuzzer.answers import answer_failures
from vodhooks.fuzzer.attacks import every_case
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.confidential import mask_url
from vodhooks.fuzzer.execution import run_cases
from vodhooks.fuzzer.failures import group_failures
from vodhooks.fuzzer.preflight import preflight
from vodhooks.fuzzer.schemathesis.generated import FOLDER, case_of, generated, is_generated
from vodhooks.fuzzer.schemathesis.relay import require
from vodhooks.vendor.requests import callback_url
from vodhooks.vendor.transports import TOO_MANY_REQUESTS, Pace, Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.effects import Effects
    from vodhooks.fuzzer.failures import CaseResult, Failure, FailureGroup
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["Campaign", "run", "select_cases"]


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
    confidential: Mapping[str, Endpoint] = field(default_factory=dict, repr=False)

    @property
    def command(self) -> str:
        """The command that attacks the same receiver in the same way."""
        return shlex.join(["vodhooks", "fuzz", self.target, *self.options])

    @cached_property
    def groups(self) -> tuple[FailureGroup, ...]:
        """The failures grouped by cause, the worst first."""
        return tuple(group_failures(self.failures, self.cases))

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

    Args:
        endpoints: what is needed to deliver, by channel.
        names: names of cases; with a slash at the end what several begin with. Empty: every case.
        profile: what the receiver does differently.

    Raises:
        FuzzingError: no case is called so, or no check as the profile says.
    """
    folders = {check.folder for check in CHECKS.values()}
    unknown = sorted(set(profile.expected) - CHECKS.keys() - folders)
    if unknown:
        raise FuzzingError(
            f"no check is called {clip(unknown[0])!r}; --list shows the cases of those that there are"
        )
    known = [case for endpoint in endpoints.values() for case in every_case(endpoint)]
    chosen = known if not names else [case for name in names for case in _called(name, known)]
    return [replace(case, check=profile.expects(case.check)) for case in chosen]


def _called(name: str, known: Sequence[Case]) -> list[Case]:
    if is_generated(name):
        return [case_of(name)]
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


def run(
    url: str,
    endpoints: Mapping[str, Endpoint],
    profile: Profile,
    *,
    names: Sequence[str] = (),
    effects: Effects | None = None,
    seconds: float = 0.0,
    seed: int = 0,
    rate: float | None = None,
    watch: Callable[[CaseResult], None] = lambda _: None,
) -> Campaign:
    """Run the cases against a receiver.

    Args:
        url: the receiver's URL.
        endpoints: what is needed to deliver there, by channel.
        profile: what the receiver does differently.
        names: names of the cases; empty: every case, and the generated ones.
        effects: counts the events in the receiver's store.
        seconds: how long the generated cases may take; 0: there are none.
        seed: of the generated cases.
        rate: how many requests a second are made at most; None: as many as there can be.
        watch: is given every case when it has run.

    Raises:
        FuzzingError: the receiver cannot be checked: it is down, takes no valid delivery, or answers everything alike.
        ModuleNotFoundError: cases are to be generated, and schemathesis is not installed.
    """
    start = time.monotonic()
    cases = select_cases(endpoints, names, profile)
    generating = bool(seconds) and not names
    if generating:
        require()
    too_many = 0
    completed: list[Case] = []
    failures: list[Failure] = []
    with Transport(url, profile.patience, pace=Pace(rate)) as transport:
        preflight(transport, endpoints, profile)
        verdicts = run_cases(cases, transport, endpoints, profile, effects)
        if generating:
            verdicts = chain(
                verdicts, generated(endpoints, transport, profile, seconds=seconds, seed=seed)
            )
        for result, found in verdicts:
            watch(result)
            completed.append(result.case)
            if found is not None:
                failures.append(found)
            endpoint = endpoints[result.case.channel]
            failures.extend(answer_failures(result, endpoint, profile))
            too_many += any(answer.status == TOO_MANY_REQUESTS for answer in result.answers)
    names_of_checks = {case.check.name for case in cases}
    checks = (
        check
        for check in CHECKS.values()
        if check.name in names_of_checks or (generating and check.folder == FOLDER)
    )
    return Campaign(
        mask_url(callback_url(url, "")),
        seed,
        time.monotonic() - start,
        tuple(completed),
        tuple(failures),
        tuple(expected for check in checks if (expected := profile.expects(check)) != check),
        (
            *_left_out(endpoints.values(), effects),
            *_not_reached(cases, completed),
            *_too_fast(too_many),
        ),
        confidential=endpoints,
    )


def _left_out(endpoints: Iterable[Endpoint], effects: Effects | None) -> Iterator[str]:
    """Say what could not run."""
    for endpoint in endpoints:
        if endpoint.channel.signature and endpoint.signer is None:
            yield f"{endpoint.channel.name}: no secret is set, so that no signature was tried"
        if endpoint.signer is None and endpoint.token is None:
            yield f"{endpoint.channel.name}: neither a secret nor a token is set, so that no stranger was tried"
    if effects is None:
        yield "without --effects nothing tells whether what was accepted has been stored, and stored once"


def _too_fast(cases: int) -> Iterator[str]:
    """Say how many cases tell nothing, because the receiver wanted less of them in that time."""
    if cases:
        yield f"{cases:,} cases were answered 429 to the end and say nothing: make the run slower with --rate"


def _not_reached(cases: Iterable[Case], completed: Iterable[Case]) -> Iterator[str]:
    """Say of how many cases the run has not come to."""
    missing = Counter(case.channel for case in cases)
    missing.subtract(case.channel for case in completed if not is_generated(case.name))
    for channel, number in missing.items():
        if number:
            yield f"{channel}: {number:,} cases were left out, because others were slow or did not end"
