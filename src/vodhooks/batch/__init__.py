"""Checks files and streams of payloads, of any size, and yields verdicts in the order of the input.

`parts` cuts an input into parts, `checks` checks a part, `processes` runs that in this process or in several, and this
module restores the line numbers. `report` turns the verdicts into a document for `vodhooks.reports`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from vodhooks.batch.checks import Rules
from vodhooks.batch.parts import MAX_BODY, Source, expand, most_parts, parts_of
from vodhooks.batch.processes import check_parts
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
    """Return how many of the requested processes would have work and a core; one at least."""
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
    """Check payloads; yield verdicts in the order of the input, and a tally at the end of each stream.

    Args:
        sources: where the payloads are.
        rules: how they are checked.
        jobs: how many processes check at most; no more than there are parts and cores.
        advance: called repeatedly with the number of bytes checked since its last call.

    Raises:
        ChildProcessError: a process that checks has died.
    """
    sources = tuple(sources)
    lines = valid = unknown = found = 0
    for part, result in check_parts(
        chain.from_iterable(map(parts_of, sources)), rules, useful_jobs(sources, jobs)
    ):
        for verdict in result.verdicts:
            yield replace(verdict, line=verdict.line + lines) if verdict.line and lines else verdict
        advance(result.size)
        if part.ends:
            if valid or unknown:
                yield Tally(part.source.name, valid, unknown)
            elif not found:
                yield Verdict(
                    part.source.name, "not-json", "error", detail="empty: it holds no payload"
                )
            lines = valid = unknown = found = 0
        elif part.source.streams:
            lines += result.lines
            valid += result.valid
            unknown += result.unknown
            found += len(result.verdicts)
