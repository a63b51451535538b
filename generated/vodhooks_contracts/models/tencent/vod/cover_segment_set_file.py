# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

from .cover_segment import TencentVodCoverSegment

TencentVodCoverSegmentSetFile = TypeAliasType(
    "TencentVodCoverSegmentSetFile",
    Annotated[
        list[TencentVodCoverSegment],
        Field(
            examples=[[{"Confidence": 98.5, "Suggestion": "block", "Label": "Ad", "SubLabel": "QrCode", "Form": "OCR", "AreaCoordSet": [10, 20, 110, 60], "Text": "scan me", "KeywordSet": ["scan"]}, {"Confidence": 61, "Suggestion": "review", "Label": "Porn", "SubLabel": "", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}], []],
            title="TencentVodCoverSegmentSetFile",
        ),
    ],
)
"""The file at SegmentSetFileUrl of a CoverReviewResult: all findings in the cover picture, of which SegmentSet holds the first ten."""
