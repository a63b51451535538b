# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .review_input import TencentVodReviewInput
from .review_output import TencentVodReviewOutput


class TencentVodReviewAudioVideoTask(TypedDict):
    """A review task that has ended. A failed one also has the status FINISH; ErrCodeExt tells success from failure."""

    TaskId: str
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH"] | str | None]
    """State of the task."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list, such as SourceFileError.NoVideoMedia."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodReviewInput | None]
    """What was reviewed."""
    Output: NotRequired[TencentVodReviewOutput | None]
    """What the review found; absent or null where the task failed (our reading)."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
