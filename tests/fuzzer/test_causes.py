"""One bug is one cause: which failures belong together, and which of them shows it."""

from __future__ import annotations

import orjson
import pytest

from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.causes import FailureGroup, group_failures
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.conditions import Condition
from vodhooks.fuzzer.failures import CaseResult, Failure
from vodhooks.fuzzer.hints import hint, relaxation
from vodhooks.payloads.generator import UNKNOWN_PROPERTY
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import Request, RequestBatch
from vodhooks.vendor.scripts import Script

CHANNEL = "polyv.video_outline"
MESSAGE = f"{CHANNEL}.generate_fail"
FAILS, ACCEPTS, REFUSES, REPEATS = (
    Severity.FAILS,
    Severity.ACCEPTS,
    Severity.REFUSES,
    Severity.REPEATS,
)


def failed(
    severity: Severity,
    check: str,
    detail: str = "0",
    *,
    status: int | None = 500,
    place: str = "",
    body: bytes = b"{}",
    confirmed: bool = True,
    is_copy: bool = False,
    condition: Condition | None = None,
    channel: str = CHANNEL,
) -> Failure:
    batch = RequestBatch((Request("http://127.0.0.1:9/", {}, body),))
    case = Case(
        f"{channel}/{check}/{detail}",
        CHECKS[check],
        channel,
        lambda _: batch,
        message=MESSAGE if place else "",
        place=place,
    )
    answer = Answer(status, 0.1) if status else None
    result = CaseResult(case, batch, (Answer(200, 0.1),))
    cause = condition.check if condition else None
    return Failure(severity, result, answer, "", cause, confirmed, is_copy)


def grouped(*failures: Failure, fine: int = 100) -> list[FailureGroup]:
    """Group failures, where so many cases of each check have come out right."""
    right = [
        Case(f"{CHANNEL}/{name}/{number}", CHECKS[name], CHANNEL, lambda _: RequestBatch(()))
        for name in {found.check.name for found in failures}
        for number in range(fine)
    ]
    return group_failures(failures, [*(found.result.case for found in failures), *right])


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        # the same place
        (
            failed(FAILS, "contract/type", place="/taskId"),
            failed(FAILS, "contract/out-of-bounds", place="/taskId"),
            1,
        ),
        (
            failed(FAILS, "contract/type", place="/taskId"),
            failed(FAILS, "contract/out-of-bounds", place="/vid"),
            2,
        ),
        # another answer, or another harm
        (
            failed(FAILS, "contract/type", place="/taskId"),
            failed(FAILS, "contract/missing", place="/taskId", status=503),
            2,
        ),
        (
            failed(ACCEPTS, "contract/type", place="/taskId", status=200),
            failed(FAILS, "contract/missing", place="/taskId"),
            2,
        ),
        # the same check
        (
            failed(FAILS, "contract/type", place="/taskId"),
            failed(FAILS, "contract/type", "1", place="/vid"),
            1,
        ),
        # the same step of a receiver
        (failed(FAILS, "syntax/cut"), failed(FAILS, "syntax/encoding"), 1),
        (failed(ACCEPTS, "syntax/cut"), failed(ACCEPTS, "syntax/encoding"), 2),
        (
            failed(FAILS, "signature/type"),
            failed(FAILS, "contract/signature", place="/sign"),
            1,
        ),
        (failed(FAILS, "contract/number", place="/taskId"), failed(FAILS, "size/number"), 1),
        # the same event once more
        (failed(FAILS, "repeat/same"), failed(FAILS, "contract/number", is_copy=True), 1),
        (failed(FAILS, "repeat/same"), failed(FAILS, "contract/number"), 2),
        (
            failed(REPEATS, "repeat/signed-afresh", status=None),
            failed(REPEATS, "repeat/rewritten", status=None),
            1,
        ),
        # a member that the contract does not know
        (
            failed(REFUSES, "contract/unknown-member", status=422),
            failed(
                REFUSES,
                "repeat/other-body",
                status=422,
                body=orjson.dumps({UNKNOWN_PROPERTY: 1}),
            ),
            1,
        ),
        # what every delivery is made of
        (
            failed(REFUSES, "contract/sample", status=422),
            failed(REFUSES, "token/escaped", status=422),
            1,
        ),
        (
            failed(REFUSES, "contract/sample", status=422),
            failed(REFUSES, "contract/null", status=422, place="/vid"),
            2,
        ),
        # a payload that was made up, and one that was changed on purpose
        (
            failed(ACCEPTS, "contract/missing", status=200, place="/vid"),
            failed(ACCEPTS, "generated/invalid", status=200, place="/vid"),
            1,
        ),
        (
            failed(FAILS, "contract/long", place="/vid"),
            failed(FAILS, "generated/valid"),
            1,
        ),
        # whatever harm it does, it happens under the same condition
        (
            failed(FAILS, "contract/long", condition=Condition.UNDER_LOAD),
            failed(Severity.SLOW, "token/escaped", condition=Condition.UNDER_LOAD),
            1,
        ),
        (
            failed(FAILS, "contract/long", condition=Condition.UNDER_LOAD),
            failed(FAILS, "contract/long", condition=Condition.REUSED_CONNECTION),
            2,
        ),
    ],
)
def test_failures_of_one_cause_are_grouped(first: Failure, second: Failure, number: int) -> None:
    groups = grouped(first, second)
    assert len(groups) == number
    shown = [found for group in groups for found in group.failures]
    assert {id(found) for found in shown} == {id(first), id(second)}


def test_a_cause_knows_all_of_its_names_and_places() -> None:
    (group,) = grouped(
        failed(FAILS, "contract/type", "0", place="/taskId"),
        failed(FAILS, "contract/type", "1", place="/vid"),
        failed(FAILS, "contract/out-of-bounds", place="/taskId"),
    )
    assert group.names == {"fails: contract/type", "fails: contract/out-of-bounds"}
    assert group.places == {"/taskId": 2, "/vid": 1}


def test_what_was_seen_again_comes_before_what_is_plainer() -> None:
    small = failed(FAILS, "contract/type", "small", confirmed=False)
    large = failed(FAILS, "contract/type", "large", body=b'{"a": 1}')
    tiny = failed(FAILS, "contract/type", "tiny", body=b"[]")
    (group,) = grouped(small, large, tiny)
    assert group.failures == (tiny, large, small)


def test_an_odd_case_does_not_name_a_cause() -> None:
    odd = failed(FAILS, "syntax/not-json", body=b"")
    others = [failed(FAILS, "syntax/encoding", str(each), body=b"[]") for each in range(3)]
    cases = [one.result.case for one in others]
    cases += [failed(FAILS, "syntax/not-json", str(each)).result.case for each in range(3)]
    (group,) = group_failures([odd, *others], cases)
    assert group.name == "fails: syntax/encoding"


def test_causes_are_ranked_by_harm_and_then_by_plainness() -> None:
    groups = grouped(
        failed(REFUSES, "token/escaped", status=400),
        failed(ACCEPTS, "syntax/number", status=200, body=b"[NaN]"),
        failed(ACCEPTS, "contract/type", status=200, body=b'{"taskId": "7"}'),
        failed(Severity.LETS_IN, "signature/wrong", status=200),
    )
    assert [group.check.name for group in groups] == [
        "signature/wrong",
        "contract/type",
        "syntax/number",
        "token/escaped",
    ]


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("severity", Severity)
def test_every_cause_has_a_hint_and_a_line_that_accepts_it(severity: Severity, name: str) -> None:
    check = CHECKS[name]
    case = Case(f"{CHANNEL}/{name}", check, CHANNEL, lambda _: Script(()))
    found = Failure(severity, CaseResult(case, Script(()), ()), None, "")
    group = FailureGroup(severity, check, (found,))
    assert hint(group).endswith(".")
    assert not hint(group).startswith("Look into")
    assert relaxation(group) in {f"--relax {name}", f"--skip {name}"}
