# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodMediaCastEvent(TypedDict):
    """The new state of a cast, which plays media into a live stream."""

    CastId: NotRequired[str | None]
    """Id of the cast, which plays media into a live stream."""
    Status: NotRequired[Literal["Working", "Scheduled", "Stopped", "Idle", ""] | str | None]
    """State of the cast: Working, Scheduled (waits for its time), Stopped or Idle."""


class TencentVodMediaCastStatusChanged(TypedDict):
    """Sent when a cast changes its state."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["MediaCastStatusChanged"]
    """Names the message and selects the member that holds the event."""
    MediaCastStatusChangedEvent: NotRequired[TencentVodMediaCastEvent | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
