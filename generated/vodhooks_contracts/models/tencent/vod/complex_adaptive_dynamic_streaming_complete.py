# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodComplexAdaptiveDynamicStreamingTaskStreamPara(ContractModel):
    """Settings of the stream."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodComplexAdaptiveDynamicStreamingTaskOutput(ContractModel):
    """The adaptive bit rate streams that were made."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    format: Annotated[
        Literal["HLS", "MPEG-DASH", ""] | str | None, Field(alias="Format")
    ] = None
    """Packaging: HLS or MPEG-DASH."""
    drm_type: Annotated[str | None, Field(alias="DrmType")] = None
    """Kind of encryption, such as SimpleAES or Widevine; empty where there is none."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address for playing."""


class TencentVodComplexAdaptiveDynamicStreamingTaskInput(ContractModel):
    """What the task was given for one template."""

    stream_para: Annotated[
        TencentVodComplexAdaptiveDynamicStreamingTaskStreamPara | None,
        Field(alias="StreamPara"),
    ] = None
    """Settings of the stream."""


class TencentVodComplexAdaptiveDynamicStreamingTaskResult(ContractModel):
    """State and result for one template."""

    status: Annotated[
        Literal["PROCESSING", "SUCCESS", "FAIL", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[
        TencentVodComplexAdaptiveDynamicStreamingTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodComplexAdaptiveDynamicStreamingTaskOutput | None,
        Field(alias="Output"),
    ] = None
    """What the task made or found."""


class TencentVodComplexAdaptiveDynamicStreamingTask(ContractModel):
    """A task that makes adaptive bit rate streams with several languages of sound and subtitles."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the whole task: PROCESSING or FINISH. Each result has its own state."""
    complex_adaptive_dynamic_streaming_task_result_set: Annotated[
        list[TencentVodComplexAdaptiveDynamicStreamingTaskResult] | None,
        Field(alias="ComplexAdaptiveDynamicStreamingTaskResultSet"),
    ] = None
    """State and result, one entry for each template."""


class TencentVodComplexAdaptiveDynamicStreamingComplete(ContractModel):
    """Sent when a task that makes adaptive streams with several languages has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["ComplexAdaptiveDynamicStreamingComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    complex_adaptive_dynamic_streaming_complete_event: Annotated[
        TencentVodComplexAdaptiveDynamicStreamingTask | None,
        Field(alias="ComplexAdaptiveDynamicStreamingCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
