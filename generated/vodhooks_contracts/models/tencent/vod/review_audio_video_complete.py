# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .review_audio_video_task import TencentVodReviewAudioVideoTask


class TencentVodReviewAudioVideoComplete(ContractModel):
    """The review of an audio or video file has ended. The same object is pushed as a callback and, with an EventHandle, pulled with PullEvents."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["ReviewAudioVideoComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    review_audio_video_complete_event: Annotated[
        TencentVodReviewAudioVideoTask, Field(alias="ReviewAudioVideoCompleteEvent")
    ]
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
