from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from tests.support.messages import VARIED_MESSAGES
from vodhooks import Event, parse
from vodhooks.catalogue import catalogue
from vodhooks.errors import MessageNotFound
from vodhooks.testing import BrokenPayload, faults, payloads
from vodhooks.validation import validate

MESSAGES = catalogue().messages
REVIEW = "tencent.vod.review_audio_video_complete"

each_message = pytest.mark.parametrize("message", VARIED_MESSAGES)
# How fast the machine is, is not the question here.
patient = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
thorough = settings(patient, max_examples=2000, phases=[Phase.generate])


def task(payload: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = payload["ReviewAudioVideoCompleteEvent"]
    return found


@each_message
@patient
@given(data=st.data())
def test_payloads_keep_the_contract_and_do_not_drift(message: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(message))
    event = parse(orjson.dumps(payload), MESSAGES[message].channel or message)
    assert isinstance(event, Event)
    assert (event.message, event.payload, event.drifts) == (message, payload, False)


@each_message
@patient
@given(data=st.data())
def test_payloads_with_drift_keep_the_contract(message: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(message, drift=True))
    assert validate(payload, message).violations == ()


@each_message
@patient
@given(data=st.data())
def test_faults_break_one_rule_where_they_say(message: str, data: st.DataObject) -> None:
    fault = data.draw(faults(message))
    assert isinstance(fault, BrokenPayload)
    violations = validate(fault.payload, message).violations
    assert [(item.instance_pointer, item.keyword) for item in violations] == [
        (fault.pointer, fault.keyword)
    ]


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("ucloud.umedia.slice", lambda payload: payload["retcode"] == 0),
        ("ucloud.umedia.slice", lambda payload: payload["retcode"] != 0 and payload.get("duration", 0) is None),
        (REVIEW, lambda payload: task(payload).keys() == {"TaskId"}),
        (REVIEW, lambda payload: task(payload).get("Output", 0) is None),
        (REVIEW, lambda payload: len(task(payload).get("SessionId") or "") == 50),
        (REVIEW, lambda payload: isinstance(payload.get("T"), str)),
        ("polyv.video_outline.generate_fail", lambda payload: payload["timestamp"] == 10**13 - 1),
        ("polyv.video_outline.generate_fail", lambda payload: payload["taskId"] == 2**63 - 1),
        ("tencent.vod.pull_events", lambda payload: "Error" in payload["Response"]),
        ("tencent.vod.pull_events", lambda payload: payload["Response"].get("EventSet", 0) is None),
    ],
)  # fmt: skip
def test_payloads_reach_every_branch_nulls_and_bounds(message: str, wanted: Any) -> None:
    assert wanted(find(payloads(message), wanted, settings=thorough))


@pytest.mark.parametrize(
    ("message", "pointer"),
    [
        (REVIEW, "/ReviewAudioVideoCompleteEvent/Status"),
        ("ucloud.umedia.porn", "/invalid_image_list/0/label"),
    ],
)
def test_only_drifting_payloads_hold_new_list_values(message: str, pointer: str) -> None:
    def drifts(payload: Any) -> bool:
        return any(
            item.instance_pointer == pointer and item.keyword == "anyOf"
            for item in validate(payload, message).drift
        )

    assert find(payloads(message, drift=True), drifts, settings=thorough)
    with pytest.raises(NoSuchExample):
        find(payloads(message), drifts, settings=patient)


def test_only_drifting_payloads_hold_further_members() -> None:
    def drifts(payload: Any) -> bool:
        return any(
            item.keyword == "additionalProperties"
            for item in validate(payload, "ucloud.umedia.slice").drift
        )

    assert find(payloads("ucloud.umedia.slice", drift=True), drifts, settings=thorough)
    with pytest.raises(NoSuchExample):
        find(payloads("ucloud.umedia.slice"), drifts, settings=patient)


def test_faults_shrink_to_a_small_payload() -> None:
    found = find(
        faults("ucloud.umedia.slice"),
        lambda fault: fault.pointer == "/message",
        settings=settings(thorough, phases=set(Phase)),
    )
    assert found.payload.keys() <= {"retcode", "task_id", "dest_video_url", "message"}


@pytest.mark.parametrize("strategy", [payloads, faults])
def test_an_unknown_message_is_not_found_at_once(strategy: Any) -> None:
    with pytest.raises(MessageNotFound):
        strategy("acme")
