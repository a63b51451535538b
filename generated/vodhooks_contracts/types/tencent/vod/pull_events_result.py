# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .pulled_event import TencentVodPulledEvent


class TencentVodPullEventsResult(TypedDict):
    """The events that PullEvents found."""

    EventSet: list[TencentVodPulledEvent] | None
    """At most 16 events; null or empty where the queue is."""
    RequestId: NotRequired[str]
    """Id of the API call."""
