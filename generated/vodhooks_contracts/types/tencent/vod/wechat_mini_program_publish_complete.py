# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodWechatMiniProgramPublishTask(TypedDict):
    """A task that publishes a video in a WeChat mini program."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[str | None]
    """State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode and PublishResult."""
    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    FileId: NotRequired[str | None]
    """Id of the published file: decimal digits, sent as a string."""
    SourceDefinition: NotRequired[int | None]
    """Id of the transcoding template whose file was published; 0 means the original file."""
    PublishResult: NotRequired[Literal["Pass", "Failed", "Rejected", ""] | str | None]
    """Outcome of the publishing: Pass, Failed or Rejected (refused by the review)."""


class TencentVodWechatMiniProgramPublishComplete(TypedDict):
    """Sent when publishing a video in a WeChat mini program has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["WechatMiniProgramPublishComplete"]
    """Names the message and selects the member that holds the event."""
    WechatMiniProgramPublishCompleteEvent: NotRequired[TencentVodWechatMiniProgramPublishTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
