# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .media_audio_stream_item import TencentVodMediaAudioStreamItem
from .media_video_stream_item import TencentVodMediaVideoStreamItem


class TencentVodMediaMetaData(TypedDict):
    """Technical data of a media file."""

    Size: NotRequired[int | None]
    """Size in bytes. For HLS, the playlist and all segments together."""
    Container: NotRequired[str | None]
    """Container format, such as mp4 or m4a."""
    Bitrate: NotRequired[int | None]
    """Average bit rates of video and audio together, in bits per second."""
    Height: NotRequired[int | None]
    """Greatest height of the video streams in pixels."""
    Width: NotRequired[int | None]
    """Greatest width of the video streams in pixels."""
    Duration: NotRequired[float | None]
    """Length in seconds."""
    Rotate: NotRequired[int | None]
    """Rotation of the picture when it was filmed, in degrees."""
    VideoStreamSet: NotRequired[list[TencentVodMediaVideoStreamItem] | None]
    """The video streams of the file."""
    AudioStreamSet: NotRequired[list[TencentVodMediaAudioStreamItem] | None]
    """The audio streams of the file."""
    VideoDuration: NotRequired[float | None]
    """Length of the video stream in seconds."""
    AudioDuration: NotRequired[float | None]
    """Length of the audio stream in seconds."""
    Md5: NotRequired[str | None]
    """MD5 of the file; known only after a DescribeFileAttributes task."""
