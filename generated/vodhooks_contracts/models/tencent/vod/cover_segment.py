# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .review_form import TencentVodReviewForm
from .review_label import TencentVodReviewLabel
from .suggestion import TencentVodSuggestion


class TencentVodCoverSegment(ContractModel):
    """One finding in the cover picture."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[TencentVodSuggestion | None, Field(alias="Suggestion")] = None
    """Advice for this item."""
    label: Annotated[TencentVodReviewLabel | None, Field(alias="Label")] = None
    """The kind of offence found in this item."""
    sub_label: Annotated[str | None, Field(alias="SubLabel")] = None
    """A finer label, in free text."""
    form: Annotated[TencentVodReviewForm | None, Field(alias="Form")] = None
    """Where the offence was found in this item."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area; empty where there is none."""
    text: Annotated[str | None, Field(alias="Text")] = None
    """Text recognised in a picture or in speech."""
    keyword_set: Annotated[list[str] | None, Field(alias="KeywordSet")] = None
    """Words of the text that offend."""
