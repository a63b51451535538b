# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from vodhooks.model import ContractModel

from .live_record_info import TencentVodLiveRecordInfo
from .trtc_record_info import TencentVodTrtcRecordInfo
from .web_page_record_info import TencentVodWebPageRecordInfo


class TencentVodMediaSourceData(ContractModel):
    """Where a media file comes from."""

    source_type: Annotated[str | None, Field(alias="SourceType")] = None
    """How the file came to be, for example by upload, recording or processing."""
    source_context: Annotated[str | None, Field(alias="SourceContext")] = None
    """What the caller gave along when creating the file."""
    live_record_info: Annotated[
        TencentVodLiveRecordInfo | None, Field(alias="LiveRecordInfo")
    ] = None
    """The live recording that made the file; set where SourceType is Record."""
    trtc_record_info: Annotated[
        TencentVodTrtcRecordInfo | None, Field(alias="TrtcRecordInfo")
    ] = None
    """The TRTC recording that made the file; set where SourceType is TrtcRecord."""
    web_page_record_info: Annotated[
        TencentVodWebPageRecordInfo | None, Field(alias="WebPageRecordInfo")
    ] = None
    """The web page recording that made the file; set where SourceType is WebPageRecord."""
