from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import (
    AmbiguousMessage,
    ChannelNotFound,
    ContractViolation,
    NotIdentified,
    VodhooksError,
)
from vodhooks.identification import UnknownKind, identify, is_clean
from vodhooks.validation import Validator

if TYPE_CHECKING:
    from vodhooks.report import Violation

FAIL: dict[str, Any] = bundle("polyv.video_outline.generate_fail")["examples"][0]
REVIEW: dict[str, Any] = bundle("tencent.vod.review_audio_video_complete")["examples"][0]
TRANSCODE: dict[str, Any] = bundle("ucloud.umedia.transcode")["examples"][0]
SLICE: dict[str, Any] = bundle("ucloud.umedia.slice")["examples"][0]
LEGACY = {"version": "4.0", "eventType": "NewFileUpload", "data": {"status": 0}}
ALL_OF_UCLOUD = (
    "ucloud.umedia.porn",
    "ucloud.umedia.screenshot",
    "ucloud.umedia.slice",
    "ucloud.umedia.transcode",
)
NOT_TEXT: list[Any] = [None, True, False, 0, 1, 1.5, [], ["generate_fail"], {}, {"a": 1}, [[]]]
NO_OBJECTS: list[Any] = [
    None,
    True,
    0,
    1.5,
    "callbackType",
    "",
    [],
    ["callbackType"],
    [{"callbackType": "generate_fail"}],
]


def message_of(payload: Any, channel: str | None = None) -> str:
    found = identify(payload, channel)
    assert isinstance(found, Validator)
    return found.message


def refusal(payload: Any, channel: str) -> Violation:
    """Return the one violation that a channel names before any contract is asked."""
    with pytest.raises(ContractViolation) as refused:
        identify(payload, channel)
    assert refused.value.report.message == channel
    assert not refused.value.report.valid
    (violation,) = refused.value.report.violations
    assert (violation.schema_pointer, violation.evidence) == ("", "documented")
    return violation


@pytest.mark.parametrize("name", sorted(catalogue().messages))
def test_a_sample_is_identified_by_channel_or_reply(name: str) -> None:
    for sample in bundle(name)["examples"]:
        assert message_of(sample, catalogue().messages[name].channel or name) == name


@pytest.mark.parametrize("kind", ["generate_success", "generate_fail"])
def test_a_discriminator_identifies_a_broken_message(kind: str) -> None:
    broken = {"callbackType": kind, "taskId": None}
    assert message_of(broken, "polyv.video_outline") == f"polyv.video_outline.{kind}"
    assert message_of(broken) == f"polyv.video_outline.{kind}"


@pytest.mark.parametrize("channel", ALL_OF_UCLOUD)
@pytest.mark.parametrize("payload", [*NO_OBJECTS, {}, FAIL, TRANSCODE])
def test_the_path_identifies_without_the_payload(payload: Any, channel: str) -> None:
    assert message_of(payload, channel) == channel


@pytest.mark.parametrize("payload", [*NO_OBJECTS, {}, FAIL])
def test_a_reply_is_asked_for_by_its_name(payload: Any) -> None:
    assert message_of(payload, "tencent.vod.pull_events") == "tencent.vod.pull_events"


@pytest.mark.parametrize(
    "channel",
    ["", "polyv", "tencent.vod.review_audio_video_complete", "/callbacks/polyv/video-outline"],
)
def test_a_channel_is_named_by_its_whole_name(channel: str) -> None:
    with pytest.raises(ChannelNotFound):
        identify(FAIL, channel)


# A channel that refuses what it does not know.


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "generate_failed",
        "GENERATE_FAIL",
        "generate\\_fail",
        "generate_fail ",
        "$ref",
        "__class__",
    ],
)
def test_an_unknown_type_is_refused_at_its_pointer(kind: str) -> None:
    violation = refusal({**FAIL, "callbackType": kind}, "polyv.video_outline")
    assert (violation.keyword, violation.instance_pointer) == ("enum", "/callbackType")
    assert violation.message == "expected one of generate_success, generate_fail"


@pytest.mark.parametrize("kind", NOT_TEXT)
@pytest.mark.parametrize(
    ("channel", "member"), [("polyv.video_outline", "callbackType"), ("tencent.vod", "EventType")]
)
def test_a_discriminator_of_another_type_is_refused(kind: Any, channel: str, member: str) -> None:
    violation = refusal({member: kind}, channel)
    assert (violation.keyword, violation.instance_pointer, violation.message) == (
        "type",
        f"/{member}",
        "expected a string",
    )


@pytest.mark.parametrize(
    ("channel", "member"), [("polyv.video_outline", "callbackType"), ("tencent.vod", "EventType")]
)
def test_a_missing_discriminator_is_a_missing_member(channel: str, member: str) -> None:
    violation = refusal({"callback": "generate_fail"}, channel)
    assert (violation.keyword, violation.instance_pointer, violation.message) == (
        "required",
        "",
        f'missing property "{member}"',
    )


@pytest.mark.parametrize("payload", NO_OBJECTS)
@pytest.mark.parametrize("channel", ["polyv.video_outline", "tencent.vod"])
def test_what_is_no_object_tells_no_message(payload: Any, channel: str) -> None:
    violation = refusal(payload, channel)
    assert (violation.keyword, violation.instance_pointer, violation.message) == (
        "type",
        "",
        "expected an object",
    )


# A channel that keeps what it does not know.


@pytest.mark.parametrize("kind", ["NotYetKnown", "reviewaudiovideocomplete", ""])
def test_an_unknown_event_type_is_kept_by_its_name(kind: str) -> None:
    assert identify({"EventType": kind}, "tencent.vod") == UnknownKind("tencent.vod", kind)
    assert identify({"EventType": kind}) == UnknownKind("tencent.vod", kind)


def test_the_retired_format_is_refused_with_advice() -> None:
    violation = refusal(LEGACY, "tencent.vod")
    assert (violation.keyword, violation.instance_pointer) == ("not", "/eventType")
    assert (
        violation.message
        == "this is the legacy notification format (version 4.0), switch the app to the current one"
    )


def test_one_retired_member_is_no_retired_event() -> None:
    assert (
        message_of({**REVIEW, "eventType": "x"}, "tencent.vod")
        == "tencent.vod.review_audio_video_complete"
    )
    assert identify({**LEGACY, "EventType": "NotYetKnown"}, "tencent.vod") == UnknownKind(
        "tencent.vod", "NotYetKnown"
    )


@pytest.mark.parametrize("channel", ["polyv.video_outline", "ucloud.umedia.slice"])
def test_other_channels_ignore_the_retired_format(channel: str) -> None:
    if channel == "polyv.video_outline":
        assert refusal(LEGACY, channel).keyword == "required"
    else:
        assert message_of(LEGACY, channel) == channel


# Without a channel.


@pytest.mark.parametrize("payload", [FAIL, REVIEW])
def test_without_a_channel_a_discriminator_will_do(payload: dict[str, Any]) -> None:
    channel = "polyv.video_outline" if payload is FAIL else "tencent.vod"
    assert identify(payload) is identify(payload, channel)


@pytest.mark.parametrize(
    "payload",
    [
        {"Response": {"EventSet": [], "RequestId": "r"}},
        {"Response": {"EventSet": []}},
        {
            "Response": {
                "Error": {"Code": "ResourceNotFound", "Message": "no event"},
                "RequestId": "r",
            }
        },
    ],
)
def test_a_reply_that_fits_nothing_else_is_recognised(payload: dict[str, Any]) -> None:
    assert message_of(payload) == "tencent.vod.pull_events"


@pytest.mark.parametrize(
    ("payload", "candidates"),
    [
        (TRANSCODE, ("ucloud.umedia.slice", "ucloud.umedia.transcode")),
        (SLICE, ("ucloud.umedia.slice", "ucloud.umedia.transcode")),
        ({"retcode": 1, "task_id": "1"}, ALL_OF_UCLOUD),
        ({"retcode": 0, "task_id": "1"}, ("ucloud.umedia.porn", "ucloud.umedia.screenshot")),
    ],
)
def test_ambiguity_names_the_fitting_contracts(
    payload: dict[str, Any], candidates: tuple[str, ...]
) -> None:
    with pytest.raises(AmbiguousMessage) as ambiguous:
        identify(payload)
    assert ambiguous.value.candidates == candidates
    assert (
        str(ambiguous.value)
        == f"this payload fits several messages, name one: {', '.join(candidates)}"
    )


@pytest.mark.parametrize("name", ["ucloud.umedia.screenshot", "ucloud.umedia.porn"])
def test_what_fits_one_contract_is_recognised_by_it(name: str) -> None:
    assert message_of(bundle(name)["examples"][0]) == name


@pytest.mark.parametrize(
    "payload",
    [
        *NO_OBJECTS,
        {},
        {"callbackType": "generate_failed"},
        {"EventType": 1},
        {"callbackType": []},
        LEGACY,
    ],
)
def test_what_fits_nothing_is_not_identified(payload: Any) -> None:
    with pytest.raises(NotIdentified) as unknown:
        identify(payload)
    assert type(unknown.value) is NotIdentified


def test_the_order_of_channels_changes_nothing() -> None:
    for _ in range(2):
        for name, entry in catalogue().messages.items():
            assert message_of(bundle(name)["examples"][0], entry.channel or name) == name


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 9)
    | st.floats(0, 1)
    | st.sampled_from(["generate_fail", "NotYetKnown", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["callbackType", "EventType", "eventType", "retcode", "task_id", "Response"]
            ),
            inner,
        )
    ),
)


def outcome(payload: Any, channel: str | None = None) -> Validator | UnknownKind | VodhooksError:
    try:
        return identify(payload, channel)
    except VodhooksError as error:
        return error


@given(JSON, st.sampled_from([None, *catalogue().channels, "tencent.vod.pull_events"]))
def test_any_value_raises_only_errors_of_this_package(payload: Any, channel: str | None) -> None:
    refusal = NotIdentified if channel is None else ContractViolation
    assert isinstance(outcome(payload, channel), (Validator, UnknownKind, refusal))


@given(
    JSON
    | st.sampled_from(
        [sample for name in catalogue().messages for sample in bundle(name)["examples"]]
    )
)
def test_who_only_counts_comes_to_the_same_answer(payload: Any) -> None:
    found = outcome(payload)
    assert is_clean(payload) == (
        isinstance(found, Validator) and found.accepts_without_drift(payload)
    )
