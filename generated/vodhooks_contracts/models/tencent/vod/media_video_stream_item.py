# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .dynamic_range_info import TencentVodDynamicRangeInfo


class TencentVodMediaVideoStreamItem(ContractModel):
    """A video stream of a media file."""

    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in bits per second."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Height of the picture in pixels."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Width of the picture in pixels."""
    codec: Annotated[str | None, Field(alias="Codec")] = None
    """Codec of the stream, such as h264 or aac."""
    fps: Annotated[int | None, Field(alias="Fps")] = None
    """Frames per second."""
    codec_tag: Annotated[str | None, Field(alias="CodecTag")] = None
    """Tag of the codec; set for hevc only."""
    dynamic_range_info: Annotated[
        TencentVodDynamicRangeInfo | None, Field(alias="DynamicRangeInfo")
    ] = None
    """Dynamic range of the picture; set for files transcoded since 2023-01-10."""
