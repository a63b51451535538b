# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodClipFileInfo2017(ContractModel):
    """The file that a cutting task made (2017 API)."""

    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new media file."""
    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the new file."""


class TencentVodClipTask2017(ContractModel):
    """A task of the 2017 API that cuts a part out of a file."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    src_file_id: Annotated[str | None, Field(alias="SrcFileId")] = None
    """Id of the source file: decimal digits, sent as a string."""
    file_info: Annotated[TencentVodClipFileInfo2017 | None, Field(alias="FileInfo")] = (
        None
    )
    """The new file."""


class TencentVodClipComplete(ContractModel):
    """Sent when a cutting task of the 2017 API has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["ClipComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    clip_complete_event: Annotated[
        TencentVodClipTask2017 | None, Field(alias="ClipCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
