# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodMediaDeleteItem(TypedDict):
    """One kind of files that was deleted."""

    Type: NotRequired[str | None]
    """Which files were deleted, for example the original or the transcoded ones."""
    Definition: NotRequired[int | None]
    """Id of the template whose files were deleted; 0 means all of that type."""


class TencentVodFileDeleteResultItem(TypedDict):
    """What was deleted of one file."""

    FileId: NotRequired[str | None]
    """Id of the file that was deleted, whole or in part."""
    DeleteParts: NotRequired[list[TencentVodMediaDeleteItem] | None]
    """The parts that were deleted."""


class TencentVodFileDeleteTask(TypedDict):
    """Media files have been deleted, whole or in part."""

    FileIdSet: NotRequired[list[str] | None]
    """Ids of the deleted files."""
    FileDeleteResultInfo: NotRequired[list[TencentVodFileDeleteResultItem] | None]
    """For each file, what was deleted."""


class TencentVodFileDeleted(TypedDict):
    """Sent when media files have been deleted, whole or in part."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["FileDeleted"]
    """Names the message and selects the member that holds the event."""
    FileDeleteEvent: NotRequired[TencentVodFileDeleteTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
