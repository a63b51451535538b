# Made by `make generate` from schemas/. Do not edit.

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checked_image import UcloudUmediaCheckedImage
    from .image import UcloudUmediaImage
    from .porn import UcloudUmediaPorn, UcloudUmediaPornFailure, UcloudUmediaPornSuccess
    from .screenshot import UcloudUmediaScreenshot, UcloudUmediaScreenshotFailure, UcloudUmediaScreenshotSuccess
    from .slice import UcloudUmediaSlice, UcloudUmediaSliceFailure, UcloudUmediaSliceSuccess
    from .transcode import UcloudUmediaTranscode, UcloudUmediaTranscodeFailure, UcloudUmediaTranscodeSuccess
else:
    _MODULES = {
        "UcloudUmediaCheckedImage": "checked_image",
        "UcloudUmediaImage": "image",
        "UcloudUmediaPorn": "porn",
        "UcloudUmediaPornFailure": "porn",
        "UcloudUmediaPornSuccess": "porn",
        "UcloudUmediaScreenshot": "screenshot",
        "UcloudUmediaScreenshotFailure": "screenshot",
        "UcloudUmediaScreenshotSuccess": "screenshot",
        "UcloudUmediaSlice": "slice",
        "UcloudUmediaSliceFailure": "slice",
        "UcloudUmediaSliceSuccess": "slice",
        "UcloudUmediaTranscode": "transcode",
        "UcloudUmediaTranscodeFailure": "transcode",
        "UcloudUmediaTranscodeSuccess": "transcode",
    }

    def __getattr__(name):
        from importlib import import_module

        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return found

    def __dir__():
        return __all__

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
