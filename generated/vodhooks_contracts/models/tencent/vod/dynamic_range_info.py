# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel


class TencentVodDynamicRangeInfo(ContractModel):
    """Dynamic range of a picture: SDR or HDR."""

    type: Annotated[Literal["SDR", "HDR", ""] | str | None, Field(alias="Type")] = None
    """Dynamic range: SDR or HDR."""
    hdr_type: Annotated[
        Literal["hdr10", "hlg", ""] | str | None, Field(alias="HDRType")
    ] = None
    """Kind of HDR, such as hdr10 or hlg; set where Type is HDR."""
