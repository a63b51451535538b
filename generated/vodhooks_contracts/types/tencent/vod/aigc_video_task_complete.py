# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodAigcVideoTaskInputFileInfo(TypedDict):
    """An input picture, video or sound."""

    Type: NotRequired[Literal["File", "Url", "Base64", ""] | str | None]
    """How the file is given: File, Url or Base64."""
    Category: NotRequired[Literal["Image", "Video", "Audio", ""] | str | None]
    """Kind of file: Video, Audio or Image."""
    FileId: NotRequired[str | None]
    """Id of the media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the file; set where Type is Url."""
    Base64: NotRequired[str | None]
    """The file itself in Base64; set where Type is Base64."""
    ReferenceType: NotRequired[str | None]
    """How the file serves as a reference, such as asset or style; depends on the model."""
    ObjectId: NotRequired[str | None]
    """Id of the subject of this picture, for use in the prompt as @id (model Vidu)."""
    VoiceId: NotRequired[str | None]
    """Id of the voice of the subject (model Vidu); used where Category is Image."""
    KeepOriginalSound: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled keeps the sound of the video, Disabled does not; used where Category is Video."""
    Usage: NotRequired[Literal["FirstFrame", "Reference", "LastFrame", ""] | str | None]
    """What a picture is used for: FirstFrame, LastFrame or Reference."""
    Text: NotRequired[str | None]
    """Name of the picture, for use in the prompt as @name (model PixVerse)."""


class TencentVodAigcVideoTaskInputSubjectInfo(TypedDict):
    """A person or thing that shall stay the same in the video."""

    Id: NotRequired[str | None]
    """Id of the subject."""
    Name: NotRequired[str | None]
    """Name of the subject, for use in the prompt as [@name]."""
    VoiceId: NotRequired[str | None]
    """Id of the voice of the subject (model Vidu); chosen by the vendor where empty."""
    ImageUrls: NotRequired[list[str] | None]
    """Addresses of pictures of the subject, at most 3 (model Vidu)."""
    VideoUrls: NotRequired[list[str] | None]
    """Address of a video of the subject, at most one of 5 seconds (model Vidu)."""


class TencentVodAigcVideoOutputConfig(TypedDict):
    """What the new video shall be like."""

    StorageMode: NotRequired[Literal["Temporary", "Permanent", ""] | str | None]
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file shall be deleted, ISO 8601."""
    Duration: NotRequired[float | None]
    """Length of the new video in seconds; the values depend on the model."""
    Resolution: NotRequired[str | None]
    """Size of the picture, such as 1K or 1080P; the values depend on the model."""
    AspectRatio: NotRequired[str | None]
    """Width to height of the picture, such as 16:9; the values depend on the model."""
    AudioGeneration: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled makes sound too, Disabled does not."""
    PersonGeneration: NotRequired[Literal["AllowAdult", "Disallowed", ""] | str | None]
    """Whether people may appear: AllowAdult or Disallowed."""
    InputComplianceCheck: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled checks the input for forbidden content, Disabled does not."""
    OutputComplianceCheck: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled checks the output for forbidden content, Disabled does not."""
    EnhanceSwitch: NotRequired[str | None]
    """Enabled improves the video after it is made, Disabled does not."""
    OffPeak: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled waits for a time of little load, Disabled does not."""
    FrameInterpolate: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled adds frames between frames (model Vidu), Disabled does not."""
    LogoAdd: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled puts a logo on the picture, Disabled does not."""
    EnableBGM: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled adds background music, Disabled does not."""


class TencentVodAigcVideoTaskUsage(TypedDict):
    """What a video task has used up."""

    InputTokens: NotRequired[int | None]
    """Tokens of the input; counted for some models only."""
    ThoughtTokens: NotRequired[int | None]
    """Tokens of the thinking; counted for some models only."""
    InputImageCount: NotRequired[int | None]
    """Number of pictures in the input; counted for some models only."""
    InputSeconds: NotRequired[int | None]
    """Length of the video input in seconds; counted for some models only."""
    OutputSeconds: NotRequired[int | None]
    """Length of the video output in seconds."""
    TotalSeconds: NotRequired[int | None]
    """Length of input and output together in seconds; counted for some models only."""


class TencentVodAigcVideoTaskInput(TypedDict):
    """What a video model was given."""

    ModelName: NotRequired[str | None]
    """Name of the AI model."""
    ModelVersion: NotRequired[str | None]
    """Version of the AI model."""
    FileInfos: NotRequired[list[TencentVodAigcVideoTaskInputFileInfo] | None]
    """The input pictures, videos and sounds."""
    SubjectInfos: NotRequired[list[TencentVodAigcVideoTaskInputSubjectInfo] | None]
    """The persons or things that shall stay the same in the video."""
    LastFrameFileId: NotRequired[str | None]
    """Id of the media file with the last frame of the video."""
    LastFrameUrl: NotRequired[str | None]
    """Address of the picture with the last frame of the video."""
    Prompt: NotRequired[str | None]
    """What the model is asked for, in words, at most 1000 characters."""
    NegativePrompt: NotRequired[str | None]
    """What the model shall avoid, in words, at most 1000 characters."""
    EnhancePrompt: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled lets the vendor improve the prompt, Disabled does not."""
    GenerationMode: NotRequired[Literal["Standard", "Professional", ""] | str | None]
    """Standard, or Professional for better quality."""
    OutputConfig: NotRequired[TencentVodAigcVideoOutputConfig | None]
    """What the new file shall be like."""
    InputRegion: NotRequired[str | None]
    """Where the addresses of the input lie: Mainland, or Oversea (so spelled) for outside of China."""
    SceneType: NotRequired[str | None]
    """Special use of the model: motion_control with the model Kling."""
    Seed: NotRequired[int | None]
    """Start value for chance; the same seed makes the same result again."""
    ExtInfo: NotRequired[str | None]
    """Extra settings that are passed on."""


class TencentVodAigcVideoTaskOutputFileInfo(TypedDict):
    """A new file."""

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
    """Address of the new file."""
    FileContent: NotRequired[str | None]
    """Content of the file; set where UsageType is position_info."""
    FileId: NotRequired[str | None]
    """Id of the new media file; set where StorageMode is Permanent."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new file."""
    UsageType: NotRequired[Literal["scene_url", "point_url", "mesh_url", "mesh_simplified_url", "position_info", "image_url", ""] | str | None]
    """What the file is: a picture, a 3D scene, a point cloud, a mesh or positions."""


class TencentVodAigcVideoTaskOutput(TypedDict):
    """What a video model made."""

    FileInfos: NotRequired[list[TencentVodAigcVideoTaskOutputFileInfo] | None]
    """The new files."""
    ProcedureTaskIds: NotRequired[list[str] | None]
    """Ids of the processing tasks (type Procedure) that were started for the new files."""
    Usage: NotRequired[TencentVodAigcVideoTaskUsage | None]
    """What the task has used up."""


class TencentVodAigcVideoTask(TypedDict):
    """A task in which an AI model makes videos."""

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
    Input: NotRequired[TencentVodAigcVideoTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAigcVideoTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodAigcVideoTaskComplete(TypedDict):
    """Sent when an AI model has made a video, or has failed."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["AigcVideoTaskComplete"]
    """Names the message and selects the member that holds the event."""
    AigcVideoCompleteEvent: NotRequired[TencentVodAigcVideoTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
