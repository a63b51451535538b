# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .review_input import TencentVodReviewInput
from .review_output import TencentVodReviewOutput


class TencentVodReviewAudioVideoTask(ContractModel):
    """A review task that has ended. A failed one also has the status FINISH; ErrCodeExt tells success from failure."""

    task_id: Annotated[str, Field(alias="TaskId")]
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH"] | str | None, Field(alias="Status")
    ] = None
    """State of the task."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list, such as SourceFileError.NoVideoMedia."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[TencentVodReviewInput | None, Field(alias="Input")] = None
    """What was reviewed."""
    output: Annotated[TencentVodReviewOutput | None, Field(alias="Output")] = None
    """What the review found; absent or null where the task failed (our reading)."""
    session_context: Annotated[
        str | None, Field(alias="SessionContext", max_length=1000)
    ] = None
    """What the caller gave along when starting the task, at most 1000 characters."""
    session_id: Annotated[str | None, Field(alias="SessionId", max_length=50)] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
