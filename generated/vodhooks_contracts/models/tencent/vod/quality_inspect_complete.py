# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodQualityInspectTaskInput(ContractModel):
    """What a quality inspection was given."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file: decimal digits, sent as a string."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodQualityInspectItem(ContractModel):
    """A stretch with the fault."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area; set for borders, mosaics, QR codes and other codes only."""
    confidence: Annotated[int | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100; set for mosaics, QR codes and other codes only."""


class TencentVodQualityInspectContainerDiagnoseResultItem(ContractModel):
    """A fault of the container format."""

    category: Annotated[
        Literal["DecodeParamException", "TimeStampException", "FrameException", "StreamStatusException", "StreamInfo", "StreamAbnormalCharacteristics", "DecodeException", "HLSRequirements", ""] | str | None,
        Field(alias="Category"),
    ] = None
    """Group of faults, such as TimeStampException."""
    type: Annotated[
        Literal["VideoResolutionChanged", "AudioSampleRateChanged", "AudioChannelsChanged", "ParameterSetsChanged", "DarOrSarInvalid", "TimestampFallback", "DtsJitter", "PtsJitter", "AACDurationDeviation", "AudioDroppingFrames", "VideoDroppingFrames", "AVTimestampInterleave", "PtsLessThanDts", "ReceiveFpsJitter", "ReceiveFpsTooSmall", "FpsJitter", "StreamOpenFailed", "StreamEnd", "StreamParseFailed", "VideoFirstFrameNotIdr", "StreamNALUError", "TsStreamNoAud", "AudioStreamLack", "VideoStreamLack", "LackAudioRecover", "LackVideoRecover", "VideoBitrateOutofRange", "AudioBitrateOutofRange", "VideoDecodeFailed", "AudioDecodeFailed", "AudioOutOfPhase", "VideoDuplicatedFrame", "AudioDuplicatedFrame", "VideoRotation", "TsMultiPrograms", "Mp4InvalidCodecFourcc", "HLSBadM3u8Format", "HLSInvalidMasterM3u8", "HLSInvalidMediaM3u8", "HLSMasterM3u8Recommended", "HLSMediaM3u8Recommended", "HLSMediaM3u8DiscontinuityExist", "HLSMediaSegmentsStreamNumChange", "HLSMediaSegmentsPTSJitterDeviation", "HLSMediaSegmentsDTSJitterDeviation", "TimecodeTrackExist", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of fault, such as AudioStreamLack."""
    severity_level: Annotated[
        Literal["Fatal", "Error", "Warning", "Notice", "Info", ""] | str | None,
        Field(alias="SeverityLevel"),
    ] = None
    """How grave it is: Fatal, Error, Warning, Notice or Info; Fatal and Error can hinder playing."""
    timestamp_set: Annotated[list[float] | None, Field(alias="TimestampSet")] = None
    """Times at which it was found; the unit is not documented."""


class TencentVodQualityInspectLLMDetectionIssue(ContractModel):
    """One problem that the check found."""

    tag: Annotated[str | None, Field(alias="Tag")] = None
    """Label of the problem."""
    description: Annotated[str | None, Field(alias="Description")] = None
    """Description of the problem."""
    score: Annotated[float | None, Field(alias="Score")] = None
    """Score from 0 to 100; higher is better."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    start_time_ms: Annotated[int | None, Field(alias="StartTimeMs")] = None
    """Where the problem begins, in milliseconds."""
    end_time_ms: Annotated[int | None, Field(alias="EndTimeMs")] = None
    """Where the problem ends, in milliseconds."""
    extra_data: Annotated[str | None, Field(alias="ExtraData")] = None
    """More data as a JSON text, such as how grave it is."""


class TencentVodQualityInspectResultItem(ContractModel):
    """One kind of fault and where it was found."""

    type: Annotated[
        Literal["Jitter", "Blur", "LowLighting", "HighLighting", "CrashScreen", "BlackWhiteEdge", "SolidColorScreen", "Noise", "Mosaic", "QRCode", "AppletCode", "BarCode", "LowVoice", "HighVoice", "NoVoice", "LowEvaluation", "LowColorfulness", "AudioVideoAsync", "AudioSubtitleAsync", "VideoAesthetic", "AudioDiscontinuity", "AudioVolume", "AudioLoudnessJitter", "BackgroundMusic", "AudioEvaluation", "AudioNoise", "AudioSpeechQuality", "AudioReverb", "AudioHighLoudness", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of fault, such as Blur or NoVoice."""
    segment_set: Annotated[
        list[TencentVodQualityInspectItem] | None, Field(alias="SegmentSet")
    ] = None
    """The stretches with the fault, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodQualityInspectLLMDetectionResultItem(ContractModel):
    """The result of one check."""

    category: Annotated[
        Literal["AIGCQualityCharacteristics", ""] | str | None, Field(alias="Category")
    ] = None
    """Field of the check, such as AIGCQualityCharacteristics."""
    group: Annotated[
        Literal["AIGCAuthenticity", "AIGCTechQuality", ""] | str | None,
        Field(alias="Group"),
    ] = None
    """Group of the check: AIGCAuthenticity (is it believable) or AIGCTechQuality (is it well made)."""
    type: Annotated[
        Literal["BodyPoseCheck", "BodyDetailCheck", "PhysicRulesCheck", "ObjectConsistencyCheck", "FormatCheck", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of check, such as BodyPoseCheck."""
    score: Annotated[float | None, Field(alias="Score")] = None
    """Score from 0 to 100; higher is better."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    issue_set: Annotated[
        list[TencentVodQualityInspectLLMDetectionIssue] | None, Field(alias="IssueSet")
    ] = None
    """The problems found; empty where there are none."""


class TencentVodQualityInspectLLMDetectionReport(ContractModel):
    """What a large language model found about AI-made content."""

    result_count: Annotated[int | None, Field(alias="ResultCount")] = None
    """Number of results."""
    result_set: Annotated[
        list[TencentVodQualityInspectLLMDetectionResultItem] | None,
        Field(alias="ResultSet"),
    ] = None
    """The results of the checks."""


class TencentVodQualityInspectTaskOutput(ContractModel):
    """What a quality inspection found."""

    no_audio: Annotated[int | None, Field(alias="NoAudio")] = None
    """1 where the file has no audio track, 0 where it has one."""
    no_video: Annotated[int | None, Field(alias="NoVideo")] = None
    """1 where the file has no video track, 0 where it has one."""
    quality_evaluation_score: Annotated[
        int | None, Field(alias="QualityEvaluationScore")
    ] = None
    """Score of the picture quality, from 0 to 100."""
    quality_inspect_result_set: Annotated[
        list[TencentVodQualityInspectResultItem] | None,
        Field(alias="QualityInspectResultSet"),
    ] = None
    """The faults found in picture and sound."""
    quality_evaluation_mean_opinion_score: Annotated[
        float | None, Field(alias="QualityEvaluationMeanOpinionScore")
    ] = None
    """Mean opinion score (MOS) of the video, judged without a reference."""
    aesthetic_evaluation_score: Annotated[
        int | None, Field(alias="AestheticEvaluationScore")
    ] = None
    """Score of the beauty of the video, from 0 to 100."""
    container_diagnose_result_set: Annotated[
        list[TencentVodQualityInspectContainerDiagnoseResultItem] | None,
        Field(alias="ContainerDiagnoseResultSet"),
    ] = None
    """The faults found in the container format."""
    llm_detection_report: Annotated[
        TencentVodQualityInspectLLMDetectionReport | None,
        Field(alias="LLMDetectionReport"),
    ] = None
    """What a large language model found about AI-made content."""


class TencentVodQualityInspectTask(ContractModel):
    """A task that inspects the quality of picture and sound."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the inspected file."""
    input: Annotated[TencentVodQualityInspectTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodQualityInspectTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodQualityInspectComplete(ContractModel):
    """Sent when a quality inspection has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["QualityInspectComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    quality_inspect_complete_event: Annotated[
        TencentVodQualityInspectTask | None, Field(alias="QualityInspectCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
