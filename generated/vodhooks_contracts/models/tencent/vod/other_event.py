# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodOtherEvent(ContractModel):
    """An event of a type that has no schema here. The vendor sends every event type of an app to one URL and the list of types grows, so these are kept, never refused."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[str, Field(alias="EventType")]
    """Names the event type."""
