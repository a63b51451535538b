# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodCreateImageSpriteTask2017(ContractModel):
    """A task of the 2017 API that makes image sprites."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the file of which sprites were made: decimal digits, sent as a string."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    total_count: Annotated[int | None, Field(alias="TotalCount")] = None
    """Number of small pictures in all."""
    image_sprite_url_set: Annotated[
        list[str] | None, Field(alias="ImageSpriteUrlSet")
    ] = None
    """Addresses of the sprites, the large pictures."""
    web_vtt_url: Annotated[str | None, Field(alias="WebVttUrl")] = None
    """Address of the WebVTT file that gives the time and the place in the sprite of each small picture."""


class TencentVodCreateImageSpriteComplete(ContractModel):
    """Sent when a sprite task of the 2017 API has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["CreateImageSpriteComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    create_image_sprite_complete_event: Annotated[
        TencentVodCreateImageSpriteTask2017 | None,
        Field(alias="CreateImageSpriteCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
