# Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
"""Typed names of the channels: `parse(body, NAME)` returns events whose payloads have the channel's types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.events import ChannelName

if TYPE_CHECKING:
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

POLYV_VIDEO_OUTLINE: ChannelName[PolyvVideoOutlineGenerateSuccess | PolyvVideoOutlineGenerateFail] = ChannelName("polyv.video_outline")
TENCENT_VOD: ChannelName[TencentVodReviewAudioVideoComplete] = ChannelName("tencent.vod")
UCLOUD_UMEDIA_TRANSCODE: ChannelName[UcloudUmediaTranscode] = ChannelName("ucloud.umedia.transcode")
UCLOUD_UMEDIA_SCREENSHOT: ChannelName[UcloudUmediaScreenshot] = ChannelName("ucloud.umedia.screenshot")
UCLOUD_UMEDIA_SLICE: ChannelName[UcloudUmediaSlice] = ChannelName("ucloud.umedia.slice")
UCLOUD_UMEDIA_PORN: ChannelName[UcloudUmediaPorn] = ChannelName("ucloud.umedia.porn")
