# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodSnapshotByTimeOffset2017(TypedDict):
    """A snapshot (2017 API)."""

    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    TimeOffset: NotRequired[int | None]
    """Time of the snapshot in the video, in milliseconds."""
    Url: NotRequired[str | None]
    """Address of the snapshot."""


class TencentVodSnapshotByTimeOffsetTask2017(TypedDict):
    """A task of the 2017 API that takes snapshots at given times."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    FileId: NotRequired[str | None]
    """Id of the file of which snapshots were taken: decimal digits, sent as a string."""
    Definition: NotRequired[int | None]
    """Id of the template."""
    SnapshotInfoSet: NotRequired[list[TencentVodSnapshotByTimeOffset2017] | None]
    """The snapshots."""


class TencentVodCreateSnapshotByTimeOffsetComplete(TypedDict):
    """Sent when a snapshot task of the 2017 API has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["CreateSnapshotByTimeOffsetComplete"]
    """Names the message and selects the member that holds the event."""
    SnapshotByTimeOffsetCompleteEvent: NotRequired[TencentVodSnapshotByTimeOffsetTask2017 | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
