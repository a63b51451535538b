"""The results of a check: a verdict on each payload that needs one, and counts of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.report import Report
    from vodhooks.reports import Level

__all__ = ["OUTCOMES", "Outcome", "Tally", "Totals", "Verdict"]

Outcome = Literal[
    "valid",
    "unknown-kind",
    "drift",
    "invalid",
    "not-json",
    "too-large",
    "not-identified",
    "unreadable",
]
"""What became of a payload. `unknown-kind`: of a kind without a contract, on a channel that keeps such messages.
`unreadable`: the environment's fault, not the payload's."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one payload.

    Attributes:
        source: name of the file, or `-` for standard input.
        outcome: what became of the payload.
        level: how much that matters. An `error` is what makes a run fail.
        line: in a stream, the payload's line, from 1; in a document that is not JSON, the line of the fault, if it has one.
        column: the column of the fault in characters, from 1, where the payload is not JSON and the fault has a place.
        message: full name of the message, where the payload was identified.
        report: where the payload breaks its contract or drifts from it; None where it was not validated.
        detail: more text, beside the report.
        hint: what probably went wrong and what to do about it, if that is known. Advice only.
    """

    source: str
    outcome: Outcome
    level: Level
    line: int | None = None
    column: int | None = None
    message: str | None = None
    report: Report | None = None
    detail: str = ""
    hint: str = ""

    @property
    def place(self) -> str:
        """The source with line and column, as compilers write it."""
        return ":".join(
            [
                self.source,
                *[str(number) for number in (self.line, self.column) if number is not None],
            ]
        )


class Tally(NamedTuple):
    """How many payloads of a stream need no verdict of their own."""

    source: str
    valid: int
    unknown: int


class Totals:
    """Counts verdicts and tallies by outcome.

    Attributes:
        counts: how many payloads there were of each outcome.
        failed: whether any was an error.
    """

    def __init__(self) -> None:
        self.counts: dict[str, int] = dict.fromkeys(map(str, OUTCOMES), 0)
        self.failed: bool = False

    @property
    def payloads(self) -> int:
        """How many payloads were checked."""
        return sum(self.counts.values()) - self.counts["unreadable"]

    @property
    def numbers(self) -> dict[str, int]:
        """All that was counted, by name, for programs."""
        return {"payloads": self.payloads, **self.counts}

    def watch(self, results: Iterable[Verdict | Tally]) -> Iterator[Verdict | Tally]:
        """Yield each result and count it."""
        for result in results:
            if isinstance(result, Verdict):
                self.counts[result.outcome] += 1
                self.failed = self.failed or result.level == "error"
            else:
                self.counts["valid"] += result.valid
                self.counts["unknown-kind"] += result.unknown
            yield result
