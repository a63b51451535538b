from __future__ import annotations

from collections import Counter
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from tests.support.messages import VARIED_MESSAGES
from vodhooks.errors import MessageNotFound
from vodhooks.payloads.samples import examples
from vodhooks.payloads.shapes import shapes
from vodhooks.testing import Boundary, BoundaryPayload, every_boundary
from vodhooks.validation import validator

MESSAGES = VARIED_MESSAGES
FAIL = "polyv.video_outline.generate_fail"
REVIEW = "tencent.vod.review_audio_video_complete"
PORN = "ucloud.umedia.porn"
EVENT = "ReviewAudioVideoCompleteEvent"

each_message = pytest.mark.parametrize("message", MESSAGES)


@cache
def cases(message: str) -> dict[str, BoundaryPayload]:
    return {case.name: case for case in every_boundary(message)}


def payload(message: str, name: str) -> Any:
    return cases(message)[name].payload


@each_message
def test_the_contract_accepts_each_case(message: str) -> None:
    contract = validator(message)
    for case in every_boundary(message):
        assert contract.accepts(case.payload), case.name
        drifts = not contract.accepts_without_drift(case.payload)
        assert (
            drifts is (case.boundary is Boundary.UNKNOWN_VALUE)
            or case.boundary is Boundary.UNKNOWN_MEMBER
        ), case.name


@each_message
def test_names_are_unique(message: str) -> None:
    assert Counter(case.name for case in every_boundary(message)).most_common(1)[0][1] == 1


@each_message
def test_the_cases_are_the_same_every_time(message: str) -> None:
    first = list(every_boundary(message))
    kept = deepcopy(first)
    for case in first:
        if isinstance(case.payload, dict):
            case.payload.clear()
    assert list(every_boundary(message)) == kept


def test_bounds_are_met_exactly() -> None:
    assert payload(FAIL, "taskId/maximum")["taskId"] == 2**63 - 1
    assert payload(FAIL, "timestamp/minimum")["timestamp"] == 10**12
    assert len(payload(REVIEW, f"{EVENT}/SessionId/maxLength")[EVENT]["SessionId"]) == 50


def test_lengths_are_counted_in_characters() -> None:
    text = payload(REVIEW, f"{EVENT}/SessionId/maxLength-of-astral-characters")[EVENT]["SessionId"]
    assert (len(text), len(text.encode("utf-16-le"))) == (50, 200)


def test_a_whole_number_may_be_spelled_as_a_fraction() -> None:
    number = payload(FAIL, "taskId/as-fraction")["taskId"]
    assert (number, type(number)) == (2, float)


def test_optional_members_are_absent_and_there_alone() -> None:
    full, sparse = payload(REVIEW, "fullest"), payload(REVIEW, "sparsest")
    task = examples(REVIEW)[0][EVENT]["TaskId"]
    assert sparse == {"EventType": "ReviewAudioVideoComplete", EVENT: {"TaskId": task}}
    assert full[EVENT]["Output"]["CoverReviewResult"]["SegmentSet"][0]["AreaCoordSet"] == [1]
    without = payload(REVIEW, f"{EVENT}/Status/absent")
    assert without == {
        **full,
        EVENT: {key: value for key, value in full[EVENT].items() if key != "Status"},
    }
    assert payload(REVIEW, f"{EVENT}/Status/alone")[EVENT] == {
        "TaskId": task,
        "Status": "PROCESSING",
    }


def test_what_is_required_is_never_absent() -> None:
    assert "vid/absent" not in cases(FAIL)


def test_each_alternative_has_a_shape() -> None:
    assert [shape.name for shape in shapes(PORN)] == [
        "UcloudUmediaPornSuccess",
        "UcloudUmediaPornFailure",
    ]
    assert [shape.name for shape in shapes("tencent.vod.pull_events")] == [
        "TencentVodPullEventsFailure",
        "TencentVodPullEventsResult",
    ]
    assert [shape.name for shape in shapes(FAIL)] == [""]


def test_each_kind_of_boundary_is_met_somewhere() -> None:
    assert {case.boundary for message in MESSAGES for case in cases(message).values()} == set(
        Boundary
    )


def test_an_unknown_message_is_not_found() -> None:
    with pytest.raises(MessageNotFound):
        list(every_boundary("acme"))
