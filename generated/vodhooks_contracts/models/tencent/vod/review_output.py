# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field
from vodhooks.model import ContractModel

from .cover_review_result import TencentVodCoverReviewResult
from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .review_segment import TencentVodReviewSegment
from .suggestion import TencentVodSuggestion


class TencentVodReviewOutput(ContractModel):
    """What the review found; null where it failed."""

    suggestion: Annotated[TencentVodSuggestion | MISSING, Field(alias="Suggestion")] = (
        MISSING
    )
    """Advice for the whole media."""
    label: Annotated[TencentVodReviewLabel | MISSING, Field(alias="Label")] = MISSING
    """The gravest kind of offence found."""
    form: Annotated[TencentVodReviewForm | MISSING, Field(alias="Form")] = MISSING
    """Where the gravest offence was found."""
    segment_set: Annotated[
        list[TencentVodReviewSegment] | None | MISSING, Field(alias="SegmentSet")
    ] = MISSING
    """The flagged stretches, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[
        str | None | MISSING, Field(alias="SegmentSetFileUrl")
    ] = MISSING
    """Address of a JSON file with all flagged stretches; often plain http."""
    segment_set_file_url_expire_time: Annotated[
        str | None | MISSING, Field(alias="SegmentSetFileUrlExpireTime")
    ] = MISSING
    """When that address expires, ISO 8601 with Z or an offset."""
    cover_review_result: Annotated[
        TencentVodCoverReviewResult | None | MISSING, Field(alias="CoverReviewResult")
    ] = MISSING
    """Result for the cover picture. Added after the page was written."""
