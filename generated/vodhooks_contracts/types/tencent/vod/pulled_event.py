# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class TencentVodPulledEvent(TypedDict):
    """One event of a PullEvents reply: what would be pushed, with its receipt. The event keeps the contract of its own message; here it may hold anything."""

    EventHandle: str | None
    """Receipt for ConfirmEvents, new on every pull."""
    EventType: NotRequired[str | None]
    """Names the event type, and so the message."""
