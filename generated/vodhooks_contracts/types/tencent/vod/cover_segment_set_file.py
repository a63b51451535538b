# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

from .cover_segment import TencentVodCoverSegment

TencentVodCoverSegmentSetFile = TypeAliasType("TencentVodCoverSegmentSetFile", list[TencentVodCoverSegment])
"""The file at SegmentSetFileUrl of a CoverReviewResult: all findings in the cover picture, of which SegmentSet holds the first ten."""
