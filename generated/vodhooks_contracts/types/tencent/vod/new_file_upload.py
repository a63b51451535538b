# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_basic_info import TencentVodMediaBasicInfo
from .media_meta_data import TencentVodMediaMetaData


class TencentVodFileUploadTask(TypedDict):
    """A file has been uploaded."""

    FileId: NotRequired[str | None]
    """Id of the uploaded file: decimal digits, sent as a string."""
    MediaBasicInfo: NotRequired[TencentVodMediaBasicInfo | None]
    """Name, address, dates and storage of the media file."""
    ProcedureTaskId: NotRequired[str | None]
    """Id of the processing task (type Procedure) that was started for the file; empty where none was."""
    ReviewAudioVideoTaskId: NotRequired[str | None]
    """Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the file: size, length, picture size, streams."""


class TencentVodNewFileUpload(TypedDict):
    """Sent when a file has been uploaded."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["NewFileUpload"]
    """Names the message and selects the member that holds the event."""
    FileUploadEvent: NotRequired[TencentVodFileUploadTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
