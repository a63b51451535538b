"""Lays text out for a terminal: rows of cells, and commands, that are no wider than its window."""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING

from vodhooks.reports.columns import pad, text_width, wrap
from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

__all__ = ["continue_command", "fold_row", "terminal_columns"]

_GAP = "  "
_INDENT = "  "


def terminal_columns(stream: TextIO | None) -> int | None:
    """Return how many columns the terminal has that a stream writes to; None where it is no terminal, or closed."""
    return shutil.get_terminal_size().columns if stream is not None and stream.isatty() else None


def fold_row(cells: Sequence[str], widths: Sequence[int], columns: int | None) -> Iterator[str]:
    """Yield the lines of a row of a table. Each row is broken at the same cells, for the columns stay aligned.

    Args:
        cells: what stands in the row; it may have fewer cells than the table has columns.
        widths: the width of each column of the table.
        columns: the width of the terminal; None: the row is one line, however long.
    """
    padded = [pad(printable(cell), width) for cell, width in zip(cells, widths, strict=False)]
    if columns is None:
        yield _GAP.join(padded).rstrip()
        return
    line = ""
    for cell in padded:
        if line and text_width(line) + len(_GAP) + text_width(cell) > columns:
            yield line.rstrip()
            line = _INDENT
        elif line:
            line += _GAP
        space = columns - text_width(line)
        *full, rest = wrap(cell.rstrip(), space, break_on_hyphens=False) or [""]
        for part in full:
            yield line + part
            line = _INDENT
        line += rest if full else cell
    yield line.rstrip()


def continue_command(command: str, columns: int) -> Iterator[str]:
    r"""Yield the lines of a shell command, broken between words with a backslash, so that it can be copied.

    A word that is longer than a line stays whole.
    """
    line = ""
    for word in map(shlex.quote, shlex.split(command)):
        if line and len(line) + len(word) + len(" \\ ") > columns:
            yield f"{line} \\"
            line = _INDENT + word
        else:
            line = f"{line} {word}" if line else word
    yield line
