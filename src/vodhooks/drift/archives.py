"""Reads HTTP archives (HAR 1.2), as proxies and browsers record them: the posted bodies, their paths and times.

An archive is one JSON document and is held as a whole, up to `MAX_ARCHIVE`. Its structure is not trusted.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import orjson

from vodhooks.errors import NotJson
from vodhooks.pointers import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.pointers import JsonValue

__all__ = ["MAX_ARCHIVE", "Archive", "Posted", "is_archive", "read_archive", "requests_of"]

MAX_ARCHIVE = 128 << 20
"""How long an archive may be, in bytes."""


class Archive(NamedTuple):
    """An archive and its size in bytes."""

    value: JsonValue
    size: int


class Posted(NamedTuple):
    """A request: the path of its URL, when it began, in ISO 8601, and its body, or None where that cannot be decoded."""

    path: str
    started: JsonValue
    body: bytes | None


def is_archive(value: JsonValue) -> bool:
    """Whether a document is an archive."""
    return isinstance(resolve(value, ("log", "entries")), list)


def read_archive(name: str) -> Archive | None:
    """Read an archive, or return None where it is too large.

    Raises:
        NotJson: it is not JSON.
        OSError: it cannot be read.
    """
    with open(name, "rb") as file:
        data = file.read(MAX_ARCHIVE + 1)
    if len(data) > MAX_ARCHIVE:
        return None
    try:
        return Archive(orjson.loads(data.removeprefix(BOM_UTF8)), len(data))
    except orjson.JSONDecodeError:
        raise NotJson("not JSON, and so no archive") from None


def requests_of(document: JsonValue) -> Iterator[tuple[int, Posted]]:
    """Yield the requests of an archive that post something, with the numbers of their entries, from 1."""
    entries = resolve(document, ("log", "entries"))
    for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
        text = resolve(entry, ("request", "postData", "text"))
        if resolve(entry, ("request", "method")) == "POST" and isinstance(text, str):
            encoded = resolve(entry, ("request", "postData", "encoding")) == "base64"
            started = entry.get("startedDateTime")
            yield (
                number,
                Posted(
                    _path(resolve(entry, ("request", "url"))),
                    started,
                    _decode_body(text) if encoded else text.encode(),
                ),
            )


def _decode_body(text: str) -> bytes | None:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def _path(url: object) -> str:
    try:
        return urlsplit(url).path if isinstance(url, str) else ""
    except ValueError:
        return ""
