# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodApiError(ContractModel):
    """An error of the vendor's API."""

    code: Annotated[str, Field(alias="Code")]
    """Dotted error code; ResourceNotFound from PullEvents means that the queue is empty."""
    message: Annotated[str, Field(alias="Message")]
    """Explanation for people."""
