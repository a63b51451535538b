"""What becomes a finding, how bad it is, and which findings have the same cause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vodhooks.fuzzing.cases import Case, Expectation, Family, Volley
from vodhooks.fuzzing.judging import Cause, Finding, Harm, Tried, causes, finding
from vodhooks.fuzzing.profiles import Profile
from vodhooks.fuzzing.targets import Answer
from vodhooks.sending.requests import Request

CHANNEL = "polyv.video_outline"
ROOT = Family("signature/wrong", Expectation.DENY, "a wrong sign", "Anybody can send it.")
MISSING = Family("signature/missing", Expectation.DENY, "no sign", "Anybody can send it.", implied_by="signature/wrong")


def attempt(
    expectation: Expectation,
    *answers: Answer,
    may_close: bool = False,
    stored: int | None = None,
    allowed: tuple[int, int] | None = None,
) -> Tried:
    family = replace(ROOT, expectation=expectation, may_close=may_close)
    request = Request("http://127.0.0.1:9/", {}, b"{}")
    volley = Volley((request,) * len(answers), stored=allowed)
    return Tried(Case(f"{CHANNEL}/{family.name}", family, CHANNEL, lambda _: volley), volley, answers, stored)


def status(code: int, seconds: float = 0.01) -> Answer:
    return Answer(code, seconds)


ACCEPT, REFUSE, DENY, SURVIVE = Expectation
BROKEN_OFF = Answer(None, 0.1, "broken off")
TIMED_OUT = Answer(None, 20.0, "timed out")


@pytest.mark.parametrize(
    ("expectation", "answer", "harm"),
    [
        (ACCEPT, status(200), None),
        (ACCEPT, status(204), Harm.LOSES),
        (ACCEPT, status(302), Harm.LOSES),
        (ACCEPT, status(422), Harm.REFUSES),
        (ACCEPT, status(500), Harm.CRASHES),
        (ACCEPT, status(200, 6.0), Harm.SLOW),
        (REFUSE, status(400), None),
        (REFUSE, status(401), None),
        (REFUSE, status(200), Harm.ACCEPTS),
        (REFUSE, status(302), Harm.ACCEPTS),
        (REFUSE, status(503), Harm.CRASHES),
        (REFUSE, status(400, 6.0), Harm.SLOW),
        (DENY, status(403), None),
        (DENY, status(200), Harm.LETS_IN),
        (DENY, status(500), Harm.CRASHES),
        (SURVIVE, status(200), None),
        (SURVIVE, status(400), None),
        (SURVIVE, status(302), None),
        (SURVIVE, status(500), Harm.CRASHES),
        (SURVIVE, status(200, 6.0), Harm.SLOW),
        *[(expectation, BROKEN_OFF, Harm.CRASHES) for expectation in Expectation],
        *[(expectation, TIMED_OUT, Harm.SLOW) for expectation in Expectation],
        (ACCEPT, Answer(None, 0.1, "not connected"), Harm.CRASHES),
    ],
)
def test_an_answer_is_judged_by_what_is_expected(expectation: Expectation, answer: Answer, harm: Harm | None) -> None:
    found = finding(attempt(expectation, answer), Profile())
    assert (found.harm if found else None) is harm


def test_some_requests_may_be_ended_without_an_answer() -> None:
    assert finding(attempt(REFUSE, BROKEN_OFF, may_close=True), Profile()) is None
    late = replace(BROKEN_OFF, seconds=21.0)
    assert finding(attempt(REFUSE, late, may_close=True), Profile()) is not None


@pytest.mark.parametrize(
    ("expectation", "stored", "harm"),
    [
        (ACCEPT, 1, None),
        (ACCEPT, 2, None),
        (ACCEPT, 0, Harm.LOSES),
        (ACCEPT, 3, Harm.REPEATS),
        (DENY, 3, Harm.LETS_IN),
        (ACCEPT, None, None),
    ],
)
def test_the_number_of_stored_events_is_judged_where_it_was_counted(
    expectation: Expectation, stored: int | None, harm: Harm | None
) -> None:
    fine = status(200 if expectation is ACCEPT else 401)
    found = finding(attempt(expectation, fine, stored=stored, allowed=(1, 2)), Profile())
    assert (found.harm if found else None) is harm


def test_the_worst_answer_of_several_decides() -> None:
    found = finding(attempt(ACCEPT, status(200), status(422), status(204), status(500)), Profile())
    assert found is not None
    assert (found.harm, found.answer) == (Harm.LOSES, status(204))
    assert found.observed == "answered 204; only 200 is success to the vendor"


def test_what_was_answered_wrongly_need_not_have_been_stored() -> None:
    found = finding(attempt(ACCEPT, status(422), stored=0, allowed=(1, 1)), Profile())
    assert found is not None
    assert found.harm is Harm.REFUSES


def test_a_profile_has_its_own_success_and_refusals() -> None:
    profile = Profile(success={CHANNEL: (202,)}, refusals=frozenset({418}))
    assert finding(attempt(ACCEPT, status(202)), profile) is None
    assert finding(attempt(REFUSE, status(418)), profile) is None
    refused = finding(attempt(REFUSE, status(400)), profile)
    assert refused is not None
    assert refused.harm is Harm.ACCEPTS


def found_in(family: Family, harm: Harm, body: bytes = b"{}", name: str = "x", channel: str = CHANNEL) -> Finding:
    volley = Volley((Request("http://127.0.0.1:9/", {}, body),))
    case = Case(f"{channel}/{family.name}/{name}", family, channel, lambda _: volley)
    return Finding(harm, Tried(case, volley, (status(200),)), status(200), "answered 200")


def grouped_from(*findings: Finding, fine: int = 0) -> list[Cause]:
    """Group findings by cause, where `fine` cases of the root's family have come out right."""
    right = [Case(f"{CHANNEL}/{ROOT.name}/{number}", ROOT, CHANNEL, lambda _: Volley(())) for number in range(fine)]
    return causes(findings, [*(found.tried.case for found in findings), *right])


def test_findings_are_grouped_by_cause_with_the_worst_first_and_the_smallest_request_in_front() -> None:
    crash = found_in(ROOT, Harm.CRASHES)
    long, short = found_in(MISSING, Harm.LETS_IN, b'{"a": 1}'), found_in(MISSING, Harm.LETS_IN, b"{}")
    grouped = grouped_from(crash, long, short)
    assert [cause.name for cause in grouped] == ["lets strangers in: signature/missing", "crashes: signature/wrong"]
    assert grouped[0].findings == (short, long)


def test_what_another_finding_explains_goes_under_that_one() -> None:
    stale = Family("signature/stale", DENY, "an old sign", "It was seen.", implied_by="signature/missing")
    grouped = grouped_from(found_in(stale, Harm.LETS_IN), found_in(MISSING, Harm.LETS_IN), found_in(ROOT, Harm.LETS_IN))
    assert [(cause.family.name, sorted(family.name for family in cause.also)) for cause in grouped] == [
        ("signature/wrong", ["signature/missing", "signature/stale"])
    ]


@pytest.mark.parametrize(("fine", "number"), [(0, 1), (1, 1), (2, 2)])
def test_a_family_of_which_most_cases_are_fine_explains_nothing(fine: int, number: int) -> None:
    grouped = grouped_from(found_in(MISSING, Harm.LETS_IN), found_in(ROOT, Harm.LETS_IN), fine=fine)
    assert len(grouped) == number


def test_nothing_is_explained_by_what_was_found_on_another_channel() -> None:
    here, there = found_in(MISSING, Harm.LETS_IN), found_in(MISSING, Harm.LETS_IN, channel="ucloud.umedia.slice")
    grouped = grouped_from(here, there, found_in(ROOT, Harm.LETS_IN))
    assert [(cause.family.name, cause.also) for cause in grouped] == [("signature/missing", ()), ("signature/wrong", (MISSING,))]
    assert grouped[0].findings == (there,)


def test_nothing_is_explained_by_a_harm_of_another_kind() -> None:
    grouped = grouped_from(found_in(MISSING, Harm.CRASHES), found_in(ROOT, Harm.LETS_IN))
    assert [cause.name for cause in grouped] == ["lets strangers in: signature/wrong", "crashes: signature/missing"]
