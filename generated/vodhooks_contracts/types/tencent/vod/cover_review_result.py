# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .cover_segment import TencentVodCoverSegment
from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .suggestion import TencentVodSuggestion


class TencentVodCoverReviewResult(TypedDict):
    """Result of reviewing the cover picture: like the result for the media, without time offsets; null where no cover was reviewed."""

    Suggestion: NotRequired[TencentVodSuggestion]
    """Advice for the cover."""
    Label: NotRequired[TencentVodReviewLabel]
    """The gravest kind of offence found in the cover."""
    Form: NotRequired[TencentVodReviewForm]
    """Where the offence was found."""
    SegmentSet: NotRequired[list[TencentVodCoverSegment] | None]
    """The findings in the cover, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all findings in the cover; often plain http."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that address expires, ISO 8601 with Z or an offset."""
