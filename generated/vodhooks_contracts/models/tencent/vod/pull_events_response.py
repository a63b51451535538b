# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

from .pull_events_failure import TencentVodPullEventsFailure
from .pull_events_result import TencentVodPullEventsResult

TencentVodPullEventsResponse = TypeAliasType(
    "TencentVodPullEventsResponse",
    Annotated[
        TencentVodPullEventsFailure | TencentVodPullEventsResult,
        Field(title="TencentVodPullEventsResponse"),
    ],
)
"""What PullEvents answers: events, or an error where there is one."""
