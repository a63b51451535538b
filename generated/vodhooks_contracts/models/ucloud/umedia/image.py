# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from pydantic import MISSING
from vodhooks.model import ContractModel


class UcloudUmediaImage(ContractModel):
    """One screenshot."""

    image_url: str | MISSING = MISSING
    """Address of the picture."""
