# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodMPSOutputFile(TypedDict):
    """A file that a task in MPS made."""

    FileType: NotRequired[Literal["AiAnalysis.DeLogo.Video", "AiAnalysis.DeLogo.OriginSubtitle", "AiAnalysis.DeLogo.TranslateSubtitle", "MediaProcess.Transcode.Video", "AiAnalysis.HorizontalToVerticalTask.Video", "AiAnalysis.VideoRemakeTaskk.Video", "AiAnalysis.SegmentTask.Video", "SmartErase.Video", ""] | str | None]
    """What the file is, named after the task that made it, such as SmartErase.Video."""
    StorageMode: NotRequired[Literal["Permanent", "Temporary", ""] | str | None]
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    FileId: NotRequired[str | None]
    """Id of the new media file; set where StorageMode is Permanent."""
    Url: NotRequired[str | None]
    """Address for downloading the file."""
    Definition: NotRequired[str | None]
    """Id of the transcoding template, 0 for the original; set where FileType is MediaProcess.Transcode.Video."""
    ExpiredTime: NotRequired[int | None]
    """When Url expires, in seconds; set where StorageMode is Temporary. From when it counts is not documented."""


class TencentVodMPSTaskOutput(TypedDict):
    """What a task in MPS made."""

    OutputFiles: NotRequired[list[TencentVodMPSOutputFile] | None]
    """The files that the task made."""
    OutputText: NotRequired[str | None]
    """The result as a JSON text in the form of MPS; the form depends on the kind of task."""


class TencentVodMPSSubTaskResult(TypedDict):
    """State and result of one task in MPS."""

    TaskType: NotRequired[Literal["MediaProcess.Transcode", "AiAnalysis.DeLogo", "AiAnalysis.ClassificationTask", "AiAnalysis.CoverTask", "AiAnalysis.TagTask", "AiAnalysis.FrameTagTask", "AiAnalysis.HighlightTask", "AiAnalysis.SegmentTask", "AiAnalysis.HeadTailTask", "AiAnalysis.DescriptionTask", "AiAnalysis.HorizontalToVerticalTask", "AiAnalysis.DubbingTask", "AiAnalysis.VideoRemakeTask", "AiAnalysis.VideoComprehensionTask", "SmartSubtitle.AsrFullTextTask", "SmartSubtitle.TransTextTask", "SmartSubtitle.PureSubtitleTransTask", "SmartSubtitle.OcrFullTextTask", "SmartErase", ""] | str | None]
    """Kind of task in MPS, such as SmartErase."""
    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCode: NotRequired[str | None]
    """Error code, sent as a string: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[str | None]
    """What the task was given, as a JSON text in the form of MPS."""
    Output: NotRequired[TencentVodMPSTaskOutput | None]
    """What the task made or found."""


class TencentVodProcessMediaByMPS(TypedDict):
    """A task that was run by the vendor's other service MPS (media processing)."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the whole task: PROCESSING or FINISH. Each task in SubTaskSet has its own state."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, not 0 where the source is faulty; where it is 0, each task in SubTaskSet has its own."""
    Message: NotRequired[str | None]
    """Explanation of a faulty source; otherwise each task in SubTaskSet has its own."""
    SubTaskSet: NotRequired[list[TencentVodMPSSubTaskResult] | None]
    """The tasks of which it is made up."""


class TencentVodProcessMediaByMPSComplete(TypedDict):
    """Sent when a task that was run by MPS has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ProcessMediaByMPSComplete"]
    """Names the message and selects the member that holds the event."""
    ProcessMediaByMPSCompleteEvent: NotRequired[TencentVodProcessMediaByMPS | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
