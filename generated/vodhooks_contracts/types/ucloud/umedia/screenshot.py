# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypeAliasType, TypedDict

from .image import UcloudUmediaImage


class UcloudUmediaScreenshotSuccess(TypedDict):
    """The screenshot task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the screenshot task."""
    src_url: NotRequired[str]
    """Address of the source video."""
    image_count: NotRequired[int]
    """Number of screenshots."""
    image_list: NotRequired[list[UcloudUmediaImage] | None]
    """The screenshots, in order."""
    message: NotRequired[str]
    """Describes the outcome; succ in the sample."""


class UcloudUmediaScreenshotFailure(TypedDict):
    """The screenshot task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the screenshot task."""
    src_url: NotRequired[str | None]
    """Address of the source video."""
    image_count: NotRequired[int | None]
    """Number of screenshots."""
    image_list: NotRequired[list[UcloudUmediaImage] | None]
    """The screenshots, in order."""
    message: NotRequired[str | None]
    """Describes the outcome; succ in the sample."""


UcloudUmediaScreenshot = TypeAliasType("UcloudUmediaScreenshot", UcloudUmediaScreenshotSuccess | UcloudUmediaScreenshotFailure)
"""A screenshot task has ended; retcode tells success from failure."""
