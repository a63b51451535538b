"""In which order cases run, what at the same time, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from tests.support.served import CLOSED, serving
from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.attacks import framing, repeats, sockets
from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.checks import Check, Expectation, Severity
from vodhooks.fuzzer.effects import from_url
from vodhooks.fuzzer.execution import ENOUGH, run_cases
from vodhooks.fuzzer.profiles import Profile
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.requests import Request, RequestBatch
from vodhooks.vendor.scripts import Script
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

CHANNEL = "ucloud.umedia.slice"
PROFILE = Profile()
POST = Request("http://receiver.test/", {}, b"{}")
ENDPOINTS = endpoints_at("http://receiver.test", [CHANNEL], {})
PATIENCE = 10.0


def case(
    name: str,
    *,
    alone: bool = False,
    script: bool = False,
    stored: bool = False,
    implied_by: str | None = None,
) -> Case:
    attack = (
        Script((name.encode(),))
        if script
        else RequestBatch((POST,), stored=(1, 1) if stored else None)
    )
    check = Check(name, Expectation.ACCEPT, name, name, implied_by)
    return Case(f"{CHANNEL}/{name}", check, CHANNEL, lambda _: attack, alone=alone, script=script)


class Stage(Transport):
    """A transport that notes what it is asked for, and answers as the test says."""

    def __init__(self, status: int = 200) -> None:
        super().__init__("http://receiver.test", PATIENCE)
        self.status = status
        self.said: list[str] = []
        self.may_play = Event()
        self.may_play.set()
        self.lock = Lock()
        self.now = self.most = 0

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        del request
        self.said.append("afresh" if afresh else "kept")
        return Answer(200, 0.0)

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        return [Answer(200, 0.0) for _ in requests]

    def play(self, script: Script, seconds: float) -> list[Answer]:
        del seconds
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.may_play.wait(PATIENCE)
        with self.lock:
            self.said.append(bytes(script.steps[0]).decode())  # type: ignore[arg-type] # the one step of these scripts is bytes
            self.now -= 1
        return [Answer(self.status, 0.0)]

    def stop(self) -> None:
        self.may_play.set()


def names(stage: Stage, cases: list[Case], **more: Any) -> list[str]:
    results = run_cases(cases, stage, ENDPOINTS, PROFILE, **more)
    return [result.case.check.name for result, _ in results]


def test_cases_alone_come_first_and_scripts_last() -> None:
    cases = [
        case("script", script=True),
        case("crowd"),
        case("counted", alone=True),
        case("crowd too"),
        case("guard", alone=True, script=True),
    ]
    stage = Stage()
    assert names(stage, cases) == ["guard", "counted", "crowd", "crowd too", "script"]
    assert sorted(stage.said) == ["afresh", "guard", "kept", "kept", "script"]


def test_scripts_run_together_and_beside_other_cases() -> None:
    stage = Stage()
    stage.may_play.clear()
    results = run_cases(
        [case("a", script=True), case("b", script=True), case("c", script=True), case("crowd")],
        stage,
        ENDPOINTS,
        PROFILE,
    )
    assert next(results)[0].case.check.name == "crowd"
    stage.may_play.set()
    assert [result.case.check.name for result, _ in results] == ["a", "b", "c"]
    assert stage.most == 3


def test_scripts_run_one_by_one_under_a_lockout() -> None:
    cases = [
        case("guard", alone=True, script=True),
        case("stalled", script=True, implied_by="guard"),
        case("trickled", script=True, implied_by="stalled"),
        case("first", script=True, implied_by="another"),
        case("second", script=True),
        case("crowd"),
    ]
    stage = Stage(500)
    assert names(stage, cases) == ["guard", "crowd", "first", "second"]
    assert stage.most == 1


def test_a_wrong_answer_to_stalling_is_no_lockout() -> None:
    cases = [
        case("guard", alone=True, script=True),
        case("stalled", script=True, implied_by="guard"),
    ]
    assert names(Stage(204), cases) == ["guard", "stalled"]


def test_only_lone_cases_with_a_number_are_counted() -> None:
    numbers = count()
    cases = [
        case("crowd", stored=True),
        case("counted", alone=True, stored=True),
        case("alone", alone=True),
    ]
    results = {
        r.case.check.name: r.stored
        for r, _ in run_cases(cases, Stage(), ENDPOINTS, PROFILE, lambda: next(numbers))
    }
    assert results == {"counted": 1, "alone": None, "crowd": None}


def test_what_is_stored_behind_the_answer_counts() -> None:
    numbers = iter([5, 5, 5, 6])
    [(result, _)] = run_cases(
        [case("counted", alone=True, stored=True)],
        Stage(),
        ENDPOINTS,
        PROFILE,
        lambda: next(numbers),
    )
    assert result.stored == 1


def test_a_run_that_is_given_up_ends() -> None:
    stage = Stage()
    stage.may_play.clear()
    crowd = [case(f"crowd {number}") for number in range(1_000)]
    results = run_cases([*crowd, case("script", script=True)], stage, ENDPOINTS, PROFILE)
    next(results)
    results.close()  # type: ignore[attr-defined] # it is a generator
    assert stage.may_play.is_set()
    assert len(stage.said) < 1_000


def test_the_receiver_has_no_finding_with_effects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "PAUSE", 0.05)
    settings = {
        **CLOSED,
        "VODHOOKS_TENCENT_SIGN_KEYS": "aSignKey",
        "VODHOOKS_HEADER_SECONDS": "2",
        "VODHOOKS_BODY_SECONDS": "2",
        "VODHOOKS_COUNT_STORED": "true",
    }
    profile = Profile(patience=2 * PATIENCE)
    with serving(tmp_path, settings) as served:
        url = f"http://127.0.0.1:{served.port}"
        endpoints = endpoints_at(url, catalogue().channels, settings)
        cases = [
            case
            for endpoint in endpoints.values()
            for attacks in (repeats, sockets, framing)
            for case in attacks.cases(endpoint)
        ]
        with Transport(url, profile.patience) as transport:
            verdicts = list(
                run_cases(cases, transport, endpoints, profile, from_url(f"{url}/stored"))
            )
    assert [found for _, found in verdicts if found] == []
    assert len(verdicts) == len(cases)
    assert {result.case.check.name for result, _ in verdicts if result.stored is not None} == {
        case.check.name for case in cases if case.check.name.startswith("repeat/")
    }


def test_a_slow_channel_is_given_up() -> None:
    class Slow(Stage):
        def send(self, request: Request, *, afresh: bool = False) -> Answer:
            return replace(super().send(request, afresh=afresh), seconds=PROFILE.slow + 1)

    cases = [case(f"plain/{number}") for number in range(200)]
    results = list(run_cases(cases, Slow(), ENDPOINTS, PROFILE))
    assert ENOUGH <= len(results) < 5 * ENOUGH
    assert all(found is not None and found.severity is Severity.SLOW for _, found in results)
