"""Judges parts one after the other, here or in several processes, and yields what was found in their order.

Each process has a thread here that hands it a part and waits for what it finds: nobody writes to somebody who writes, and a
process that ends, for whatever reason, is noticed at once by whoever is at the other end.
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import suppress
from errno import ECHILD
from typing import TYPE_CHECKING, Literal

from vodhooks.batch.checks import judge_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

    from vodhooks.batch.checks import Judged, Rules
    from vodhooks.batch.parts import Part

__all__ = ["StartMethod", "in_order"]

StartMethod = Literal["fork", "forkserver", "spawn"]
"""How a process can be started."""

_AHEAD = 2
"""How many parts for each process are under way or wait to be passed on: it bounds memory and leaves nobody idle."""


def in_order(
    parts: Iterable[Part], rules: Rules, jobs: int = 1, method: StartMethod | None = None
) -> Iterator[tuple[Part, Judged]]:
    """Yield each part with what was found in it.

    Args:
        parts: what to judge; read no further ahead than processes need.
        rules: what to judge it by.
        jobs: how many processes judge; with one, this one does.
        method: how processes are started, if not as the platform prefers.

    Raises:
        ChildProcessError: a process has died.
    """
    if jobs == 1:
        for part in parts:
            yield part, judge_part(part, rules)
    else:
        yield from _in_processes(parts, rules, jobs, method)


def _in_processes(
    parts: Iterable[Part], rules: Rules, jobs: int, method: StartMethod | None
) -> Iterator[tuple[Part, Judged]]:
    import multiprocessing
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    context = multiprocessing.get_context(method)
    idle: SimpleQueue[Connection] = SimpleQueue()

    def judge(part: Part) -> Judged:
        connection = idle.get()
        try:
            connection.send(part)
            found: Judged = connection.recv()
        except (EOFError, OSError):
            raise ChildProcessError(
                ECHILD, "a process that judges payloads has died, perhaps for want of memory"
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
    pending: deque[tuple[Part, Future[Judged]]] = deque()
    with ThreadPoolExecutor(jobs) as threads:
        try:
            for part in parts:
                pending.append((part, threads.submit(judge, part)))
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
    """Judge what comes in until nothing more can."""
    # A process that held the parent's end too would never learn that the parent has gone.
    parents.close()
    # An interrupt from the keyboard reaches every process; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            own.send(judge_part(own.recv(), rules))
