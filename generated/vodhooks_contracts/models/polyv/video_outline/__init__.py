# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from .chapter import PolyvVideoOutlineChapter
from .generate_fail import PolyvVideoOutlineGenerateFail
from .generate_success import PolyvVideoOutlineGenerateSuccess
from .sign import PolyvVideoOutlineSign
from .task_id import PolyvVideoOutlineTaskId
from .time_offset import PolyvVideoOutlineTimeOffset
from .timestamp import PolyvVideoOutlineTimestamp

__all__ = [
    "PolyvVideoOutlineChapter",
    "PolyvVideoOutlineGenerateFail",
    "PolyvVideoOutlineGenerateSuccess",
    "PolyvVideoOutlineSign",
    "PolyvVideoOutlineTaskId",
    "PolyvVideoOutlineTimeOffset",
    "PolyvVideoOutlineTimestamp",
]
