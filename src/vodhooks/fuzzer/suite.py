"""The cases as tests: for pytest, one test for each case, against a URL or against an application in the same process."""

from __future__ import annotations

import os
import shlex
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.answers import answer_failures
from vodhooks.fuzzer.applications import served
from vodhooks.fuzzer.checks import Severity
from vodhooks.fuzzer.confidential import mask_url
from vodhooks.fuzzer.effects import Counter
from vodhooks.fuzzer.execution import run_case
from vodhooks.fuzzer.failures import failure
from vodhooks.fuzzer.preflight import preflight
from vodhooks.fuzzer.profiles import Profile, profile_from
from vodhooks.fuzzer.report import failure_details
from vodhooks.fuzzer.runs import select_cases
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.transports import Pace, Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from concurrent.futures import Future

    from vodhooks.fuzzer.applications import Receiver
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.effects import Effects
    from vodhooks.fuzzer.failures import CaseResult, Failure
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["receiver_suite"]

SERVED_URL = "http://receiver.test"
"""What an application is called that is served on loopback."""


def receiver_suite(
    receiver: Receiver,
    *,
    channels: Collection[str] | None = None,
    environ: Mapping[str, str] | None = None,
    profile: Profile | Path | None = None,
    effects: Effects | None = None,
) -> Callable[[str, pytest.FixtureRequest], None]:
    """Return a test for pytest with every case for a receiver as a parameter, to be given a name that begins with `test_`.

        test_receiver = receiver_suite(app, channels=["polyv.video_outline"], environ={"VODHOOKS_POLYV_SECRETS": "mySecretKey"})

    The cases' names are the ids: `pytest -k polyv.video_outline/repeat` selects. What the HTTP
    server decides runs on URLs only: an application is served on loopback by uvicorn or wsgiref.

    Args:
        receiver: a URL, or an ASGI or WSGI application.
        channels: names of the channels that it takes; None: every channel.
        environ: the receiver's secrets and tokens, named as the environment variables of `vodhooks serve`, which are taken where
            this is None.
        profile: what the receiver does differently, or the TOML file that says so.
        effects: returns how many events the receiver has stored.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        FuzzingError: the profile is wrong.
        SecretError: a setting is there and empty or wrong.
        SendingError: the URL is none.
    """
    expected = profile_from(profile) if isinstance(profile, Path) else profile or Profile()
    url = receiver if isinstance(receiver, str) else SERVED_URL
    settings = os.environ if environ is None else environ
    endpoints = endpoints_at(url, channels or catalogue().channels, settings, expected.paths)
    chosen = [
        case
        for case in select_cases(endpoints, (), expected)
        if url == receiver or not case.check.by_server
    ]
    cases = {case.name: case for case in sorted(chosen, key=_is_patient)}
    trial = _Trial(receiver, endpoints, expected, effects)

    @pytest.mark.parametrize("name", cases)
    def test(name: str, request: pytest.FixtureRequest) -> None:
        case = cases[name]
        trial.open(request.config)
        trial.check(case)
        if _is_patient(case):
            trial.start(
                cases[each] for each in _selected(request.session, test) if _is_patient(cases[each])
            )
        result = trial.result(case)
        if _was_kept_waiting(failure(result, expected)):
            result = trial.again(case)
        given = answer_failures(result, endpoints[case.channel], expected)
        found = failure(result, expected)
        if found is not None and found.is_advisory:
            pytest.skip(f"noted, nothing fails for it: {found.observed}")
        found = found or next(given, None)
        if found is not None:
            here = f"pytest {shlex.quote(request.node.nodeid)}"
            words = _words(found, endpoints[case.channel], url, here if url is SERVED_URL else None)
            pytest.fail(words, pytrace=False)

    return test


class _Trial:
    """A receiver while its tests run: served by the first of them, and let go of when pytest ends."""

    def __init__(
        self,
        receiver: Receiver,
        endpoints: Mapping[str, Endpoint],
        profile: Profile,
        effects: Effects | None,
    ) -> None:
        self._receiver = receiver
        self._endpoints = endpoints
        self._profile = profile
        self._counter = Counter(effects) if effects else None
        self._exits: ExitStack | None = None
        self._checked: dict[str, bool] = {}
        self._scripts: dict[str, Future[CaseResult]] = {}

    def open(self, config: pytest.Config) -> None:
        """Serve the receiver, if it is not."""
        if self._exits is None:
            self._exits = ExitStack()
            config.add_cleanup(self._exits.close)
            url = self._exits.enter_context(served(self._receiver, self._profile.timeout))
            self._transport = self._exits.enter_context(
                Transport(url, self._profile.timeout, pace=Pace())
            )

    def check(self, case: Case) -> None:
        """Return if a case's channel can be checked; fail where it cannot, and skip the channel after that."""
        is_fine = self._checked.get(case.channel)
        if is_fine is None:
            self._checked[case.channel] = False
            endpoints = {case.channel: self._endpoints[case.channel]}
            probes = preflight(self._transport, endpoints, self._profile)
            alike = probes[case.channel].alike
            if alike is not None:
                pytest.fail(f"{case.channel}: {alike.case.check.reason}", pytrace=False)
            self._checked[case.channel] = True
        elif not is_fine:
            pytest.skip(f"{case.channel} cannot be checked: its first test says why")

    def start(self, cases: Iterable[Case]) -> None:
        """Start scripts, unless that has been done: all at the same time, for most of them wait."""
        if not self._scripts and self._exits is not None:
            waiting = list(cases)
            stage = self._exits.enter_context(
                ThreadPoolExecutor(len(waiting), thread_name_prefix="script")
            )
            self._scripts = {case.name: stage.submit(self._run, case) for case in waiting}

    def result(self, case: Case) -> CaseResult:
        """Return the result of a case that runs now or has run before."""
        started = self._scripts.get(case.name)
        return started.result() if started else self._run(case)

    def again(self, case: Case) -> CaseResult:
        """Return the result of a case that is run once more, now."""
        return self._run(case)

    def _run(self, case: Case) -> CaseResult:
        return run_case(
            case, self._transport, self._endpoints[case.channel], self._profile, self._counter
        )


def _was_kept_waiting(found: Failure | None) -> bool:
    """Whether a case has failed for want of time, which other work on the machine may have taken."""
    return found is not None and found.severity is Severity.SLOW and not found.check.waits


def _is_patient(case: Case) -> bool:
    """Whether a case mostly waits, and may do so beside others of its kind. Such cases come last."""
    return case.script and not case.alone


def _selected(session: pytest.Session, test: object) -> list[str]:
    """Return the names of the cases that are selected of a suite."""
    items = [
        item for item in session.items if isinstance(item, pytest.Function) and item.obj is test
    ]
    return [str(item.callspec.params["name"]) for item in items]


def _words(found: Failure, endpoint: Endpoint, url: str, here: str | None) -> str:
    """Say what was found, what came back, why it matters and how to see it again."""
    shown = failure_details(found, shlex.join(["vodhooks", "fuzz", mask_url(url)]), endpoint)
    answer = f"{shown.answer}\n\n" if shown.answer else ""
    return (
        f"{found.severity}: {shown.observed}\n"
        f"expected of {found.check.title}: {shown.expected}\n"
        f"{found.check.reason}\n\n"
        f"{shown.request}\n\n{answer}again: {here or shown.repeat}"
    )
