"""Ways to rewrite a delivery without blanks: as something else, or with more in it. Bytes to bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.payloads.generator import UNKNOWN_PROPERTY

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "around",
    "cut",
    "escaped",
    "first_member_again",
    "instead",
    "recoded",
    "reordered",
    "spaced",
    "with_member",
    "with_value",
]


def around(before: bytes = b"", after: bytes = b"") -> Callable[[bytes], bytes]:
    """Write bytes before and behind."""
    return lambda body: before + body + after


def instead(text: bytes) -> Callable[[bytes], bytes]:
    """Write something else."""
    return lambda _: text


def with_member(member: bytes) -> Callable[[bytes], bytes]:
    """Write one more member at the end, its key included."""
    return lambda body: body[:-1] + b"," + member + b"}"


def with_value(value: bytes) -> Callable[[bytes], bytes]:
    """Write one more member of this value."""
    return with_member(b'"%b":%b' % (UNKNOWN_PROPERTY.encode(), value))


def cut(part: float) -> Callable[[bytes], bytes]:
    """Write the beginning only, of this part of the length."""
    return lambda body: body[: int(len(body) * part)]


def recoded(encoding: str, mark: bytes = b"") -> Callable[[bytes], bytes]:
    """Write in another encoding, behind a mark."""
    return lambda body: mark + body.decode().encode(encoding)


def reordered(body: bytes) -> bytes:
    """Write the members in the opposite order."""
    value = orjson.loads(body)
    return orjson.dumps({name: value[name] for name in reversed(value)})


def spaced(body: bytes) -> bytes:
    """Write white space of every kind wherever it may be."""
    return (
        b"\t\r\n "
        + json.dumps(orjson.loads(body), indent="\t", separators=(" ,\r", "\n: ")).encode()
        + b" \n"
    )


def escaped(value: Any) -> str:
    """Write a value with every character of its strings, the keys' too, as an escape."""
    if isinstance(value, str):
        units = value.encode("utf-16-be")
        return f'"{"".join(f"{chr(92)}u{high:02x}{low:02X}" for high, low in zip(units[::2], units[1::2], strict=True))}"'
    if isinstance(value, dict):
        return (
            "{" + ",".join(f"{escaped(name)}:{escaped(item)}" for name, item in value.items()) + "}"
        )
    return (
        "[" + ",".join(map(escaped, value)) + "]" if isinstance(value, list) else json.dumps(value)
    )


def first_member_again(value: bytes, *, first: bool) -> Callable[[bytes], bytes]:
    """Write the key of the first member once more, with this value, before or behind what is there."""

    def change(body: bytes) -> bytes:
        key = orjson.dumps(next(iter(orjson.loads(body))))
        return (
            b"{%b:%b,%b" % (key, value, body[1:])
            if first
            else b"%b,%b:%b}" % (body[:-1], key, value)
        )

    return change
