# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodCreateAigcCustomVoiceInput(TypedDict):
    """What the new voice is made from."""

    VoiceName: NotRequired[str | None]
    """Name of the voice."""
    VoiceUrl: NotRequired[str | None]
    """Address of the sound sample."""
    VideoId: NotRequired[str | None]
    """Id of an earlier work whose sound serves as the sample."""


class TencentVodCustomVoiceInfo(TypedDict):
    """A voice that was created."""

    VoiceId: NotRequired[str | None]
    """Id of the voice."""
    VoiceInfo: NotRequired[str | None]
    """More about the voice, in one string."""


class TencentVodCreateAigcCustomVoiceOutput(TypedDict):
    """The voices that were created."""

    InfoList: NotRequired[list[TencentVodCustomVoiceInfo] | None]
    """The voices that were created."""


class TencentVodCreateAigcCustomVoiceTask(TypedDict):
    """A task that creates a voice for AI models."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodCreateAigcCustomVoiceInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodCreateAigcCustomVoiceOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodCreateAigcCustomVoiceCompleteEvent(TypedDict):
    """Sent when creating a voice for AI models has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["CreateAigcCustomVoiceCompleteEvent"]
    """Names the message and selects the member that holds the event."""
    CreateAigcCustomVoiceCompleteEvent: NotRequired[TencentVodCreateAigcCustomVoiceTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
