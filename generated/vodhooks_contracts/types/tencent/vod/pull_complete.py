# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_basic_info import TencentVodMediaBasicInfo
from .media_meta_data import TencentVodMediaMetaData


class TencentVodPullUploadTask(TypedDict):
    """A file has been pulled from an address, or the pull has failed."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    ErrCode: NotRequired[int | None]
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    MediaBasicInfo: NotRequired[TencentVodMediaBasicInfo | None]
    """Name, address, dates and storage of the media file."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new file: size, length, picture size, streams."""
    FileUrl: NotRequired[str | None]
    """Address of the new media file."""
    ProcedureTaskId: NotRequired[str | None]
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    ReviewAudioVideoTaskId: NotRequired[str | None]
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodPullComplete(TypedDict):
    """Sent when pulling a file from an address has ended, well or badly."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["PullComplete"]
    """Names the message and selects the member that holds the event."""
    PullCompleteEvent: NotRequired[TencentVodPullUploadTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
