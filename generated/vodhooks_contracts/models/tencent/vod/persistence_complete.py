# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodPersistenceCompleteTask(ContractModel):
    """A clip has become a media file that no longer depends on its source."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    persistence_source: Annotated[str | None, Field(alias="PersistenceSource")] = None
    """What the clip came from: SimpleHlsClip, FastEditMedia or LiveRealTimeClip."""


class TencentVodPersistenceComplete(ContractModel):
    """Sent when a clip no longer depends on its source; only then may the source be deleted."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["PersistenceComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    persistence_complete_event: Annotated[
        TencentVodPersistenceCompleteTask | None,
        Field(alias="PersistenceCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
