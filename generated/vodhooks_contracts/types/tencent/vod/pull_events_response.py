# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

from .pull_events_failure import TencentVodPullEventsFailure
from .pull_events_result import TencentVodPullEventsResult

TencentVodPullEventsResponse = TypeAliasType("TencentVodPullEventsResponse", TencentVodPullEventsFailure | TencentVodPullEventsResult)
"""What PullEvents answers: events, or an error where there is one."""
