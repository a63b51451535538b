from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.support.endpoints import CHANNELS, cases_of, decision_on, endpoint_at, requests_of
from vodhooks.fuzzer.attacks import every_case
from vodhooks.fuzzer.checks import CHECKS, Expectation, Severity
from vodhooks.receiver.decide import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint

TAKEN = {Outcome.ACCEPTED, Outcome.UNKNOWN}
WHY = {
    "syntax": Outcome.NOT_JSON,
    "size": Outcome.NOT_JSON,
    "signature": Outcome.NOT_AUTHENTIC,
    "token": Outcome.NOT_AUTHENTIC,
    "contract": Outcome.QUARANTINED,
}
"""Why a receiver refuses what has to be refused, by the folder of the check."""
ALIKE = {"syntax/no-object", "contract/signature", "signature/mistyped"}
"""Checks whose deliveries may be refused for one reason as well as for another."""
UNUSED = {"contract/closed", "contract/value"}
"""No contract has rules of these kinds yet that no other rule implies."""

each_channel = pytest.mark.parametrize("channel", CHANNELS)
armed = pytest.mark.parametrize("secret", [True, False], ids=["with-secrets", "without"])


def decisions(endpoint: Endpoint) -> Iterator[tuple[Case, Outcome]]:
    """Decide on whatever tells something and is delivered as it is: encodings and methods are the server's business."""
    for case in every_case(endpoint):
        if case.check.expectation is not Expectation.SURVIVE:
            for request in requests_of(case, endpoint):
                if request.method != "POST":
                    continue
                yield case, decision_on(request, endpoint).outcome


@each_channel
@armed
def test_the_expectation_is_what_the_contract_decides(channel: str, secret: bool) -> None:  # noqa: FBT001 # a parameter of the test
    wrong = [
        f"{case.name}: {outcome}"
        for case, outcome in decisions(endpoint_at(channel, secret=secret, token=secret))
        if (outcome in TAKEN) is not (case.check.expectation is Expectation.ACCEPT)
    ]
    assert not wrong


@each_channel
def test_each_refusal_is_for_the_fault_of_the_case(channel: str) -> None:
    wrong = [
        f"{case.name}: {outcome}"
        for case, outcome in decisions(endpoint_at(channel))
        if case.check.expectation is not Expectation.ACCEPT
        if case.check.name not in ALIKE
        if outcome is not WHY.get(case.check.name.partition("/")[0], outcome)
    ]
    # A body that is no object cannot be signed.
    assert not [
        name
        for name in wrong
        if not re.search(r"/contract/type/([a-z_]+/)?[a-z-]+: not-authentic$", name)
    ]


@each_channel
@armed
def test_names_are_unique_and_the_same_every_time(channel: str, secret: bool) -> None:  # noqa: FBT001 # a parameter of the test
    names = [case.name for case in every_case(endpoint_at(channel, secret=secret))]
    assert Counter(names).most_common(1)[0][1] == 1
    assert names == [case.name for case in every_case(endpoint_at(channel, secret=secret))]


@each_channel
def test_a_case_name_needs_no_quotes_in_a_shell(channel: str) -> None:
    for name, case in cases_of(endpoint_at(channel)).items():
        assert (name + "/").startswith(f"{channel}/{case.check.name}/")
        assert re.fullmatch(r"[A-Za-z0-9_./-]+", name)


def test_every_check_has_cases_and_implies_checks() -> None:
    used = [
        case.check.name
        for channel in CHANNELS
        for secret in (True, False)
        for case in every_case(endpoint_at(channel, secret=secret))
    ]
    apart = {"generated/", "run/", "answer/", "own/"}
    declared = [check for check in CHECKS.values() if check.folder not in apart]
    assert {check.name for check in declared} - set(used) == UNUSED
    assert {check.implied_by for check in declared} - {None} <= set(used)


def test_what_is_expected_is_as_bad_as_it_says() -> None:
    assert {
        check.expectation: check.severity for check in CHECKS.values() if check.harm is None
    } == {
        Expectation.ACCEPT: Severity.LOSES,
        Expectation.REFUSE: Severity.ACCEPTS,
        Expectation.DENY: Severity.LETS_IN,
        Expectation.SURVIVE: Severity.CRASHES,
        Expectation.KEEP_QUIET: Severity.TELLS,
    }


@each_channel
def test_there_are_many_cases_and_not_too_many(channel: str) -> None:
    # A channel may have dozens of messages.
    assert 500 < len(cases_of(endpoint_at(channel))) < 2_500
