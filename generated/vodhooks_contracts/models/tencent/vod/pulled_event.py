# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodPulledEvent(ContractModel):
    """One event of a PullEvents reply: what would be pushed, with its receipt. The event keeps the contract of its own message; here it may hold anything."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")]
    """Receipt for ConfirmEvents, new on every pull."""
    event_type: Annotated[str | None, Field(alias="EventType")] = None
    """Names the event type, and so the message."""
