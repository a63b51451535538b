# Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
"""Typed names of the channels: `parse(body, NAME)` returns events with the channel's types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.events import ChannelName

if TYPE_CHECKING:
    from vodhooks.events import Event, UnknownEvent
    from vodhooks_contracts.models.polyv.video_outline.generate_fail import PolyvVideoOutlineGenerateFail as PolyvVideoOutlineGenerateFailModel
    from vodhooks_contracts.models.polyv.video_outline.generate_success import PolyvVideoOutlineGenerateSuccess as PolyvVideoOutlineGenerateSuccessModel
    from vodhooks_contracts.models.tencent.vod.aigc_hunyuan3d_task_complete import TencentVodAigcHunyuan3DTaskComplete as TencentVodAigcHunyuan3DTaskCompleteModel
    from vodhooks_contracts.models.tencent.vod.aigc_image_task_complete import TencentVodAigcImageTaskComplete as TencentVodAigcImageTaskCompleteModel
    from vodhooks_contracts.models.tencent.vod.aigc_video_task_complete import TencentVodAigcVideoTaskComplete as TencentVodAigcVideoTaskCompleteModel
    from vodhooks_contracts.models.tencent.vod.clip_complete import TencentVodClipComplete as TencentVodClipCompleteModel
    from vodhooks_contracts.models.tencent.vod.complex_adaptive_dynamic_streaming_complete import TencentVodComplexAdaptiveDynamicStreamingComplete as TencentVodComplexAdaptiveDynamicStreamingCompleteModel
    from vodhooks_contracts.models.tencent.vod.compose_media_complete import TencentVodComposeMediaComplete as TencentVodComposeMediaCompleteModel
    from vodhooks_contracts.models.tencent.vod.concat_complete import TencentVodConcatComplete as TencentVodConcatCompleteModel
    from vodhooks_contracts.models.tencent.vod.create_aigc_advanced_custom_element_complete_event import TencentVodCreateAigcAdvancedCustomElementCompleteEvent as TencentVodCreateAigcAdvancedCustomElementCompleteEventModel
    from vodhooks_contracts.models.tencent.vod.create_aigc_custom_voice_complete_event import TencentVodCreateAigcCustomVoiceCompleteEvent as TencentVodCreateAigcCustomVoiceCompleteEventModel
    from vodhooks_contracts.models.tencent.vod.create_image_sprite_complete import TencentVodCreateImageSpriteComplete as TencentVodCreateImageSpriteCompleteModel
    from vodhooks_contracts.models.tencent.vod.create_snapshot_by_time_offset_complete import TencentVodCreateSnapshotByTimeOffsetComplete as TencentVodCreateSnapshotByTimeOffsetCompleteModel
    from vodhooks_contracts.models.tencent.vod.describe_aigc_face_info_async_complete import TencentVodDescribeAigcFaceInfoAsyncComplete as TencentVodDescribeAigcFaceInfoAsyncCompleteModel
    from vodhooks_contracts.models.tencent.vod.describe_file_attributes_complete import TencentVodDescribeFileAttributesComplete as TencentVodDescribeFileAttributesCompleteModel
    from vodhooks_contracts.models.tencent.vod.edit_media_complete import TencentVodEditMediaComplete as TencentVodEditMediaCompleteModel
    from vodhooks_contracts.models.tencent.vod.extract_blind_watermark_complete import TencentVodExtractBlindWatermarkComplete as TencentVodExtractBlindWatermarkCompleteModel
    from vodhooks_contracts.models.tencent.vod.extract_copy_right_watermark_complete import TencentVodExtractCopyRightWatermarkComplete as TencentVodExtractCopyRightWatermarkCompleteModel
    from vodhooks_contracts.models.tencent.vod.extract_trace_watermark_complete import TencentVodExtractTraceWatermarkComplete as TencentVodExtractTraceWatermarkCompleteModel
    from vodhooks_contracts.models.tencent.vod.file_deleted import TencentVodFileDeleted as TencentVodFileDeletedModel
    from vodhooks_contracts.models.tencent.vod.media_cast_status_changed import TencentVodMediaCastStatusChanged as TencentVodMediaCastStatusChangedModel
    from vodhooks_contracts.models.tencent.vod.new_file_upload import TencentVodNewFileUpload as TencentVodNewFileUploadModel
    from vodhooks_contracts.models.tencent.vod.persistence_complete import TencentVodPersistenceComplete as TencentVodPersistenceCompleteModel
    from vodhooks_contracts.models.tencent.vod.procedure_state_changed import TencentVodProcedureStateChanged as TencentVodProcedureStateChangedModel
    from vodhooks_contracts.models.tencent.vod.process_media_by_mps_complete import TencentVodProcessMediaByMPSComplete as TencentVodProcessMediaByMPSCompleteModel
    from vodhooks_contracts.models.tencent.vod.pull_complete import TencentVodPullComplete as TencentVodPullCompleteModel
    from vodhooks_contracts.models.tencent.vod.quality_enhance_complete import TencentVodQualityEnhanceComplete as TencentVodQualityEnhanceCompleteModel
    from vodhooks_contracts.models.tencent.vod.quality_inspect_complete import TencentVodQualityInspectComplete as TencentVodQualityInspectCompleteModel
    from vodhooks_contracts.models.tencent.vod.rebuild_media_complete import TencentVodRebuildMediaComplete as TencentVodRebuildMediaCompleteModel
    from vodhooks_contracts.models.tencent.vod.remove_watermark import TencentVodRemoveWatermark as TencentVodRemoveWatermarkModel
    from vodhooks_contracts.models.tencent.vod.restore_media_complete import TencentVodRestoreMediaComplete as TencentVodRestoreMediaCompleteModel
    from vodhooks_contracts.models.tencent.vod.review_audio_video_complete import TencentVodReviewAudioVideoComplete as TencentVodReviewAudioVideoCompleteModel
    from vodhooks_contracts.models.tencent.vod.scene_aigc_image_complete_event import TencentVodSceneAigcImageCompleteEvent as TencentVodSceneAigcImageCompleteEventModel
    from vodhooks_contracts.models.tencent.vod.split_media_complete import TencentVodSplitMediaComplete as TencentVodSplitMediaCompleteModel
    from vodhooks_contracts.models.tencent.vod.transcode_complete import TencentVodTranscodeComplete as TencentVodTranscodeCompleteModel
    from vodhooks_contracts.models.tencent.vod.wechat_mini_program_publish_complete import TencentVodWechatMiniProgramPublishComplete as TencentVodWechatMiniProgramPublishCompleteModel
    from vodhooks_contracts.models.tencent.vod.wechat_publish_complete import TencentVodWechatPublishComplete as TencentVodWechatPublishCompleteModel
    from vodhooks_contracts.models.ucloud.umedia.porn import UcloudUmediaPorn as UcloudUmediaPornModel
    from vodhooks_contracts.models.ucloud.umedia.screenshot import UcloudUmediaScreenshot as UcloudUmediaScreenshotModel
    from vodhooks_contracts.models.ucloud.umedia.slice import UcloudUmediaSlice as UcloudUmediaSliceModel
    from vodhooks_contracts.models.ucloud.umedia.transcode import UcloudUmediaTranscode as UcloudUmediaTranscodeModel
    from vodhooks_contracts.types.polyv.video_outline.generate_fail import PolyvVideoOutlineGenerateFail
    from vodhooks_contracts.types.polyv.video_outline.generate_success import PolyvVideoOutlineGenerateSuccess
    from vodhooks_contracts.types.tencent.vod.aigc_hunyuan3d_task_complete import TencentVodAigcHunyuan3DTaskComplete
    from vodhooks_contracts.types.tencent.vod.aigc_image_task_complete import TencentVodAigcImageTaskComplete
    from vodhooks_contracts.types.tencent.vod.aigc_video_task_complete import TencentVodAigcVideoTaskComplete
    from vodhooks_contracts.types.tencent.vod.clip_complete import TencentVodClipComplete
    from vodhooks_contracts.types.tencent.vod.complex_adaptive_dynamic_streaming_complete import TencentVodComplexAdaptiveDynamicStreamingComplete
    from vodhooks_contracts.types.tencent.vod.compose_media_complete import TencentVodComposeMediaComplete
    from vodhooks_contracts.types.tencent.vod.concat_complete import TencentVodConcatComplete
    from vodhooks_contracts.types.tencent.vod.create_aigc_advanced_custom_element_complete_event import TencentVodCreateAigcAdvancedCustomElementCompleteEvent
    from vodhooks_contracts.types.tencent.vod.create_aigc_custom_voice_complete_event import TencentVodCreateAigcCustomVoiceCompleteEvent
    from vodhooks_contracts.types.tencent.vod.create_image_sprite_complete import TencentVodCreateImageSpriteComplete
    from vodhooks_contracts.types.tencent.vod.create_snapshot_by_time_offset_complete import TencentVodCreateSnapshotByTimeOffsetComplete
    from vodhooks_contracts.types.tencent.vod.describe_aigc_face_info_async_complete import TencentVodDescribeAigcFaceInfoAsyncComplete
    from vodhooks_contracts.types.tencent.vod.describe_file_attributes_complete import TencentVodDescribeFileAttributesComplete
    from vodhooks_contracts.types.tencent.vod.edit_media_complete import TencentVodEditMediaComplete
    from vodhooks_contracts.types.tencent.vod.extract_blind_watermark_complete import TencentVodExtractBlindWatermarkComplete
    from vodhooks_contracts.types.tencent.vod.extract_copy_right_watermark_complete import TencentVodExtractCopyRightWatermarkComplete
    from vodhooks_contracts.types.tencent.vod.extract_trace_watermark_complete import TencentVodExtractTraceWatermarkComplete
    from vodhooks_contracts.types.tencent.vod.file_deleted import TencentVodFileDeleted
    from vodhooks_contracts.types.tencent.vod.media_cast_status_changed import TencentVodMediaCastStatusChanged
    from vodhooks_contracts.types.tencent.vod.new_file_upload import TencentVodNewFileUpload
    from vodhooks_contracts.types.tencent.vod.persistence_complete import TencentVodPersistenceComplete
    from vodhooks_contracts.types.tencent.vod.procedure_state_changed import TencentVodProcedureStateChanged
    from vodhooks_contracts.types.tencent.vod.process_media_by_mps_complete import TencentVodProcessMediaByMPSComplete
    from vodhooks_contracts.types.tencent.vod.pull_complete import TencentVodPullComplete
    from vodhooks_contracts.types.tencent.vod.quality_enhance_complete import TencentVodQualityEnhanceComplete
    from vodhooks_contracts.types.tencent.vod.quality_inspect_complete import TencentVodQualityInspectComplete
    from vodhooks_contracts.types.tencent.vod.rebuild_media_complete import TencentVodRebuildMediaComplete
    from vodhooks_contracts.types.tencent.vod.remove_watermark import TencentVodRemoveWatermark
    from vodhooks_contracts.types.tencent.vod.restore_media_complete import TencentVodRestoreMediaComplete
    from vodhooks_contracts.types.tencent.vod.review_audio_video_complete import TencentVodReviewAudioVideoComplete
    from vodhooks_contracts.types.tencent.vod.scene_aigc_image_complete_event import TencentVodSceneAigcImageCompleteEvent
    from vodhooks_contracts.types.tencent.vod.split_media_complete import TencentVodSplitMediaComplete
    from vodhooks_contracts.types.tencent.vod.transcode_complete import TencentVodTranscodeComplete
    from vodhooks_contracts.types.tencent.vod.wechat_mini_program_publish_complete import TencentVodWechatMiniProgramPublishComplete
    from vodhooks_contracts.types.tencent.vod.wechat_publish_complete import TencentVodWechatPublishComplete
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
TENCENT_VOD: ChannelName[Event[TencentVodReviewAudioVideoComplete | TencentVodNewFileUpload | TencentVodProcedureStateChanged | TencentVodFileDeleted | TencentVodPullComplete | TencentVodEditMediaComplete | TencentVodSplitMediaComplete | TencentVodComposeMediaComplete | TencentVodClipComplete | TencentVodTranscodeComplete | TencentVodCreateImageSpriteComplete | TencentVodConcatComplete | TencentVodCreateSnapshotByTimeOffsetComplete | TencentVodWechatPublishComplete | TencentVodWechatMiniProgramPublishComplete | TencentVodRemoveWatermark | TencentVodRestoreMediaComplete | TencentVodRebuildMediaComplete | TencentVodExtractTraceWatermarkComplete | TencentVodExtractCopyRightWatermarkComplete | TencentVodDescribeFileAttributesComplete | TencentVodQualityInspectComplete | TencentVodQualityEnhanceComplete | TencentVodMediaCastStatusChanged | TencentVodPersistenceComplete | TencentVodComplexAdaptiveDynamicStreamingComplete | TencentVodProcessMediaByMPSComplete | TencentVodAigcImageTaskComplete | TencentVodAigcVideoTaskComplete | TencentVodExtractBlindWatermarkComplete | TencentVodSceneAigcImageCompleteEvent | TencentVodCreateAigcAdvancedCustomElementCompleteEvent | TencentVodCreateAigcCustomVoiceCompleteEvent | TencentVodDescribeAigcFaceInfoAsyncComplete | TencentVodAigcHunyuan3DTaskComplete, TencentVodReviewAudioVideoCompleteModel | TencentVodNewFileUploadModel | TencentVodProcedureStateChangedModel | TencentVodFileDeletedModel | TencentVodPullCompleteModel | TencentVodEditMediaCompleteModel | TencentVodSplitMediaCompleteModel | TencentVodComposeMediaCompleteModel | TencentVodClipCompleteModel | TencentVodTranscodeCompleteModel | TencentVodCreateImageSpriteCompleteModel | TencentVodConcatCompleteModel | TencentVodCreateSnapshotByTimeOffsetCompleteModel | TencentVodWechatPublishCompleteModel | TencentVodWechatMiniProgramPublishCompleteModel | TencentVodRemoveWatermarkModel | TencentVodRestoreMediaCompleteModel | TencentVodRebuildMediaCompleteModel | TencentVodExtractTraceWatermarkCompleteModel | TencentVodExtractCopyRightWatermarkCompleteModel | TencentVodDescribeFileAttributesCompleteModel | TencentVodQualityInspectCompleteModel | TencentVodQualityEnhanceCompleteModel | TencentVodMediaCastStatusChangedModel | TencentVodPersistenceCompleteModel | TencentVodComplexAdaptiveDynamicStreamingCompleteModel | TencentVodProcessMediaByMPSCompleteModel | TencentVodAigcImageTaskCompleteModel | TencentVodAigcVideoTaskCompleteModel | TencentVodExtractBlindWatermarkCompleteModel | TencentVodSceneAigcImageCompleteEventModel | TencentVodCreateAigcAdvancedCustomElementCompleteEventModel | TencentVodCreateAigcCustomVoiceCompleteEventModel | TencentVodDescribeAigcFaceInfoAsyncCompleteModel | TencentVodAigcHunyuan3DTaskCompleteModel] | UnknownEvent] = ChannelName("tencent.vod")
UCLOUD_UMEDIA_TRANSCODE: ChannelName[Event[UcloudUmediaTranscode, UcloudUmediaTranscodeModel]] = ChannelName("ucloud.umedia.transcode")
UCLOUD_UMEDIA_SCREENSHOT: ChannelName[Event[UcloudUmediaScreenshot, UcloudUmediaScreenshotModel]] = ChannelName("ucloud.umedia.screenshot")
UCLOUD_UMEDIA_SLICE: ChannelName[Event[UcloudUmediaSlice, UcloudUmediaSliceModel]] = ChannelName("ucloud.umedia.slice")
UCLOUD_UMEDIA_PORN: ChannelName[Event[UcloudUmediaPorn, UcloudUmediaPornModel]] = ChannelName("ucloud.umedia.porn")
