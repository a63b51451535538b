# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType
from vodhooks.model import ContractModel

from .checked_image import UcloudUmediaCheckedImage


class UcloudUmediaPornSuccess(ContractModel):
    """The porn detection task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the porn detection task."""
    src_url: str | None = None
    """Address of the source video."""
    image_count: int | None = None
    """Number of all pictures checked, not only of the faulty ones."""
    invalid_image_list: list[UcloudUmediaCheckedImage] | None = None
    """The pictures found faulty."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


class UcloudUmediaPornFailure(ContractModel):
    """The porn detection task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the porn detection task."""
    src_url: str | None = None
    """Address of the source video."""
    image_count: int | None = None
    """Number of all pictures checked, not only of the faulty ones."""
    invalid_image_list: list[UcloudUmediaCheckedImage] | None = None
    """The pictures found faulty."""
    message: str | None = None
    """Describes the outcome; succ in the sample."""


UcloudUmediaPorn = TypeAliasType(
    "UcloudUmediaPorn",
    Annotated[
        UcloudUmediaPornSuccess | UcloudUmediaPornFailure,
        Field(
            examples=[{"retcode": 0, "task_id": "1", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "image_count": 5, "invalid_image_list": [{"name": "http://dest.ufile.ucloud.cn/my_1.jpg", "rate": 0.9999947547912598, "label": 0, "review": False}, {"name": "http://dest.ufile.ucloud.cn/my_2.jpg", "rate": 0.9999947547912598, "label": 0, "review": False}], "message": "succ"}, {"retcode": 1, "task_id": "2"}, {"retcode": -1, "task_id": "3", "src_url": "http://src.ufile.ucloud.cn/my.mp4", "image_count": 0, "invalid_image_list": None, "message": "fail"}],
            title="UcloudUmediaPorn",
        ),
    ],
)
"""A porn detection task has ended; retcode tells success from failure."""
