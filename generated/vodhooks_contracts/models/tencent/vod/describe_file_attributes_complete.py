# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodDescribeFileAttributesTaskOutput(ContractModel):
    """The attributes of the file."""

    md5: Annotated[str | None, Field(alias="Md5")] = None
    """MD5 of the file."""
    sha1: Annotated[str | None, Field(alias="Sha1")] = None
    """SHA-1 of the file."""


class TencentVodDescribeFileAttributesTask(ContractModel):
    """A task that computes attributes of a file, such as its MD5."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file: decimal digits, sent as a string."""
    output: Annotated[
        TencentVodDescribeFileAttributesTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodDescribeFileAttributesComplete(ContractModel):
    """Sent when the attributes of a file, such as its MD5, have been computed."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["DescribeFileAttributesComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    describe_file_attributes_complete_event: Annotated[
        TencentVodDescribeFileAttributesTask | None,
        Field(alias="DescribeFileAttributesCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
