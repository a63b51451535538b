# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodCreateAigcAdvancedCustomElementInput(ContractModel):
    """What the new element shall be."""

    element_name: Annotated[str | None, Field(alias="ElementName")] = None
    """Name of the element."""
    element_description: Annotated[str | None, Field(alias="ElementDescription")] = None
    """Description of the element."""
    reference_type: Annotated[str | None, Field(alias="ReferenceType")] = None
    """How the element is shown to the model, for example by videos or pictures."""
    element_voice_id: Annotated[str | None, Field(alias="ElementVoiceId")] = None
    """Id of the voice of the element."""
    element_video_list: Annotated[str | None, Field(alias="ElementVideoList")] = None
    """Reference videos of the element, in one string."""
    element_image_list: Annotated[str | None, Field(alias="ElementImageList")] = None
    """Reference pictures of the element, in one string."""
    tag_list: Annotated[str | None, Field(alias="TagList")] = None
    """Tags of the element, in one string."""


class TencentVodAdvancedElementInfo(ContractModel):
    """An element that was created."""

    element_id: Annotated[str | None, Field(alias="ElementId")] = None
    """Id of the element."""
    element_info: Annotated[str | None, Field(alias="ElementInfo")] = None
    """More about the element, in one string."""


class TencentVodCreateAigcAdvancedCustomElementOutput(ContractModel):
    """The elements that were created."""

    info_list: Annotated[
        list[TencentVodAdvancedElementInfo] | None, Field(alias="InfoList")
    ] = None
    """The elements that were created."""


class TencentVodCreateAigcAdvancedCustomElementTask(ContractModel):
    """A task that creates an element: a person or thing that AI models can use again."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[
        TencentVodCreateAigcAdvancedCustomElementInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodCreateAigcAdvancedCustomElementOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodCreateAigcAdvancedCustomElementCompleteEvent(ContractModel):
    """Sent when creating an element for AI models has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["CreateAigcAdvancedCustomElementCompleteEvent"],
        Field(alias="EventType"),
    ]
    """Names the message and selects the member that holds the event."""
    create_aigc_advanced_custom_element_complete_event: Annotated[
        TencentVodCreateAigcAdvancedCustomElementTask | None,
        Field(alias="CreateAigcAdvancedCustomElementCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
