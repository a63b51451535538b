# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

PolyvVideoOutlineSign = TypeAliasType(
    "PolyvVideoOutlineSign",
    Annotated[
        str,
        Field(
            max_length=40,
            min_length=40,
            pattern="^[0-9A-F]{40}$",
            title="PolyvVideoOutlineSign",
        ),
    ],
)
"""Upper-case hexadecimal SHA-1 over secretKey, timestamp, timestamp and secretKey. It covers nothing else of the body."""
