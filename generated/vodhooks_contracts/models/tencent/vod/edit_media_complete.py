# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodEditMediaFileInfo(ContractModel):
    """A file to edit and the part to take."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file: decimal digits, sent as a string."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where in the source to begin, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where in the source to end, in seconds."""


class TencentVodEditMediaStreamInfo(ContractModel):
    """A stream to edit and the part to take."""

    stream_id: Annotated[str | None, Field(alias="StreamId")] = None
    """Id of the recorded live stream."""
    start_time: Annotated[str | None, Field(alias="StartTime")] = None
    """Where in the stream to begin, ISO 8601."""
    end_time: Annotated[str | None, Field(alias="EndTime")] = None
    """Where in the stream to end, ISO 8601."""


class TencentVodEditMediaTaskOutput(ContractModel):
    """The file that an editing task made."""

    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the file, such as mp4."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new media file."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file is deleted, ISO 8601."""


class TencentVodEditMediaTaskInput(ContractModel):
    """What an editing task was given."""

    input_type: Annotated[str | None, Field(alias="InputType")] = None
    """Kind of source: File or Stream."""
    file_info_set: Annotated[
        list[TencentVodEditMediaFileInfo] | None, Field(alias="FileInfoSet")
    ] = None
    """The files to edit; set where InputType is File."""
    stream_info_set: Annotated[
        list[TencentVodEditMediaStreamInfo] | None, Field(alias="StreamInfoSet")
    ] = None
    """The streams to cut; set where InputType is Stream."""


class TencentVodEditMediaTask(ContractModel):
    """An editing task, which cuts and joins files or streams."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[TencentVodEditMediaTaskInput | None, Field(alias="Input")] = None
    """What the task was given."""
    output: Annotated[TencentVodEditMediaTaskOutput | None, Field(alias="Output")] = (
        None
    )
    """What the task made or found."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new file."""
    procedure_task_id: Annotated[str | None, Field(alias="ProcedureTaskId")] = None
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    review_audio_video_task_id: Annotated[
        str | None, Field(alias="ReviewAudioVideoTaskId")
    ] = None
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodEditMediaComplete(ContractModel):
    """Sent when an editing task has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["EditMediaComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    edit_media_complete_event: Annotated[
        TencentVodEditMediaTask | None, Field(alias="EditMediaCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
