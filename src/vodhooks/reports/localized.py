"""Puts a report for people into another language. Reports for programs stay English."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from vodhooks.catalogue import catalogue
from vodhooks.explanations import missing_member
from vodhooks.pointers import pointer_of
from vodhooks.translations import description, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.reports.findings import Finding, ReportDocument, Summary
    from vodhooks.translations import Language

__all__ = ["localized"]


def localized(document: ReportDocument, language: Language) -> ReportDocument:
    """Return a document in a language, which also says what the fields mean that findings name.

    An English document stays as it is.
    """
    if language == "en":
        return document
    return replace(
        document,
        findings=(_finding(finding, language) for finding in document.findings),
        summary=lambda: _summary(document.summary(), language),
        language=language,
    )


def _finding(finding: Finding, language: Language) -> Finding:
    say = partial(translate, language=language)
    label = say(finding.label.lower())
    return finding._replace(
        text=say(finding.text),
        label=finding.label if label == finding.label.lower() else label,
        details=(*_meaning(finding, language), *map(say, finding.details)),
        alike=tuple(_finding(each, language) for each in finding.alike),
    )


def _meaning(finding: Finding, language: Language) -> Iterator[str]:
    """Say what the field means that a finding names."""
    message = (finding.properties or {}).get("message")
    if message is None or message not in catalogue().messages:
        return
    missing = missing_member(finding.text)
    pointer = finding.pointer + (pointer_of((missing,)) if missing is not None else "")
    meaning = description(message, pointer, language) if pointer else ""
    if meaning:
        yield f"{pointer.rpartition('/')[2]}: {meaning}"


def _summary(summary: Summary, language: Language) -> Summary:
    say = partial(translate, language=language)
    return replace(
        summary,
        line=say(summary.line),
        table=[[say(cell) for cell in row] for row in summary.table],
        notes=tuple(map(say, summary.notes)),
    )
