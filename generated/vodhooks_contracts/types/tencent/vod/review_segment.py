# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .suggestion import TencentVodSuggestion


class TencentVodReviewSegment(TypedDict):
    """One stretch of the media that the review flagged."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[TencentVodSuggestion]
    """Advice for this item."""
    Label: NotRequired[TencentVodReviewLabel]
    """The kind of offence found in this item."""
    SubLabel: NotRequired[str | None]
    """A finer label, in free text."""
    Form: NotRequired[TencentVodReviewForm]
    """Where the offence was found in this item."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area; empty where there is none."""
    Text: NotRequired[str | None]
    """Text recognised in a picture or in speech."""
    KeywordSet: NotRequired[list[str] | None]
    """Words of the text that offend."""
    Url: NotRequired[str | None]
    """Address of a picture of the stretch. Added after the page was written."""
    PicUrlExpireTime: NotRequired[str | None]
    """When that address expires, ISO 8601. Added after the page was written."""
