# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodTranscodePlayInfo2017(TypedDict):
    """A transcoded file (2017 API)."""

    Url: NotRequired[str | None]
    """Address of the transcoded file."""
    Definition: NotRequired[int | None]
    """Id of the transcoding template."""
    Bitrate: NotRequired[int | None]
    """Average bit rates of video and audio together, in bits per second."""
    Height: NotRequired[int | None]
    """Greatest height of the video streams in pixels."""
    Width: NotRequired[int | None]
    """Greatest width of the video streams in pixels."""


class TencentVodTranscodeTask2017(TypedDict):
    """A transcoding task of the 2017 API."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    FileId: NotRequired[str | None]
    """Id of the file that was transcoded: decimal digits, sent as a string."""
    FileName: NotRequired[str | None]
    """Name of the file that was transcoded."""
    Duration: NotRequired[int | None]
    """Length in seconds."""
    CoverUrl: NotRequired[str | None]
    """Address of the cover picture."""
    PlayInfoSet: NotRequired[list[TencentVodTranscodePlayInfo2017] | None]
    """The transcoded files."""


class TencentVodTranscodeComplete(TypedDict):
    """Sent when a transcoding task of the 2017 API has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["TranscodeComplete"]
    """Names the message and selects the member that holds the event."""
    TranscodeCompleteEvent: NotRequired[TencentVodTranscodeTask2017 | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
