# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel


class UcloudUmediaTranscodeSuccess(ContractModel):
    """The transcoding task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the transcoding task."""
    src_url: str | None = None
    """Address of the source video."""
    dest_video_name: str | None = None
    """Name of the resulting file."""
    dest_video_url: str
    """Address of the resulting file."""
    duration: float | None = None
    """Length of the resulting video, in seconds."""
    file_size: int | None = None
    """Size of the resulting file; the page gives no unit, bytes by our reading."""
    width: int | None = None
    """Width of the resulting video, in pixels."""
    height: int | None = None
    """Height of the resulting video, in pixels."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


class UcloudUmediaTranscodeFailure(ContractModel):
    """The transcoding task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the transcoding task."""
    src_url: str | None = None
    """Address of the source video."""
    dest_video_name: str | None = None
    """Name of the resulting file."""
    dest_video_url: str | None = None
    """Address of the resulting file."""
    duration: float | None = None
    """Length of the resulting video, in seconds."""
    file_size: int | None = None
    """Size of the resulting file; the page gives no unit, bytes by our reading."""
    width: int | None = None
    """Width of the resulting video, in pixels."""
    height: int | None = None
    """Height of the resulting video, in pixels."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


UcloudUmediaTranscode = TypeAliasType(
    "UcloudUmediaTranscode",
    Annotated[
        UcloudUmediaTranscodeSuccess | UcloudUmediaTranscodeFailure,
        Field(
            examples=[{"retcode": 0, "task_id": "1", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "dest_video_name": "my_720p.mp4", "dest_video_url": "http://dest.ufile.ucloud.cn/my_720p.mp4", "duration": 587, "file_size": 587, "width": 1280, "height": 720, "message": "succ"}, {"retcode": 1, "task_id": "2"}, {"retcode": -1, "task_id": "3", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "dest_video_name": "", "dest_video_url": None, "duration": 0, "file_size": 0, "width": 0, "height": 0, "message": "fail"}],
            title="UcloudUmediaTranscode",
        ),
    ],
)
"""A transcoding task has ended; retcode tells success from failure."""
