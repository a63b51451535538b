"""Bytes to a JSON value, strictly: RFC 8259 in UTF-8, no duplicate keys, bounded numbers, depth and containers.

orjson parses. What it lets pass, duplicate keys and integers that it rounds to floats, is found by writing the value
back: text that comes out as it went in hides neither. Other text is compared by its strings and its long numbers, in a
few passes over its bytes, so that no text costs much more than parsing it. How large it may be is for the caller to say.

A text of a few bytes per array or object takes up to fifty times its size once it is parsed: their number has a bound.
"""

from __future__ import annotations

import codecs
import gc
import json
import re
from typing import TYPE_CHECKING, NoReturn

import orjson

from vodhooks.errors import (
    DuplicateKey,
    NotJson,
    NumberOutOfRange,
    TooDeep,
    TooManyContainers,
    WrongEncoding,
)

if TYPE_CHECKING:
    from vodhooks.pointers import JsonValue

__all__ = ["MAX_CONTAINERS", "MAX_DEPTH", "decode"]

MAX_DEPTH = 254
"""How many arrays and objects may be nested in one another: what orjson writes, and no payload comes near it."""

MAX_CONTAINERS = 120_000
"""How many arrays and objects one text may hold: far more than any payload does."""

SEARCHED = 2**16
"""How long a text may be, in bytes, for a duplicate key and for the place of a fault to be looked for."""

_LARGE = 2**16
"""How long a text is, in bytes, from which on garbage collection waits until it is parsed; shorter ones cannot hold too many containers."""

_loads = orjson.loads
_dumps = orjson.dumps
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_TOO_MANY = f"more than {MAX_CONTAINERS:,} arrays and objects"
_TOO_LONG = "an integer beyond 64 bits"
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity", "-NaN")
_KEYS_AND_BRACKETS = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}\[\]]')
_STRINGS_AND_INTEGERS = re.compile(
    r'"[^"\\]*(?:\\.[^"\\]*)*"|(-?[0-9]++)(?![.eE])|-?[0-9][-+.0-9eE]*'
)
_EXPONENT = b"e+" if b"e+" in _dumps(2.0**64) else b"e"
"""How orjson writes the exponent of a large float. In any version every such float has an e."""
_OF_FLOATS = frozenset((b".", b"e", b"E", b"+", b"-"))
"""What stands next to digits that are part of a float."""
_NOT_COUNTED = bytes(set(range(256)) - set(b'"[{'))
_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_BOUNDS = tuple(
    (re.compile(rb"%b0*+" % zeros), bound)
    for zeros, bound in ((b"0" * 20, b"%d" % (2**64 - 1)), (b"-" + b"0" * 19, b"%d" % -(2**63)))
)
"""What finds integers that may be too large or too small once all their digits are zeros, fast since it begins with as many as
those have at least, and the last integer that is not."""


def decode(body: bytes | bytearray | memoryview) -> JsonValue:
    """Return the value that a JSON text stands for.

    Raises:
        NotJson: the bytes are not JSON, or break one of the bounds; its subclasses say which.
        TypeError: `body` is not bytes.
    """
    try:
        value: JsonValue = _loads(body) if len(body) < _LARGE else _load_large(body)
    except orjson.JSONDecodeError as error:
        _refuse(_bytes(body), error)
    except TypeError:
        raise _not_bytes(body) from None
    try:
        text = _dumps(value)
    except orjson.JSONEncodeError:
        raise TooDeep(_TOO_DEEP) from None
    if text != body:
        raw = body if type(body) is bytes else _bytes(body)
        if not _is_faithful(raw, text):
            _compare(raw, text)
    return value


def _load_large(body: bytes | bytearray | memoryview) -> JsonValue:
    """Parse a large text, of a bounded number of containers, while garbage collection is off: it would scan the new objects repeatedly.

    Freezing and unfreezing moves all objects to the oldest generation, which is scanned least often. Objects that the
    application has frozen stay so.
    """
    _check_containers(_bytes(body))
    value: JsonValue
    if not gc.isenabled():
        value = _loads(body)
        return value
    gc.disable()
    try:
        value = _loads(body)
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
    finally:
        gc.enable()
    return value


def _check_containers(body: bytes) -> None:
    """Raise TooManyContainers if a text opens more arrays and objects than the bound, without parsing it."""
    if body.count(b"[") + body.count(b"{") <= MAX_CONTAINERS:
        return
    # Strings that hold no bracket go first: that leaves at most one string for each bracket.
    marks = _remove_escapes(body).translate(None, _NOT_COUNTED).replace(b'""', b"")
    if sum(map(len, marks.split(b'"')[::2])) > MAX_CONTAINERS:
        raise TooManyContainers(_TOO_MANY)


def _bytes(body: bytes | bytearray | memoryview) -> bytes:
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    raise _not_bytes(body)


def _not_bytes(body: object) -> TypeError:
    return TypeError(f"a body is bytes, not {type(body).__name__}")


def _is_faithful(body: bytes, text: bytes) -> bool:
    """Whether parsing has provably lost nothing but white space and spelling, checked without parsing again.

    A dropped duplicate takes the quotes of its key along, and nothing but an escaped quote, which is looked for, can
    make up for them. An integer that became a float is written back with an exponent.
    """
    return (
        not (
            b"\\" in body and rb"\u0022" in body
        )  # one byte is looked for many times faster than six
        and not (_EXPONENT[-1] in text and _EXPONENT in text)
        and body.count(b'"') == text.count(b'"')
    )


def _compare(body: bytes, text: bytes) -> None:
    """Return if parsing has lost nothing."""
    plain = _remove_escapes(body)
    if plain.count(b'"') != _remove_escapes(text).count(b'"'):
        raise _duplicate_key(body.decode() if len(body) <= SEARCHED else "")
    if _EXPONENT in text and _has_long_integer(plain):
        raise _long_integer(body.decode() if len(body) <= SEARCHED else "")


def _remove_escapes(text: bytes) -> bytes:
    """Return a JSON text without escaped quotes: those that remain begin and end strings."""
    return text.replace(rb"\\", b"").replace(rb"\"", b"") if b"\\" in text else text


def _has_long_integer(plain: bytes) -> bool:
    """Whether there is an integer beyond 64 bits outside the strings of a text without escaped quotes."""
    digits = plain.translate(_DIGITS)
    for pattern, bound in _BOUNDS:
        quotes = counted = 0
        for found in pattern.finditer(digits):
            start, end = found.span()
            if end - start == len(bound) and plain[start:end] <= bound:
                continue
            quotes += plain.count(b'"', counted, start)
            counted = start
            sign = start - (digits[start - 1 : start] == b"-")
            around = digits[sign - 1 : sign], digits[end : end + 1]
            if quotes % 2 == 0 and _OF_FLOATS.isdisjoint(around):
                return True
    return False


def _duplicate_key(text: str) -> DuplicateKey:
    """Find where an object first names a member again."""
    named: list[set[str]] = []  # what each array and object that is open has named
    for token in _KEYS_AND_BRACKETS.finditer(text):
        if token[0] in "{[":
            named.append(set())
        elif token[0] in "}]":
            named.pop()
        elif token[2]:
            key = json.loads(token[1])
            if key in named[-1]:
                return DuplicateKey(key, *_place(text, token.start()))
            named[-1].add(key)
    return DuplicateKey(None)


def _long_integer(text: str) -> NumberOutOfRange:
    """Find the first integer that 64 bits do not hold."""
    for token in _STRINGS_AND_INTEGERS.finditer(text):
        digits = token[1]
        if digits and (len(digits) > 20 or not -(2**63) <= int(digits) < 2**64):
            return NumberOutOfRange(_TOO_LONG, *_place(text, token.start()))
    return NumberOutOfRange(_TOO_LONG)


def _place(text: str, position: int) -> tuple[int, int, int]:
    """Return line, column and byte of a position."""
    place = json.JSONDecodeError("", text, position)
    return place.lineno, place.colno, _byte(text, position)


def _refuse(body: bytes, error: orjson.JSONDecodeError) -> NoReturn:
    """Say what orjson's complaint means; its own words change between releases."""
    if not body:
        raise NotJson("empty") from None
    if body.startswith(codecs.BOM_UTF8):
        raise WrongEncoding("begins with a byte order mark") from None
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or body[:4].count(0) > 1:
        raise WrongEncoding("UTF-16 or UTF-32 where UTF-8 is expected") from None
    try:
        text = body.decode()
    except UnicodeDecodeError as fault:
        raise WrongEncoding(f"not UTF-8 at byte {fault.start}", offset=fault.start) from None
    if not text.strip(" \t\r\n"):
        raise NotJson("blank") from None
    place = error.lineno, error.colno, _byte(text, error.pos)
    if "infinity" in error.msg or text.startswith(_NOT_NUMBERS, error.pos):
        raise NumberOutOfRange(
            "a number that 64 bits do not hold, or that JSON does not have", *place
        ) from None
    if "depth" in error.msg:
        raise TooDeep(_TOO_DEEP) from None
    if (
        "memory" in error.msg
    ):  # orjson reserves room for as many values as JSON of this length can hold
        raise NotJson("opens more arrays than it closes") from None
    raise NotJson("ends too early" if error.pos >= len(text) else "not JSON", *place) from None


def _byte(text: str, position: int) -> int:
    """Return which byte of a text in UTF-8 a character begins at."""
    return len(text[:position].encode())
