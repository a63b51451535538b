# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class TencentVodLiveRecordInfo(TypedDict):
    """The live recording a media file comes from."""

    Domain: NotRequired[str | None]
    """Domain of the live stream."""
    Path: NotRequired[str | None]
    """Path of the live stream."""
    StreamId: NotRequired[str | None]
    """Id of the live stream."""
    RecordStartTime: NotRequired[str | None]
    """When the recording began, ISO 8601."""
    RecordEndTime: NotRequired[str | None]
    """When the recording ended, ISO 8601."""
