"""Checks parts in this process or in several, and yields the results in the order of the parts.

For each process a thread here sends a part and waits for the result. So the two ends of a pipe never write at the same
time, and each notices at once when the other process ends.
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import suppress
from errno import ECHILD
from typing import TYPE_CHECKING, Literal

from vodhooks.batch.checks import check_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

    from vodhooks.batch.checks import PartResult, Rules
    from vodhooks.batch.parts import Part

__all__ = ["StartMethod", "check_parts"]

StartMethod = Literal["fork", "forkserver", "spawn"]
"""How a process can be started."""

_AHEAD = 2
"""How many parts for each process are under way or wait to be passed on: it bounds memory and keeps every process busy."""


def check_parts(
    parts: Iterable[Part], rules: Rules, jobs: int = 1, method: StartMethod | None = None
) -> Iterator[tuple[Part, PartResult]]:
    """Yield each part with its result.

    Args:
        parts: what to check; read no further ahead than the processes need.
        rules: how to check it.
        jobs: how many processes check; with one, it is this one.
        method: how processes are started, if not as the platform prefers.

    Raises:
        ChildProcessError: a process has died.
    """
    if jobs == 1:
        for part in parts:
            yield part, check_part(part, rules)
    else:
        yield from _check_in_processes(parts, rules, jobs, method)


def _check_in_processes(
    parts: Iterable[Part], rules: Rules, jobs: int, method: StartMethod | None
) -> Iterator[tuple[Part, PartResult]]:
    import multiprocessing
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    context = multiprocessing.get_context(method)
    idle: SimpleQueue[Connection] = SimpleQueue()

    def check_elsewhere(part: Part) -> PartResult:
        connection = idle.get()
        try:
            connection.send(part)
            found: PartResult = connection.recv()
        except (EOFError, OSError):
            raise ChildProcessError(
                ECHILD, "a process that checks payloads has died, perhaps for want of memory"
            ) from None
        finally:
            idle.put(connection)
        return found

    processes = []
    for _ in range(jobs):
        here, there = context.Pipe()
        process = context.Process(  # type: ignore[attr-defined] # mypy takes the base class, every subclass has it
            target=_serve, args=(here, there, rules), daemon=True
        )
        process.start()
        there.close()
        idle.put(here)
        processes.append(process)
    pending: deque[tuple[Part, Future[PartResult]]] = deque()
    with ThreadPoolExecutor(jobs) as threads:
        try:
            for part in parts:
                pending.append((part, threads.submit(check_elsewhere, part)))
                while pending and (len(pending) > _AHEAD * jobs or pending[0][1].done()):
                    first, future = pending.popleft()
                    yield first, future.result()
            while pending:
                first, future = pending.popleft()
                yield first, future.result()
        finally:
            for process in processes:
                process.kill()
            threads.shutdown(cancel_futures=True)
            for process in processes:
                process.join()
            while not idle.empty():
                idle.get().close()


def _serve(parents: Connection, own: Connection, rules: Rules) -> None:
    """Check each part that is received, until the connection closes."""
    # A process that held the parent's end too would never learn that the parent has gone.
    parents.close()
    # An interrupt from the keyboard reaches every process; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            own.send(check_part(own.recv(), rules))
