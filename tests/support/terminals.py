"""Runs `vodhooks` on a pseudo-terminal of a given width, and returns what it has written there."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from fcntl import ioctl
from struct import pack
from termios import TIOCSWINSZ
from typing import TYPE_CHECKING

from tests.support.commands import start

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["on_terminal"]


def on_terminal(
    arguments: list[str], columns: int, folder: Path, settings: Mapping[str, str] | None = None
) -> tuple[int, list[str]]:
    """Run a command whose output goes to a terminal, and return its exit code and the lines that it wrote."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("VODHOOKS_") and name not in {"COLUMNS", "LINES"}
    }
    reading, writing = os.openpty()
    try:
        ioctl(writing, TIOCSWINSZ, pack("HHHH", 24, columns, 0, 0))
        process = start(
            arguments,
            {**inherited, **(settings or {})},
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
        )
    finally:
        os.close(writing)
    with process, os.fdopen(reading, "rb", buffering=0) as terminal:
        written = b""
        with suppress(OSError):  # how a terminal says that nothing writes to it any more
            while piece := terminal.read(1 << 16):
                written += piece
        process.wait(60)
    return process.returncode, written.decode().replace("\r\n", "\n").split("\n")[:-1]
