# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodDescribeFileAttributesTaskOutput(TypedDict):
    """The attributes of the file."""

    Md5: NotRequired[str | None]
    """MD5 of the file."""
    Sha1: NotRequired[str | None]
    """SHA-1 of the file."""


class TencentVodDescribeFileAttributesTask(TypedDict):
    """A task that computes attributes of a file, such as its MD5."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCode: NotRequired[int | None]
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    FileId: NotRequired[str | None]
    """Id of the media file: decimal digits, sent as a string."""
    Output: NotRequired[TencentVodDescribeFileAttributesTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodDescribeFileAttributesComplete(TypedDict):
    """Sent when the attributes of a file, such as its MD5, have been computed."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["DescribeFileAttributesComplete"]
    """Names the message and selects the member that holds the event."""
    DescribeFileAttributesCompleteEvent: NotRequired[TencentVodDescribeFileAttributesTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
