# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

TencentVodReviewForm = TypeAliasType("TencentVodReviewForm", Literal["Image", "OCR", "ASR", "Voice", ""] | str | None)
"""Where the offence was found. Means something only where the suggestion is review or block."""
