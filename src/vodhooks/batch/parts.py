"""Cuts inputs into parts small enough to hold: a document is one part, a stream is cut at line ends.

Memory stays bounded whatever the input: no payload longer than `MAX_BODY` is read to its end. A part of a regular file is
its offsets, not its bytes: the process that checks the part reads it.
"""

from __future__ import annotations

import math
import os
from glob import glob
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

__all__ = [
    "MAX_BODY",
    "Part",
    "Source",
    "Span",
    "Unreadable",
    "expand",
    "load",
    "most_parts",
    "parts_of",
]

MAX_BODY = 16 << 20
"""How long a payload may be, in bytes: four times the largest outline that is known of."""

PART = 1 << 19
"""How many bytes of a stream make a part; the line that they end in is added to them."""

_SUFFIXES = (".ndjson", ".jsonl")


class Source(NamedTuple):
    """Where payloads are: a path, or `-` for standard input; a stream (NDJSON) has one on each line."""

    name: str
    streams: bool

    @classmethod
    def of(cls, name: str, *, ndjson: bool = False) -> Source:
        """Return a source that is a stream if its suffix, or the caller, says so."""
        return cls(name, ndjson or name.lower().endswith(_SUFFIXES))


class Span(NamedTuple):
    """The bytes of a regular file from `start` up to `stop`."""

    path: str
    start: int
    stop: int


class Unreadable(NamedTuple):
    """Why the bytes of a source could not be read."""

    reason: str


class Part(NamedTuple):
    """A document, some lines of a stream, or, where `ends`, the end of a stream."""

    source: Source
    body: bytes | Span | Unreadable
    ends: bool = False


def expand(pattern: str) -> list[str]:
    """Return the files that a shell pattern matches, sorted; a name that matches nothing is returned as it is."""
    if os.path.lexists(pattern):
        return [pattern]
    found = glob(pattern, recursive=True)  # noqa: PTH207 # Path.glob takes no absolute pattern
    return sorted(path for path in found if not os.path.isdir(path)) or [pattern]  # noqa: PTH112 # Path raises where it may not look


def parts_of(source: Source) -> Iterator[Part]:
    """Yield the parts of a source; an error of the environment is a part too."""
    try:
        # Standard input is opened by its number: it may be closed, and then that is an error like any other.
        with open(
            0 if source.name == "-" else source.name, "rb", closefd=source.name != "-"
        ) as file:
            for body in _bodies(source, file):
                yield Part(source, body)
    except OSError as error:
        yield Part(source, Unreadable(_reason(error)))
    if source.streams:
        yield Part(source, b"", ends=True)


def most_parts(source: Source) -> float:
    """Return how many parts a source has at most; a stream that is no regular file may have any number."""
    if not source.streams:
        return 1
    if source.name == "-":
        return math.inf
    try:
        status = os.stat(source.name)  # noqa: PTH116 # Path raises where it may not look
    except OSError:
        return 1
    return status.st_size // PART + 1 if S_ISREG(status.st_mode) and status.st_size else math.inf


def load(body: bytes | Span | Unreadable) -> bytes | Unreadable:
    """Return the bytes of a part. A line that is longer than a payload may be is cut off beyond that length."""
    if not isinstance(body, Span):
        return body
    try:
        with open(body.path, "rb") as file:
            file.seek(body.start)
            return file.read(min(body.stop - body.start, PART + MAX_BODY + 1))
    except OSError as error:
        return Unreadable(_reason(error))


def _bodies(source: Source, file: BufferedReader) -> Iterator[bytes | Span]:
    status = os.fstat(file.fileno())
    # A file without a size may hold something all the same: the kernel's own files are like that.
    if S_ISREG(status.st_mode) and status.st_size and source.name != "-":
        return (
            _spans(source.name, file, status.st_size)
            if source.streams
            else iter([Span(source.name, 0, MAX_BODY + 1)])
        )
    return _blocks(file) if source.streams else iter([file.read(MAX_BODY + 1)])


def _spans(path: str, file: BinaryIO, size: int) -> Iterator[Span]:
    start = 0
    while start < size:
        file.seek(start + PART)
        _skip_line(file)
        stop = min(file.tell(), size)
        yield Span(path, start, stop)
        start = stop


def _blocks(file: BufferedReader) -> Iterator[bytes]:
    """Read what is available and complete its last line, so that lines of a slow writer are checked at once."""
    while block := file.read1(PART):
        if not block.endswith(b"\n"):
            block += file.readline(MAX_BODY + 1)
            if len(block) > MAX_BODY and not block.endswith(b"\n"):
                _skip_line(file)
        yield block


def _skip_line(file: BinaryIO) -> None:
    while (piece := file.readline(PART)) and not piece.endswith(b"\n"):
        pass


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
