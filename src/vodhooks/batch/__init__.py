"""Judges files and streams of payloads, of any size, and yields what was found in the order of the input.

An input is cut into parts (`parts`), each part is judged by itself (`judging`), in this process or in several
(`running`), and what was found gets its line numbers back here. `report` turns it into a document for
`vodhooks.reports`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from vodhooks.batch.checks import Rules
from vodhooks.batch.parts import MAX_BODY, Source, expand, most_parts, parts_of
from vodhooks.batch.processes import in_order
from vodhooks.batch.verdicts import Tally, Totals, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "MAX_BODY",
    "Rules",
    "Source",
    "Tally",
    "Totals",
    "Verdict",
    "check",
    "expand",
    "useful_jobs",
]


def useful_jobs(sources: Iterable[Source], jobs: int) -> int:
    """Return how many processes of those asked for would have something to do, and a core to do it on; one at least."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return int(max(1, min(jobs, cores, sum(map(most_parts, sources)))))


def check(
    sources: Iterable[Source],
    rules: Rules,
    *,
    jobs: int = 1,
    advance: Callable[[int], None] = lambda _: None,
) -> Iterator[Verdict | Tally]:
    """Judge payloads; yield verdicts in the order of the input, and a tally at the end of each stream.

    Args:
        sources: where the payloads are.
        rules: what they are judged by.
        jobs: how many processes judge at most; no more than there are parts and cores.
        advance: called again and again with the number of bytes judged since the last time.

    Raises:
        ChildProcessError: a process that judges has died.
    """
    sources = tuple(sources)
    lines = valid = unknown = found = 0
    for part, judged in in_order(
        chain.from_iterable(map(parts_of, sources)), rules, useful_jobs(sources, jobs)
    ):
        for verdict in judged.verdicts:
            yield replace(verdict, line=verdict.line + lines) if verdict.line and lines else verdict
        advance(judged.size)
        if part.ends:
            if valid or unknown:
                yield Tally(part.source.name, valid, unknown)
            elif not found:
                yield Verdict(
                    part.source.name, "not-json", "error", detail="empty: it holds no payload"
                )
            lines = valid = unknown = found = 0
        elif part.source.streams:
            lines += judged.lines
            valid += judged.valid
            unknown += judged.unknown
            found += len(judged.verdicts)
