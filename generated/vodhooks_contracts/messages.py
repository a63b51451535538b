# Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
"""Typed names of the messages: `handlers.on(NAME)` takes a function of their events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.events import MessageName

if TYPE_CHECKING:
    from vodhooks.events import Event
    from vodhooks_contracts.models.polyv.video_outline.generate_fail import PolyvVideoOutlineGenerateFail as PolyvVideoOutlineGenerateFailModel
    from vodhooks_contracts.models.polyv.video_outline.generate_success import PolyvVideoOutlineGenerateSuccess as PolyvVideoOutlineGenerateSuccessModel
    from vodhooks_contracts.models.tencent.vod.review_audio_video_complete import TencentVodReviewAudioVideoComplete as TencentVodReviewAudioVideoCompleteModel
    from vodhooks_contracts.models.ucloud.umedia.porn import UcloudUmediaPorn as UcloudUmediaPornModel
    from vodhooks_contracts.models.ucloud.umedia.screenshot import UcloudUmediaScreenshot as UcloudUmediaScreenshotModel
    from vodhooks_contracts.models.ucloud.umedia.slice import UcloudUmediaSlice as UcloudUmediaSliceModel
    from vodhooks_contracts.models.ucloud.umedia.transcode import UcloudUmediaTranscode as UcloudUmediaTranscodeModel
    from vodhooks_contracts.types.polyv.video_outline.generate_fail import PolyvVideoOutlineGenerateFail
    from vodhooks_contracts.types.polyv.video_outline.generate_success import PolyvVideoOutlineGenerateSuccess
    from vodhooks_contracts.types.tencent.vod.review_audio_video_complete import TencentVodReviewAudioVideoComplete
    from vodhooks_contracts.types.ucloud.umedia.porn import UcloudUmediaPorn
    from vodhooks_contracts.types.ucloud.umedia.screenshot import UcloudUmediaScreenshot
    from vodhooks_contracts.types.ucloud.umedia.slice import UcloudUmediaSlice
    from vodhooks_contracts.types.ucloud.umedia.transcode import UcloudUmediaTranscode

__all__ = [
    "POLYV_VIDEO_OUTLINE_GENERATE_FAIL",
    "POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS",
    "TENCENT_VOD_REVIEW_AUDIO_VIDEO_COMPLETE",
    "UCLOUD_UMEDIA_PORN",
    "UCLOUD_UMEDIA_SCREENSHOT",
    "UCLOUD_UMEDIA_SLICE",
    "UCLOUD_UMEDIA_TRANSCODE",
]

POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS: MessageName[Event[PolyvVideoOutlineGenerateSuccess, PolyvVideoOutlineGenerateSuccessModel]] = MessageName("polyv.video_outline.generate_success")
POLYV_VIDEO_OUTLINE_GENERATE_FAIL: MessageName[Event[PolyvVideoOutlineGenerateFail, PolyvVideoOutlineGenerateFailModel]] = MessageName("polyv.video_outline.generate_fail")
TENCENT_VOD_REVIEW_AUDIO_VIDEO_COMPLETE: MessageName[Event[TencentVodReviewAudioVideoComplete, TencentVodReviewAudioVideoCompleteModel]] = MessageName("tencent.vod.review_audio_video_complete")
UCLOUD_UMEDIA_TRANSCODE: MessageName[Event[UcloudUmediaTranscode, UcloudUmediaTranscodeModel]] = MessageName("ucloud.umedia.transcode")
UCLOUD_UMEDIA_SCREENSHOT: MessageName[Event[UcloudUmediaScreenshot, UcloudUmediaScreenshotModel]] = MessageName("ucloud.umedia.screenshot")
UCLOUD_UMEDIA_SLICE: MessageName[Event[UcloudUmediaSlice, UcloudUmediaSliceModel]] = MessageName("ucloud.umedia.slice")
UCLOUD_UMEDIA_PORN: MessageName[Event[UcloudUmediaPorn, UcloudUmediaPornModel]] = MessageName("ucloud.umedia.porn")
