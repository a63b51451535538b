from __future__ import annotations

from typing import Any

import pytest

from vodhooks.fuzzer.schemathesis.verdicts import (
    broken_members,
    broken_rule,
    keeps_contract,
    prepared,
)
from vodhooks.testing import example
from vodhooks.vendor.events import sample_signature

OUTLINE = "polyv.video_outline"
REVIEW = "tencent.vod"
SLICE = "ucloud.umedia.slice"

OUTLINED = example("polyv.video_outline.generate_success")
REVIEWED = example("tencent.vod.review_audio_video_complete")
SLICED = example("ucloud.umedia.slice")


def without(payload: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in payload.items() if key != name}


@pytest.mark.parametrize(
    ("channel", "payload", "broken"),
    [
        (OUTLINE, OUTLINED, set()),
        (OUTLINE, {**OUTLINED, "sign": "0" * 40, "timestamp": 1_000_000_000_000}, set()),
        (OUTLINE, {**OUTLINED, "sign": "0" * 39}, {"sign"}),
        (OUTLINE, {**OUTLINED, "timestamp": "1683622364265", "sign": None}, {"sign", "timestamp"}),
        (OUTLINE, without(OUTLINED, "timestamp"), {"timestamp"}),
        (REVIEW, REVIEWED, set()),
        (REVIEW, {**REVIEWED, "Sign": "anything", "T": "tomorrow"}, set()),
        (REVIEW, {**REVIEWED, "T": []}, {"T"}),
        (SLICE, {**SLICED, "sign": 7}, set()),
        (OUTLINE, ["sign"], set()),
        (OUTLINE, {**OUTLINED, "taskId": "30", "sign": "0" * 39}, set()),
    ],
)
def test_a_signature_stays_only_where_it_is_the_fault(
    channel: str, payload: Any, broken: set[str]
) -> None:
    made: Any = prepared(channel, payload)
    assert broken_members(channel, made) == broken
    if isinstance(payload, dict):
        assert {name: made.get(name, "missing") for name in broken} == {
            name: payload.get(name, "missing") for name in broken
        }


def test_preparing_twice_changes_nothing() -> None:
    made = prepared(OUTLINE, {**OUTLINED, "sign": "none"})
    assert prepared(OUTLINE, made) == made


def test_a_payload_to_sign_has_a_sample_signature() -> None:
    made = prepared(OUTLINE, OUTLINED)
    assert made == {**OUTLINED, **sample_signature("polyv-video-outline")}


@pytest.mark.parametrize(
    ("channel", "payload", "verdict"),
    [
        (OUTLINE, OUTLINED, True),
        (OUTLINE, {**OUTLINED, "sign": "none"}, False),
        (OUTLINE, {**OUTLINED, "taskId": "30"}, False),
        (OUTLINE, {**OUTLINED, "callbackType": "other"}, False),
        (OUTLINE, None, False),
        (REVIEW, REVIEWED, True),
        (REVIEW, {"EventType": "NotYetKnown"}, True),
        (REVIEW, {"EventType": "NotYetKnown", "EventHandle": 7}, None),
        (REVIEW, {"EventType": 7}, False),
        (SLICE, SLICED, True),
        (SLICE, {**SLICED, "duration": 7.0}, True),
        (SLICE, {**SLICED, "unknown": True}, True),
        (SLICE, {**SLICED, "retcode": 7.0}, None),
        (SLICE, {**SLICED, "retcode": 2**63}, None),
        (SLICE, {**SLICED, "retcode": -(2**63)}, True),
        (SLICE, {**SLICED, "retcode": 0.5}, False),
        (SLICE, {**SLICED, "retcode": True}, False),
    ],
)
def test_the_contract_says_where_receivers_may_differ(
    channel: str,
    payload: Any,
    verdict: bool | None,  # noqa: FBT001
) -> None:  # a case
    assert keeps_contract(channel, prepared(channel, payload)) is verdict


@pytest.mark.parametrize(
    ("channel", "payload", "rule"),
    [
        (SLICE, SLICED, ""),
        (REVIEW, {"EventType": "NotYetKnown"}, ""),
        (
            SLICE,
            {**SLICED, "task_id": 7},
            "ucloud.umedia.slice#/$defs/UcloudUmediaSliceSuccess/properties/task_id/type",
        ),
        (OUTLINE, {"callbackType": 7}, "/callbackType: expected a string"),
    ],
)
def test_the_broken_rule_has_a_name(channel: str, payload: Any, rule: str) -> None:
    assert broken_rule(channel, payload) == rule
