# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal

from vodhooks.model import ContractModel


class UcloudUmediaCheckedImage(ContractModel):
    """One picture that the check found fault with."""

    name: str | None = None
    """Address of the picture, in spite of the field's name."""
    rate: float | None = None
    """Probability, from 0 to 1, of the label that is given."""
    label: Literal[0, 1, 2] | int | None = None
    """0 pornographic, 1 sexy, 2 normal. Any other value means that a person should look, not that the picture is safe."""
    review: bool | None = None
    """Whether a person should look at the picture."""
