# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from .chapter import PolyvVideoOutlineChapter
from .sign import PolyvVideoOutlineSign
from .task_id import PolyvVideoOutlineTaskId
from .timestamp import PolyvVideoOutlineTimestamp


class PolyvVideoOutlineGenerateSuccess(TypedDict):
    """The outline of a video has been made."""

    sign: PolyvVideoOutlineSign
    """Signature of the timestamp."""
    timestamp: PolyvVideoOutlineTimestamp
    """When the event was raised, in milliseconds since the Unix epoch."""
    callbackType: Literal["generate_success"]
    """Names the message."""
    taskId: PolyvVideoOutlineTaskId
    """The outline task that has ended."""
    vid: str
    """Id of the video. Samples look like 32 hexadecimal digits, an underscore and the first digit again, but ids without the suffix exist."""
    outlineInfo: list[PolyvVideoOutlineChapter]
    """The chapters, in order."""
