# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .media_source_data import TencentVodMediaSourceData


class TencentVodMediaBasicInfo(TypedDict):
    """Basic data of a media file."""

    Name: NotRequired[str | None]
    """Name of the media file."""
    Description: NotRequired[str | None]
    """Description of the media file."""
    CreateTime: NotRequired[str | None]
    """When the media file was created, ISO 8601."""
    UpdateTime: NotRequired[str | None]
    """When the media file or its data last changed, ISO 8601."""
    ExpireTime: NotRequired[str | None]
    """When the file and all made from it are deleted, ISO 8601; 9999-12-31T23:59:59Z means never."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ClassName: NotRequired[str | None]
    """Name of the category of the file."""
    ClassPath: NotRequired[str | None]
    """Path of the category, from the top, with a hyphen between the levels."""
    CoverUrl: NotRequired[str | None]
    """Address of the cover picture."""
    Type: NotRequired[str | None]
    """Container format, such as mp4 or flv."""
    MediaUrl: NotRequired[str | None]
    """Address of the original file."""
    SourceInfo: NotRequired[TencentVodMediaSourceData | None]
    """Where the media file comes from."""
    StorageRegion: NotRequired[str | None]
    """Region where the file is stored, such as ap-chongqing."""
    StoragePath: NotRequired[str | None]
    """Path under which the file is stored."""
    TagSet: NotRequired[list[str] | None]
    """Tags of the media file."""
    Vid: NotRequired[str | None]
    """Id of the recording of a live stream."""
    Category: NotRequired[str | None]
    """Kind of file: Video, Audio or Image."""
    Status: NotRequired[str | None]
    """Normal, or Forbidden where the file is blocked."""
    StorageClass: NotRequired[str | None]
    """Storage class: from STANDARD (used often) to DEEP_ARCHIVE (hardly ever used)."""
