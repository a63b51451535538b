"""In which order cases are tried, what at the same time, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from threading import Event, Lock
from typing import TYPE_CHECKING

from served import CLOSED, serving

from vodhooks.catalogue import catalogue
from vodhooks.fuzzing.attacks import framing, repeats, sockets
from vodhooks.fuzzing.campaigns import aims_at
from vodhooks.fuzzing.cases import Case, Expectation, Family, Script, Volley
from vodhooks.fuzzing.effects import from_url
from vodhooks.fuzzing.judging import Harm, finding
from vodhooks.fuzzing.profiles import Profile
from vodhooks.fuzzing.running import ENOUGH, run
from vodhooks.fuzzing.targets import Answer, OverHttp
from vodhooks.sending.requests import Request

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    import pytest

CHANNEL = "ucloud.umedia.slice"
PROFILE = Profile()
POST = Request("http://receiver.test/", {}, b"{}")
AIMS = aims_at("http://receiver.test", [CHANNEL], {}, PROFILE)
PATIENCE = 10.0


def case(name: str, *, alone: bool = False, script: bool = False, stored: bool = False, implied_by: str | None = None) -> Case:
    attack = Script((name.encode(),)) if script else Volley((POST,), stored=(1, 1) if stored else None)
    family = Family(name, Expectation.ACCEPT, name, name, implied_by)
    return Case(f"{CHANNEL}/{name}", family, CHANNEL, lambda _: attack, alone=alone, script=script)


class Stage:
    """A target that notes what it is asked for, and answers what it is told."""

    sockets = True

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.said: list[str] = []
        self.may_play = Event()
        self.may_play.set()
        self.lock = Lock()
        self.now = self.most = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        del request
        self.said.append("afresh" if afresh else "kept")
        return Answer(200, 0.0)

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        return [Answer(200, 0.0) for _ in requests]

    def play(self, script: Script, patience: float) -> list[Answer]:
        del patience
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


def names(stage: Stage, cases: list[Case], **more: object) -> list[str]:
    return [result.case.family.name for result in run(cases, stage, AIMS, PROFILE, **more)]  # type: ignore[arg-type] # effects


def test_what_wants_to_be_alone_comes_first_and_scripts_come_last() -> None:
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


def test_scripts_are_played_together_and_while_others_are_tried() -> None:
    stage = Stage()
    stage.may_play.clear()
    results = run([case("a", script=True), case("b", script=True), case("c", script=True), case("crowd")], stage, AIMS, PROFILE)
    assert next(results).case.family.name == "crowd"
    stage.may_play.set()
    assert [result.case.family.name for result in results] == ["a", "b", "c"]
    assert stage.most == 3


def test_where_stalling_clients_lock_others_out_scripts_are_played_one_by_one_without_what_that_explains() -> None:
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


def test_a_delivery_that_is_answered_wrongly_while_clients_stall_has_not_been_locked_out() -> None:
    cases = [case("guard", alone=True, script=True), case("stalled", script=True, implied_by="guard")]
    assert names(Stage(204), cases) == ["guard", "stalled"]


def test_scripts_are_left_out_where_there_are_no_sockets() -> None:
    stage = Stage()
    stage.sockets = False
    assert names(stage, [case("script", script=True), case("guard", alone=True, script=True), case("crowd")]) == ["crowd"]


def test_only_what_is_alone_and_says_how_much_may_be_stored_is_counted() -> None:
    numbers = count()
    cases = [case("crowd", stored=True), case("counted", alone=True, stored=True), case("alone", alone=True)]
    results = {r.case.family.name: r.stored for r in run(cases, Stage(), AIMS, PROFILE, lambda: next(numbers))}
    assert results == {"counted": 1, "alone": None, "crowd": None}


def test_what_is_stored_behind_the_answer_counts() -> None:
    numbers = iter([5, 5, 5, 6])
    [result] = run([case("counted", alone=True, stored=True)], Stage(), AIMS, PROFILE, lambda: next(numbers))
    assert result.stored == 1


def test_a_run_that_is_given_up_ends() -> None:
    stage = Stage()
    stage.may_play.clear()
    crowd = [case(f"crowd {number}") for number in range(1_000)]
    results = run([*crowd, case("script", script=True)], stage, AIMS, PROFILE)
    next(results)
    results.close()  # type: ignore[attr-defined] # it is a generator
    assert stage.may_play.is_set()
    assert len(stage.said) < 1_000


def test_the_reference_receiver_has_no_finding_with_effects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
        aims = aims_at(url, catalogue().channels, settings, profile)
        cases = [case for aim in aims.values() for attacks in (repeats, sockets, framing) for case in attacks.cases(aim)]
        with OverHttp(url, profile.patience) as target:
            results = list(run(cases, target, aims, profile, from_url(f"{url}/stored")))
    found = [finding(result, profile) for result in results]
    assert [each for each in found if each] == []
    assert len(results) == len(cases)
    assert {result.case.family.name for result in results if result.stored is not None} == {
        case.family.name for case in cases if case.family.name.startswith("repeat/")
    }


def test_a_channel_on_which_everything_is_slow_is_given_up() -> None:
    class Slow(Stage):
        def send(self, request: Request, *, afresh: bool = False) -> Answer:
            return replace(super().send(request, afresh=afresh), seconds=PROFILE.slow + 1)

    cases = [case(f"plain/{number}") for number in range(200)]
    results = list(run(cases, Slow(), AIMS, PROFILE))
    assert ENOUGH <= len(results) < 5 * ENOUGH
    assert all(found is not None and found.harm is Harm.SLOW for found in (finding(each, PROFILE) for each in results))
