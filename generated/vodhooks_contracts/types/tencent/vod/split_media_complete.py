# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_basic_info import TencentVodMediaBasicInfo


class TencentVodSplitMediaOutputConfig(TypedDict):
    """What the new file shall be like."""

    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    Type: NotRequired[str | None]
    """Format of the new file: mp4 or hls."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file shall be deleted, ISO 8601."""


class TencentVodSplitMediaTaskInput(TypedDict):
    """Which part to take of which file."""

    FileId: NotRequired[str | None]
    """Id of the source file: decimal digits, sent as a string."""
    StartTimeOffset: NotRequired[float | None]
    """Where in the source to begin, in seconds; negative counts from the end, 0 is the start."""
    EndTimeOffset: NotRequired[float | None]
    """Where in the source to end, in seconds; negative counts from the end, 0 is the end."""
    ProcedureName: NotRequired[str | None]
    """Name of the task flow to run on the new file."""
    OutputConfig: NotRequired[TencentVodSplitMediaOutputConfig | None]
    """What the new file shall be like."""


class TencentVodTaskOutputMediaInfo(TypedDict):
    """The new media file."""

    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    MediaBasicInfo: NotRequired[TencentVodMediaBasicInfo | None]
    """Name, address, dates and storage of the media file."""


class TencentVodSplitMediaTaskSegmentInfo(TypedDict):
    """One part: what was asked for and what was made."""

    Input: NotRequired[TencentVodSplitMediaTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodTaskOutputMediaInfo | None]
    """What the task made or found."""
    ProcedureTaskId: NotRequired[str | None]
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    ReviewAudioVideoTaskId: NotRequired[str | None]
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""


class TencentVodSplitMediaTask(TypedDict):
    """A task that splits media into parts."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    FileInfoSet: NotRequired[list[TencentVodSplitMediaTaskSegmentInfo] | None]
    """The parts into which the media was split."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodSplitMediaComplete(TypedDict):
    """Sent when a task that splits media has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["SplitMediaComplete"]
    """Names the message and selects the member that holds the event."""
    SplitMediaCompleteEvent: NotRequired[TencentVodSplitMediaTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
