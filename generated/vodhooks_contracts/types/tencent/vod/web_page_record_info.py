# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class TencentVodWebPageRecordInfo(TypedDict):
    """The web page recording a media file comes from."""

    RecordUrl: NotRequired[str | None]
    """Address of the recorded web page."""
    RecordTaskId: NotRequired[str | None]
    """Id of the task that recorded the web page."""
