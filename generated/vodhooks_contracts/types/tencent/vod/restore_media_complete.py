# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodRestoreMediaTask(TypedDict):
    """A file has been restored from archive storage."""

    FileId: NotRequired[str | None]
    """Id of the restored file: decimal digits, sent as a string."""
    OriginalStorageClass: NotRequired[str | None]
    """Storage class of the file before."""
    TargetStorageClass: NotRequired[str | None]
    """Storage class of the file afterwards; the same as before where the file is restored for a time only."""
    RestoreTier: NotRequired[Literal["Expedited", "Standard", "Bulk", ""] | str | None]
    """Speed of the restoring: Expedited, Standard or Bulk."""
    RestoreDay: NotRequired[int | None]
    """Days for which the restored copy is kept; 0 where it is restored for good."""
    Status: NotRequired[int | None]
    """Deprecated."""
    Message: NotRequired[str | None]
    """Deprecated."""


class TencentVodRestoreMediaComplete(TypedDict):
    """Sent when a file has been restored from archive storage."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["RestoreMediaComplete"]
    """Names the message and selects the member that holds the event."""
    RestoreMediaCompleteEvent: NotRequired[TencentVodRestoreMediaTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
