"""Text for people: a line for each finding, as compilers write it, details below, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.reports.columns import columns, wrap
from vodhooks.reports.escaping import printable
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from vodhooks.reports.findings import Finding, ReportDocument
    from vodhooks.translations import Language

__all__ = ["render"]

WIDTH = 110
"""How many characters a line of a ranked report has. Others are not wrapped: grep reads them too."""


ANSWER_LINES = 3
"""How many lines of an answer are shown."""


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write the findings, the table, the notes and a line that sums it all up."""
    for number, finding in enumerate(document.findings, 1):
        shown = (
            _format_ranked(number, finding, document.language)
            if document.layout == "ranked"
            else _format_plain(finding)
        )
        stream.writelines(f"{printable(line)}\n" for line in shown)
        if document.layout != "lines":
            stream.write("\n")
    summary = document.summary()
    lines = (*_align(summary.table), *summary.notes, summary.line)
    stream.writelines(f"{printable(line)}\n" for line in lines)


def _format_plain(finding: Finding) -> Iterator[str]:
    yield _head(finding)
    for detail in finding.details:
        yield f"  {detail}"


def _format_ranked(number: int, finding: Finding, language: Language) -> Iterator[str]:
    yield f"{number}. {_head(finding)}"
    for detail in finding.details:
        yield from wrap(detail, WIDTH, "   ")
    for line in finding.request.split("\n"):
        yield f"     | {line}" if line else ""
    if finding.answer:
        answer = translate("Answer: {}", language).format(finding.answer)
        yield from wrap(answer, WIDTH, "   ", max_lines=ANSWER_LINES)
    yield f"   {translate('Repeat: {}', language).format(finding.repeat)}"


def _head(finding: Finding) -> str:
    return ": ".join([part for part in (finding.place, finding.label, finding.text) if part])


def _align(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows of a table, all but the first column to the right."""
    widths = [max(map(columns, column)) for column in zip(*table, strict=True)]
    for number, (first, *others) in enumerate(table):
        cells = [
            " " * (width - columns(cell)) + cell
            for cell, width in zip(others, widths[1:], strict=True)
        ]
        line = "  ".join([first + " " * (widths[0] - columns(first)), *cells])
        yield line if number else line.upper()
