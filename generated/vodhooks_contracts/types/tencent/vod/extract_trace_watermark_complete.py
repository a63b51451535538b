# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodExtractTraceWatermarkTaskInput(TypedDict):
    """Where to look for the trace watermark."""

    Url: NotRequired[str | None]
    """Address of the media in which to look for the watermark."""
    FileId: NotRequired[str | None]
    """Id of the original media file to which Url belongs."""


class TencentVodExtractTraceWatermarkTaskOutput(TypedDict):
    """What the trace watermark says."""

    Uv: NotRequired[str | None]
    """Id of the viewer, 6 hexadecimal digits."""
    Uid: NotRequired[str | None]
    """Deprecated."""


class TencentVodExtractTraceWatermarkTask(TypedDict):
    """A task that reads the trace watermark of a media file."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCode: NotRequired[int | None]
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Input: NotRequired[TencentVodExtractTraceWatermarkTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodExtractTraceWatermarkTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodExtractTraceWatermarkComplete(TypedDict):
    """Sent when reading a trace watermark has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ExtractTraceWatermarkComplete"]
    """Names the message and selects the member that holds the event."""
    ExtractTraceWatermarkCompleteEvent: NotRequired[TencentVodExtractTraceWatermarkTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
