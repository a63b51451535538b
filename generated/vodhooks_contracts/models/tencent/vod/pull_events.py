# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .pull_events_response import TencentVodPullEventsResponse


class TencentVodPullEvents(ContractModel):
    """The reply of PullEvents as it stands on the wire, with the wrapper that every answer of the vendor's API has."""

    response: Annotated[TencentVodPullEventsResponse, Field(alias="Response")]
    """The wrapped answer."""
