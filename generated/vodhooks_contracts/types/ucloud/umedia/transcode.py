# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypeAliasType, TypedDict


class UcloudUmediaTranscodeSuccess(TypedDict):
    """The transcoding task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the transcoding task."""
    src_url: NotRequired[str]
    """Address of the source video."""
    dest_video_name: NotRequired[str]
    """Name of the resulting file."""
    dest_video_url: str
    """Address of the resulting file."""
    duration: NotRequired[float]
    """Length of the resulting video, in seconds."""
    file_size: NotRequired[int]
    """Size of the resulting file; the page gives no unit, bytes by our reading."""
    width: NotRequired[int]
    """Width of the resulting video, in pixels."""
    height: NotRequired[int]
    """Height of the resulting video, in pixels."""
    message: NotRequired[str]
    """Describes the outcome; succ in the sample."""


class UcloudUmediaTranscodeFailure(TypedDict):
    """The transcoding task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the transcoding task."""
    src_url: NotRequired[str | None]
    """Address of the source video."""
    dest_video_name: NotRequired[str | None]
    """Name of the resulting file."""
    dest_video_url: NotRequired[str | None]
    """Address of the resulting file."""
    duration: NotRequired[float | None]
    """Length of the resulting video, in seconds."""
    file_size: NotRequired[int | None]
    """Size of the resulting file; the page gives no unit, bytes by our reading."""
    width: NotRequired[int | None]
    """Width of the resulting video, in pixels."""
    height: NotRequired[int | None]
    """Height of the resulting video, in pixels."""
    message: NotRequired[str | None]
    """Describes the outcome; succ in the sample."""


UcloudUmediaTranscode = TypeAliasType("UcloudUmediaTranscode", UcloudUmediaTranscodeSuccess | UcloudUmediaTranscodeFailure)
"""A transcoding task has ended; retcode tells success from failure."""
