"""What type checkers make of the public API. `test_public_api.py` runs both of them over this file; nothing imports it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_type

from vodhooks_contracts.channels import POLYV_VIDEO_OUTLINE, TENCENT_VOD, UCLOUD_UMEDIA_SLICE
from vodhooks_contracts.messages import POLYV_VIDEO_OUTLINE_GENERATE_FAIL
from vodhooks_contracts.models.polyv.video_outline.generate_fail import (
    PolyvVideoOutlineGenerateFail as FailModel,
)
from vodhooks_contracts.models.polyv.video_outline.generate_success import (
    PolyvVideoOutlineGenerateSuccess as SuccessModel,
)
from vodhooks_contracts.models.tencent.vod.review_audio_video_complete import (
    TencentVodReviewAudioVideoComplete as ReviewModel,
)
from vodhooks_contracts.models.ucloud.umedia.slice import UcloudUmediaSlice as SliceModel
from vodhooks_contracts.types.polyv.video_outline.chapter import PolyvVideoOutlineChapter
from vodhooks_contracts.types.polyv.video_outline.generate_fail import PolyvVideoOutlineGenerateFail
from vodhooks_contracts.types.polyv.video_outline.generate_success import (
    PolyvVideoOutlineGenerateSuccess,
)
from vodhooks_contracts.types.tencent.vod.review_audio_video_complete import (
    TencentVodReviewAudioVideoComplete,
)
from vodhooks_contracts.types.ucloud.umedia.slice import UcloudUmediaSlice

from vodhooks import ChannelName, Event, Report, UnknownEvent, Violation, decode, parse, validate
from vodhooks.pointers import JsonValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.outbox import Handlers


def a_typed_channel_types_the_payload(body: bytes) -> None:
    assert_type(
        parse(body, POLYV_VIDEO_OUTLINE),
        Event[
            PolyvVideoOutlineGenerateSuccess | PolyvVideoOutlineGenerateFail,
            SuccessModel | FailModel,
        ],
    )
    assert_type(parse(body, UCLOUD_UMEDIA_SLICE), Event[UcloudUmediaSlice, SliceModel])


def any_other_name_does_not(body: bytes) -> None:
    assert_type(parse(body, "polyv.video_outline"), Event[Any] | UnknownEvent)
    assert_type(parse(body), Event[Any] | UnknownEvent)
    assert_type(parse(body, None), Event[Any] | UnknownEvent)


def the_discriminator_narrows_the_payload(body: bytes) -> None:
    review = parse(body, TENCENT_VOD)
    if isinstance(review, UnknownEvent):
        assert_type(review.payload, dict[str, Any])
    else:
        reviewed = review.payload
        if reviewed["EventType"] == "ReviewAudioVideoComplete":
            assert_type(reviewed, TencentVodReviewAudioVideoComplete)
    event = parse(body, POLYV_VIDEO_OUTLINE)
    assert_type(event.message, str)
    assert_type(event.channel, str | None)
    assert_type(event.body, bytes)
    assert_type(event.identity, tuple[JsonValue, ...])
    assert_type(event.drift, tuple[Violation, ...])
    payload = event.payload
    assert_type(payload["taskId"], int)
    if payload["callbackType"] == "generate_success":
        assert_type(payload, PolyvVideoOutlineGenerateSuccess)
        assert_type(payload["outlineInfo"], list[PolyvVideoOutlineChapter])
    else:
        assert_type(payload, PolyvVideoOutlineGenerateFail)


def the_model_has_the_types_of_the_channel(body: bytes) -> None:
    event = parse(body, POLYV_VIDEO_OUTLINE)
    if isinstance(event, Event):
        assert_type(event.model, SuccessModel | FailModel)
        assert_type(event.model.task_id, int)
        if event.model.callback_type == "generate_success":
            assert_type(event.model.outline_info[0].title, str | None)
    review = parse(body, TENCENT_VOD)
    if isinstance(review, Event):
        model = review.model
        if model.event_type == "ReviewAudioVideoComplete":
            assert_type(model, ReviewModel)
            assert_type(model.review_audio_video_complete_event.message, str | None)


def a_channel_name_is_text_and_covariant() -> None:
    name: str = POLYV_VIDEO_OUTLINE
    wider: ChannelName[object] = POLYV_VIDEO_OUTLINE
    assert_type(name.upper() + wider.upper(), str)


def reports_and_values_have_types(body: bytes) -> None:
    assert_type(decode(body), JsonValue)
    report = validate(body, "ucloud.umedia.slice")
    assert_type(report, Report)
    assert_type(report.violations, tuple[Violation, ...])
    assert_type(
        validate({"retcode": 1, "task_id": None}, "ucloud.umedia.slice", engine="jsonschema"),
        Report,
    )


def what_is_wrong_is_found(body: bytes) -> None:
    """Each line is an error to both checkers; mypy's `warn_unused_ignores` tells if one ceases to be."""
    parse("text", POLYV_VIDEO_OUTLINE)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType] # not bytes
    validate(body, "ucloud.umedia.slice", engine="ajv")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] # no such engine
    event = parse(body, UCLOUD_UMEDIA_SLICE)
    event.message = "other"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue] # a property
    assert_type(event.payload, int)  # type: ignore[assert-type] # pyright: ignore[reportAssertTypeFailure] # a TypedDict


def a_typed_name_types_the_handler(handlers: Handlers) -> None:
    @handlers.on(POLYV_VIDEO_OUTLINE_GENERATE_FAIL)
    async def failed(event: Event[PolyvVideoOutlineGenerateFail, FailModel]) -> None:
        assert_type(event.payload["vid"], str)

    @handlers.on(TENCENT_VOD)
    def any_of_the_channel(
        event: Event[Mapping[str, object], object] | UnknownEvent,
        summary: object,
    ) -> None: ...

    # It would get events of other messages.
    @handlers.on(POLYV_VIDEO_OUTLINE)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    def too_narrow(event: Event[PolyvVideoOutlineGenerateFail, FailModel]) -> None: ...

    @handlers.otherwise
    def rest(event: Event[Any] | UnknownEvent) -> None: ...
