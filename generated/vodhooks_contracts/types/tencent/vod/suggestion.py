# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

TencentVodSuggestion = TypeAliasType("TencentVodSuggestion", Literal["pass", "review", "block"] | str | None)
"""What the vendor advises to do with the media."""
