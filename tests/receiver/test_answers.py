"""HTTP answers: problem details for every refusal, nothing but the status for success."""

from __future__ import annotations

from typing import get_args

import orjson
import pytest

from vodhooks.catalogue import catalogue, openapi
from vodhooks.classification import Classification, classify
from vodhooks.receiver.answers import SHOWN_VIOLATIONS, Refusal, answer, problem
from vodhooks.receiver.decide import Decision, Outcome, Reason, Rejection
from vodhooks.report import Report, Violation

DOCUMENT = orjson.loads(openapi())
PROBLEM = DOCUMENT["components"]["schemas"]["Problem"]


@pytest.mark.parametrize("channel", catalogue().channels)
@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.UNKNOWN])
def test_success_is_what_the_vendor_takes_for_success(channel: str, outcome: Outcome) -> None:
    answered = answer(Decision(outcome, channel, b"{}"))
    assert (answered.status, answered.body, answered.headers) == (200, b"", {})


def test_a_refusal_is_told_as_problem_details() -> None:
    answered = answer(
        Decision(
            Outcome.NOT_JSON, "tencent.vod", b"", rejection=Rejection(Reason.NOT_JSON, "empty")
        )
    )
    assert answered.headers == {"content-type": "application/problem+json"}
    assert orjson.loads(answered.body) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "empty",
    }


def test_a_broken_contract_is_shown_with_first_places() -> None:
    violations = tuple(
        Violation("type", f"/{n}", "/type", "expected a string", None)
        for n in range(SHOWN_VIOLATIONS + 5)
    )
    answered = answer(
        Decision(
            Outcome.QUARANTINED,
            "tencent.vod",
            b"",
            Classification(Outcome.QUARANTINED, refusal=Report("a.b", violations)),
            rejection=Rejection(Reason.CONTRACT, "/0: wrong"),
        )
    )
    shown = orjson.loads(answered.body)["violations"]
    assert [violation["pointer"] for violation in shown] == [
        f"/{n}" for n in range(SHOWN_VIOLATIONS)
    ]
    assert shown[0] == {"pointer": "/0", "keyword": "type", "message": "expected a string"}


def test_an_answer_asking_for_a_retry_says_when() -> None:
    assert problem(503, "later").headers["retry-after"] == "5"
    assert "retry-after" not in problem(400, "wrong").headers


def test_problem_details_have_only_documented_members() -> None:
    found = classify(b"{}", "ucloud.umedia.slice")
    rejection = Rejection(Reason.CONTRACT, "wrong")
    answered = answer(
        Decision(found.outcome, "ucloud.umedia.slice", b"{}", found, rejection=rejection)
    )
    document = orjson.loads(answered.body)
    assert document.keys() <= PROBLEM["properties"].keys()
    assert (
        document["violations"][0].keys()
        <= PROBLEM["properties"]["violations"]["items"]["properties"].keys()
    )


@pytest.mark.parametrize("channel", catalogue().channels)
def test_openapi_describes_each_possible_status(channel: str) -> None:
    success = answer(Decision(Outcome.ACCEPTED, channel, b"{}")).status
    assert set(DOCUMENT["webhooks"][channel]["post"]["responses"]) == {
        str(status) for status in (success, *get_args(Refusal)) if status != 404
    }
