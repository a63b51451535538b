# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field
from vodhooks.model import ContractModel

from .cover_segment import TencentVodCoverSegment
from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .suggestion import TencentVodSuggestion


class TencentVodCoverReviewResult(ContractModel):
    """Result of reviewing the cover picture: like the result for the media, without time offsets; null where no cover was reviewed."""

    suggestion: Annotated[TencentVodSuggestion | MISSING, Field(alias="Suggestion")] = (
        MISSING
    )
    """Advice for the cover."""
    label: Annotated[TencentVodReviewLabel | MISSING, Field(alias="Label")] = MISSING
    """The gravest kind of offence found in the cover."""
    form: Annotated[TencentVodReviewForm | MISSING, Field(alias="Form")] = MISSING
    """Where the offence was found."""
    segment_set: Annotated[
        list[TencentVodCoverSegment] | None | MISSING, Field(alias="SegmentSet")
    ] = MISSING
    """The findings in the cover, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[
        str | None | MISSING, Field(alias="SegmentSetFileUrl")
    ] = MISSING
    """Address of a JSON file with all findings in the cover; often plain http."""
    segment_set_file_url_expire_time: Annotated[
        str | None | MISSING, Field(alias="SegmentSetFileUrlExpireTime")
    ] = MISSING
    """When that address expires, ISO 8601 with Z or an offset."""
