# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class TencentVodTrtcRecordInfo(TypedDict):
    """The TRTC recording a media file comes from."""

    SdkAppId: NotRequired[int | None]
    """Id of the TRTC application."""
    RoomId: NotRequired[str | None]
    """Id of the TRTC room."""
    TaskId: NotRequired[str | None]
    """Id of the recording task."""
    UserIds: NotRequired[list[str] | None]
    """Ids of the users who are in the recording."""
