# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodSceneAigcImageTaskInputFileInfo(TypedDict):
    """An input picture."""

    Type: NotRequired[Literal["File", "Url", ""] | str | None]
    """How the picture is given: File or Url."""
    FileId: NotRequired[str | None]
    """Id of the picture as a media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the picture; set where Type is Url."""


class TencentVodChangeClothesConfig(TypedDict):
    """Settings for changing clothes; deprecated."""

    ClothesFileInfos: NotRequired[list[TencentVodSceneAigcImageTaskInputFileInfo] | None]
    """Pictures of the clothes, 1 or at most 4, by kind of scene."""
    Prompt: NotRequired[str | None]
    """What the model is asked for, in words; for change_clothes only."""


class TencentVodProductImageConfig(TypedDict):
    """Settings for product pictures."""

    Prompt: NotRequired[str | None]
    """What the background shall show, in words; invented where empty."""
    NegativePrompt: NotRequired[str | None]
    """What the model shall avoid, in words."""
    ProductDesc: NotRequired[str | None]
    """Description of the product."""
    MoreRequirement: NotRequired[str | None]
    """More wishes, in words."""
    OutputImageCount: NotRequired[int | None]
    """Number of pictures to make, 1 to 10."""


class TencentVodImageSceneAigcEncodeConfig(TypedDict):
    """Format and quality of the new pictures."""

    Format: NotRequired[str | None]
    """Format of the picture: JPEG or PNG; by default as in the source."""
    Quality: NotRequired[int | None]
    """Quality from 1 to 100, relative to the source picture."""


class TencentVodAiTryOnConfig(TypedDict):
    """Settings for trying on clothes."""

    Model: NotRequired[Literal["WAND-tryon-1.0-lite", "WAND-tryon-1.0-flash", "WAND-tryon-1.0-pro", ""] | str | None]
    """Model for trying on clothes: lite is fast, flash in between, pro the best."""
    ClothesFileInfos: NotRequired[list[TencentVodSceneAigcImageTaskInputFileInfo] | None]
    """Pictures of the clothes, 1 to 4."""
    Prompt: NotRequired[str | None]
    """How the clothes shall be put on, in words."""


class TencentVodSceneAigcImageOutputConfig(TypedDict):
    """What the new pictures shall be like."""

    StorageMode: NotRequired[Literal["Temporary", "Permanent", ""] | str | None]
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file shall be deleted, ISO 8601."""
    AspectRatio: NotRequired[str | None]
    """Width to height of the picture, W:H; for product pictures and outpainting."""
    EncodeConfig: NotRequired[TencentVodImageSceneAigcEncodeConfig | None]
    """Settings for encoding the picture."""
    ImageWidth: NotRequired[int | None]
    """Width of the new picture, for outpainting only."""
    ImageHeight: NotRequired[int | None]
    """Height of the new picture, for outpainting only."""
    Resolution: NotRequired[str | None]
    """Size of the picture: 1K, 2K or 4K; for trying on clothes only."""


class TencentVodSceneAigcImageTaskOutputFileInfo(TypedDict):
    """A new picture."""

    StorageMode: NotRequired[Literal["Permanent", "Temporary", ""] | str | None]
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    MediaName: NotRequired[str | None]
    """Name of the new file; set where StorageMode is Permanent."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file; set where StorageMode is Permanent."""
    ExpireTime: NotRequired[str | None]
    """When the new file is deleted, ISO 8601."""
    FileType: NotRequired[str | None]
    """Format of the file, such as mp4."""
    FileUrl: NotRequired[str | None]
    """Address of the new picture."""
    FileId: NotRequired[str | None]
    """Id of the new media file; set where StorageMode is Permanent."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new picture; set where StorageMode is Permanent."""


class TencentVodAigcImageSceneInfo(TypedDict):
    """The scene; Type names the member that holds its settings."""

    Type: NotRequired[Literal["ai_try_on", "product_image", "outpainting", "change_clothes", "change_clothes_under", "change_clothes_top_wear", "change_clothes_bottom_wear", "change_clothes_full_wear", ""] | str | None]
    """Kind of scene: ai_try_on (clothes), product_image or outpainting; selects the settings."""
    AiTryOnConfig: NotRequired[TencentVodAiTryOnConfig | None]
    """Settings for trying on clothes; set where Type is ai_try_on."""
    ChangeClothesConfig: NotRequired[TencentVodChangeClothesConfig | None]
    """Settings for changing clothes. Deprecated: use AiTryOnConfig."""
    ProductImageConfig: NotRequired[TencentVodProductImageConfig | None]
    """Settings for product pictures; set where Type is product_image."""


class TencentVodSceneAigcImageTaskOutput(TypedDict):
    """What a scene picture task made."""

    FileInfos: NotRequired[list[TencentVodSceneAigcImageTaskOutputFileInfo] | None]
    """The new pictures."""


class TencentVodSceneAigcImageTaskInput(TypedDict):
    """What a scene picture task was given."""

    SceneInfo: NotRequired[TencentVodAigcImageSceneInfo | None]
    """The scene and its settings."""
    FileInfos: NotRequired[list[TencentVodSceneAigcImageTaskInputFileInfo] | None]
    """The input pictures."""
    OutputConfig: NotRequired[TencentVodSceneAigcImageOutputConfig | None]
    """What the new file shall be like."""


class TencentVodSceneAigcImageTask(TypedDict):
    """A task in which an AI model makes pictures for a given scene, such as product pictures."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, not 0 where the source is faulty."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodSceneAigcImageTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodSceneAigcImageTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodSceneAigcImageCompleteEvent(TypedDict):
    """Sent when an AI model has made pictures for a scene, or has failed."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["SceneAigcImageCompleteEvent"]
    """Names the message and selects the member that holds the event."""
    SceneAigcImageCompleteEvent: NotRequired[TencentVodSceneAigcImageTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
