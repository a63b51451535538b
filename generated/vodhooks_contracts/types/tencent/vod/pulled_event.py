# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

from .other_event import TencentVodOtherEvent
from .review_audio_video_complete import TencentVodReviewAudioVideoComplete

TencentVodPulledEvent = TypeAliasType("TencentVodPulledEvent", TencentVodReviewAudioVideoComplete | TencentVodOtherEvent)
"""One event of a PullEvents reply: what would be pushed, with its receipt."""
