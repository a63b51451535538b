# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

from .image import UcloudUmediaImage


class UcloudUmediaScreenshotSuccess(ContractModel):
    """The screenshot task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the screenshot task."""
    src_url: str | None = None
    """Address of the source video."""
    image_count: int | None = None
    """Number of screenshots."""
    image_list: list[UcloudUmediaImage] | None = None
    """The screenshots, in order."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


class UcloudUmediaScreenshotFailure(ContractModel):
    """The screenshot task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the screenshot task."""
    src_url: str | None = None
    """Address of the source video."""
    image_count: int | None = None
    """Number of screenshots."""
    image_list: list[UcloudUmediaImage] | None = None
    """The screenshots, in order."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


UcloudUmediaScreenshot = TypeAliasType(
    "UcloudUmediaScreenshot",
    Annotated[
        UcloudUmediaScreenshotSuccess | UcloudUmediaScreenshotFailure,
        Field(
            examples=[{"retcode": 0, "task_id": "1", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "image_count": 3, "image_list": [{"image_url": "http://dest.ufile.ucloud.cn/my_1.jpg"}, {"image_url": "http://dest.ufile.ucloud.cn/my_2.jpg"}, {"image_url": "http://dest.ufile.ucloud.cn/my_3.jpg"}], "message": "succ"}, {"retcode": 1, "task_id": "2"}, {"retcode": -1, "task_id": "3", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "image_count": 0, "image_list": [], "message": "fail"}],
            title="UcloudUmediaScreenshot",
        ),
    ],
)
"""A screenshot task has ended; retcode tells success from failure."""
