# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .time_offset import PolyvVideoOutlineTimeOffset


class PolyvVideoOutlineChapter(ContractModel):
    """One chapter of the outline."""

    title: str | None = None
    """Heading of the chapter."""
    start_time: Annotated[
        PolyvVideoOutlineTimeOffset | None, Field(alias="startTime")
    ] = None
    """Where the chapter begins."""
    end_time: Annotated[PolyvVideoOutlineTimeOffset | None, Field(alias="endTime")] = (
        None
    )
    """Where the chapter ends; the next one may begin here or after a gap."""
    start_index: Annotated[int | None, Field(alias="startIndex")] = None
    """First subtitle line of the chapter, counted from 0."""
    end_index: Annotated[int | None, Field(alias="endIndex")] = None
    """Last subtitle line of the chapter, inclusive."""
    summary: list[str] | None = None
    """Statements that sum the chapter up."""
    keyword: list[str] | None = None
    """Key terms of the chapter."""
