"""JSON Pointer (RFC 6901): places in a value, as text and as tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vodhooks.decoding import JsonValue

__all__ = ["ABSENT", "parse_pointer", "pointer_of", "resolve"]


class _Absent:
    """The type of ABSENT, which no JSON value is."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = _Absent()
_INDEX = re.compile("0|[1-9][0-9]{0,17}")


def pointer_of(tokens: Iterable[str | int]) -> str:
    """Write tokens as a JSON Pointer, such as `/outlineInfo/0/title`."""
    written = ["", *map(str, tokens)]
    joined = "/".join(written)
    if "~" in joined or joined.count("/") >= len(written):
        return "/".join([token.replace("~", "~0").replace("/", "~1") for token in written])
    return joined


def parse_pointer(pointer: str) -> tuple[str, ...]:
    """Split a JSON Pointer into its tokens.

    Raises:
        ValueError: the text is neither empty nor begins with a slash.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError("a JSON Pointer is empty or begins with a slash")
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def resolve(value: JsonValue, tokens: Iterable[str | int]) -> JsonValue | _Absent:
    """Return what stands at a place, or `ABSENT`."""
    for token in tokens:
        if isinstance(value, dict):
            if token not in value:
                return ABSENT
            value = value[str(token)]
        elif isinstance(value, list):
            index = _index(token)
            if not 0 <= index < len(value):
                return ABSENT
            value = value[index]
        else:
            return ABSENT
    return value


def _index(token: str | int) -> int:
    """Return the array index that a token is, or -1: RFC 6901 wants plain digits, and `int` takes more than that."""
    if isinstance(token, int):
        return token
    return int(token) if _INDEX.fullmatch(token) else -1
