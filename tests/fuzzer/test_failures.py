"""What becomes a failure, how bad it is, and which failures have the same cause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.causes import FailureGroup, group_failures
from vodhooks.fuzzer.checks import CHECKS, Check, Expectation, Severity
from vodhooks.fuzzer.failures import CaseResult, Failure, came_too_fast, failure
from vodhooks.fuzzer.hints import relaxation
from vodhooks.fuzzer.profiles import Profile
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import Request, RequestBatch

CHANNEL = "polyv.video_outline"
ROOT = Check("signature/wrong", Expectation.DENY, "a wrong sign", "Anybody can send it.")
MISSING = Check(
    "signature/missing",
    Expectation.DENY,
    "no sign",
    "Anybody can send it.",
    implied_by="signature/wrong",
)


def attempt(
    expectation: Expectation,
    *answers: Answer,
    may_close: bool = False,
    stored: int | None = None,
    allowed: tuple[int, int] | None = None,
) -> CaseResult:
    check = replace(ROOT, expectation=expectation, may_close=may_close)
    request = Request("http://127.0.0.1:9/", {}, b"{}")
    batch = RequestBatch((request,) * len(answers), stored=allowed)
    return CaseResult(
        Case(f"{CHANNEL}/{check.name}", check, CHANNEL, lambda _: batch), batch, answers, stored
    )


def status(code: int, seconds: float = 0.01) -> Answer:
    return Answer(code, seconds)


ACCEPT, REFUSE, DENY, SURVIVE, KEEP_QUIET = Expectation
BROKEN_OFF = Answer(None, 0.1, "broken off")
TIMED_OUT = Answer(None, 20.0, "timed out")


@pytest.mark.parametrize(
    ("expectation", "answer", "severity"),
    [
        (ACCEPT, status(200), None),
        (ACCEPT, status(204), Severity.LOSES),
        (ACCEPT, status(302), Severity.LOSES),
        (ACCEPT, status(422), Severity.REFUSES),
        (ACCEPT, status(500), Severity.FAILS),
        (ACCEPT, status(200, 6.0), Severity.SLOW),
        (REFUSE, status(400), None),
        (REFUSE, status(401), None),
        (REFUSE, status(200), Severity.ACCEPTS),
        (REFUSE, status(302), Severity.ACCEPTS),
        (REFUSE, status(503), Severity.FAILS),
        (REFUSE, status(400, 6.0), Severity.SLOW),
        (DENY, status(403), None),
        (DENY, status(200), Severity.LETS_IN),
        (DENY, status(500), Severity.FAILS),
        (SURVIVE, status(200), None),
        (SURVIVE, status(400), None),
        (SURVIVE, status(302), None),
        (SURVIVE, status(500), Severity.FAILS),
        (SURVIVE, status(200, 6.0), Severity.SLOW),
        *[(expectation, BROKEN_OFF, Severity.CRASHES) for expectation in Expectation],
        *[(expectation, TIMED_OUT, Severity.SLOW) for expectation in Expectation],
        (ACCEPT, Answer(None, 0.1, "not connected"), Severity.CRASHES),
    ],
)
def test_an_answer_is_compared_with_what_is_expected(
    expectation: Expectation, answer: Answer, severity: Severity | None
) -> None:
    found = failure(attempt(expectation, answer), Profile())
    assert (found.severity if found else None) is severity


def test_some_requests_may_be_ended_without_an_answer() -> None:
    assert failure(attempt(REFUSE, BROKEN_OFF, may_close=True), Profile()) is None
    late = replace(BROKEN_OFF, seconds=21.0)
    assert failure(attempt(REFUSE, late, may_close=True), Profile()) is not None


@pytest.mark.parametrize(
    ("expectation", "stored", "severity"),
    [
        (ACCEPT, 1, None),
        (ACCEPT, 2, None),
        (ACCEPT, 0, Severity.LOSES),
        (ACCEPT, 3, Severity.REPEATS),
        (DENY, 3, Severity.LETS_IN),
        (ACCEPT, None, None),
    ],
)
def test_the_stored_number_counts_where_it_is_known(
    expectation: Expectation, stored: int | None, severity: Severity | None
) -> None:
    fine = status(200 if expectation is ACCEPT else 401)
    found = failure(attempt(expectation, fine, stored=stored, allowed=(1, 2)), Profile())
    assert (found.severity if found else None) is severity


def test_the_worst_answer_of_several_decides() -> None:
    found = failure(attempt(ACCEPT, status(200), status(422), status(204), status(500)), Profile())
    assert found is not None
    assert (found.severity, found.answer) == (Severity.LOSES, status(204))
    assert found.observed == "answered 204; only 200 is success to the vendor"


def test_a_wrong_answer_need_not_store() -> None:
    found = failure(attempt(ACCEPT, status(422), stored=0, allowed=(1, 1)), Profile())
    assert found is not None
    assert found.severity is Severity.REFUSES


def test_a_profile_has_its_own_success_and_refusals() -> None:
    profile = Profile(success={CHANNEL: (202,)}, refusals=frozenset({418}))
    assert failure(attempt(ACCEPT, status(202)), profile) is None
    assert failure(attempt(REFUSE, status(418)), profile) is None
    refused = failure(attempt(REFUSE, status(400)), profile)
    assert refused is not None
    assert refused.severity is Severity.ACCEPTS


def found_in(
    check: Check, severity: Severity, body: bytes = b"{}", name: str = "x", channel: str = CHANNEL
) -> Failure:
    batch = RequestBatch((Request("http://127.0.0.1:9/", {}, body),))
    case = Case(f"{channel}/{check.name}/{name}", check, channel, lambda _: batch)
    return Failure(severity, CaseResult(case, batch, (status(200),)), status(200), "answered 200")


def grouped_from(*failures: Failure, fine: int = 0) -> list[FailureGroup]:
    """Group failures by cause, where `fine` cases of the root check have come out right."""
    right = [
        Case(f"{CHANNEL}/{ROOT.name}/{number}", ROOT, CHANNEL, lambda _: RequestBatch(()))
        for number in range(fine)
    ]
    return group_failures(failures, [*(found.result.case for found in failures), *right])


def test_causes_go_by_severity_and_smallest_request() -> None:
    crash = found_in(ROOT, Severity.CRASHES)
    long, short = (
        found_in(MISSING, Severity.LETS_IN, b'{"a": 1}'),
        found_in(MISSING, Severity.LETS_IN, b"{}"),
    )
    grouped = grouped_from(crash, long, short)
    assert [cause.name for cause in grouped] == [
        "lets strangers in: signature/missing",
        "crashes: signature/wrong",
    ]
    assert grouped[0].failures == (short, long)


def test_an_explained_failure_goes_under_its_cause() -> None:
    stale = Check(
        "signature/stale", DENY, "an old sign", "It was seen.", implied_by="signature/missing"
    )
    grouped = grouped_from(
        found_in(stale, Severity.LETS_IN),
        found_in(MISSING, Severity.LETS_IN),
        found_in(ROOT, Severity.LETS_IN),
    )
    assert [
        (cause.check.name, sorted(check.name for check in cause.also)) for cause in grouped
    ] == [("signature/wrong", ["signature/missing", "signature/stale"])]


@pytest.mark.parametrize(("fine", "number"), [(0, 1), (1, 1), (2, 2)])
def test_a_check_with_mostly_good_cases_explains_none(fine: int, number: int) -> None:
    grouped = grouped_from(
        found_in(MISSING, Severity.LETS_IN), found_in(ROOT, Severity.LETS_IN), fine=fine
    )
    assert len(grouped) == number


def test_nothing_explains_across_channels() -> None:
    here, there = (
        found_in(MISSING, Severity.LETS_IN),
        found_in(MISSING, Severity.LETS_IN, channel="ucloud.umedia.slice"),
    )
    grouped = grouped_from(here, there, found_in(ROOT, Severity.LETS_IN))
    assert [(cause.check.name, cause.also) for cause in grouped] == [
        ("signature/wrong", (MISSING,)),
        ("signature/missing", ()),
    ]
    assert grouped[1].failures == (there,)


def test_nothing_explains_a_harm_of_another_kind() -> None:
    grouped = grouped_from(found_in(MISSING, Severity.CRASHES), found_in(ROOT, Severity.LETS_IN))
    assert [cause.name for cause in grouped] == [
        "lets strangers in: signature/wrong",
        "crashes: signature/missing",
    ]


def test_what_answers_give_away_is_one_cause() -> None:
    quiet = CHECKS["answer/payload"]
    found = [found_in(quiet, Severity.TELLS, name=name) for name in ("a", "b")]
    refused = replace(found[1], answer=status(400))
    (group,) = grouped_from(found[0], refused)
    assert group.name == "says too much: answer/payload"
    assert len(group.failures) == 2


def test_too_many_requests_are_no_failure() -> None:
    result = attempt(ACCEPT, status(200), status(429))
    assert came_too_fast(result)
    assert failure(result, Profile()) is None


def test_what_was_fetched_is_not_what_was_stored() -> None:
    fetched = failure(replace(attempt(SURVIVE, status(200)), fetched=("/url",)), Profile())
    lost = failure(attempt(ACCEPT, status(200), stored=0, allowed=(1, 1)), Profile())
    assert fetched is not None
    assert lost is not None
    assert (fetched.reply, fetched.is_counted) == ("fetched", False)
    assert (lost.reply, lost.is_counted) == ("stored", True)


@pytest.mark.parametrize(
    ("check", "severity", "option"),
    [
        ("signature/wrong", Severity.LETS_IN, "--relax"),
        ("answer/payload", Severity.TELLS, "--relax"),
        ("syntax/cut", Severity.FAILS, "--skip"),
        ("fetch/stranger", Severity.FETCHES, "--skip"),
        ("repeat/after-window", Severity.REPEATS, "--skip"),
        ("run/sometimes", Severity.REFUSES, "--skip"),
    ],
)
def test_a_cause_is_accepted_by_what_helps(check: str, severity: Severity, option: str) -> None:
    (group,) = grouped_from(found_in(CHECKS[check], severity))
    assert relaxation(group) == f"{option} {check}"


def test_where_the_control_is_not_taken_the_others_tell_nothing() -> None:
    check = Check("signature/lifetime", ACCEPT, "an expiry", "It is none.")
    batch = RequestBatch((Request("http://x/", {}, b"{}"),) * 2, has_control=True)
    case = Case("tencent.vod/signature/lifetime", check, "tencent.vod", lambda _: batch)

    def found(*codes: int) -> Severity | None:
        answers = tuple(map(status, codes))
        failed = failure(CaseResult(case, batch, answers), Profile())
        return failed.severity if failed else None

    assert found(200, 200) is None
    assert found(200, 401) is Severity.REFUSES
    assert found(401, 401) is None
    assert found(204, 204) is None
