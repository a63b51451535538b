# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

TencentVodReviewForm = TypeAliasType(
    "TencentVodReviewForm",
    Annotated[
        Literal["Image", "OCR", "ASR", "Voice", ""] | str | None,
        Field(title="TencentVodReviewForm"),
    ],
)
"""Where the offence was found. Means something only where the suggestion is review or block."""
