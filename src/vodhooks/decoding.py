"""Bytes to a JSON value, strictly: RFC 8259 in UTF-8, no duplicate keys, bounded numbers and depth.

orjson parses. What it lets pass, duplicate keys and integers that it rounds to floats, is found by writing the value
back: text that comes out as it went in hides neither. How large a body may be is for the caller to say.
"""

from __future__ import annotations

import codecs
import json
import re
from functools import partial
from typing import Any, NoReturn, TypeAlias

import orjson

from vodhooks.errors import DuplicateKey, NotJson, NumberOutOfRange, TooDeep, WrongEncoding

__all__ = ["MAX_DEPTH", "JsonValue", "decode"]

JsonValue: TypeAlias = "dict[str, Any] | list[Any] | str | int | float | bool | None"
"""What a JSON text stands for. Members are Any: the schemas say more, this module does not."""

MAX_DEPTH = 254
"""How many arrays and objects may be nested in one another: what orjson writes, and no payload comes near it."""

SEARCHED = 2**16
"""How long a text may be, in characters, for the place of a duplicate key to be looked for."""

_loads = orjson.loads
_dumps = orjson.dumps
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity", "-NaN")
_STRINGS_AND_NUMBERS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][-+.0-9eE]*')
_KEYS_AND_BRACKETS = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}\[\]]')
_EXPONENT = b"e+" if b"e+" in _dumps(2.0**64) else b"e"
"""How orjson writes the exponent of a large float; whatever it comes to write, every such float has an e."""


def decode(body: bytes | bytearray | memoryview) -> JsonValue:
    """Return the value that a JSON text stands for.

    Raises:
        NotJson: the bytes are not JSON, or break one of the bounds; its subclasses say which.
        TypeError: `body` is not bytes.
    """
    try:
        value: JsonValue = _loads(body)
        text = _dumps(value)
    except orjson.JSONDecodeError as error:
        _refuse(_bytes(body), error)
    except orjson.JSONEncodeError:
        raise TooDeep(_TOO_DEEP) from None
    if text != body:
        raw = body if type(body) is bytes else _bytes(body)
        if not _is_faithful(raw, text):
            json.loads(raw, object_pairs_hook=partial(_refuse_duplicates, raw), parse_int=partial(_refuse_long_integer, raw))
    return value


def _bytes(body: bytes | bytearray | memoryview) -> bytes:
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    raise TypeError(f"a body is bytes, not {type(body).__name__}")


def _is_faithful(body: bytes, text: bytes) -> bool:
    """Whether parsing has provably lost nothing but white space and spelling, judged without parsing again.

    A dropped duplicate takes the quotes of its key along, and nothing but an escaped quote, which is looked for, can
    make up for them. An integer that became a float is written back with an exponent.
    """
    return (
        not (b"\\" in body and rb"\u0022" in body)  # one byte is looked for many times faster than six
        and not (_EXPONENT[-1] in text and _EXPONENT in text)
        and body.count(b'"') == text.count(b'"')
    )


def _refuse_duplicates(body: bytes, pairs: list[tuple[str, object]]) -> None:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise DuplicateKey(key, *_place_of_duplicate(body.decode(), key))
        seen.add(key)


def _place_of_duplicate(text: str, key: str) -> tuple[int, int, int] | tuple[()]:
    """Return line, column and byte of where an object first names a member again.

    Returns nothing for a text that takes long to search.
    """
    named: list[bool] = []  # for each array and object that is open, whether it has named the member
    for token in _KEYS_AND_BRACKETS.finditer(text if len(text) <= SEARCHED else ""):
        if token[0] in "{[":
            named.append(False)
        elif token[0] in "}]":
            named.pop()
        elif token[2] and json.loads(token[1]) == key:
            if named[-1]:
                place = json.JSONDecodeError("", text, token.start())
                return place.lineno, place.colno, _byte(text, token.start())
            named[-1] = True
    return ()


def _refuse_long_integer(body: bytes, digits: str) -> None:
    if len(digits) > 20 or not -(2**63) <= int(digits) < 2**64:
        text = body.decode()
        start = next(token.start() for token in _STRINGS_AND_NUMBERS.finditer(text) if token[0] == digits)
        place = json.JSONDecodeError("", text, start)
        raise NumberOutOfRange("an integer beyond 64 bits", place.lineno, place.colno, _byte(text, start))


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
        raise NumberOutOfRange("a number that 64 bits do not hold, or that JSON does not have", *place) from None
    if "depth" in error.msg:
        raise TooDeep(_TOO_DEEP) from None
    if "memory" in error.msg:  # orjson reserves room for as many values as JSON of this length can hold
        raise NotJson("opens more arrays than it closes") from None
    raise NotJson("ends too early" if error.pos >= len(text) else "not JSON", *place) from None


def _byte(text: str, position: int) -> int:
    """Return which byte of a text in UTF-8 a character begins at."""
    return len(text[:position].encode())
