# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from .api_error import TencentVodApiError
from .cover_review_result import TencentVodCoverReviewResult
from .cover_segment import TencentVodCoverSegment
from .cover_segment_set_file import TencentVodCoverSegmentSetFile
from .other_event import TencentVodOtherEvent
from .pull_events import TencentVodPullEvents
from .pull_events_failure import TencentVodPullEventsFailure
from .pull_events_response import TencentVodPullEventsResponse
from .pull_events_result import TencentVodPullEventsResult
from .pulled_event import TencentVodPulledEvent
from .review_audio_video_complete import TencentVodReviewAudioVideoComplete
from .review_audio_video_task import TencentVodReviewAudioVideoTask
from .review_form import TencentVodReviewForm
from .review_input import TencentVodReviewInput
from .review_label import TencentVodReviewLabel
from .review_output import TencentVodReviewOutput
from .review_segment import TencentVodReviewSegment
from .segment_set_file import TencentVodSegmentSetFile
from .suggestion import TencentVodSuggestion

__all__ = [
    "TencentVodApiError",
    "TencentVodCoverReviewResult",
    "TencentVodCoverSegment",
    "TencentVodCoverSegmentSetFile",
    "TencentVodOtherEvent",
    "TencentVodPullEvents",
    "TencentVodPullEventsFailure",
    "TencentVodPullEventsResponse",
    "TencentVodPullEventsResult",
    "TencentVodPulledEvent",
    "TencentVodReviewAudioVideoComplete",
    "TencentVodReviewAudioVideoTask",
    "TencentVodReviewForm",
    "TencentVodReviewInput",
    "TencentVodReviewLabel",
    "TencentVodReviewOutput",
    "TencentVodReviewSegment",
    "TencentVodSegmentSetFile",
    "TencentVodSuggestion",
]
