# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodMediaDeleteItem(ContractModel):
    """One kind of files that was deleted."""

    type: Annotated[str | None, Field(alias="Type")] = None
    """Which files were deleted, for example the original or the transcoded ones."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template whose files were deleted; 0 means all of that type."""


class TencentVodFileDeleteResultItem(ContractModel):
    """What was deleted of one file."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the file that was deleted, whole or in part."""
    delete_parts: Annotated[
        list[TencentVodMediaDeleteItem] | None, Field(alias="DeleteParts")
    ] = None
    """The parts that were deleted."""


class TencentVodFileDeleteTask(ContractModel):
    """Media files have been deleted, whole or in part."""

    file_id_set: Annotated[list[str] | None, Field(alias="FileIdSet")] = None
    """Ids of the deleted files."""
    file_delete_result_info: Annotated[
        list[TencentVodFileDeleteResultItem] | None, Field(alias="FileDeleteResultInfo")
    ] = None
    """For each file, what was deleted."""


class TencentVodFileDeleted(ContractModel):
    """Sent when media files have been deleted, whole or in part."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["FileDeleted"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    file_delete_event: Annotated[
        TencentVodFileDeleteTask | None, Field(alias="FileDeleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
