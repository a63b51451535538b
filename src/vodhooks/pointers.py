"""JSON values, and places in them as tokens and as JSON Pointers (RFC 6901)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "ABSENT",
    "JsonValue",
    "Path",
    "parse_pointer",
    "places",
    "pointer_of",
    "put",
    "resolve",
    "type_of",
]

JsonValue: TypeAlias = "dict[str, Any] | list[Any] | str | int | float | bool | None"
"""What a JSON text stands for. Members are Any: the schemas say more, these functions do not."""

Path: TypeAlias = tuple[str | int, ...]
"""A place in a value: the names of members and the indexes of items that lead there."""


class _Absent:
    """The type of ABSENT, which no JSON value is."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = _Absent()
_INDEX = re.compile("0|[1-9][0-9]{0,17}")
_TYPES = {
    bool: "boolean",
    dict: "object",
    float: "number",
    int: "integer",
    list: "array",
    str: "string",
    type(None): "null",
}


def type_of(value: JsonValue) -> str:
    """Return the JSON type of a value; an integer is what is written without fraction and exponent."""
    return _TYPES[type(value)]


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


def put(value: Any, place: Path, new: object) -> Any:
    """Return a value with something else at a place, or with nothing there where that is `ABSENT`; the rest is shared."""
    if not place:
        return new
    first, *rest = place
    copied: Any = value.copy()
    if rest:
        copied[first] = put(value[first], tuple(rest), new)
    elif new is ABSENT:
        del copied[first]
    elif isinstance(value, list) and first == len(value):
        copied.append(new)
    else:
        copied[first] = new
    return copied


def places(value: JsonValue, place: Path = ()) -> Iterator[tuple[Path, JsonValue]]:
    """Yield every place below a value with what stands there, outer places before inner ones."""
    inner: list[tuple[Path, JsonValue]] = [(place, value)]
    for where, holder in inner:
        pairs = (
            holder.items()
            if isinstance(holder, dict)
            else enumerate(holder)
            if isinstance(holder, list)
            else ()
        )
        found: list[tuple[Path, JsonValue]] = [((*where, token), item) for token, item in pairs]
        yield from found
        inner += found


def _index(token: str | int) -> int:
    """Return the array index that a token is, or -1: RFC 6901 wants plain digits, and `int` takes more than that."""
    if isinstance(token, int):
        return token
    return int(token) if _INDEX.fullmatch(token) else -1
