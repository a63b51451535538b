# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

from .review_segment import TencentVodReviewSegment

TencentVodSegmentSetFile = TypeAliasType(
    "TencentVodSegmentSetFile",
    Annotated[
        list[TencentVodReviewSegment],
        Field(
            examples=[[{"StartTimeOffset": 0, "EndTimeOffset": 1, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 1, "EndTimeOffset": 2, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 2, "EndTimeOffset": 3, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 3, "EndTimeOffset": 4, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 4, "EndTimeOffset": 5, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 5, "EndTimeOffset": 6, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 6, "EndTimeOffset": 7, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 7, "EndTimeOffset": 8, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 8, "EndTimeOffset": 9, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 9, "EndTimeOffset": 10, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}, {"StartTimeOffset": 10, "EndTimeOffset": 11, "Confidence": 99, "Suggestion": "block", "Label": "Porn", "SubLabel": "porn", "Form": "Image", "AreaCoordSet": [], "Text": "", "KeywordSet": []}], [{"StartTimeOffset": 12.5, "EndTimeOffset": 14.25, "Confidence": 87.5, "Suggestion": "review", "Label": "Abuse", "SubLabel": "Insult", "Form": "OCR", "AreaCoordSet": [10, 20, 300, 240], "Text": "recognised words", "KeywordSet": ["words"], "Url": "http://251000800.vod2.myqcloud.com/snapshots/12500.jpg", "PicUrlExpireTime": "2026-05-02T08:00:00+08:00"}], []],
            title="TencentVodSegmentSetFile",
        ),
    ],
)
"""The file at SegmentSetFileUrl: all flagged stretches, of which SegmentSet holds the first ten."""
