# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

PolyvVideoOutlineTimestamp = TypeAliasType(
    "PolyvVideoOutlineTimestamp",
    Annotated[
        int,
        Field(ge=1000000000000, le=9999999999999, title="PolyvVideoOutlineTimestamp"),
    ],
)
"""Milliseconds since the Unix epoch, always 13 digits."""
