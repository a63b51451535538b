# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodExtractBlindWatermarkInputInfo(TypedDict):
    """The file in which to look for the watermark."""

    Type: NotRequired[Literal["FILEID", "URL", ""] | str | None]
    """How the file is given: FILEID or URL."""
    FileId: NotRequired[str | None]
    """Id of the media file in which to look for the watermark."""
    Url: NotRequired[str | None]
    """Address of the video in which to look for the watermark."""


class TencentVodExtractBlindWatermarkTaskConfig(TypedDict):
    """Settings for reading the digital watermark."""

    SegmentDuration: NotRequired[int | None]
    """Length of the slices of the video in milliseconds, 5 seconds by default; for type blind-abseq only."""


class TencentVodExtractBlindWatermarkTask(TypedDict):
    """A task that reads the digital watermark of a video."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["WAITING", "PROCESSING", "FINISH", ""] | str | None]
    """State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    InputInfo: NotRequired[TencentVodExtractBlindWatermarkInputInfo | None]
    """The file in which to look for the watermark."""
    Type: NotRequired[Literal["blind-basic", "blind-ab", ""] | str | None]
    """Kind of digital watermark: blind-basic or blind-ab."""
    IsDetected: NotRequired[bool | None]
    """true where a watermark was found."""
    Result: NotRequired[str | None]
    """Content of the watermark; absent where none was found."""
    ResultUV: NotRequired[str | None]
    """Id of the viewer from the trace watermark, 6 hexadecimal digits."""
    ExtractBlindWatermarkConfig: NotRequired[TencentVodExtractBlindWatermarkTaskConfig | None]
    """Settings for the extraction."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""


class TencentVodExtractBlindWatermarkComplete(TypedDict):
    """Sent when reading a digital watermark has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ExtractBlindWatermarkComplete"]
    """Names the message and selects the member that holds the event."""
    ExtractBlindWatermarkComplete: NotRequired[TencentVodExtractBlindWatermarkTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
