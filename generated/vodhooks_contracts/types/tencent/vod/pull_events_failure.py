# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .api_error import TencentVodApiError


class TencentVodPullEventsFailure(TypedDict):
    """PullEvents has answered with an error; an empty queue is one too."""

    Error: TencentVodApiError
    """What went wrong."""
    RequestId: NotRequired[str]
    """Id of the API call."""
