# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

TencentVodReviewLabel = TypeAliasType(
    "TencentVodReviewLabel",
    Annotated[
        Literal["Porn", "Terror", "Polity", "Ad", "Illegal", "Abuse", "Moan", ""] | str | None,
        Field(title="TencentVodReviewLabel"),
    ],
)
"""The kind of offence found. Means something only where the suggestion is review or block. Compare it without case: the vendor's own sample writes porn where the list says Porn."""
