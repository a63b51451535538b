from __future__ import annotations

from collections import Counter
from copy import deepcopy

import pytest

from tests.support.messages import VARIED_MESSAGES
from vodhooks.catalogue import bundle
from vodhooks.errors import MessageNotFound
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.testing import BrokenPayload, every_break, every_fault
from vodhooks.validation import validate

MESSAGES = VARIED_MESSAGES
FAIL = "polyv.video_outline.generate_fail"

each_message = pytest.mark.parametrize("message", MESSAGES)


def cases(message: str) -> dict[str, BrokenPayload]:
    return {case.name: case for case in every_fault(message)}


@each_message
def test_each_case_breaks_one_rule_and_says_where(message: str) -> None:
    for case in every_fault(message):
        (violation,) = validate(case.payload, message).violations
        told = (violation.instance_pointer, violation.keyword, violation.schema_pointer)
        assert told == (case.pointer, case.keyword, case.schema_pointer), case.name


@each_message
def test_each_case_names_a_rule_of_the_bundle(message: str) -> None:
    for case in every_fault(message):
        assert case.message == message
        assert resolve(bundle(message), parse_pointer(case.rule)) is not ABSENT
        union = case.schema_pointer.endswith(("anyOf", "oneOf"))
        assert union or case.rule.startswith(case.schema_pointer)


@each_message
def test_names_are_unique(message: str) -> None:
    assert Counter(case.name for case in every_fault(message)).most_common(1)[0][1] == 1


@each_message
def test_the_cases_are_the_same_every_time(message: str) -> None:
    first = list(every_fault(message))
    kept = deepcopy(first)
    for case in first:
        if isinstance(case.payload, dict):
            case.payload.clear()
    assert list(every_fault(message)) == kept


def test_a_missing_member_is_a_case_by_its_name() -> None:
    case = cases(FAIL)["required/taskId"]
    assert (case.pointer, case.keyword, case.schema_pointer, case.rule) == (
        "",
        "required",
        "/required",
        "/required/3",
    )
    assert case.payload.keys() == {"sign", "timestamp", "callbackType", "vid"}


def test_a_pattern_is_broken_by_a_near_miss() -> None:
    case = cases(FAIL)["PolyvVideoOutlineSign/pattern"]
    assert (case.pointer, case.keyword) == ("/sign", "pattern")
    assert len(case.payload["sign"]) == 40


def test_bounds_are_broken_by_one() -> None:
    assert cases(FAIL)["PolyvVideoOutlineTimestamp/minimum"].payload["timestamp"] == 10**12 - 1
    assert cases(FAIL)["PolyvVideoOutlineTaskId/maximum"].payload["taskId"] == 2**63


def test_within_a_union_the_union_and_rule_are_named() -> None:
    case = cases("ucloud.umedia.porn")["UcloudUmediaCheckedImage/properties/label/anyOf/1/type"]
    assert (case.pointer, case.keyword) == ("/invalid_image_list/0/label", "anyOf")
    assert case.schema_pointer == "/$defs/UcloudUmediaCheckedImage/properties/label/anyOf"
    assert case.rule == "/$defs/UcloudUmediaCheckedImage/properties/label/anyOf/1/type"


def test_an_unknown_message_is_not_found() -> None:
    with pytest.raises(MessageNotFound):
        list(every_fault("acme"))


@each_message
def test_every_break_breaks_one_rule_and_says_where(message: str) -> None:
    for case in every_break(message):
        (violation,) = validate(case.payload, message).violations
        told = (violation.instance_pointer, violation.keyword, violation.schema_pointer)
        assert told == (case.pointer, case.keyword, case.schema_pointer), case.name


@each_message
def test_every_break_covers_every_fault_and_more(message: str) -> None:
    every, faults = list(every_break(message)), list(every_fault(message))
    alone = {case.rule for case in faults if case.keyword not in {"anyOf", "oneOf"}}
    assert alone <= {case.rule for case in every} <= {case.rule for case in faults}
    assert len(every) > len(faults)
    assert Counter(case.name for case in every).most_common(1)[0][1] == 1


def breaks(message: str) -> dict[str, BrokenPayload]:
    return {case.name: case for case in every_break(message)}


def test_a_rule_is_broken_at_every_place() -> None:
    names = breaks("tencent.vod.review_audio_video_complete")
    output = "ReviewAudioVideoCompleteEvent/Output"
    assert {
        f"{output}/Suggestion/integer",
        f"{output}/SegmentSet/0/Suggestion/integer",
    } <= names.keys()
    assert f"{output}/CoverReviewResult/SegmentSet/0/Suggestion/integer" in names


def test_a_number_is_broken_by_digits_and_a_fraction() -> None:
    names = breaks(FAIL)
    assert names["timestamp/half-more"].payload["timestamp"] % 1 == 0.5
    assert names["timestamp/in-digits"].payload["timestamp"].isdigit()


def test_what_is_missing_is_told_by_its_place() -> None:
    case = breaks(FAIL)["vid/missing"]
    assert (case.place, case.pointer, case.keyword) == (("vid",), "", "required")
