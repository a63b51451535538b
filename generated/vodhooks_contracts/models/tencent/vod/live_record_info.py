# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodLiveRecordInfo(ContractModel):
    """The live recording a media file comes from."""

    domain: Annotated[str | None, Field(alias="Domain")] = None
    """Domain of the live stream."""
    path: Annotated[str | None, Field(alias="Path")] = None
    """Path of the live stream."""
    stream_id: Annotated[str | None, Field(alias="StreamId")] = None
    """Id of the live stream."""
    record_start_time: Annotated[str | None, Field(alias="RecordStartTime")] = None
    """When the recording began, ISO 8601."""
    record_end_time: Annotated[str | None, Field(alias="RecordEndTime")] = None
    """When the recording ended, ISO 8601."""
