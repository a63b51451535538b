# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

TencentVodReviewLabel = TypeAliasType("TencentVodReviewLabel", Literal["Porn", "Terror", "Polity", "Ad", "Illegal", "Abuse", "Moan", ""] | str | None)
"""The kind of offence found. Means something only where the suggestion is review or block. Compare it without case: the vendor's own sample writes porn where the list says Porn."""
