"""Payloads of the user's own, of kinds without a contract."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
import pytest

from tests.support.endpoints import decision_on, endpoint_at, requests_of
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.attacks import own
from vodhooks.fuzzer.attacks.own import with_own
from vodhooks.fuzzer.checks import Expectation
from vodhooks.receiver.decide import Outcome

TENCENT, OUTLINE = "tencent.vod", "polyv.video_outline"
UPLOAD = {
    "EventType": "SomethingNew",
    "SomethingNewEvent": {"FileId": "5285485487985271487", "Tags": ["a b", "c"], "Size": 1},
    "Sign": "old",
    "T": 1,
}


def test_a_payload_goes_where_its_kind_is_kept() -> None:
    endpoints = with_own(endpoint_at(TENCENT).others, [UPLOAD])
    assert [name for name, endpoint in endpoints.items() if endpoint.own] == [TENCENT]
    (sample,) = [case for case in own.cases(endpoints[TENCENT]) if case.check.name == "own/sample"]
    (request,) = requests_of(sample, endpoints[TENCENT])
    payload = orjson.loads(request.body)
    assert payload["SomethingNewEvent"] == UPLOAD["SomethingNewEvent"]
    assert payload["Sign"] != "old"
    assert decision_on(request, endpoints[TENCENT]).outcome is Outcome.UNKNOWN


def test_a_payload_is_changed_at_each_place() -> None:
    endpoint = with_own(endpoint_at(TENCENT).others, [UPLOAD])[TENCENT]
    cases = {case.name: case for case in own.cases(endpoint)}
    assert f"{TENCENT}/own/shape/0/SomethingNewEvent/Tags/0/null" in cases
    for case in cases.values():
        for request in requests_of(case, endpoint):
            outcome = decision_on(request, endpoint).outcome
            if case.check.expectation is Expectation.ACCEPT:
                assert outcome is Outcome.UNKNOWN
            elif case.check.expectation is Expectation.DENY:
                assert outcome is Outcome.NOT_AUTHENTIC


@pytest.mark.parametrize(
    ("channels", "payload", "complaint"),
    [
        ([TENCENT, OUTLINE], {"EventType": "ReviewAudioVideoComplete"}, "has a contract"),
        ([TENCENT, OUTLINE], {"kind": "x"}, "fits no channel"),
        ([OUTLINE], {"callbackType": "generate_fail"}, "has a contract"),
    ],
)
def test_a_payload_that_fits_nowhere_is_refused(
    channels: list[str], payload: dict[str, Any], complaint: str
) -> None:
    endpoints = {name: endpoint_at(name) for name in channels}
    with pytest.raises(FuzzingError, match=complaint):
        with_own(endpoints, [payload])


def test_the_only_channel_takes_any_unknown_kind() -> None:
    endpoints = with_own({OUTLINE: endpoint_at(OUTLINE)}, [{"callbackType": "new"}, {"a": 1}])
    assert endpoints[OUTLINE].own == ({"callbackType": "new"}, {"a": 1})


def test_without_payloads_there_are_no_cases() -> None:
    assert list(own.cases(replace(endpoint_at(TENCENT), own=()))) == []
