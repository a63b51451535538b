# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodTranscodePlayInfo2017(ContractModel):
    """A transcoded file (2017 API)."""

    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the transcoded file."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the transcoding template."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Average bit rates of video and audio together, in bits per second."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Greatest height of the video streams in pixels."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Greatest width of the video streams in pixels."""


class TencentVodTranscodeTask2017(ContractModel):
    """A transcoding task of the 2017 API."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the file that was transcoded: decimal digits, sent as a string."""
    file_name: Annotated[str | None, Field(alias="FileName")] = None
    """Name of the file that was transcoded."""
    duration: Annotated[int | None, Field(alias="Duration")] = None
    """Length in seconds."""
    cover_url: Annotated[str | None, Field(alias="CoverUrl")] = None
    """Address of the cover picture."""
    play_info_set: Annotated[
        list[TencentVodTranscodePlayInfo2017] | None, Field(alias="PlayInfoSet")
    ] = None
    """The transcoded files."""


class TencentVodTranscodeComplete(ContractModel):
    """Sent when a transcoding task of the 2017 API has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["TranscodeComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    transcode_complete_event: Annotated[
        TencentVodTranscodeTask2017 | None, Field(alias="TranscodeCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
