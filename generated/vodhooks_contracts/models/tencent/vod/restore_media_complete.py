# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodRestoreMediaTask(ContractModel):
    """A file has been restored from archive storage."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the restored file: decimal digits, sent as a string."""
    original_storage_class: Annotated[
        str | None, Field(alias="OriginalStorageClass")
    ] = None
    """Storage class of the file before."""
    target_storage_class: Annotated[str | None, Field(alias="TargetStorageClass")] = (
        None
    )
    """Storage class of the file afterwards; the same as before where the file is restored for a time only."""
    restore_tier: Annotated[
        Literal["Expedited", "Standard", "Bulk", ""] | str | None,
        Field(alias="RestoreTier"),
    ] = None
    """Speed of the restoring: Expedited, Standard or Bulk."""
    restore_day: Annotated[int | None, Field(alias="RestoreDay")] = None
    """Days for which the restored copy is kept; 0 where it is restored for good."""
    status: Annotated[int | None, Field(alias="Status", deprecated=True)] = None
    """Deprecated."""
    message: Annotated[str | None, Field(alias="Message", deprecated=True)] = None
    """Deprecated."""


class TencentVodRestoreMediaComplete(ContractModel):
    """Sent when a file has been restored from archive storage."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["RestoreMediaComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    restore_media_complete_event: Annotated[
        TencentVodRestoreMediaTask | None, Field(alias="RestoreMediaCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
