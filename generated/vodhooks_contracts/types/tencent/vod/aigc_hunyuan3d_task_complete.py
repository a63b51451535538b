# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodAigcHunyuan3DReferenceImageInfo(TypedDict):
    """A reference picture."""

    Type: NotRequired[Literal["File", "Url", ""] | str | None]
    """How the picture is given: File or Url."""
    FileId: NotRequired[str | None]
    """Id of the picture as a media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the picture; set where Type is Url."""


class TencentVodAigcHunyuan3DMultiViewImageInfo(TypedDict):
    """A picture of the object from one side."""

    Type: NotRequired[Literal["File", "Url", ""] | str | None]
    """How the picture is given: File or Url."""
    FileId: NotRequired[str | None]
    """Id of the picture as a media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the picture; set where Type is Url."""
    ViewType: NotRequired[str | None]
    """Side from which the object is seen, such as front."""


class TencentVodAigcHunyuan3DMeshInfo(TypedDict):
    """A reference 3D model."""

    Type: NotRequired[Literal["File", "Url", ""] | str | None]
    """How the model is given: File or Url."""
    FileId: NotRequired[str | None]
    """Id of the 3D model as a media file; set where Type is File."""
    Url: NotRequired[str | None]
    """Address of the 3D model (glb or obj); set where Type is Url."""


class TencentVodAigcHunyuan3DOutputConfig(TypedDict):
    """How the new files are stored."""

    StorageMode: NotRequired[Literal["Temporary", ""] | str | None]
    """Temporary: the result is kept for a time, with an address only."""


class TencentVodAigcHunyuan3DTaskOutputFileInfo(TypedDict):
    """A new file."""

    StorageMode: NotRequired[Literal["Permanent", "Temporary", ""] | str | None]
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    ExpireTime: NotRequired[str | None]
    """When the new file is deleted, ISO 8601."""
    FileType: NotRequired[str | None]
    """Format of the file, such as OBJ, GLB or FBX."""
    FileUrl: NotRequired[str | None]
    """Address of the new file."""
    PreviewFileUrl: NotRequired[str | None]
    """Address of a preview; empty where there is none."""


class TencentVodAigcHunyuan3DTaskInput(TypedDict):
    """What a 3D task was given."""

    ImageInfos: NotRequired[list[TencentVodAigcHunyuan3DReferenceImageInfo] | None]
    """Reference pictures."""
    MultiViewImageInfos: NotRequired[list[TencentVodAigcHunyuan3DMultiViewImageInfo] | None]
    """Pictures of the object from 2 to 8 sides; the front must be among them."""
    Prompt: NotRequired[str | None]
    """What the 3D model shall be, in words."""
    GenerateType: NotRequired[Literal["Normal", "Geometry", "Texture", ""] | str | None]
    """What to make: Normal (shape and texture), Geometry (shape only) or Texture (for a given mesh)."""
    MeshInfos: NotRequired[list[TencentVodAigcHunyuan3DMeshInfo] | None]
    """Reference 3D models."""
    EnablePBR: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled makes materials for physically based rendering, Disabled does not."""
    FaceCount: NotRequired[int | None]
    """Number of faces of the mesh; for GenerateType Normal and Geometry."""
    KeepUV: NotRequired[Literal["Enabled", "Disabled", ""] | str | None]
    """Enabled keeps the UV mapping, Disabled does not."""
    ResultFormat: NotRequired[Literal["FBX", ""] | str | None]
    """A format to make beside obj and glb, such as FBX."""
    Seed: NotRequired[int | None]
    """Start value for chance; the same seed makes the same result again."""
    Style: NotRequired[str | None]
    """Style, in words."""
    OutputConfig: NotRequired[TencentVodAigcHunyuan3DOutputConfig | None]
    """What the new file shall be like."""


class TencentVodAigcHunyuan3DTaskOutput(TypedDict):
    """What a 3D task made."""

    FileInfos: NotRequired[list[TencentVodAigcHunyuan3DTaskOutputFileInfo] | None]
    """The new files."""


class TencentVodAigcHunyuan3DTask(TypedDict):
    """A task in which the AI model Hunyuan makes 3D models."""

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
    Input: NotRequired[TencentVodAigcHunyuan3DTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAigcHunyuan3DTaskOutput | None]
    """What the task made or found."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodAigcHunyuan3DTaskComplete(TypedDict):
    """Sent when the AI model Hunyuan has made a 3D model, or has failed."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["AigcHunyuan3DTaskComplete"]
    """Names the message and selects the member that holds the event."""
    AigcHunyuan3DCompleteEvent: NotRequired[TencentVodAigcHunyuan3DTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
