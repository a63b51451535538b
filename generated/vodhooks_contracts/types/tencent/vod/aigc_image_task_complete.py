# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodAigcImageTaskInputFileInfo(TypedDict):
    """An input picture."""

    Type: NotRequired[Literal["File", "Url", "Base64", ""] | str | None]
    """How the picture is given: File, Url or Base64."""
    FileId: NotRequired[str | None]
    """Id of the picture as a media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the picture; set where Type is Url."""
    Base64: NotRequired[str | None]
    """The picture itself in Base64; set where Type is Base64."""
    Text: NotRequired[str | None]
    """Description of the picture that helps the model; some models only."""
    ReferenceType: NotRequired[Literal["mask", ""] | str | None]
    """mask where the picture is a mask (model OG only)."""


class TencentVodAigcImageOutputConfig(TypedDict):
    """What the new pictures shall be like."""

    StorageMode: NotRequired[Literal["Temporary", "Permanent", ""] | str | None]
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file shall be deleted, ISO 8601."""
    Resolution: NotRequired[str | None]
    """Size of the picture, such as 1K or 1080P; the values depend on the model."""
    AspectRatio: NotRequired[str | None]
    """Width to height of the picture, such as 16:9; the values depend on the model."""
    PersonGeneration: NotRequired[Literal["AllowAdult", "Disallowed", ""] | str | None]
    """Whether people may appear: AllowAdult or Disallowed."""
    InputComplianceCheck: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled checks the input for forbidden content, Disabled does not."""
    OutputComplianceCheck: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled checks the output for forbidden content, Disabled does not."""
    OutputImageCount: NotRequired[int | None]
    """Number of pictures to make."""
    OutputFormat: NotRequired[Literal["jpeg", "png", ""] | str | None]
    """Format of the pictures: jpeg or png."""
    LogoAdd: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled puts a logo on the picture, Disabled does not."""


class TencentVodAigcImageTaskInput(TypedDict):
    """What a picture model was given."""

    ModelName: NotRequired[str | None]
    """Name of the AI model."""
    ModelVersion: NotRequired[str | None]
    """Version of the AI model."""
    FileInfos: NotRequired[list[TencentVodAigcImageTaskInputFileInfo] | None]
    """The input pictures."""
    Prompt: NotRequired[str | None]
    """What the model is asked for, in words."""
    NegativePrompt: NotRequired[str | None]
    """What the model shall avoid, in words."""
    EnhancePrompt: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled lets the vendor improve the prompt, Disabled does not."""
    GenerationMode: NotRequired[Literal["Standard", "Professional", ""] | str | None]
    """Standard, or Professional for better quality."""
    OutputConfig: NotRequired[TencentVodAigcImageOutputConfig | None]
    """What the new file shall be like."""
    Seed: NotRequired[int | None]
    """Start value for chance; the same seed makes the same result again."""
    SceneType: NotRequired[str | None]
    """Special use of the model: 3d_panorama with the model Hunyuan."""
    ExtInfo: NotRequired[str | None]
    """Extra settings that are passed on."""


class TencentVodAigcImageTaskOutputFileInfo(TypedDict):
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
    """Format of the picture, such as png."""
    FileUrl: NotRequired[str | None]
    """Address of the new picture."""
    FileId: NotRequired[str | None]
    """Id of the new media file; set where StorageMode is Permanent."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new picture."""


class TencentVodAigcImageTaskOutput(TypedDict):
    """What a picture model made."""

    FileInfos: NotRequired[list[TencentVodAigcImageTaskOutputFileInfo] | None]
    """The new pictures."""


class TencentVodAigcImageTask(TypedDict):
    """A task in which an AI model makes pictures."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt."""
    ErrCodeExt: NotRequired[Literal["RequestLimitExceeded", "InvalidParameter.VoilationContent", "InvalidParameterValue", "FailedOperation", "InternalError", "InvalidParameter", "InvalidParameter.MediaFormat", "ContentModerationFailed", "ResourceInsufficient", "ModelGenerateFailed", "ResourceNotFound", "OperationCanceled", "TaskTimeout", ""] | str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodAigcImageTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAigcImageTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodAigcImageTaskComplete(TypedDict):
    """Sent when an AI model has made pictures, or has failed."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["AigcImageTaskComplete"]
    """Names the message and selects the member that holds the event."""
    AigcImageCompleteEvent: NotRequired[TencentVodAigcImageTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
