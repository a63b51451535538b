# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypeAliasType, TypedDict


class UcloudUmediaSliceSuccess(TypedDict):
    """The slicing task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the slicing task."""
    src_url: NotRequired[str]
    """Address of the source video."""
    dest_video_name: NotRequired[str]
    """Name of the resulting file."""
    dest_video_url: str
    """Address of the resulting file."""
    duration: NotRequired[float]
    """Length of the resulting video, in seconds."""
    message: NotRequired[str]
    """Describes the outcome; succ in the sample."""


class UcloudUmediaSliceFailure(TypedDict):
    """The slicing task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the slicing task."""
    src_url: NotRequired[str | None]
    """Address of the source video."""
    dest_video_name: NotRequired[str | None]
    """Name of the resulting file."""
    dest_video_url: NotRequired[str | None]
    """Address of the resulting file."""
    duration: NotRequired[float | None]
    """Length of the resulting video, in seconds."""
    message: NotRequired[str | None]
    """Describes the outcome; succ in the sample."""


UcloudUmediaSlice = TypeAliasType("UcloudUmediaSlice", UcloudUmediaSliceSuccess | UcloudUmediaSliceFailure)
"""A slicing task has ended; retcode tells success from failure."""
