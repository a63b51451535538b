# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class TencentVodMediaAudioStreamItem(TypedDict):
    """An audio stream of a media file."""

    Bitrate: NotRequired[int | None]
    """Bit rate in bits per second."""
    SamplingRate: NotRequired[int | None]
    """Sampling rate in hertz."""
    Codec: NotRequired[str | None]
    """Codec of the stream, such as h264 or aac."""
