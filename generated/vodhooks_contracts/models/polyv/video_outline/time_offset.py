# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

PolyvVideoOutlineTimeOffset = TypeAliasType(
    "PolyvVideoOutlineTimeOffset",
    Annotated[
        str | None, Field(title="PolyvVideoOutlineTimeOffset")
    ],
)
"""Position in the video as HH:MM:SS,mmm, in the manner of SRT subtitles."""
