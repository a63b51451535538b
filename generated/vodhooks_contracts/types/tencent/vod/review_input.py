# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodReviewInput(TypedDict):
    """What was reviewed; may be null."""

    FileId: NotRequired[str | None]
    """Id of the media file: decimal digits, sent as a string."""
    Definition: NotRequired[int | None]
    """Id of the review template. Added after the page was written."""
    ReviewContents: NotRequired[list[Literal["Media", "Cover"] | str] | None]
    """What the review was asked to look at. Added after the page was written."""
