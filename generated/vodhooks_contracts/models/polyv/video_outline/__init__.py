# Made by `make generate` from schemas/. Do not edit.

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chapter import PolyvVideoOutlineChapter
    from .generate_fail import PolyvVideoOutlineGenerateFail
    from .generate_success import PolyvVideoOutlineGenerateSuccess
    from .sign import PolyvVideoOutlineSign
    from .task_id import PolyvVideoOutlineTaskId
    from .time_offset import PolyvVideoOutlineTimeOffset
    from .timestamp import PolyvVideoOutlineTimestamp
else:
    _MODULES = {
        "PolyvVideoOutlineChapter": "chapter",
        "PolyvVideoOutlineGenerateFail": "generate_fail",
        "PolyvVideoOutlineGenerateSuccess": "generate_success",
        "PolyvVideoOutlineSign": "sign",
        "PolyvVideoOutlineTaskId": "task_id",
        "PolyvVideoOutlineTimeOffset": "time_offset",
        "PolyvVideoOutlineTimestamp": "timestamp",
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
    "PolyvVideoOutlineChapter",
    "PolyvVideoOutlineGenerateFail",
    "PolyvVideoOutlineGenerateSuccess",
    "PolyvVideoOutlineSign",
    "PolyvVideoOutlineTaskId",
    "PolyvVideoOutlineTimeOffset",
    "PolyvVideoOutlineTimestamp",
]
