# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

PolyvVideoOutlineTaskId = TypeAliasType("PolyvVideoOutlineTaskId", int)
"""Number of the outline task, as the call that created it returned it (a Java long)."""
