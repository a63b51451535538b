# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

PolyvVideoOutlineTimestamp = TypeAliasType("PolyvVideoOutlineTimestamp", int)
"""Milliseconds since the Unix epoch, always 13 digits."""
