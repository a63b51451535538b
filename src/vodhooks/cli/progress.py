"""A progress bar over the bytes that files hold, for commands that read much."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import ExitStack

__all__ = ["progress"]

_REFRESH = 0.1
"""How often the bar is drawn, in seconds."""


def progress(names: Iterable[str], stack: ExitStack) -> Callable[[int], None]:
    """Show a progress bar until the stack closes, and return a function that advances it by a number of bytes.

    Args:
        names: the files; if one of them has no size, the bar shows no total.
        stack: closes the bar.
    """
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    # Drawn by this thread, not by another one, because processes may be forked while it is shown.
    bar = Progress(
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    stack.enter_context(bar)
    task = bar.add_task("", total=_size(names))
    drawn = 0.0

    def advance(size: int) -> None:
        nonlocal drawn
        bar.advance(task, size)
        if monotonic() - drawn > _REFRESH:
            bar.refresh()
            drawn = monotonic()

    return advance


def _size(names: Iterable[str]) -> int | None:
    """Return the total size of the files in bytes, or None if it is not known."""
    try:
        stats = [Path(name).stat() for name in names]
    except OSError:
        return None
    return (
        sum(status.st_size for status in stats)
        if all(S_ISREG(status.st_mode) for status in stats)
        else None
    )
