"""Text for people: a line for each place, as compilers write them, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.errors import clip
from vodhooks.reporting.escaping import LIMIT, printable
from vodhooks.reporting.verdicts import OUTCOMES, Totals, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from vodhooks.reporting.verdicts import Outcome, Remark, Tally, Verdict

__all__ = ["described", "render"]

_COUNTED: dict[Outcome, str] = {
    "valid": "valid",
    "unknown-kind": "of an unknown kind",
    "drift": "drifting",
    "invalid": "invalid",
    "not-json": "not JSON",
    "too-large": "too large",
    "not-identified": "not identified",
    "unreadable": "unreadable",
}


def render(results: Iterable[Verdict | Tally], stream: TextIO) -> None:
    """Write the verdicts that matter and, last, how many payloads there were of each outcome."""
    totals = Totals()
    for verdict in totals.count(results):
        if verdict.level != "none":
            place = printable(verdict.place)
            stream.writelines(f"{place}: {verdict.level}: {described(remark, verdict)}\n" for remark in remarks(verdict))
    stream.write(f"{_summary(totals)}\n")


def described(remark: Remark, verdict: Verdict) -> str:
    """Return a remark as part of a line: place, what was expected there, the message's name and the rule's evidence."""
    text = clip(printable(remark.text), LIMIT)
    if remark.pointer:
        text = f"{clip(printable(remark.pointer), LIMIT)}: {text}"
    context = [verdict.message] if verdict.message else []
    if verdict.outcome == "drift":
        context.append("drift")
    if remark.evidence:
        context.append(f"evidence: {remark.evidence}")
    return f"{text} ({', '.join(context)})" if remark.keyword and context else text


def _summary(totals: Totals) -> str:
    counted = ", ".join(f"{totals.counts[outcome]:,} {_COUNTED[outcome]}" for outcome in OUTCOMES if totals.counts[outcome])
    return f"{totals.payloads:,} payload{'' if totals.payloads == 1 else 's'}{': ' if counted else ''}{counted}"
