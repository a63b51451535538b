# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .cover_review_result import TencentVodCoverReviewResult
from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .review_segment import TencentVodReviewSegment
from .suggestion import TencentVodSuggestion


class TencentVodReviewOutput(ContractModel):
    """What the review found; null where it failed."""

    suggestion: Annotated[TencentVodSuggestion | None, Field(alias="Suggestion")] = None
    """Advice for the whole media."""
    label: Annotated[TencentVodReviewLabel | None, Field(alias="Label")] = None
    """The gravest kind of offence found."""
    form: Annotated[TencentVodReviewForm | None, Field(alias="Form")] = None
    """Where the gravest offence was found."""
    segment_set: Annotated[
        list[TencentVodReviewSegment] | None, Field(alias="SegmentSet")
    ] = None
    """The flagged stretches, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all flagged stretches; often plain http."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that address expires, ISO 8601 with Z or an offset."""
    cover_review_result: Annotated[
        TencentVodCoverReviewResult | None, Field(alias="CoverReviewResult")
    ] = None
    """Result for the cover picture. Added after the page was written."""
