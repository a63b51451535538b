# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodExtractBlindWatermarkInputInfo(ContractModel):
    """The file in which to look for the watermark."""

    type: Annotated[Literal["FILEID", "URL", ""] | str | None, Field(alias="Type")] = (
        None
    )
    """How the file is given: FILEID or URL."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file in which to look for the watermark."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the video in which to look for the watermark."""


class TencentVodExtractBlindWatermarkTaskConfig(ContractModel):
    """Settings for reading the digital watermark."""

    segment_duration: Annotated[int | None, Field(alias="SegmentDuration")] = None
    """Length of the slices of the video in milliseconds, 5 seconds by default; for type blind-abseq only."""


class TencentVodExtractBlindWatermarkTask(ContractModel):
    """A task that reads the digital watermark of a video."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["WAITING", "PROCESSING", "FINISH", ""] | str | None,
        Field(alias="Status"),
    ] = None
    """State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input_info: Annotated[
        TencentVodExtractBlindWatermarkInputInfo | None, Field(alias="InputInfo")
    ] = None
    """The file in which to look for the watermark."""
    type: Annotated[
        Literal["blind-basic", "blind-ab", ""] | str | None, Field(alias="Type")
    ] = None
    """Kind of digital watermark: blind-basic or blind-ab."""
    is_detected: Annotated[bool | None, Field(alias="IsDetected")] = None
    """true where a watermark was found."""
    result: Annotated[str | None, Field(alias="Result")] = None
    """Content of the watermark; absent where none was found."""
    result_uv: Annotated[str | None, Field(alias="ResultUV")] = None
    """Id of the viewer from the trace watermark, 6 hexadecimal digits."""
    extract_blind_watermark_config: Annotated[
        TencentVodExtractBlindWatermarkTaskConfig | None,
        Field(alias="ExtractBlindWatermarkConfig"),
    ] = None
    """Settings for the extraction."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""


class TencentVodExtractBlindWatermarkComplete(ContractModel):
    """Sent when reading a digital watermark has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["ExtractBlindWatermarkComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    extract_blind_watermark_complete: Annotated[
        TencentVodExtractBlindWatermarkTask | None,
        Field(alias="ExtractBlindWatermarkComplete"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
