# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodAigcVideoTaskInputFileInfo(ContractModel):
    """An input picture, video or sound."""

    type: Annotated[
        Literal["File", "Url", "Base64", ""] | str | None, Field(alias="Type")
    ] = None
    """How the file is given: File, Url or Base64."""
    category: Annotated[
        Literal["Image", "Video", "Audio", ""] | str | None, Field(alias="Category")
    ] = None
    """Kind of file: Video, Audio or Image."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the file; set where Type is Url."""
    base64: Annotated[str | None, Field(alias="Base64")] = None
    """The file itself in Base64; set where Type is Base64."""
    reference_type: Annotated[str | None, Field(alias="ReferenceType")] = None
    """How the file serves as a reference, such as asset or style; depends on the model."""
    object_id: Annotated[str | None, Field(alias="ObjectId")] = None
    """Id of the subject of this picture, for use in the prompt as @id (model Vidu)."""
    voice_id: Annotated[str | None, Field(alias="VoiceId")] = None
    """Id of the voice of the subject (model Vidu); used where Category is Image."""
    keep_original_sound: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None,
        Field(alias="KeepOriginalSound"),
    ] = None
    """Enabled keeps the sound of the video, Disabled does not; used where Category is Video."""
    usage: Annotated[
        Literal["FirstFrame", "Reference", "LastFrame", ""] | str | None,
        Field(alias="Usage"),
    ] = None
    """What a picture is used for: FirstFrame, LastFrame or Reference."""
    text: Annotated[str | None, Field(alias="Text")] = None
    """Name of the picture, for use in the prompt as @name (model PixVerse)."""


class TencentVodAigcVideoTaskInputSubjectInfo(ContractModel):
    """A person or thing that shall stay the same in the video."""

    id: Annotated[str | None, Field(alias="Id")] = None
    """Id of the subject."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the subject, for use in the prompt as [@name]."""
    voice_id: Annotated[str | None, Field(alias="VoiceId")] = None
    """Id of the voice of the subject (model Vidu); chosen by the vendor where empty."""
    image_urls: Annotated[list[str] | None, Field(alias="ImageUrls")] = None
    """Addresses of pictures of the subject, at most 3 (model Vidu)."""
    video_urls: Annotated[list[str] | None, Field(alias="VideoUrls")] = None
    """Address of a video of the subject, at most one of 5 seconds (model Vidu)."""


class TencentVodAigcVideoOutputConfig(ContractModel):
    """What the new video shall be like."""

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
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length of the new video in seconds; the values depend on the model."""
    resolution: Annotated[str | None, Field(alias="Resolution")] = None
    """Size of the picture, such as 1K or 1080P; the values depend on the model."""
    aspect_ratio: Annotated[str | None, Field(alias="AspectRatio")] = None
    """Width to height of the picture, such as 16:9; the values depend on the model."""
    audio_generation: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="AudioGeneration")
    ] = None
    """Enabled makes sound too, Disabled does not."""
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
    enhance_switch: Annotated[str | None, Field(alias="EnhanceSwitch")] = None
    """Enabled improves the video after it is made, Disabled does not."""
    off_peak: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="OffPeak")
    ] = None
    """Enabled waits for a time of little load, Disabled does not."""
    frame_interpolate: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="FrameInterpolate")
    ] = None
    """Enabled adds frames between frames (model Vidu), Disabled does not."""
    logo_add: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="LogoAdd")
    ] = None
    """Enabled puts a logo on the picture, Disabled does not."""
    enable_bgm: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="EnableBGM")
    ] = None
    """Enabled adds background music, Disabled does not."""


class TencentVodAigcVideoTaskUsage(ContractModel):
    """What a video task has used up."""

    input_tokens: Annotated[int | None, Field(alias="InputTokens")] = None
    """Tokens of the input; counted for some models only."""
    thought_tokens: Annotated[int | None, Field(alias="ThoughtTokens")] = None
    """Tokens of the thinking; counted for some models only."""
    input_image_count: Annotated[int | None, Field(alias="InputImageCount")] = None
    """Number of pictures in the input; counted for some models only."""
    input_seconds: Annotated[int | None, Field(alias="InputSeconds")] = None
    """Length of the video input in seconds; counted for some models only."""
    output_seconds: Annotated[int | None, Field(alias="OutputSeconds")] = None
    """Length of the video output in seconds."""
    total_seconds: Annotated[int | None, Field(alias="TotalSeconds")] = None
    """Length of input and output together in seconds; counted for some models only."""


class TencentVodAigcVideoTaskInput(ContractModel):
    """What a video model was given."""

    model_name: Annotated[str | None, Field(alias="ModelName")] = None
    """Name of the AI model."""
    model_version: Annotated[str | None, Field(alias="ModelVersion")] = None
    """Version of the AI model."""
    file_infos: Annotated[
        list[TencentVodAigcVideoTaskInputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The input pictures, videos and sounds."""
    subject_infos: Annotated[
        list[TencentVodAigcVideoTaskInputSubjectInfo] | None,
        Field(alias="SubjectInfos"),
    ] = None
    """The persons or things that shall stay the same in the video."""
    last_frame_file_id: Annotated[str | None, Field(alias="LastFrameFileId")] = None
    """Id of the media file with the last frame of the video."""
    last_frame_url: Annotated[str | None, Field(alias="LastFrameUrl")] = None
    """Address of the picture with the last frame of the video."""
    prompt: Annotated[str | None, Field(alias="Prompt")] = None
    """What the model is asked for, in words, at most 1000 characters."""
    negative_prompt: Annotated[str | None, Field(alias="NegativePrompt")] = None
    """What the model shall avoid, in words, at most 1000 characters."""
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
        TencentVodAigcVideoOutputConfig | None, Field(alias="OutputConfig")
    ] = None
    """What the new file shall be like."""
    input_region: Annotated[str | None, Field(alias="InputRegion")] = None
    """Where the addresses of the input lie: Mainland, or Oversea (so spelled) for outside of China."""
    scene_type: Annotated[str | None, Field(alias="SceneType")] = None
    """Special use of the model: motion_control with the model Kling."""
    seed: Annotated[int | None, Field(alias="Seed")] = None
    """Start value for chance; the same seed makes the same result again."""
    ext_info: Annotated[str | None, Field(alias="ExtInfo")] = None
    """Extra settings that are passed on."""


class TencentVodAigcVideoTaskOutputFileInfo(ContractModel):
    """A new file."""

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
    """Address of the new file."""
    file_content: Annotated[str | None, Field(alias="FileContent")] = None
    """Content of the file; set where UsageType is position_info."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file; set where StorageMode is Permanent."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new file."""
    usage_type: Annotated[
        Literal["scene_url", "point_url", "mesh_url", "mesh_simplified_url", "position_info", "image_url", ""] | str | None,
        Field(alias="UsageType"),
    ] = None
    """What the file is: a picture, a 3D scene, a point cloud, a mesh or positions."""


class TencentVodAigcVideoTaskOutput(ContractModel):
    """What a video model made."""

    file_infos: Annotated[
        list[TencentVodAigcVideoTaskOutputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The new files."""
    procedure_task_ids: Annotated[list[str] | None, Field(alias="ProcedureTaskIds")] = (
        None
    )
    """Ids of the processing tasks (type Procedure) that were started for the new files."""
    usage: Annotated[TencentVodAigcVideoTaskUsage | None, Field(alias="Usage")] = None
    """What the task has used up."""


class TencentVodAigcVideoTask(ContractModel):
    """A task in which an AI model makes videos."""

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
    input: Annotated[TencentVodAigcVideoTaskInput | None, Field(alias="Input")] = None
    """What the task was given."""
    output: Annotated[TencentVodAigcVideoTaskOutput | None, Field(alias="Output")] = (
        None
    )
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodAigcVideoTaskComplete(ContractModel):
    """Sent when an AI model has made a video, or has failed."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["AigcVideoTaskComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    aigc_video_complete_event: Annotated[
        TencentVodAigcVideoTask | None, Field(alias="AigcVideoCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
