# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodTrtcRecordInfo(ContractModel):
    """The TRTC recording a media file comes from."""

    sdk_app_id: Annotated[int | None, Field(alias="SdkAppId")] = None
    """Id of the TRTC application."""
    room_id: Annotated[str | None, Field(alias="RoomId")] = None
    """Id of the TRTC room."""
    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the recording task."""
    user_ids: Annotated[list[str] | None, Field(alias="UserIds")] = None
    """Ids of the users who are in the recording."""
