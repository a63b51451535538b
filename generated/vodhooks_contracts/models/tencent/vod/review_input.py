# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodReviewInput(ContractModel):
    """What was reviewed; may be null."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file: decimal digits, sent as a string."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the review template. Added after the page was written."""
    review_contents: Annotated[
        list[Literal["Media", "Cover"] | str] | None, Field(alias="ReviewContents")
    ] = None
    """What the review was asked to look at. Added after the page was written."""
