# Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
"""Typed names of the messages: `handlers.on(NAME)` takes a function of their events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.events import MessageName

if TYPE_CHECKING:
    from vodhooks.events import Event
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
    "POLYV_VIDEO_OUTLINE_GENERATE_FAIL",
    "POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS",
    "TENCENT_VOD_AIGC_HUNYUAN3D_TASK_COMPLETE",
    "TENCENT_VOD_AIGC_IMAGE_TASK_COMPLETE",
    "TENCENT_VOD_AIGC_VIDEO_TASK_COMPLETE",
    "TENCENT_VOD_CLIP_COMPLETE",
    "TENCENT_VOD_COMPLEX_ADAPTIVE_DYNAMIC_STREAMING_COMPLETE",
    "TENCENT_VOD_COMPOSE_MEDIA_COMPLETE",
    "TENCENT_VOD_CONCAT_COMPLETE",
    "TENCENT_VOD_CREATE_AIGC_ADVANCED_CUSTOM_ELEMENT_COMPLETE_EVENT",
    "TENCENT_VOD_CREATE_AIGC_CUSTOM_VOICE_COMPLETE_EVENT",
    "TENCENT_VOD_CREATE_IMAGE_SPRITE_COMPLETE",
    "TENCENT_VOD_CREATE_SNAPSHOT_BY_TIME_OFFSET_COMPLETE",
    "TENCENT_VOD_DESCRIBE_AIGC_FACE_INFO_ASYNC_COMPLETE",
    "TENCENT_VOD_DESCRIBE_FILE_ATTRIBUTES_COMPLETE",
    "TENCENT_VOD_EDIT_MEDIA_COMPLETE",
    "TENCENT_VOD_EXTRACT_BLIND_WATERMARK_COMPLETE",
    "TENCENT_VOD_EXTRACT_COPY_RIGHT_WATERMARK_COMPLETE",
    "TENCENT_VOD_EXTRACT_TRACE_WATERMARK_COMPLETE",
    "TENCENT_VOD_FILE_DELETED",
    "TENCENT_VOD_MEDIA_CAST_STATUS_CHANGED",
    "TENCENT_VOD_NEW_FILE_UPLOAD",
    "TENCENT_VOD_PERSISTENCE_COMPLETE",
    "TENCENT_VOD_PROCEDURE_STATE_CHANGED",
    "TENCENT_VOD_PROCESS_MEDIA_BY_MPS_COMPLETE",
    "TENCENT_VOD_PULL_COMPLETE",
    "TENCENT_VOD_QUALITY_ENHANCE_COMPLETE",
    "TENCENT_VOD_QUALITY_INSPECT_COMPLETE",
    "TENCENT_VOD_REBUILD_MEDIA_COMPLETE",
    "TENCENT_VOD_REMOVE_WATERMARK",
    "TENCENT_VOD_RESTORE_MEDIA_COMPLETE",
    "TENCENT_VOD_REVIEW_AUDIO_VIDEO_COMPLETE",
    "TENCENT_VOD_SCENE_AIGC_IMAGE_COMPLETE_EVENT",
    "TENCENT_VOD_SPLIT_MEDIA_COMPLETE",
    "TENCENT_VOD_TRANSCODE_COMPLETE",
    "TENCENT_VOD_WECHAT_MINI_PROGRAM_PUBLISH_COMPLETE",
    "TENCENT_VOD_WECHAT_PUBLISH_COMPLETE",
    "UCLOUD_UMEDIA_PORN",
    "UCLOUD_UMEDIA_SCREENSHOT",
    "UCLOUD_UMEDIA_SLICE",
    "UCLOUD_UMEDIA_TRANSCODE",
]

POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS: MessageName[Event[PolyvVideoOutlineGenerateSuccess, PolyvVideoOutlineGenerateSuccessModel]] = MessageName("polyv.video_outline.generate_success")
POLYV_VIDEO_OUTLINE_GENERATE_FAIL: MessageName[Event[PolyvVideoOutlineGenerateFail, PolyvVideoOutlineGenerateFailModel]] = MessageName("polyv.video_outline.generate_fail")
TENCENT_VOD_REVIEW_AUDIO_VIDEO_COMPLETE: MessageName[Event[TencentVodReviewAudioVideoComplete, TencentVodReviewAudioVideoCompleteModel]] = MessageName("tencent.vod.review_audio_video_complete")
TENCENT_VOD_NEW_FILE_UPLOAD: MessageName[Event[TencentVodNewFileUpload, TencentVodNewFileUploadModel]] = MessageName("tencent.vod.new_file_upload")
TENCENT_VOD_PROCEDURE_STATE_CHANGED: MessageName[Event[TencentVodProcedureStateChanged, TencentVodProcedureStateChangedModel]] = MessageName("tencent.vod.procedure_state_changed")
TENCENT_VOD_FILE_DELETED: MessageName[Event[TencentVodFileDeleted, TencentVodFileDeletedModel]] = MessageName("tencent.vod.file_deleted")
TENCENT_VOD_PULL_COMPLETE: MessageName[Event[TencentVodPullComplete, TencentVodPullCompleteModel]] = MessageName("tencent.vod.pull_complete")
TENCENT_VOD_EDIT_MEDIA_COMPLETE: MessageName[Event[TencentVodEditMediaComplete, TencentVodEditMediaCompleteModel]] = MessageName("tencent.vod.edit_media_complete")
TENCENT_VOD_SPLIT_MEDIA_COMPLETE: MessageName[Event[TencentVodSplitMediaComplete, TencentVodSplitMediaCompleteModel]] = MessageName("tencent.vod.split_media_complete")
TENCENT_VOD_COMPOSE_MEDIA_COMPLETE: MessageName[Event[TencentVodComposeMediaComplete, TencentVodComposeMediaCompleteModel]] = MessageName("tencent.vod.compose_media_complete")
TENCENT_VOD_CLIP_COMPLETE: MessageName[Event[TencentVodClipComplete, TencentVodClipCompleteModel]] = MessageName("tencent.vod.clip_complete")
TENCENT_VOD_TRANSCODE_COMPLETE: MessageName[Event[TencentVodTranscodeComplete, TencentVodTranscodeCompleteModel]] = MessageName("tencent.vod.transcode_complete")
TENCENT_VOD_CREATE_IMAGE_SPRITE_COMPLETE: MessageName[Event[TencentVodCreateImageSpriteComplete, TencentVodCreateImageSpriteCompleteModel]] = MessageName("tencent.vod.create_image_sprite_complete")
TENCENT_VOD_CONCAT_COMPLETE: MessageName[Event[TencentVodConcatComplete, TencentVodConcatCompleteModel]] = MessageName("tencent.vod.concat_complete")
TENCENT_VOD_CREATE_SNAPSHOT_BY_TIME_OFFSET_COMPLETE: MessageName[Event[TencentVodCreateSnapshotByTimeOffsetComplete, TencentVodCreateSnapshotByTimeOffsetCompleteModel]] = MessageName("tencent.vod.create_snapshot_by_time_offset_complete")
TENCENT_VOD_WECHAT_PUBLISH_COMPLETE: MessageName[Event[TencentVodWechatPublishComplete, TencentVodWechatPublishCompleteModel]] = MessageName("tencent.vod.wechat_publish_complete")
TENCENT_VOD_WECHAT_MINI_PROGRAM_PUBLISH_COMPLETE: MessageName[Event[TencentVodWechatMiniProgramPublishComplete, TencentVodWechatMiniProgramPublishCompleteModel]] = MessageName("tencent.vod.wechat_mini_program_publish_complete")
TENCENT_VOD_REMOVE_WATERMARK: MessageName[Event[TencentVodRemoveWatermark, TencentVodRemoveWatermarkModel]] = MessageName("tencent.vod.remove_watermark")
TENCENT_VOD_RESTORE_MEDIA_COMPLETE: MessageName[Event[TencentVodRestoreMediaComplete, TencentVodRestoreMediaCompleteModel]] = MessageName("tencent.vod.restore_media_complete")
TENCENT_VOD_REBUILD_MEDIA_COMPLETE: MessageName[Event[TencentVodRebuildMediaComplete, TencentVodRebuildMediaCompleteModel]] = MessageName("tencent.vod.rebuild_media_complete")
TENCENT_VOD_EXTRACT_TRACE_WATERMARK_COMPLETE: MessageName[Event[TencentVodExtractTraceWatermarkComplete, TencentVodExtractTraceWatermarkCompleteModel]] = MessageName("tencent.vod.extract_trace_watermark_complete")
TENCENT_VOD_EXTRACT_COPY_RIGHT_WATERMARK_COMPLETE: MessageName[Event[TencentVodExtractCopyRightWatermarkComplete, TencentVodExtractCopyRightWatermarkCompleteModel]] = MessageName("tencent.vod.extract_copy_right_watermark_complete")
TENCENT_VOD_DESCRIBE_FILE_ATTRIBUTES_COMPLETE: MessageName[Event[TencentVodDescribeFileAttributesComplete, TencentVodDescribeFileAttributesCompleteModel]] = MessageName("tencent.vod.describe_file_attributes_complete")
TENCENT_VOD_QUALITY_INSPECT_COMPLETE: MessageName[Event[TencentVodQualityInspectComplete, TencentVodQualityInspectCompleteModel]] = MessageName("tencent.vod.quality_inspect_complete")
TENCENT_VOD_QUALITY_ENHANCE_COMPLETE: MessageName[Event[TencentVodQualityEnhanceComplete, TencentVodQualityEnhanceCompleteModel]] = MessageName("tencent.vod.quality_enhance_complete")
TENCENT_VOD_MEDIA_CAST_STATUS_CHANGED: MessageName[Event[TencentVodMediaCastStatusChanged, TencentVodMediaCastStatusChangedModel]] = MessageName("tencent.vod.media_cast_status_changed")
TENCENT_VOD_PERSISTENCE_COMPLETE: MessageName[Event[TencentVodPersistenceComplete, TencentVodPersistenceCompleteModel]] = MessageName("tencent.vod.persistence_complete")
TENCENT_VOD_COMPLEX_ADAPTIVE_DYNAMIC_STREAMING_COMPLETE: MessageName[Event[TencentVodComplexAdaptiveDynamicStreamingComplete, TencentVodComplexAdaptiveDynamicStreamingCompleteModel]] = MessageName("tencent.vod.complex_adaptive_dynamic_streaming_complete")
TENCENT_VOD_PROCESS_MEDIA_BY_MPS_COMPLETE: MessageName[Event[TencentVodProcessMediaByMPSComplete, TencentVodProcessMediaByMPSCompleteModel]] = MessageName("tencent.vod.process_media_by_mps_complete")
TENCENT_VOD_AIGC_IMAGE_TASK_COMPLETE: MessageName[Event[TencentVodAigcImageTaskComplete, TencentVodAigcImageTaskCompleteModel]] = MessageName("tencent.vod.aigc_image_task_complete")
TENCENT_VOD_AIGC_VIDEO_TASK_COMPLETE: MessageName[Event[TencentVodAigcVideoTaskComplete, TencentVodAigcVideoTaskCompleteModel]] = MessageName("tencent.vod.aigc_video_task_complete")
TENCENT_VOD_EXTRACT_BLIND_WATERMARK_COMPLETE: MessageName[Event[TencentVodExtractBlindWatermarkComplete, TencentVodExtractBlindWatermarkCompleteModel]] = MessageName("tencent.vod.extract_blind_watermark_complete")
TENCENT_VOD_SCENE_AIGC_IMAGE_COMPLETE_EVENT: MessageName[Event[TencentVodSceneAigcImageCompleteEvent, TencentVodSceneAigcImageCompleteEventModel]] = MessageName("tencent.vod.scene_aigc_image_complete_event")
TENCENT_VOD_CREATE_AIGC_ADVANCED_CUSTOM_ELEMENT_COMPLETE_EVENT: MessageName[Event[TencentVodCreateAigcAdvancedCustomElementCompleteEvent, TencentVodCreateAigcAdvancedCustomElementCompleteEventModel]] = MessageName("tencent.vod.create_aigc_advanced_custom_element_complete_event")
TENCENT_VOD_CREATE_AIGC_CUSTOM_VOICE_COMPLETE_EVENT: MessageName[Event[TencentVodCreateAigcCustomVoiceCompleteEvent, TencentVodCreateAigcCustomVoiceCompleteEventModel]] = MessageName("tencent.vod.create_aigc_custom_voice_complete_event")
TENCENT_VOD_DESCRIBE_AIGC_FACE_INFO_ASYNC_COMPLETE: MessageName[Event[TencentVodDescribeAigcFaceInfoAsyncComplete, TencentVodDescribeAigcFaceInfoAsyncCompleteModel]] = MessageName("tencent.vod.describe_aigc_face_info_async_complete")
TENCENT_VOD_AIGC_HUNYUAN3D_TASK_COMPLETE: MessageName[Event[TencentVodAigcHunyuan3DTaskComplete, TencentVodAigcHunyuan3DTaskCompleteModel]] = MessageName("tencent.vod.aigc_hunyuan3d_task_complete")
UCLOUD_UMEDIA_TRANSCODE: MessageName[Event[UcloudUmediaTranscode, UcloudUmediaTranscodeModel]] = MessageName("ucloud.umedia.transcode")
UCLOUD_UMEDIA_SCREENSHOT: MessageName[Event[UcloudUmediaScreenshot, UcloudUmediaScreenshotModel]] = MessageName("ucloud.umedia.screenshot")
UCLOUD_UMEDIA_SLICE: MessageName[Event[UcloudUmediaSlice, UcloudUmediaSliceModel]] = MessageName("ucloud.umedia.slice")
UCLOUD_UMEDIA_PORN: MessageName[Event[UcloudUmediaPorn, UcloudUmediaPornModel]] = MessageName("ucloud.umedia.porn")
