# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodQualityEnhanceTaskInput(TypedDict):
    """What a task that improves picture and sound was given."""

    FileId: NotRequired[str | None]
    """Id of the media file: decimal digits, sent as a string."""
    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodQualityEnhanceTaskOutput(TypedDict):
    """The file that a task that improves picture and sound made."""

    FileType: NotRequired[str | None]
    """Format of the file, such as mp4."""
    FileUrl: NotRequired[str | None]
    """Address of the new media file."""
    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file is deleted, ISO 8601."""


class TencentVodQualityEnhanceTask(TypedDict):
    """A task that improves picture and sound."""

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
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodQualityEnhanceTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodQualityEnhanceTaskOutput | None]
    """What the task made or found."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new file."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodQualityEnhanceComplete(TypedDict):
    """Sent when a task that improves picture and sound has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["QualityEnhanceComplete"]
    """Names the message and selects the member that holds the event."""
    QualityEnhanceCompleteEvent: NotRequired[TencentVodQualityEnhanceTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
