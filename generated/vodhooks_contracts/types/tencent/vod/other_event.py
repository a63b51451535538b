# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class TencentVodOtherEvent(TypedDict):
    """An event of a type that has no schema here. The vendor sends every event type of an app to one URL and the list of types grows, so these are kept, never refused."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: str
    """Names the event type."""
