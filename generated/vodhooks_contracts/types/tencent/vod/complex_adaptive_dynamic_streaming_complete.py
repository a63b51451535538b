# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodComplexAdaptiveDynamicStreamingTaskStreamPara(TypedDict):
    """Settings of the stream."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodComplexAdaptiveDynamicStreamingTaskOutput(TypedDict):
    """The adaptive bit rate streams that were made."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    Format: NotRequired[Literal["HLS", "MPEG-DASH", ""] | str | None]
    """Packaging: HLS or MPEG-DASH."""
    DrmType: NotRequired[str | None]
    """Kind of encryption, such as SimpleAES or Widevine; empty where there is none."""
    Url: NotRequired[str | None]
    """Address for playing."""


class TencentVodComplexAdaptiveDynamicStreamingTaskInput(TypedDict):
    """What the task was given for one template."""

    StreamPara: NotRequired[TencentVodComplexAdaptiveDynamicStreamingTaskStreamPara | None]
    """Settings of the stream."""


class TencentVodComplexAdaptiveDynamicStreamingTaskResult(TypedDict):
    """State and result for one template."""

    Status: NotRequired[Literal["PROCESSING", "SUCCESS", "FAIL", ""] | str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodComplexAdaptiveDynamicStreamingTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodComplexAdaptiveDynamicStreamingTaskOutput | None]
    """What the task made or found."""


class TencentVodComplexAdaptiveDynamicStreamingTask(TypedDict):
    """A task that makes adaptive bit rate streams with several languages of sound and subtitles."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the whole task: PROCESSING or FINISH. Each result has its own state."""
    ComplexAdaptiveDynamicStreamingTaskResultSet: NotRequired[list[TencentVodComplexAdaptiveDynamicStreamingTaskResult] | None]
    """State and result, one entry for each template."""


class TencentVodComplexAdaptiveDynamicStreamingComplete(TypedDict):
    """Sent when a task that makes adaptive streams with several languages has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ComplexAdaptiveDynamicStreamingComplete"]
    """Names the message and selects the member that holds the event."""
    ComplexAdaptiveDynamicStreamingCompleteEvent: NotRequired[TencentVodComplexAdaptiveDynamicStreamingTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
