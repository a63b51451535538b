# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

PolyvVideoOutlineTimeOffset = TypeAliasType("PolyvVideoOutlineTimeOffset", str | None)
"""Position in the video as HH:MM:SS,mmm, in the manner of SRT subtitles."""
