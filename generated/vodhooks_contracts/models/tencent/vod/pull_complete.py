# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_basic_info import TencentVodMediaBasicInfo
from .media_meta_data import TencentVodMediaMetaData


class TencentVodPullUploadTask(ContractModel):
    """A file has been pulled from an address, or the pull has failed."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    media_basic_info: Annotated[
        TencentVodMediaBasicInfo | None, Field(alias="MediaBasicInfo")
    ] = None
    """Name, address, dates and storage of the media file."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new file: size, length, picture size, streams."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new media file."""
    procedure_task_id: Annotated[str | None, Field(alias="ProcedureTaskId")] = None
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    review_audio_video_task_id: Annotated[
        str | None, Field(alias="ReviewAudioVideoTaskId")
    ] = None
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodPullComplete(ContractModel):
    """Sent when pulling a file from an address has ended, well or badly."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["PullComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    pull_complete_event: Annotated[
        TencentVodPullUploadTask | None, Field(alias="PullCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
