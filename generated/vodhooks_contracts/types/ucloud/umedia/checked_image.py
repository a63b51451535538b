# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class UcloudUmediaCheckedImage(TypedDict):
    """One picture that the check found fault with."""

    name: NotRequired[str]
    """Address of the picture, in spite of the field's name."""
    rate: NotRequired[float]
    """Probability, from 0 to 1, of the label that is given."""
    label: NotRequired[Literal[0, 1, 2] | int]
    """0 pornographic, 1 sexy, 2 normal. Any other value means that a person should look, not that the picture is safe."""
    review: NotRequired[bool]
    """Whether a person should look at the picture."""
