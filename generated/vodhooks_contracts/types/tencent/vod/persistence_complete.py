# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodPersistenceCompleteTask(TypedDict):
    """A clip has become a media file that no longer depends on its source."""

    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    PersistenceSource: NotRequired[str | None]
    """What the clip came from: SimpleHlsClip, FastEditMedia or LiveRealTimeClip."""


class TencentVodPersistenceComplete(TypedDict):
    """Sent when a clip no longer depends on its source; only then may the source be deleted."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["PersistenceComplete"]
    """Names the message and selects the member that holds the event."""
    PersistenceCompleteEvent: NotRequired[TencentVodPersistenceCompleteTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
