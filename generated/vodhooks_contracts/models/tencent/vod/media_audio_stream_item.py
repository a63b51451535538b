# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodMediaAudioStreamItem(ContractModel):
    """An audio stream of a media file."""

    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in bits per second."""
    sampling_rate: Annotated[int | None, Field(alias="SamplingRate")] = None
    """Sampling rate in hertz."""
    codec: Annotated[str | None, Field(alias="Codec")] = None
    """Codec of the stream, such as h264 or aac."""
