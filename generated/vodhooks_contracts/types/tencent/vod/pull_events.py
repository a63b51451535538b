# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypedDict

from .pull_events_response import TencentVodPullEventsResponse


class TencentVodPullEvents(TypedDict):
    """The reply of PullEvents as it stands on the wire, with the wrapper that every answer of the vendor's API has."""

    Response: TencentVodPullEventsResponse
    """The wrapped answer."""
