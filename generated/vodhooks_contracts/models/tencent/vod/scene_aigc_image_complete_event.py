# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodSceneAigcImageTaskInputFileInfo(ContractModel):
    """An input picture."""

    type: Annotated[Literal["File", "Url", ""] | str | None, Field(alias="Type")] = None
    """How the picture is given: File or Url."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the picture as a media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the picture; set where Type is Url."""


class TencentVodChangeClothesConfig(ContractModel):
    """Settings for changing clothes; deprecated."""

    clothes_file_infos: Annotated[
        list[TencentVodSceneAigcImageTaskInputFileInfo] | None,
        Field(alias="ClothesFileInfos"),
    ] = None
    """Pictures of the clothes, 1 or at most 4, by kind of scene."""
    prompt: Annotated[str | None, Field(alias="Prompt")] = None
    """What the model is asked for, in words; for change_clothes only."""


class TencentVodProductImageConfig(ContractModel):
    """Settings for product pictures."""

    prompt: Annotated[str | None, Field(alias="Prompt")] = None
    """What the background shall show, in words; invented where empty."""
    negative_prompt: Annotated[str | None, Field(alias="NegativePrompt")] = None
    """What the model shall avoid, in words."""
    product_desc: Annotated[str | None, Field(alias="ProductDesc")] = None
    """Description of the product."""
    more_requirement: Annotated[str | None, Field(alias="MoreRequirement")] = None
    """More wishes, in words."""
    output_image_count: Annotated[int | None, Field(alias="OutputImageCount")] = None
    """Number of pictures to make, 1 to 10."""


class TencentVodImageSceneAigcEncodeConfig(ContractModel):
    """Format and quality of the new pictures."""

    format: Annotated[str | None, Field(alias="Format")] = None
    """Format of the picture: JPEG or PNG; by default as in the source."""
    quality: Annotated[int | None, Field(alias="Quality")] = None
    """Quality from 1 to 100, relative to the source picture."""


class TencentVodAiTryOnConfig(ContractModel):
    """Settings for trying on clothes."""

    model: Annotated[
        Literal["WAND-tryon-1.0-lite", "WAND-tryon-1.0-flash", "WAND-tryon-1.0-pro", ""] | str | None,
        Field(alias="Model"),
    ] = None
    """Model for trying on clothes: lite is fast, flash in between, pro the best."""
    clothes_file_infos: Annotated[
        list[TencentVodSceneAigcImageTaskInputFileInfo] | None,
        Field(alias="ClothesFileInfos"),
    ] = None
    """Pictures of the clothes, 1 to 4."""
    prompt: Annotated[str | None, Field(alias="Prompt")] = None
    """How the clothes shall be put on, in words."""


class TencentVodSceneAigcImageOutputConfig(ContractModel):
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
    aspect_ratio: Annotated[str | None, Field(alias="AspectRatio")] = None
    """Width to height of the picture, W:H; for product pictures and outpainting."""
    encode_config: Annotated[
        TencentVodImageSceneAigcEncodeConfig | None, Field(alias="EncodeConfig")
    ] = None
    """Settings for encoding the picture."""
    image_width: Annotated[int | None, Field(alias="ImageWidth")] = None
    """Width of the new picture, for outpainting only."""
    image_height: Annotated[int | None, Field(alias="ImageHeight")] = None
    """Height of the new picture, for outpainting only."""
    resolution: Annotated[str | None, Field(alias="Resolution")] = None
    """Size of the picture: 1K, 2K or 4K; for trying on clothes only."""


class TencentVodSceneAigcImageTaskOutputFileInfo(ContractModel):
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
    """Format of the file, such as mp4."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new picture."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file; set where StorageMode is Permanent."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new picture; set where StorageMode is Permanent."""


class TencentVodAigcImageSceneInfo(ContractModel):
    """The scene; Type names the member that holds its settings."""

    type: Annotated[
        Literal["ai_try_on", "product_image", "outpainting", "change_clothes", "change_clothes_under", "change_clothes_top_wear", "change_clothes_bottom_wear", "change_clothes_full_wear", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of scene: ai_try_on (clothes), product_image or outpainting; selects the settings."""
    ai_try_on_config: Annotated[
        TencentVodAiTryOnConfig | None, Field(alias="AiTryOnConfig")
    ] = None
    """Settings for trying on clothes; set where Type is ai_try_on."""
    change_clothes_config: Annotated[
        TencentVodChangeClothesConfig | None, Field(alias="ChangeClothesConfig")
    ] = None
    """Settings for changing clothes. Deprecated: use AiTryOnConfig."""
    product_image_config: Annotated[
        TencentVodProductImageConfig | None, Field(alias="ProductImageConfig")
    ] = None
    """Settings for product pictures; set where Type is product_image."""


class TencentVodSceneAigcImageTaskOutput(ContractModel):
    """What a scene picture task made."""

    file_infos: Annotated[
        list[TencentVodSceneAigcImageTaskOutputFileInfo] | None,
        Field(alias="FileInfos"),
    ] = None
    """The new pictures."""


class TencentVodSceneAigcImageTaskInput(ContractModel):
    """What a scene picture task was given."""

    scene_info: Annotated[
        TencentVodAigcImageSceneInfo | None, Field(alias="SceneInfo")
    ] = None
    """The scene and its settings."""
    file_infos: Annotated[
        list[TencentVodSceneAigcImageTaskInputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The input pictures."""
    output_config: Annotated[
        TencentVodSceneAigcImageOutputConfig | None, Field(alias="OutputConfig")
    ] = None
    """What the new file shall be like."""


class TencentVodSceneAigcImageTask(ContractModel):
    """A task in which an AI model makes pictures for a given scene, such as product pictures."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, not 0 where the source is faulty."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[TencentVodSceneAigcImageTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodSceneAigcImageTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodSceneAigcImageCompleteEvent(ContractModel):
    """Sent when an AI model has made pictures for a scene, or has failed."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["SceneAigcImageCompleteEvent"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    scene_aigc_image_complete_event: Annotated[
        TencentVodSceneAigcImageTask | None, Field(alias="SceneAigcImageCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
