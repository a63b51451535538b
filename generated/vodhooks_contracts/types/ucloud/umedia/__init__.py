# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from .checked_image import UcloudUmediaCheckedImage
from .image import UcloudUmediaImage
from .porn import UcloudUmediaPorn, UcloudUmediaPornFailure, UcloudUmediaPornSuccess
from .screenshot import (
    UcloudUmediaScreenshot,
    UcloudUmediaScreenshotFailure,
    UcloudUmediaScreenshotSuccess,
)
from .slice import UcloudUmediaSlice, UcloudUmediaSliceFailure, UcloudUmediaSliceSuccess
from .transcode import (
    UcloudUmediaTranscode,
    UcloudUmediaTranscodeFailure,
    UcloudUmediaTranscodeSuccess,
)

__all__ = [
    "UcloudUmediaCheckedImage",
    "UcloudUmediaImage",
    "UcloudUmediaPorn",
    "UcloudUmediaPornFailure",
    "UcloudUmediaPornSuccess",
    "UcloudUmediaScreenshot",
    "UcloudUmediaScreenshotFailure",
    "UcloudUmediaScreenshotSuccess",
    "UcloudUmediaSlice",
    "UcloudUmediaSliceFailure",
    "UcloudUmediaSliceSuccess",
    "UcloudUmediaTranscode",
    "UcloudUmediaTranscodeFailure",
    "UcloudUmediaTranscodeSuccess",
]
