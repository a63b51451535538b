# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodCreateAigcCustomVoiceInput(ContractModel):
    """What the new voice is made from."""

    voice_name: Annotated[str | None, Field(alias="VoiceName")] = None
    """Name of the voice."""
    voice_url: Annotated[str | None, Field(alias="VoiceUrl")] = None
    """Address of the sound sample."""
    video_id: Annotated[str | None, Field(alias="VideoId")] = None
    """Id of an earlier work whose sound serves as the sample."""


class TencentVodCustomVoiceInfo(ContractModel):
    """A voice that was created."""

    voice_id: Annotated[str | None, Field(alias="VoiceId")] = None
    """Id of the voice."""
    voice_info: Annotated[str | None, Field(alias="VoiceInfo")] = None
    """More about the voice, in one string."""


class TencentVodCreateAigcCustomVoiceOutput(ContractModel):
    """The voices that were created."""

    info_list: Annotated[
        list[TencentVodCustomVoiceInfo] | None, Field(alias="InfoList")
    ] = None
    """The voices that were created."""


class TencentVodCreateAigcCustomVoiceTask(ContractModel):
    """A task that creates a voice for AI models."""

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
        TencentVodCreateAigcCustomVoiceInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodCreateAigcCustomVoiceOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodCreateAigcCustomVoiceCompleteEvent(ContractModel):
    """Sent when creating a voice for AI models has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["CreateAigcCustomVoiceCompleteEvent"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    create_aigc_custom_voice_complete_event: Annotated[
        TencentVodCreateAigcCustomVoiceTask | None,
        Field(alias="CreateAigcCustomVoiceCompleteEvent"),
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
