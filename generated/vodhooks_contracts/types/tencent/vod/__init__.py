# Made by `make generate` from schemas/. Do not edit.

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
else:
    _MODULES = {
        "TencentVodApiError": "api_error",
        "TencentVodCoverReviewResult": "cover_review_result",
        "TencentVodCoverSegment": "cover_segment",
        "TencentVodCoverSegmentSetFile": "cover_segment_set_file",
        "TencentVodOtherEvent": "other_event",
        "TencentVodPullEvents": "pull_events",
        "TencentVodPullEventsFailure": "pull_events_failure",
        "TencentVodPullEventsResponse": "pull_events_response",
        "TencentVodPullEventsResult": "pull_events_result",
        "TencentVodPulledEvent": "pulled_event",
        "TencentVodReviewAudioVideoComplete": "review_audio_video_complete",
        "TencentVodReviewAudioVideoTask": "review_audio_video_task",
        "TencentVodReviewForm": "review_form",
        "TencentVodReviewInput": "review_input",
        "TencentVodReviewLabel": "review_label",
        "TencentVodReviewOutput": "review_output",
        "TencentVodReviewSegment": "review_segment",
        "TencentVodSegmentSetFile": "segment_set_file",
        "TencentVodSuggestion": "suggestion",
    }

    def __getattr__(name):
        from importlib import import_module

        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return found

    def __dir__():
        return __all__

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
