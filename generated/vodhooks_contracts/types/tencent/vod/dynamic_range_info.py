# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TencentVodDynamicRangeInfo(TypedDict):
    """Dynamic range of a picture: SDR or HDR."""

    Type: NotRequired[Literal["SDR", "HDR", ""] | str | None]
    """Dynamic range: SDR or HDR."""
    HDRType: NotRequired[Literal["hdr10", "hlg", ""] | str | None]
    """Kind of HDR, such as hdr10 or hlg; set where Type is HDR."""
