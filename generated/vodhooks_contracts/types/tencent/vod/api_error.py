# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypedDict


class TencentVodApiError(TypedDict):
    """An error of the vendor's API."""

    Code: str
    """Dotted error code; ResourceNotFound from PullEvents means that the queue is empty."""
    Message: str
    """Explanation for people."""
