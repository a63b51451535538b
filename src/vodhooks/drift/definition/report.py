"""What a definition has beyond the contract, as a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from vodhooks.reports import Finding, ReportDocument, Rule, Summary

if TYPE_CHECKING:
    from vodhooks.drift.definition.changes import Change, Changes
    from vodhooks.drift.definition.reader import Definition

__all__ = ["report_of"]

_RULE = Rule("definition", "The vendor's definition has what the contract has not.")
_KINDS = {
    "new-event": "new events",
    "new-property": "new properties",
    "new-value": "lists with new values",
    "deprecated": "given up by the vendor",
    "left": "left to a person",
}


def report_of(changes: Changes, definition: Definition) -> ReportDocument:
    """Return a report of what a definition has beyond the contract."""
    counts = Counter(change.kind for change in changes.found)
    counted = ", ".join(
        f"{counts[kind]:,} {words}" for kind, words in _KINDS.items() if counts[kind]
    )
    line = (
        f"{definition.package} {definition.version}: {changes.compared} events compared, "
        f"{counted or 'the contract knows all of it'}"
    )
    by_kind = {kind: counts[kind] for kind in _KINDS}
    facts = {
        "package": definition.package,
        "version": definition.version,
        "events": changes.compared,
        "kinds": by_kind,
    }
    return ReportDocument(
        findings=map(_finding, changes.found),
        records=(("changes", asdict(change)) for change in changes.found),
        cases=(_finding(change).case for change in changes.found),
        summary=lambda: Summary(line, facts=facts, counts=by_kind),
        lists=["changes"],
    )


def _finding(change: Change) -> Finding:
    place = f"{change.file}#{change.pointer}" if change.pointer else change.file
    return Finding(
        _RULE,
        "warning",
        f"{change.kind}: {change.text}",
        place,
        pointer=change.pointer,
        properties={"kind": change.kind, "file": change.file},
    )
