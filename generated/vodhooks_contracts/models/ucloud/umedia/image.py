# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from vodhooks.model import ContractModel


class UcloudUmediaImage(ContractModel):
    """One screenshot."""

    image_url: str | None = None
    """Address of the picture."""
