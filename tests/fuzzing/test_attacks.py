from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from aims import CHANNELS, aim_at, cases_of, decision_on, requests_of

from vodhooks.fuzzing.attacks import MODULES, every_case
from vodhooks.fuzzing.cases import Expectation, Family
from vodhooks.receiving.decide import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case

TAKEN = {Outcome.ACCEPTED, Outcome.UNKNOWN}
WHY = {
    "syntax": Outcome.NOT_JSON,
    "size": Outcome.NOT_JSON,
    "signature": Outcome.NOT_AUTHENTIC,
    "token": Outcome.NOT_AUTHENTIC,
    "contract": Outcome.QUARANTINED,
}
"""Why a receiver refuses what has to be refused, by the folder of the family."""
ALIKE = {"syntax/no-object", "contract/signature"}
"""Families whose deliveries may be refused for one reason as well as for another."""
UNUSED = {"contract/closed", "contract/value"}
"""No contract has rules of these kinds yet that no other rule implies."""

each_channel = pytest.mark.parametrize("channel", CHANNELS)
armed = pytest.mark.parametrize("secret", [True, False], ids=["with-secrets", "without"])


def decisions(aim: Aim) -> Iterator[tuple[Case, Outcome]]:
    """Decide on whatever tells something and is delivered as it is: encodings are the server's business."""
    for case in every_case(aim):
        if case.family.expectation is not Expectation.SURVIVE:
            for request in requests_of(case, aim):
                yield case, decision_on(request, aim).outcome


@each_channel
@armed
def test_what_is_expected_is_what_the_contract_decides(channel: str, secret: bool) -> None:  # noqa: FBT001 # a parameter of the test
    wrong = [
        f"{case.name}: {outcome}"
        for case, outcome in decisions(aim_at(channel, secret=secret, token=secret))
        if (outcome in TAKEN) is not (case.family.expectation is Expectation.ACCEPT)
    ]
    assert not wrong


@each_channel
def test_what_has_to_be_refused_is_refused_for_what_is_wrong_with_it(channel: str) -> None:
    wrong = [
        f"{case.name}: {outcome}"
        for case, outcome in decisions(aim_at(channel))
        if case.family.expectation is not Expectation.ACCEPT
        if case.family.name not in ALIKE
        if outcome is not WHY.get(case.family.name.partition("/")[0], outcome)
    ]
    # A body that is no object cannot be signed.
    assert not [name for name in wrong if not re.search(r"/contract/type/([a-z_]+/)?[a-z-]+: not-authentic$", name)]


@each_channel
@armed
def test_names_are_unique_and_the_same_every_time(channel: str, secret: bool) -> None:  # noqa: FBT001 # a parameter of the test
    names = [case.name for case in every_case(aim_at(channel, secret=secret))]
    assert Counter(names).most_common(1)[0][1] == 1
    assert names == [case.name for case in every_case(aim_at(channel, secret=secret))]


@each_channel
def test_a_name_says_channel_and_family_and_needs_no_quotes_in_a_shell(channel: str) -> None:
    for name, case in cases_of(aim_at(channel)).items():
        assert (name + "/").startswith(f"{channel}/{case.family.name}/")
        assert re.fullmatch(r"[A-Za-z0-9_./-]+", name)


def test_every_family_has_cases_and_what_implies_it_is_a_family() -> None:
    used = {
        case.family.name
        for channel in CHANNELS
        for secret in (True, False)
        for case in every_case(aim_at(channel, secret=secret))
    }
    declared = [family for name in MODULES for family in families(name)]
    assert {family.name for family in declared} - used == UNUSED
    assert {family.implied_by for family in declared} - {None} <= used


@each_channel
def test_there_are_many_cases_and_not_too_many(channel: str) -> None:
    assert 500 < len(cases_of(aim_at(channel))) < 1_800


def families(module: str) -> Iterator[Family]:
    """Yield the families that a module declares, whether alone or in a table."""
    for value in vars(import_module(f"vodhooks.fuzzing.attacks.{module}")).values():
        members: Mapping[object, object] = value if isinstance(value, dict) else {}
        yield from (item for item in (value, *members.values()) if isinstance(item, Family))
