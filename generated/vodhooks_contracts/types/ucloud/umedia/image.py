# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class UcloudUmediaImage(TypedDict):
    """One screenshot."""

    image_url: NotRequired[str]
    """Address of the picture."""
