# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodCreateAigcAdvancedCustomElementInput(TypedDict):
    """What the new element shall be."""

    ElementName: NotRequired[str | None]
    """Name of the element."""
    ElementDescription: NotRequired[str | None]
    """Description of the element."""
    ReferenceType: NotRequired[str | None]
    """How the element is shown to the model, for example by videos or pictures."""
    ElementVoiceId: NotRequired[str | None]
    """Id of the voice of the element."""
    ElementVideoList: NotRequired[str | None]
    """Reference videos of the element, in one string."""
    ElementImageList: NotRequired[str | None]
    """Reference pictures of the element, in one string."""
    TagList: NotRequired[str | None]
    """Tags of the element, in one string."""


class TencentVodAdvancedElementInfo(TypedDict):
    """An element that was created."""

    ElementId: NotRequired[str | None]
    """Id of the element."""
    ElementInfo: NotRequired[str | None]
    """More about the element, in one string."""


class TencentVodCreateAigcAdvancedCustomElementOutput(TypedDict):
    """The elements that were created."""

    InfoList: NotRequired[list[TencentVodAdvancedElementInfo] | None]
    """The elements that were created."""


class TencentVodCreateAigcAdvancedCustomElementTask(TypedDict):
    """A task that creates an element: a person or thing that AI models can use again."""

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
    Input: NotRequired[TencentVodCreateAigcAdvancedCustomElementInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodCreateAigcAdvancedCustomElementOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodCreateAigcAdvancedCustomElementCompleteEvent(TypedDict):
    """Sent when creating an element for AI models has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["CreateAigcAdvancedCustomElementCompleteEvent"]
    """Names the message and selects the member that holds the event."""
    CreateAigcAdvancedCustomElementCompleteEvent: NotRequired[TencentVodCreateAigcAdvancedCustomElementTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
