# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .sign import PolyvVideoOutlineSign
from .task_id import PolyvVideoOutlineTaskId
from .timestamp import PolyvVideoOutlineTimestamp


class PolyvVideoOutlineGenerateFail(ContractModel):
    """The outline of a video could not be made. The vendor gives no reason."""

    sign: PolyvVideoOutlineSign
    """Signature of the timestamp."""
    timestamp: PolyvVideoOutlineTimestamp
    """When the event was raised, in milliseconds since the Unix epoch."""
    callback_type: Annotated[Literal["generate_fail"], Field(alias="callbackType")]
    """Names the message."""
    task_id: Annotated[PolyvVideoOutlineTaskId, Field(alias="taskId")]
    """The outline task that has ended."""
    vid: str
    """Id of the video. Samples look like 32 hexadecimal digits, an underscore and the first digit again, but ids without the suffix exist."""
