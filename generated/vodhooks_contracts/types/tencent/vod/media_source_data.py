# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .live_record_info import TencentVodLiveRecordInfo
from .trtc_record_info import TencentVodTrtcRecordInfo
from .web_page_record_info import TencentVodWebPageRecordInfo


class TencentVodMediaSourceData(TypedDict):
    """Where a media file comes from."""

    SourceType: NotRequired[str | None]
    """How the file came to be, for example by upload, recording or processing."""
    SourceContext: NotRequired[str | None]
    """What the caller gave along when creating the file."""
    LiveRecordInfo: NotRequired[TencentVodLiveRecordInfo | None]
    """The live recording that made the file; set where SourceType is Record."""
    TrtcRecordInfo: NotRequired[TencentVodTrtcRecordInfo | None]
    """The TRTC recording that made the file; set where SourceType is TrtcRecord."""
    WebPageRecordInfo: NotRequired[TencentVodWebPageRecordInfo | None]
    """The web page recording that made the file; set where SourceType is WebPageRecord."""
