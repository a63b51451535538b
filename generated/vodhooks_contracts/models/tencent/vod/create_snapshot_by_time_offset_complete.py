# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodSnapshotByTimeOffset2017(ContractModel):
    """A snapshot (2017 API)."""

    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    time_offset: Annotated[int | None, Field(alias="TimeOffset")] = None
    """Time of the snapshot in the video, in milliseconds."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the snapshot."""


class TencentVodSnapshotByTimeOffsetTask2017(ContractModel):
    """A task of the 2017 API that takes snapshots at given times."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the file of which snapshots were taken: decimal digits, sent as a string."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    snapshot_info_set: Annotated[
        list[TencentVodSnapshotByTimeOffset2017] | None, Field(alias="SnapshotInfoSet")
    ] = None
    """The snapshots."""


class TencentVodCreateSnapshotByTimeOffsetComplete(ContractModel):
    """Sent when a snapshot task of the 2017 API has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["CreateSnapshotByTimeOffsetComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    snapshot_by_time_offset_complete_event: Annotated[
        TencentVodSnapshotByTimeOffsetTask2017 | None,
        Field(alias="SnapshotByTimeOffsetCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
