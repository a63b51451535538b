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
    """Show a progress bar until the stack closes, and return what moves it by a number of bytes.

    Args:
        names: the files; where one of them has no size, the bar has no end.
        stack: what the bar is closed with.
    """
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    # Drawn from here, not from a thread of its own, because processes may be forked while it is shown.
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
    """Return how many bytes the files hold, or None where that is not known beforehand."""
    try:
        stats = [Path(name).stat() for name in names]
    except OSError:
        return None
    return (
        sum(status.st_size for status in stats)
        if all(S_ISREG(status.st_mode) for status in stats)
        else None
    )
