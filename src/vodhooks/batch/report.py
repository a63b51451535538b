"""Verdicts as a report: a finding for each place, a record and a case for each verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.batch.verdicts import Totals, Verdict
from vodhooks.errors import clip
from vodhooks.reports import CheckedCase, Finding, ReportDocument, Rule, Summary, payloads_line
from vodhooks.reports.escaping import LIMIT, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.batch.verdicts import Outcome, Tally
    from vodhooks.report import Violation
    from vodhooks.reports import Level, Status

__all__ = ["report_of"]

HINT_LIMIT = 500
"""How many characters a hint has."""

_OUTCOME_WORDS = {
    "valid": "valid",
    "unknown-kind": "of an unknown kind",
    "drift": "drifting",
    "invalid": "invalid",
    "not-json": "not JSON",
    "too-large": "too large",
    "not-identified": "not identified",
    "unreadable": "unreadable",
}

_TITLES: dict[Outcome, str] = {
    "valid": "The payload keeps its contract.",
    "unknown-kind": "The payload is of a kind that has no contract.",
    "drift": "The payload keeps its contract, but holds what the contract does not know.",
    "invalid": "The payload breaks the contract of its message.",
    "not-json": "The payload is not JSON as RFC 8259 has it.",
    "too-large": "The payload is larger than any that is checked.",
    "not-identified": "The content does not tell which message the payload is.",
    "unreadable": "The file could not be read.",
}

_RULES = {outcome: Rule(outcome, title) for outcome, title in _TITLES.items()}


def report_of(results: Iterable[Verdict | Tally], totals: Totals) -> ReportDocument:
    """Return a report of results. They are read, and counted in `totals`, while the report is rendered."""
    watched = totals.watch(results)
    verdicts = (result for result in watched if isinstance(result, Verdict))
    return ReportDocument(
        findings=(finding for verdict in verdicts for finding in _findings(verdict)),
        records=(("verdicts", _record(verdict)) for verdict in verdicts),
        cases=map(_case, watched),
        summary=lambda: _summary(totals),
        lists=["verdicts"],
    )


def _findings(verdict: Verdict) -> Iterator[Finding]:
    """Yield the findings of a payload, in its order; a clean payload has none."""
    if verdict.level == "none":
        return
    # A kind without a contract is no fault; the text mentions it.
    level: Level = "none" if verdict.level == "note" else verdict.level
    rule, place = _RULES[verdict.outcome], verdict.place
    remarks = list(_remarks(verdict))
    for number, (text, violation) in enumerate(remarks, 1):
        about = {"keyword": violation.keyword, "evidence": violation.evidence} if violation else {}
        yield Finding(
            rule,
            level,
            text,
            place,
            verdict.level,
            _hint(verdict) if number == len(remarks) else (),
            source=verdict.source,
            line=verdict.line,
            column=verdict.column,
            pointer=violation.instance_pointer if violation else "",
            properties={"message": verdict.message, **about},
        )


def _remarks(verdict: Verdict) -> Iterator[tuple[str, Violation | None]]:
    """Yield each remark, a line of text, with the violation or drift that it describes, if any."""
    if verdict.report:
        for violation in (*verdict.report.violations, *verdict.report.drift):
            yield _describe(violation, verdict), violation
        more = verdict.report.omitted
        left_out = (
            f"{more:,} more {'place is' if more == 1 else 'places are'} left out" if more else ""
        )
        unsearched = (
            "the payload is too large to be searched to its end" if verdict.report.truncated else ""
        )
        if left_out or unsearched:
            yield "; ".join(filter(None, (left_out, unsearched))), None
    if verdict.detail:
        yield clip(printable(verdict.detail), LIMIT), None


def _hint(verdict: Verdict) -> tuple[str, ...]:
    """Return the line of advice, if any, which comes last."""
    return (f"hint: {clip(printable(verdict.hint), HINT_LIMIT)}",) if verdict.hint else ()


def _describe(violation: Violation, verdict: Verdict) -> str:
    """Return the place, what was expected there, the message, and how sure the rule is."""
    text = clip(printable(violation.message), LIMIT)
    if violation.instance_pointer:
        text = f"{clip(printable(violation.instance_pointer), LIMIT)}: {text}"
    context = [verdict.message] if verdict.message else []
    if verdict.outcome == "drift":
        context.append("drift")
    if violation.evidence:
        context.append(f"evidence: {violation.evidence}")
    return f"{text} ({', '.join(context)})" if context else text


def _record(verdict: Verdict) -> dict[str, Any]:
    report = verdict.report
    return {
        "source": verdict.source,
        "line": verdict.line,
        "column": verdict.column,
        "outcome": verdict.outcome,
        "level": verdict.level,
        "message": verdict.message,
        "violations": [_violation_record(violation) for violation in report.violations]
        if report
        else [],
        "drift": [_violation_record(violation) for violation in report.drift] if report else [],
        "omitted": report.omitted if report else 0,
        "truncated": report.truncated if report else False,
        "detail": verdict.detail or None,
        "hint": clip(verdict.hint, HINT_LIMIT) or None,
    }


def _violation_record(violation: Violation) -> dict[str, Any]:
    return {
        "keyword": violation.keyword,
        "instance_pointer": violation.instance_pointer,
        "schema_pointer": violation.schema_pointer,
        "message": violation.message,
        "evidence": violation.evidence,
    }


def _case(result: Verdict | Tally) -> CheckedCase:
    """Return a payload as a case; the payloads that are only counted are one case that passed."""
    if not isinstance(result, Verdict):
        return CheckedCase(result.source, f"{result.valid + result.unknown:,} other payloads")
    name = result.message or "payload" if result.line is None else f"line {result.line}"
    lines = [*[text for text, _ in _remarks(result)], *_hint(result)]
    status: Status
    if result.level == "error":
        status = "error" if result.outcome == "unreadable" else "failure"
    else:
        status = "skipped" if result.outcome == "unknown-kind" else "passed"
    return CheckedCase(result.source, name, status, result.outcome, lines)


def _summary(totals: Totals) -> Summary:
    return Summary(
        payloads_line(totals.payloads, totals.counts, _OUTCOME_WORDS),
        facts={"totals": totals.numbers},
        counts=totals.numbers,
        complete=not totals.counts["unreadable"],
    )
