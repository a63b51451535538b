# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodAigcFaceInputFileInfo(ContractModel):
    """An input video."""

    type: Annotated[Literal["File", "Url", ""] | str | None, Field(alias="Type")] = None
    """How the video is given: File or Url."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the video; set where Type is Url."""


class TencentVodAigcFaceIdentityInfo(ContractModel):
    """A face and where it is seen."""

    face_id: Annotated[str | None, Field(alias="FaceId")] = None
    """Id of the face in the video; a face that comes back after more than 1 second has a new id."""
    face_image: Annotated[str | None, Field(alias="FaceImage")] = None
    """A picture of the face, taken from the video."""
    start_time: Annotated[int | None, Field(alias="StartTime")] = None
    """Where in the video the lips can be synchronised from, in milliseconds."""
    end_time: Annotated[int | None, Field(alias="EndTime")] = None
    """Where in the video the lips can be synchronised to, in milliseconds; a little too late."""


class TencentVodDescribeAigcFaceInfoAsyncInput(ContractModel):
    """The videos in which to find faces."""

    file_infos: Annotated[
        list[TencentVodAigcFaceInputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The input videos."""


class TencentVodAigcFaceInfo(ContractModel):
    """The faces of one video, with an id for further calls."""

    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Id for further calls about these faces; keep it. Not the deduplication id."""
    face_info_list: Annotated[
        list[TencentVodAigcFaceIdentityInfo] | None, Field(alias="FaceInfoList")
    ] = None
    """The faces."""


class TencentVodDescribeAigcFaceInfoAsyncOutput(ContractModel):
    """The faces that were found."""

    face_info_set: Annotated[
        list[TencentVodAigcFaceInfo] | None, Field(alias="FaceInfoSet")
    ] = None
    """The faces found."""


class TencentVodDescribeAigcFaceInfoAsyncTask(ContractModel):
    """A task that finds faces in a video."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt."""
    err_code_ext: Annotated[
        Literal["RequestLimitExceeded", "InvalidParameterValue", "InternalError", "FailedOperation", ""] | str | None,
        Field(alias="ErrCodeExt"),
    ] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[
        TencentVodDescribeAigcFaceInfoAsyncInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodDescribeAigcFaceInfoAsyncOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodDescribeAigcFaceInfoAsyncComplete(ContractModel):
    """Sent when the search for faces in a video has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["DescribeAigcFaceInfoAsyncComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    describe_aigc_face_info_async_complete_event: Annotated[
        TencentVodDescribeAigcFaceInfoAsyncTask | None,
        Field(alias="DescribeAigcFaceInfoAsyncCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
