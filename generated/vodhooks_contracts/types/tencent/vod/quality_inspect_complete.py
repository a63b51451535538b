# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodQualityInspectTaskInput(TypedDict):
    """What a quality inspection was given."""

    FileId: NotRequired[str | None]
    """Id of the media file: decimal digits, sent as a string."""
    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodQualityInspectItem(TypedDict):
    """A stretch with the fault."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area; set for borders, mosaics, QR codes and other codes only."""
    Confidence: NotRequired[int | None]
    """How sure the vendor is, from 0 to 100; set for mosaics, QR codes and other codes only."""


class TencentVodQualityInspectContainerDiagnoseResultItem(TypedDict):
    """A fault of the container format."""

    Category: NotRequired[Literal["DecodeParamException", "TimeStampException", "FrameException", "StreamStatusException", "StreamInfo", "StreamAbnormalCharacteristics", "DecodeException", "HLSRequirements", ""] | str | None]
    """Group of faults, such as TimeStampException."""
    Type: NotRequired[Literal["VideoResolutionChanged", "AudioSampleRateChanged", "AudioChannelsChanged", "ParameterSetsChanged", "DarOrSarInvalid", "TimestampFallback", "DtsJitter", "PtsJitter", "AACDurationDeviation", "AudioDroppingFrames", "VideoDroppingFrames", "AVTimestampInterleave", "PtsLessThanDts", "ReceiveFpsJitter", "ReceiveFpsTooSmall", "FpsJitter", "StreamOpenFailed", "StreamEnd", "StreamParseFailed", "VideoFirstFrameNotIdr", "StreamNALUError", "TsStreamNoAud", "AudioStreamLack", "VideoStreamLack", "LackAudioRecover", "LackVideoRecover", "VideoBitrateOutofRange", "AudioBitrateOutofRange", "VideoDecodeFailed", "AudioDecodeFailed", "AudioOutOfPhase", "VideoDuplicatedFrame", "AudioDuplicatedFrame", "VideoRotation", "TsMultiPrograms", "Mp4InvalidCodecFourcc", "HLSBadM3u8Format", "HLSInvalidMasterM3u8", "HLSInvalidMediaM3u8", "HLSMasterM3u8Recommended", "HLSMediaM3u8Recommended", "HLSMediaM3u8DiscontinuityExist", "HLSMediaSegmentsStreamNumChange", "HLSMediaSegmentsPTSJitterDeviation", "HLSMediaSegmentsDTSJitterDeviation", "TimecodeTrackExist", ""] | str | None]
    """Kind of fault, such as AudioStreamLack."""
    SeverityLevel: NotRequired[Literal["Fatal", "Error", "Warning", "Notice", "Info", ""] | str | None]
    """How grave it is: Fatal, Error, Warning, Notice or Info; Fatal and Error can hinder playing."""
    TimestampSet: NotRequired[list[float] | None]
    """Times at which it was found; the unit is not documented."""


class TencentVodQualityInspectLLMDetectionIssue(TypedDict):
    """One problem that the check found."""

    Tag: NotRequired[str | None]
    """Label of the problem."""
    Description: NotRequired[str | None]
    """Description of the problem."""
    Score: NotRequired[float | None]
    """Score from 0 to 100; higher is better."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    StartTimeMs: NotRequired[int | None]
    """Where the problem begins, in milliseconds."""
    EndTimeMs: NotRequired[int | None]
    """Where the problem ends, in milliseconds."""
    ExtraData: NotRequired[str | None]
    """More data as a JSON text, such as how grave it is."""


class TencentVodQualityInspectResultItem(TypedDict):
    """One kind of fault and where it was found."""

    Type: NotRequired[Literal["Jitter", "Blur", "LowLighting", "HighLighting", "CrashScreen", "BlackWhiteEdge", "SolidColorScreen", "Noise", "Mosaic", "QRCode", "AppletCode", "BarCode", "LowVoice", "HighVoice", "NoVoice", "LowEvaluation", "LowColorfulness", "AudioVideoAsync", "AudioSubtitleAsync", "VideoAesthetic", "AudioDiscontinuity", "AudioVolume", "AudioLoudnessJitter", "BackgroundMusic", "AudioEvaluation", "AudioNoise", "AudioSpeechQuality", "AudioReverb", "AudioHighLoudness", ""] | str | None]
    """Kind of fault, such as Blur or NoVoice."""
    SegmentSet: NotRequired[list[TencentVodQualityInspectItem] | None]
    """The stretches with the fault, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodQualityInspectLLMDetectionResultItem(TypedDict):
    """The result of one check."""

    Category: NotRequired[Literal["AIGCQualityCharacteristics", ""] | str | None]
    """Field of the check, such as AIGCQualityCharacteristics."""
    Group: NotRequired[Literal["AIGCAuthenticity", "AIGCTechQuality", ""] | str | None]
    """Group of the check: AIGCAuthenticity (is it believable) or AIGCTechQuality (is it well made)."""
    Type: NotRequired[Literal["BodyPoseCheck", "BodyDetailCheck", "PhysicRulesCheck", "ObjectConsistencyCheck", "FormatCheck", ""] | str | None]
    """Kind of check, such as BodyPoseCheck."""
    Score: NotRequired[float | None]
    """Score from 0 to 100; higher is better."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    IssueSet: NotRequired[list[TencentVodQualityInspectLLMDetectionIssue] | None]
    """The problems found; empty where there are none."""


class TencentVodQualityInspectLLMDetectionReport(TypedDict):
    """What a large language model found about AI-made content."""

    ResultCount: NotRequired[int | None]
    """Number of results."""
    ResultSet: NotRequired[list[TencentVodQualityInspectLLMDetectionResultItem] | None]
    """The results of the checks."""


class TencentVodQualityInspectTaskOutput(TypedDict):
    """What a quality inspection found."""

    NoAudio: NotRequired[int | None]
    """1 where the file has no audio track, 0 where it has one."""
    NoVideo: NotRequired[int | None]
    """1 where the file has no video track, 0 where it has one."""
    QualityEvaluationScore: NotRequired[int | None]
    """Score of the picture quality, from 0 to 100."""
    QualityInspectResultSet: NotRequired[list[TencentVodQualityInspectResultItem] | None]
    """The faults found in picture and sound."""
    QualityEvaluationMeanOpinionScore: NotRequired[float | None]
    """Mean opinion score (MOS) of the video, judged without a reference."""
    AestheticEvaluationScore: NotRequired[int | None]
    """Score of the beauty of the video, from 0 to 100."""
    ContainerDiagnoseResultSet: NotRequired[list[TencentVodQualityInspectContainerDiagnoseResultItem] | None]
    """The faults found in the container format."""
    LLMDetectionReport: NotRequired[TencentVodQualityInspectLLMDetectionReport | None]
    """What a large language model found about AI-made content."""


class TencentVodQualityInspectTask(TypedDict):
    """A task that inspects the quality of picture and sound."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the inspected file."""
    Input: NotRequired[TencentVodQualityInspectTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodQualityInspectTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodQualityInspectComplete(TypedDict):
    """Sent when a quality inspection has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["QualityInspectComplete"]
    """Names the message and selects the member that holds the event."""
    QualityInspectCompleteEvent: NotRequired[TencentVodQualityInspectTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
