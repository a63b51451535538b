# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .review_audio_video_task import TencentVodReviewAudioVideoTask


class TencentVodReviewAudioVideoComplete(TypedDict):
    """The review of an audio or video file has ended. The same object is pushed as a callback and, with an EventHandle, pulled with PullEvents."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ReviewAudioVideoComplete"]
    """Names the message and selects the member that holds the event."""
    ReviewAudioVideoCompleteEvent: TencentVodReviewAudioVideoTask
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
