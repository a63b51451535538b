# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field
from vodhooks.model import ContractModel

from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .suggestion import TencentVodSuggestion


class TencentVodReviewSegment(ContractModel):
    """One stretch of the media that the review flagged."""

    start_time_offset: Annotated[
        float | None | MISSING, Field(alias="StartTimeOffset")
    ] = MISSING
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None | MISSING, Field(alias="EndTimeOffset")] = (
        MISSING
    )
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None | MISSING, Field(alias="Confidence")] = MISSING
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[TencentVodSuggestion | MISSING, Field(alias="Suggestion")] = (
        MISSING
    )
    """Advice for this item."""
    label: Annotated[TencentVodReviewLabel | MISSING, Field(alias="Label")] = MISSING
    """The kind of offence found in this item."""
    sub_label: Annotated[str | None | MISSING, Field(alias="SubLabel")] = MISSING
    """A finer label, in free text."""
    form: Annotated[TencentVodReviewForm | MISSING, Field(alias="Form")] = MISSING
    """Where the offence was found in this item."""
    area_coord_set: Annotated[
        list[int] | None | MISSING, Field(alias="AreaCoordSet")
    ] = MISSING
    """Pixel coordinates x1, y1, x2, y2 of the area; empty where there is none."""
    text: Annotated[str | None | MISSING, Field(alias="Text")] = MISSING
    """Text recognised in a picture or in speech."""
    keyword_set: Annotated[list[str] | None | MISSING, Field(alias="KeywordSet")] = (
        MISSING
    )
    """Words of the text that offend."""
    url: Annotated[str | None | MISSING, Field(alias="Url")] = MISSING
    """Address of a picture of the stretch. Added after the page was written."""
    pic_url_expire_time: Annotated[
        str | None | MISSING, Field(alias="PicUrlExpireTime")
    ] = MISSING
    """When that address expires, ISO 8601. Added after the page was written."""
