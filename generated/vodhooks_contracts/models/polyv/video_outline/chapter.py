# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field
from vodhooks.model import ContractModel

from .time_offset import PolyvVideoOutlineTimeOffset


class PolyvVideoOutlineChapter(ContractModel):
    """One chapter of the outline."""

    title: str | None | MISSING = MISSING
    """Heading of the chapter."""
    start_time: Annotated[
        PolyvVideoOutlineTimeOffset | MISSING, Field(alias="startTime")
    ] = MISSING
    """Where the chapter begins."""
    end_time: Annotated[
        PolyvVideoOutlineTimeOffset | MISSING, Field(alias="endTime")
    ] = MISSING
    """Where the chapter ends; the next one may begin here or after a gap."""
    start_index: Annotated[int | None | MISSING, Field(alias="startIndex")] = MISSING
    """First subtitle line of the chapter, counted from 0."""
    end_index: Annotated[int | None | MISSING, Field(alias="endIndex")] = MISSING
    """Last subtitle line of the chapter, inclusive."""
    summary: list[str] | None | MISSING = MISSING
    """Statements that sum the chapter up."""
    keyword: list[str] | None | MISSING = MISSING
    """Key terms of the chapter."""
