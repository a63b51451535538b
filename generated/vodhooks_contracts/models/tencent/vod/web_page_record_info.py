# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodWebPageRecordInfo(ContractModel):
    """The web page recording a media file comes from."""

    record_url: Annotated[str | None, Field(alias="RecordUrl")] = None
    """Address of the recorded web page."""
    record_task_id: Annotated[str | None, Field(alias="RecordTaskId")] = None
    """Id of the task that recorded the web page."""
