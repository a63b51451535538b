# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodMediaCastEvent(ContractModel):
    """The new state of a cast, which plays media into a live stream."""

    cast_id: Annotated[str | None, Field(alias="CastId")] = None
    """Id of the cast, which plays media into a live stream."""
    status: Annotated[
        Literal["Working", "Scheduled", "Stopped", "Idle", ""] | str | None,
        Field(alias="Status"),
    ] = None
    """State of the cast: Working, Scheduled (waits for its time), Stopped or Idle."""


class TencentVodMediaCastStatusChanged(ContractModel):
    """Sent when a cast changes its state."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["MediaCastStatusChanged"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    media_cast_status_changed_event: Annotated[
        TencentVodMediaCastEvent | None, Field(alias="MediaCastStatusChangedEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
