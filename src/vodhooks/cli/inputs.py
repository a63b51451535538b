"""Reads JSON from a file or standard input; what is wrong with it is reported with the file's name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vodhooks.pointers import JsonValue

__all__ = ["check_writable", "read_bytes", "read_json", "shown_name"]


def read_bytes(file: str | Path) -> bytes:
    """Return what a file holds; - is standard input.

    Raises:
        OSError: it cannot be read.
    """
    return sys.stdin.buffer.read() if str(file) == "-" else Path(file).read_bytes()


def read_json(file: str | Path) -> JsonValue:
    """Return the JSON value in a file; - is standard input.

    Raises:
        NotJson: it holds none; names the file.
        OSError: it cannot be read.
    """
    from vodhooks.decoding import decode
    from vodhooks.errors import NotJson

    try:
        return decode(read_bytes(file))
    except NotJson as error:
        raise NotJson(f"{shown_name(file)}: {error}") from None


def shown_name(file: str | Path) -> str:
    """Return what a file is called in messages."""
    return "standard input" if str(file) == "-" else str(file)


def check_writable(file: Path) -> None:
    """Find out whether a file can be written, before the work whose result it will hold. It stays as it is.

    Raises:
        OSError: it cannot be.
    """
    existed = file.exists()
    file.open("ab").close()
    if not existed:
        file.unlink()
