# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_basic_info import TencentVodMediaBasicInfo


class TencentVodSplitMediaOutputConfig(ContractModel):
    """What the new file shall be like."""

    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    type: Annotated[str | None, Field(alias="Type")] = None
    """Format of the new file: mp4 or hls."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file shall be deleted, ISO 8601."""


class TencentVodSplitMediaTaskInput(ContractModel):
    """Which part to take of which file."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the source file: decimal digits, sent as a string."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where in the source to begin, in seconds; negative counts from the end, 0 is the start."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where in the source to end, in seconds; negative counts from the end, 0 is the end."""
    procedure_name: Annotated[str | None, Field(alias="ProcedureName")] = None
    """Name of the task flow to run on the new file."""
    output_config: Annotated[
        TencentVodSplitMediaOutputConfig | None, Field(alias="OutputConfig")
    ] = None
    """What the new file shall be like."""


class TencentVodTaskOutputMediaInfo(ContractModel):
    """The new media file."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    media_basic_info: Annotated[
        TencentVodMediaBasicInfo | None, Field(alias="MediaBasicInfo")
    ] = None
    """Name, address, dates and storage of the media file."""


class TencentVodSplitMediaTaskSegmentInfo(ContractModel):
    """One part: what was asked for and what was made."""

    input: Annotated[TencentVodSplitMediaTaskInput | None, Field(alias="Input")] = None
    """What the task was given."""
    output: Annotated[TencentVodTaskOutputMediaInfo | None, Field(alias="Output")] = (
        None
    )
    """What the task made or found."""
    procedure_task_id: Annotated[str | None, Field(alias="ProcedureTaskId")] = None
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    review_audio_video_task_id: Annotated[
        str | None, Field(alias="ReviewAudioVideoTaskId")
    ] = None
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""


class TencentVodSplitMediaTask(ContractModel):
    """A task that splits media into parts."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    file_info_set: Annotated[
        list[TencentVodSplitMediaTaskSegmentInfo] | None, Field(alias="FileInfoSet")
    ] = None
    """The parts into which the media was split."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodSplitMediaComplete(ContractModel):
    """Sent when a task that splits media has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["SplitMediaComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    split_media_complete_event: Annotated[
        TencentVodSplitMediaTask | None, Field(alias="SplitMediaCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
