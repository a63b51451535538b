# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodMPSOutputFile(ContractModel):
    """A file that a task in MPS made."""

    file_type: Annotated[
        Literal["AiAnalysis.DeLogo.Video", "AiAnalysis.DeLogo.OriginSubtitle", "AiAnalysis.DeLogo.TranslateSubtitle", "MediaProcess.Transcode.Video", "AiAnalysis.HorizontalToVerticalTask.Video", "AiAnalysis.VideoRemakeTaskk.Video", "AiAnalysis.SegmentTask.Video", "SmartErase.Video", ""] | str | None,
        Field(alias="FileType"),
    ] = None
    """What the file is, named after the task that made it, such as SmartErase.Video."""
    storage_mode: Annotated[
        Literal["Permanent", "Temporary", ""] | str | None, Field(alias="StorageMode")
    ] = None
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file; set where StorageMode is Permanent."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address for downloading the file."""
    definition: Annotated[str | None, Field(alias="Definition")] = None
    """Id of the transcoding template, 0 for the original; set where FileType is MediaProcess.Transcode.Video."""
    expired_time: Annotated[int | None, Field(alias="ExpiredTime")] = None
    """When Url expires, in seconds; set where StorageMode is Temporary. From when it counts is not documented."""


class TencentVodMPSTaskOutput(ContractModel):
    """What a task in MPS made."""

    output_files: Annotated[
        list[TencentVodMPSOutputFile] | None, Field(alias="OutputFiles")
    ] = None
    """The files that the task made."""
    output_text: Annotated[str | None, Field(alias="OutputText")] = None
    """The result as a JSON text in the form of MPS; the form depends on the kind of task."""


class TencentVodMPSSubTaskResult(ContractModel):
    """State and result of one task in MPS."""

    task_type: Annotated[
        Literal["MediaProcess.Transcode", "AiAnalysis.DeLogo", "AiAnalysis.ClassificationTask", "AiAnalysis.CoverTask", "AiAnalysis.TagTask", "AiAnalysis.FrameTagTask", "AiAnalysis.HighlightTask", "AiAnalysis.SegmentTask", "AiAnalysis.HeadTailTask", "AiAnalysis.DescriptionTask", "AiAnalysis.HorizontalToVerticalTask", "AiAnalysis.DubbingTask", "AiAnalysis.VideoRemakeTask", "AiAnalysis.VideoComprehensionTask", "SmartSubtitle.AsrFullTextTask", "SmartSubtitle.TransTextTask", "SmartSubtitle.PureSubtitleTransTask", "SmartSubtitle.OcrFullTextTask", "SmartErase", ""] | str | None,
        Field(alias="TaskType"),
    ] = None
    """Kind of task in MPS, such as SmartErase."""
    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code: Annotated[str | None, Field(alias="ErrCode")] = None
    """Error code, sent as a string: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[str | None, Field(alias="Input")] = None
    """What the task was given, as a JSON text in the form of MPS."""
    output: Annotated[TencentVodMPSTaskOutput | None, Field(alias="Output")] = None
    """What the task made or found."""


class TencentVodProcessMediaByMPS(ContractModel):
    """A task that was run by the vendor's other service MPS (media processing)."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the whole task: PROCESSING or FINISH. Each task in SubTaskSet has its own state."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, not 0 where the source is faulty; where it is 0, each task in SubTaskSet has its own."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of a faulty source; otherwise each task in SubTaskSet has its own."""
    sub_task_set: Annotated[
        list[TencentVodMPSSubTaskResult] | None, Field(alias="SubTaskSet")
    ] = None
    """The tasks of which it is made up."""


class TencentVodProcessMediaByMPSComplete(ContractModel):
    """Sent when a task that was run by MPS has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["ProcessMediaByMPSComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    process_media_by_mps_complete_event: Annotated[
        TencentVodProcessMediaByMPS | None,
        Field(alias="ProcessMediaByMPSCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
