# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

from .other_event import TencentVodOtherEvent
from .review_audio_video_complete import TencentVodReviewAudioVideoComplete

TencentVodPulledEvent = TypeAliasType(
    "TencentVodPulledEvent",
    Annotated[
        TencentVodReviewAudioVideoComplete | TencentVodOtherEvent,
        Field(title="TencentVodPulledEvent"),
    ],
)
"""One event of a PullEvents reply: what would be pushed, with its receipt."""
