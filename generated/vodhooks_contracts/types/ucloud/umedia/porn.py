# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypeAliasType, TypedDict

from .checked_image import UcloudUmediaCheckedImage


class UcloudUmediaPornSuccess(TypedDict):
    """The porn detection task has succeeded."""

    retcode: Literal[0]
    """0: success."""
    task_id: str
    """Id of the porn detection task."""
    src_url: NotRequired[str]
    """Address of the source video."""
    image_count: NotRequired[int]
    """Number of all pictures checked, not only of the faulty ones."""
    invalid_image_list: NotRequired[list[UcloudUmediaCheckedImage] | None]
    """The pictures found faulty."""
    message: NotRequired[str]
    """Describes the outcome; succ in the sample."""


class UcloudUmediaPornFailure(TypedDict):
    """The porn detection task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero."""

    retcode: int
    """Any value but 0; the vendor documents none."""
    task_id: str
    """Id of the porn detection task."""
    src_url: NotRequired[str | None]
    """Address of the source video."""
    image_count: NotRequired[int | None]
    """Number of all pictures checked, not only of the faulty ones."""
    invalid_image_list: NotRequired[list[UcloudUmediaCheckedImage] | None]
    """The pictures found faulty."""
    message: NotRequired[str | None]
    """Describes the outcome; succ in the sample."""


UcloudUmediaPorn = TypeAliasType("UcloudUmediaPorn", UcloudUmediaPornSuccess | UcloudUmediaPornFailure)
"""A porn detection task has ended; retcode tells success from failure."""
