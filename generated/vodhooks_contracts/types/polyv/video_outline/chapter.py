# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .time_offset import PolyvVideoOutlineTimeOffset


class PolyvVideoOutlineChapter(TypedDict):
    """One chapter of the outline."""

    title: NotRequired[str | None]
    """Heading of the chapter."""
    startTime: NotRequired[PolyvVideoOutlineTimeOffset]
    """Where the chapter begins."""
    endTime: NotRequired[PolyvVideoOutlineTimeOffset]
    """Where the chapter ends; the next one may begin here or after a gap."""
    startIndex: NotRequired[int | None]
    """First subtitle line of the chapter, counted from 0."""
    endIndex: NotRequired[int | None]
    """Last subtitle line of the chapter, inclusive."""
    summary: NotRequired[list[str] | None]
    """Statements that sum the chapter up."""
    keyword: NotRequired[list[str] | None]
    """Key terms of the chapter."""
