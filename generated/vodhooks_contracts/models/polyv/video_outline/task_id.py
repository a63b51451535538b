# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

PolyvVideoOutlineTaskId = TypeAliasType(
    "PolyvVideoOutlineTaskId",
    Annotated[int, Field(le=9223372036854775807, title="PolyvVideoOutlineTaskId")],
)
"""Number of the outline task, as the call that created it returned it (a Java long)."""
