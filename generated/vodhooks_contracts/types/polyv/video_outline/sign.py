# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType

PolyvVideoOutlineSign = TypeAliasType("PolyvVideoOutlineSign", str)
"""Upper-case hexadecimal SHA-1 over secretKey, timestamp, timestamp and secretKey. It covers nothing else of the body."""
