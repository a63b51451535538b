# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_basic_info import TencentVodMediaBasicInfo
from .media_meta_data import TencentVodMediaMetaData


class TencentVodFileUploadTask(ContractModel):
    """A file has been uploaded."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the uploaded file: decimal digits, sent as a string."""
    media_basic_info: Annotated[
        TencentVodMediaBasicInfo | None, Field(alias="MediaBasicInfo")
    ] = None
    """Name, address, dates and storage of the media file."""
    procedure_task_id: Annotated[str | None, Field(alias="ProcedureTaskId")] = None
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    review_audio_video_task_id: Annotated[
        str | None, Field(alias="ReviewAudioVideoTaskId")
    ] = None
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the file: size, length, picture size, streams."""


class TencentVodNewFileUpload(ContractModel):
    """Sent when a file has been uploaded."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["NewFileUpload"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    file_upload_event: Annotated[
        TencentVodFileUploadTask | None, Field(alias="FileUploadEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
