# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .media_source_data import TencentVodMediaSourceData


class TencentVodMediaBasicInfo(ContractModel):
    """Basic data of a media file."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the media file."""
    description: Annotated[str | None, Field(alias="Description")] = None
    """Description of the media file."""
    create_time: Annotated[str | None, Field(alias="CreateTime")] = None
    """When the media file was created, ISO 8601."""
    update_time: Annotated[str | None, Field(alias="UpdateTime")] = None
    """When the media file or its data last changed, ISO 8601."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the file and all made from it are deleted, ISO 8601; 9999-12-31T23:59:59Z means never."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    class_name: Annotated[str | None, Field(alias="ClassName")] = None
    """Name of the category of the file."""
    class_path: Annotated[str | None, Field(alias="ClassPath")] = None
    """Path of the category, from the top, with a hyphen between the levels."""
    cover_url: Annotated[str | None, Field(alias="CoverUrl")] = None
    """Address of the cover picture."""
    type: Annotated[str | None, Field(alias="Type")] = None
    """Container format, such as mp4 or flv."""
    media_url: Annotated[str | None, Field(alias="MediaUrl")] = None
    """Address of the original file."""
    source_info: Annotated[
        TencentVodMediaSourceData | None, Field(alias="SourceInfo")
    ] = None
    """Where the media file comes from."""
    storage_region: Annotated[str | None, Field(alias="StorageRegion")] = None
    """Region where the file is stored, such as ap-chongqing."""
    storage_path: Annotated[str | None, Field(alias="StoragePath")] = None
    """Path under which the file is stored."""
    tag_set: Annotated[list[str] | None, Field(alias="TagSet")] = None
    """Tags of the media file."""
    vid: Annotated[str | None, Field(alias="Vid")] = None
    """Id of the recording of a live stream."""
    category: Annotated[str | None, Field(alias="Category")] = None
    """Kind of file: Video, Audio or Image."""
    status: Annotated[str | None, Field(alias="Status")] = None
    """Normal, or Forbidden where the file is blocked."""
    storage_class: Annotated[str | None, Field(alias="StorageClass")] = None
    """Storage class: from STANDARD (used often) to DEEP_ARCHIVE (hardly ever used)."""
