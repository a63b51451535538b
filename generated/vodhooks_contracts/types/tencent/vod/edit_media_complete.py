# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodEditMediaFileInfo(TypedDict):
    """A file to edit and the part to take."""

    FileId: NotRequired[str | None]
    """Id of the media file: decimal digits, sent as a string."""
    StartTimeOffset: NotRequired[float | None]
    """Where in the source to begin, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where in the source to end, in seconds."""


class TencentVodEditMediaStreamInfo(TypedDict):
    """A stream to edit and the part to take."""

    StreamId: NotRequired[str | None]
    """Id of the recorded live stream."""
    StartTime: NotRequired[str | None]
    """Where in the stream to begin, ISO 8601."""
    EndTime: NotRequired[str | None]
    """Where in the stream to end, ISO 8601."""


class TencentVodEditMediaTaskOutput(TypedDict):
    """The file that an editing task made."""

    FileType: NotRequired[str | None]
    """Format of the file, such as mp4."""
    FileUrl: NotRequired[str | None]
    """Address of the new media file."""
    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file is deleted, ISO 8601."""


class TencentVodEditMediaTaskInput(TypedDict):
    """What an editing task was given."""

    InputType: NotRequired[str | None]
    """Kind of source: File or Stream."""
    FileInfoSet: NotRequired[list[TencentVodEditMediaFileInfo] | None]
    """The files to edit; set where InputType is File."""
    StreamInfoSet: NotRequired[list[TencentVodEditMediaStreamInfo] | None]
    """The streams to cut; set where InputType is Stream."""


class TencentVodEditMediaTask(TypedDict):
    """An editing task, which cuts and joins files or streams."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCode: NotRequired[int | None]
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodEditMediaTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodEditMediaTaskOutput | None]
    """What the task made or found."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new file."""
    ProcedureTaskId: NotRequired[str | None]
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    ReviewAudioVideoTaskId: NotRequired[str | None]
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodEditMediaComplete(TypedDict):
    """Sent when an editing task has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["EditMediaComplete"]
    """Names the message and selects the member that holds the event."""
    EditMediaCompleteEvent: NotRequired[TencentVodEditMediaTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
