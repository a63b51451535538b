# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodAigcHunyuan3DReferenceImageInfo(ContractModel):
    """A reference picture."""

    type: Annotated[Literal["File", "Url", ""] | str | None, Field(alias="Type")] = None
    """How the picture is given: File or Url."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the picture as a media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the picture; set where Type is Url."""


class TencentVodAigcHunyuan3DMultiViewImageInfo(ContractModel):
    """A picture of the object from one side."""

    type: Annotated[Literal["File", "Url", ""] | str | None, Field(alias="Type")] = None
    """How the picture is given: File or Url."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the picture as a media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the picture; set where Type is Url."""
    view_type: Annotated[str | None, Field(alias="ViewType")] = None
    """Side from which the object is seen, such as front."""


class TencentVodAigcHunyuan3DMeshInfo(ContractModel):
    """A reference 3D model."""

    type: Annotated[Literal["File", "Url", ""] | str | None, Field(alias="Type")] = None
    """How the model is given: File or Url."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the 3D model as a media file; set where Type is File."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the 3D model (glb or obj); set where Type is Url."""


class TencentVodAigcHunyuan3DOutputConfig(ContractModel):
    """How the new files are stored."""

    storage_mode: Annotated[
        Literal["Temporary", ""] | str | None, Field(alias="StorageMode")
    ] = None
    """Temporary: the result is kept for a time, with an address only."""


class TencentVodAigcHunyuan3DTaskOutputFileInfo(ContractModel):
    """A new file."""

    storage_mode: Annotated[
        Literal["Permanent", "Temporary", ""] | str | None, Field(alias="StorageMode")
    ] = None
    """Permanent: kept as a media file; Temporary: kept for a time, with an address only."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file is deleted, ISO 8601."""
    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the file, such as OBJ, GLB or FBX."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new file."""
    preview_file_url: Annotated[str | None, Field(alias="PreviewFileUrl")] = None
    """Address of a preview; empty where there is none."""


class TencentVodAigcHunyuan3DTaskInput(ContractModel):
    """What a 3D task was given."""

    image_infos: Annotated[
        list[TencentVodAigcHunyuan3DReferenceImageInfo] | None,
        Field(alias="ImageInfos"),
    ] = None
    """Reference pictures."""
    multi_view_image_infos: Annotated[
        list[TencentVodAigcHunyuan3DMultiViewImageInfo] | None,
        Field(alias="MultiViewImageInfos"),
    ] = None
    """Pictures of the object from 2 to 8 sides; the front must be among them."""
    prompt: Annotated[str | None, Field(alias="Prompt")] = None
    """What the 3D model shall be, in words."""
    generate_type: Annotated[
        Literal["Normal", "Geometry", "Texture", ""] | str | None,
        Field(alias="GenerateType"),
    ] = None
    """What to make: Normal (shape and texture), Geometry (shape only) or Texture (for a given mesh)."""
    mesh_infos: Annotated[
        list[TencentVodAigcHunyuan3DMeshInfo] | None, Field(alias="MeshInfos")
    ] = None
    """Reference 3D models."""
    enable_pbr: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="EnablePBR")
    ] = None
    """Enabled makes materials for physically based rendering, Disabled does not."""
    face_count: Annotated[int | None, Field(alias="FaceCount")] = None
    """Number of faces of the mesh; for GenerateType Normal and Geometry."""
    keep_uv: Annotated[
        Literal["Enabled", "Disabled", ""] | str | None, Field(alias="KeepUV")
    ] = None
    """Enabled keeps the UV mapping, Disabled does not."""
    result_format: Annotated[
        Literal["FBX", ""] | str | None, Field(alias="ResultFormat")
    ] = None
    """A format to make beside obj and glb, such as FBX."""
    seed: Annotated[int | None, Field(alias="Seed")] = None
    """Start value for chance; the same seed makes the same result again."""
    style: Annotated[str | None, Field(alias="Style")] = None
    """Style, in words."""
    output_config: Annotated[
        TencentVodAigcHunyuan3DOutputConfig | None, Field(alias="OutputConfig")
    ] = None
    """What the new file shall be like."""


class TencentVodAigcHunyuan3DTaskOutput(ContractModel):
    """What a 3D task made."""

    file_infos: Annotated[
        list[TencentVodAigcHunyuan3DTaskOutputFileInfo] | None, Field(alias="FileInfos")
    ] = None
    """The new files."""


class TencentVodAigcHunyuan3DTask(ContractModel):
    """A task in which the AI model Hunyuan makes 3D models."""

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
    input: Annotated[TencentVodAigcHunyuan3DTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodAigcHunyuan3DTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodAigcHunyuan3DTaskComplete(ContractModel):
    """Sent when the AI model Hunyuan has made a 3D model, or has failed."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[
        Literal["AigcHunyuan3DTaskComplete"], Field(alias="EventType")
    ]
    """Names the message and selects the member that holds the event."""
    aigc_hunyuan3_d_complete_event: Annotated[
        TencentVodAigcHunyuan3DTask | None, Field(alias="AigcHunyuan3DCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
