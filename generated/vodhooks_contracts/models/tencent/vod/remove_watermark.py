# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodRemoveWaterMarkTaskInput(ContractModel):
    """What a task that removes watermarks was given."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file: decimal digits, sent as a string."""


class TencentVodRemoveWaterMarkTaskOutput(ContractModel):
    """The file that a task that removes watermarks made."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the file, such as mp4."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new media file."""
    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new file."""


class TencentVodRemoveWatermarkTask(ContractModel):
    """A task that removes watermarks from a video."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodRemoveWaterMarkTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodRemoveWaterMarkTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodRemoveWatermark(ContractModel):
    """Sent when a task that removes watermarks has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["RemoveWatermark"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    remove_watermark_complete_event: Annotated[
        TencentVodRemoveWatermarkTask | None,
        Field(alias="RemoveWatermarkCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
