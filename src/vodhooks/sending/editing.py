"""Changes a payload where a JSON Pointer from outside says; the payload that was given stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer, pointer_of, put, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.decoding import JsonValue

__all__ = ["assigned"]


def assigned(payload: Mapping[str, Any], pointer: str, value: JsonValue) -> dict[str, Any]:
    """Return a payload with a value at a JSON Pointer: a member, new or not, or an item of an array; `-` appends one.

    Raises:
        SendingError: the text is no JSON Pointer to a member, or what it leads through is not there.
    """
    try:
        tokens = parse_pointer(pointer)
    except ValueError as error:
        raise SendingError(f"{pointer}: {error}") from None
    if not tokens:
        raise SendingError("the whole payload cannot be set, only what is in it")
    place: list[str | int] = []
    holder: object = payload
    for token in tokens:
        if isinstance(holder, list):
            place.append(_index(token, len(holder), pointer))
        elif isinstance(holder, dict):
            place.append(token)
        else:
            raise SendingError(f"{pointer}: nothing at {pointer_of(place)} that could hold it")
        holder = resolve(holder, place[-1:])
    changed: dict[str, Any] = put(payload, tuple(place), value)
    return changed


def _index(token: str, length: int, pointer: str) -> int:
    if token == "-":  # noqa: S105 # RFC 6901's name for the place after the last item
        return length
    index = int(token) if token.isascii() and token.isdigit() and len(token) < 10 else -1
    if not 0 <= index <= length:
        raise SendingError(f"{pointer}: {token} is no place in an array of {length}")
    return index
