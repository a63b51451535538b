# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import MISSING, Field
from vodhooks.model import ContractModel


class TencentVodReviewInput(ContractModel):
    """What was reviewed; may be null."""

    file_id: Annotated[str | None | MISSING, Field(alias="FileId")] = MISSING
    """Id of the media file: decimal digits, sent as a string."""
    definition: Annotated[int | None | MISSING, Field(alias="Definition")] = MISSING
    """Id of the review template. Added after the page was written."""
    review_contents: Annotated[
        list[Literal["Media", "Cover"] | str] | None | MISSING,
        Field(alias="ReviewContents"),
    ] = MISSING
    """What the review was asked to look at. Added after the page was written."""
