# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodAigcImageTaskInputFileInfo(ContractModel):
    """An input picture."""

    type: Annotated[
        Literal["File", "Url", "Base64", ""] | str | None, Field(alias="Type")
    ] = None
    """How the picture is given: File, Url or Base64."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the picture as a media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the picture; set where Type is Url."""
    base64: Annotated[str | None, Field(alias="Base64")] = None
    """The picture itself in Base64; set where Type is Base64."""
    text: Annotated[str | None, Field(alias="Text")] = None
    """Description of the picture that helps the model; some models only."""
    reference_type: Annotated[
        Literal["mask", ""] | str | None, Field(alias="ReferenceType")
    ] = None
    """mask where the picture is a mask (model OG only)."""


class TencentVodAigcImageOutputConfig(ContractModel):
    """What the new pictures shall be like."""

    storage_mode: Annotated[
        Literal["Temporary", "Permanent", ""] | str | None, Field(alias="StorageMode")
    ] = None
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file shall be deleted, ISO 8601."""
    resolution: Annotated[str | None, Field(alias="Resolution")] = None
    """Size of the picture, such as 1K or 1080P; the values depend on the model."""
    aspect_ratio: Annotated[str | None, Field(alias="AspectRatio")] = None
    """Width to height of the picture, such as 16:9; the values depend on the model."""
    person_generation: Annotated[
        Literal["AllowAdult", "Disallowed", ""] | str | None,
        Field(alias="PersonGeneration"),
    ] = None
    """Whether people may appear: AllowAdult or Disallowed."""
    input_compliance_check: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None,
        Field(alias="InputComplianceCheck"),
    ] = None
    """Enabled checks the input for forbidden content, Disabled does not."""
    output_compliance_check: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None,
        Field(alias="OutputComplianceCheck"),
    ] = None
    """Enabled checks the output for forbidden content, Disabled does not."""
    output_image_count: Annotated[int | None, Field(alias="OutputImageCount")] = None
    """Number of pictures to make."""
    output_format: Annotated[
        Literal["jpeg", "png", ""] | str | None, Field(alias="OutputFormat")
    ] = None
    """Format of the pictures: jpeg or png."""
    logo_add: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="LogoAdd")
    ] = None
    """Enabled puts a logo on the picture, Disabled does not."""


class TencentVodAigcImageTaskInput(ContractModel):
    """What a picture model was given."""

    model_name: Annotated[str | None, Field(alias="ModelName")] = None
    """Name of the AI model."""
    model_version: Annotated[str | None, Field(alias="ModelVersion")] = None
    """Version of the AI model."""
    file_infos: Annotated[
        list[TencentVodAigcImageTaskInputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The input pictures."""
    prompt: Annotated[str | None, Field(alias="Prompt")] = None
    """What the model is asked for, in words."""
    negative_prompt: Annotated[str | None, Field(alias="NegativePrompt")] = None
    """What the model shall avoid, in words."""
    enhance_prompt: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="EnhancePrompt")
    ] = None
    """Enabled lets the vendor improve the prompt, Disabled does not."""
    generation_mode: Annotated[
        Literal["Standard", "Professional", ""] | str | None,
        Field(alias="GenerationMode"),
    ] = None
    """Standard, or Professional for better quality."""
    output_config: Annotated[
        TencentVodAigcImageOutputConfig | None, Field(alias="OutputConfig")
    ] = None
    """What the new file shall be like."""
    seed: Annotated[int | None, Field(alias="Seed")] = None
    """Start value for chance; the same seed makes the same result again."""
    scene_type: Annotated[str | None, Field(alias="SceneType")] = None
    """Special use of the model: 3d_panorama with the model Hunyuan."""
    ext_info: Annotated[str | None, Field(alias="ExtInfo")] = None
    """Extra settings that are passed on."""


class TencentVodAigcImageTaskOutputFileInfo(ContractModel):
    """A new picture."""

    storage_mode: Annotated[
        Literal["Permanent", "Temporary", ""] | str | None, Field(alias="StorageMode")
    ] = None
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file; set where StorageMode is Permanent."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file; set where StorageMode is Permanent."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file is deleted, ISO 8601."""
    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the picture, such as png."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new picture."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file; set where StorageMode is Permanent."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new picture."""


class TencentVodAigcImageTaskOutput(ContractModel):
    """What a picture model made."""

    file_infos: Annotated[
        list[TencentVodAigcImageTaskOutputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The new pictures."""


class TencentVodAigcImageTask(ContractModel):
    """A task in which an AI model makes pictures."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt."""
    err_code_ext: Annotated[
        Literal["RequestLimitExceeded", "InvalidParameter.VoilationContent", "InvalidParameterValue", "FailedOperation", "InternalError", "InvalidParameter", "InvalidParameter.MediaFormat", "ContentModerationFailed", "ResourceInsufficient", "ModelGenerateFailed", "ResourceNotFound", "OperationCanceled", "TaskTimeout", ""] | str | None,
        Field(alias="ErrCodeExt"),
    ] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[TencentVodAigcImageTaskInput | None, Field(alias="Input")] = None
    """What the task was given."""
    output: Annotated[TencentVodAigcImageTaskOutput | None, Field(alias="Output")] = (
        None
    )
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodAigcImageTaskComplete(ContractModel):
    """Sent when an AI model has made pictures, or has failed."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["AigcImageTaskComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    aigc_image_complete_event: Annotated[
        TencentVodAigcImageTask | None, Field(alias="AigcImageCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
