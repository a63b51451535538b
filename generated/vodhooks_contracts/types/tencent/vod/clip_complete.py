# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodClipFileInfo2017(TypedDict):
    """The file that a cutting task made (2017 API)."""

    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    FileUrl: NotRequired[str | None]
    """Address of the new media file."""
    FileType: NotRequired[str | None]
    """Format of the new file."""


class TencentVodClipTask2017(TypedDict):
    """A task of the 2017 API that cuts a part out of a file."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    SrcFileId: NotRequired[str | None]
    """Id of the source file: decimal digits, sent as a string."""
    FileInfo: NotRequired[TencentVodClipFileInfo2017 | None]
    """The new file."""


class TencentVodClipComplete(TypedDict):
    """Sent when a cutting task of the 2017 API has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ClipComplete"]
    """Names the message and selects the member that holds the event."""
    ClipCompleteEvent: NotRequired[TencentVodClipTask2017 | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
