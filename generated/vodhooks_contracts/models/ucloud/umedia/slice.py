# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel


class UcloudUmediaSliceSuccess(ContractModel):
    """The slicing task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the slicing task."""
    src_url: str | None = None
    """Address of the source video."""
    dest_video_name: str | None = None
    """Name of the resulting file."""
    dest_video_url: str
    """Address of the resulting file."""
    duration: float | None = None
    """Length of the resulting video, in seconds."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


class UcloudUmediaSliceFailure(ContractModel):
    """The slicing task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the slicing task."""
    src_url: str | None = None
    """Address of the source video."""
    dest_video_name: str | None = None
    """Name of the resulting file."""
    dest_video_url: str | None = None
    """Address of the resulting file."""
    duration: float | None = None
    """Length of the resulting video, in seconds."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


UcloudUmediaSlice = TypeAliasType(
    "UcloudUmediaSlice",
    Annotated[
        UcloudUmediaSliceSuccess | UcloudUmediaSliceFailure,
        Field(
            examples=[{"retcode": 0, "task_id": "1", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "dest_video_name": "my.m3u8", "dest_video_url": "http://dest.ufile.ucloud.cn/my.m3u8", "duration": 587, "message": "succ"}, {"retcode": 1, "task_id": "2"}, {"retcode": -1, "task_id": "3", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "dest_video_name": "", "dest_video_url": None, "duration": 0, "message": "fail"}],
            title="UcloudUmediaSlice",
        ),
    ],
)
"""A slicing task has ended; retcode tells success from failure."""
