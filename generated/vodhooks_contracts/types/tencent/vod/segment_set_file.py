# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

from .review_segment import TencentVodReviewSegment

TencentVodSegmentSetFile = TypeAliasType("TencentVodSegmentSetFile", list[TencentVodReviewSegment])
"""The file at SegmentSetFileUrl: all flagged stretches, of which SegmentSet holds the first ten."""
