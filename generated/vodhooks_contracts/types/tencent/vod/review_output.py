# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .cover_review_result import TencentVodCoverReviewResult
from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .review_segment import TencentVodReviewSegment
from .suggestion import TencentVodSuggestion


class TencentVodReviewOutput(TypedDict):
    """What the review found; null where it failed."""

    Suggestion: NotRequired[TencentVodSuggestion]
    """Advice for the whole media."""
    Label: NotRequired[TencentVodReviewLabel]
    """The gravest kind of offence found."""
    Form: NotRequired[TencentVodReviewForm]
    """Where the gravest offence was found."""
    SegmentSet: NotRequired[list[TencentVodReviewSegment] | None]
    """The flagged stretches, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all flagged stretches; often plain http."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that address expires, ISO 8601 with Z or an offset."""
    CoverReviewResult: NotRequired[TencentVodCoverReviewResult | None]
    """Result for the cover picture. Added after the page was written."""
