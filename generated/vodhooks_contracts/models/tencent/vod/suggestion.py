# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

TencentVodSuggestion = TypeAliasType(
    "TencentVodSuggestion",
    Annotated[
        Literal["pass", "review", "block"] | str | None,
        Field(title="TencentVodSuggestion"),
    ],
)
"""What the vendor advises to do with the media."""
