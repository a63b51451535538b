# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .api_error import TencentVodApiError


class TencentVodPullEventsFailure(ContractModel):
    """PullEvents has answered with an error; an empty queue is one too."""

    error: Annotated[TencentVodApiError, Field(alias="Error")]
    """What went wrong."""
    request_id: Annotated[str | None, Field(alias="RequestId")] = None
    """Id of the API call."""
