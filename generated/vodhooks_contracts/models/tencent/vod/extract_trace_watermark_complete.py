# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodExtractTraceWatermarkTaskInput(ContractModel):
    """Where to look for the trace watermark."""

    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the media in which to look for the watermark."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the original media file to which Url belongs."""


class TencentVodExtractTraceWatermarkTaskOutput(ContractModel):
    """What the trace watermark says."""

    uv: Annotated[str | None, Field(alias="Uv")] = None
    """Id of the viewer, 6 hexadecimal digits."""
    uid: Annotated[str | None, Field(alias="Uid", deprecated=True)] = None
    """Deprecated."""


class TencentVodExtractTraceWatermarkTask(ContractModel):
    """A task that reads the trace watermark of a media file."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    input: Annotated[
        TencentVodExtractTraceWatermarkTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodExtractTraceWatermarkTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodExtractTraceWatermarkComplete(ContractModel):
    """Sent when reading a trace watermark has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["ExtractTraceWatermarkComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    extract_trace_watermark_complete_event: Annotated[
        TencentVodExtractTraceWatermarkTask | None,
        Field(alias="ExtractTraceWatermarkCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
