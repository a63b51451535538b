# Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
"""Typed names of the channels: `parse(body, NAME)` returns events with the channel's types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.events import ChannelName

if TYPE_CHECKING:
    from vodhooks.events import Event, UnknownEvent
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
    "POLYV_VIDEO_OUTLINE",
    "TENCENT_VOD",
    "UCLOUD_UMEDIA_PORN",
    "UCLOUD_UMEDIA_SCREENSHOT",
    "UCLOUD_UMEDIA_SLICE",
    "UCLOUD_UMEDIA_TRANSCODE",
]

POLYV_VIDEO_OUTLINE: ChannelName[Event[PolyvVideoOutlineGenerateSuccess | PolyvVideoOutlineGenerateFail, PolyvVideoOutlineGenerateSuccessModel | PolyvVideoOutlineGenerateFailModel]] = ChannelName("polyv.video_outline")
TENCENT_VOD: ChannelName[Event[TencentVodReviewAudioVideoComplete, TencentVodReviewAudioVideoCompleteModel] | UnknownEvent] = ChannelName("tencent.vod")
UCLOUD_UMEDIA_TRANSCODE: ChannelName[Event[UcloudUmediaTranscode, UcloudUmediaTranscodeModel]] = ChannelName("ucloud.umedia.transcode")
UCLOUD_UMEDIA_SCREENSHOT: ChannelName[Event[UcloudUmediaScreenshot, UcloudUmediaScreenshotModel]] = ChannelName("ucloud.umedia.screenshot")
UCLOUD_UMEDIA_SLICE: ChannelName[Event[UcloudUmediaSlice, UcloudUmediaSliceModel]] = ChannelName("ucloud.umedia.slice")
UCLOUD_UMEDIA_PORN: ChannelName[Event[UcloudUmediaPorn, UcloudUmediaPornModel]] = ChannelName("ucloud.umedia.porn")
