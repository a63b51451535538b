# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodAigcFaceInputFileInfo(TypedDict):
    """An input video."""

    Type: NotRequired[Literal["File", "Url", ""] | str | None]
    """How the video is given: File or Url."""
    FileId: NotRequired[str | None]
    """Id of the media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the video; set where Type is Url."""


class TencentVodAigcFaceIdentityInfo(TypedDict):
    """A face and where it is seen."""

    FaceId: NotRequired[str | None]
    """Id of the face in the video; a face that comes back after more than 1 second has a new id."""
    FaceImage: NotRequired[str | None]
    """A picture of the face, taken from the video."""
    StartTime: NotRequired[int | None]
    """Where in the video the lips can be synchronised from, in milliseconds."""
    EndTime: NotRequired[int | None]
    """Where in the video the lips can be synchronised to, in milliseconds; a little too late."""


class TencentVodDescribeAigcFaceInfoAsyncInput(TypedDict):
    """The videos in which to find faces."""

    FileInfos: NotRequired[list[TencentVodAigcFaceInputFileInfo] | None]
    """The input videos."""


class TencentVodAigcFaceInfo(TypedDict):
    """The faces of one video, with an id for further calls."""

    SessionId: NotRequired[str | None]
    """Id for further calls about these faces; keep it. Not the deduplication id."""
    FaceInfoList: NotRequired[list[TencentVodAigcFaceIdentityInfo] | None]
    """The faces."""


class TencentVodDescribeAigcFaceInfoAsyncOutput(TypedDict):
    """The faces that were found."""

    FaceInfoSet: NotRequired[list[TencentVodAigcFaceInfo] | None]
    """The faces found."""


class TencentVodDescribeAigcFaceInfoAsyncTask(TypedDict):
    """A task that finds faces in a video."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt."""
    ErrCodeExt: NotRequired[Literal["RequestLimitExceeded", "InvalidParameterValue", "InternalError", "FailedOperation", ""] | str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodDescribeAigcFaceInfoAsyncInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodDescribeAigcFaceInfoAsyncOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodDescribeAigcFaceInfoAsyncComplete(TypedDict):
    """Sent when the search for faces in a video has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["DescribeAigcFaceInfoAsyncComplete"]
    """Names the message and selects the member that holds the event."""
    DescribeAigcFaceInfoAsyncCompleteEvent: NotRequired[TencentVodDescribeAigcFaceInfoAsyncTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
