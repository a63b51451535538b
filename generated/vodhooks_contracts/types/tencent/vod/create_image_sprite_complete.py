# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodCreateImageSpriteTask2017(TypedDict):
    """A task of the 2017 API that makes image sprites."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    FileId: NotRequired[str | None]
    """Id of the file of which sprites were made: decimal digits, sent as a string."""
    Definition: NotRequired[int | None]
    """Id of the template."""
    TotalCount: NotRequired[int | None]
    """Number of small pictures in all."""
    ImageSpriteUrlSet: NotRequired[list[str] | None]
    """Addresses of the sprites, the large pictures."""
    WebVttUrl: NotRequired[str | None]
    """Address of the WebVTT file that gives the time and the place in the sprite of each small picture."""


class TencentVodCreateImageSpriteComplete(TypedDict):
    """Sent when a sprite task of the 2017 API has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["CreateImageSpriteComplete"]
    """Names the message and selects the member that holds the event."""
    CreateImageSpriteCompleteEvent: NotRequired[TencentVodCreateImageSpriteTask2017 | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
