# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .dynamic_range_info import TencentVodDynamicRangeInfo


class TencentVodMediaVideoStreamItem(TypedDict):
    """A video stream of a media file."""

    Bitrate: NotRequired[int | None]
    """Bit rate in bits per second."""
    Height: NotRequired[int | None]
    """Height of the picture in pixels."""
    Width: NotRequired[int | None]
    """Width of the picture in pixels."""
    Codec: NotRequired[str | None]
    """Codec of the stream, such as h264 or aac."""
    Fps: NotRequired[int | None]
    """Frames per second."""
    CodecTag: NotRequired[str | None]
    """Tag of the codec; set for hevc only."""
    DynamicRangeInfo: NotRequired[TencentVodDynamicRangeInfo | None]
    """Dynamic range of the picture; set for files transcoded since 2023-01-10."""
