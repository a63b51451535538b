# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .cover_segment import TencentVodCoverSegment
from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .suggestion import TencentVodSuggestion


class TencentVodCoverReviewResult(ContractModel):
    """Result of reviewing the cover picture: like the result for the media, without time offsets; null where no cover was reviewed."""

    suggestion: Annotated[TencentVodSuggestion | None, Field(alias="Suggestion")] = None
    """Advice for the cover."""
    label: Annotated[TencentVodReviewLabel | None, Field(alias="Label")] = None
    """The gravest kind of offence found in the cover."""
    form: Annotated[TencentVodReviewForm | None, Field(alias="Form")] = None
    """Where the offence was found."""
    segment_set: Annotated[
        list[TencentVodCoverSegment] | None, Field(alias="SegmentSet")
    ] = None
    """The findings in the cover, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all findings in the cover; often plain http."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that address expires, ISO 8601 with Z or an offset."""
