# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .media_audio_stream_item import TencentVodMediaAudioStreamItem
from .media_video_stream_item import TencentVodMediaVideoStreamItem


class TencentVodMediaMetaData(ContractModel):
    """Technical data of a media file."""

    size: Annotated[int | None, Field(alias="Size")] = None
    """Size in bytes. For HLS, the playlist and all segments together."""
    container: Annotated[str | None, Field(alias="Container")] = None
    """Container format, such as mp4 or m4a."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Average bit rates of video and audio together, in bits per second."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Greatest height of the video streams in pixels."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Greatest width of the video streams in pixels."""
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length in seconds."""
    rotate: Annotated[int | None, Field(alias="Rotate")] = None
    """Rotation of the picture when it was filmed, in degrees."""
    video_stream_set: Annotated[
        list[TencentVodMediaVideoStreamItem] | None, Field(alias="VideoStreamSet")
    ] = None
    """The video streams of the file."""
    audio_stream_set: Annotated[
        list[TencentVodMediaAudioStreamItem] | None, Field(alias="AudioStreamSet")
    ] = None
    """The audio streams of the file."""
    video_duration: Annotated[float | None, Field(alias="VideoDuration")] = None
    """Length of the video stream in seconds."""
    audio_duration: Annotated[float | None, Field(alias="AudioDuration")] = None
    """Length of the audio stream in seconds."""
    md5: Annotated[str | None, Field(alias="Md5")] = None
    """MD5 of the file; known only after a DescribeFileAttributes task."""
