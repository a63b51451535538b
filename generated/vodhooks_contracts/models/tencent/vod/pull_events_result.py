# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .pulled_event import TencentVodPulledEvent


class TencentVodPullEventsResult(ContractModel):
    """The events that PullEvents found."""

    event_set: Annotated[list[TencentVodPulledEvent] | None, Field(alias="EventSet")]
    """At most 16 events; null or empty where the queue is."""
    request_id: Annotated[str | None, Field(alias="RequestId")] = None
    """Id of the API call."""
