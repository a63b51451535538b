# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodWechatPublishTask(ContractModel):
    """A task that publishes a video at WeChat."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode and WechatStatus."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the published file: decimal digits, sent as a string."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the publishing template."""
    source_definition: Annotated[int | None, Field(alias="SourceDefinition")] = None
    """Id of the transcoding template whose file was published; 0 means the original file."""
    wechat_status: Annotated[
        Literal["FAIL", "SUCCESS", "AUDITNOTPASS", "NOTTRIGGERED", ""] | str | None,
        Field(alias="WechatStatus"),
    ] = None
    """State of the publishing: SUCCESS, FAIL, AUDITNOTPASS (refused by the review) or NOTTRIGGERED (not begun)."""
    wechat_vid: Annotated[str | None, Field(alias="WechatVid")] = None
    """Id of the video at WeChat."""
    wechat_url: Annotated[str | None, Field(alias="WechatUrl")] = None
    """Address of the video at WeChat."""


class TencentVodWechatPublishComplete(ContractModel):
    """Sent when publishing a video at WeChat has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["WechatPublishComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    wechat_publish_complete_event: Annotated[
        TencentVodWechatPublishTask | None, Field(alias="WechatPublishCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
