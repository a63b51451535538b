"""Text for people: a line for each finding, as compilers write it, details below, then a summary."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from vodhooks.reports.findings import Finding, ReportDocument

__all__ = ["render"]

WIDTH = 110
"""How many characters a line of a ranked report has. Others are not wrapped: grep reads them too."""


ANSWER_LINES = 3
"""How many lines of an answer are shown."""


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write the findings, the table, the notes and a line that sums it all up."""
    for number, finding in enumerate(document.findings, 1):
        shown = (
            _format_ranked(number, finding)
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


def _format_ranked(number: int, finding: Finding) -> Iterator[str]:
    yield f"{number}. {_head(finding)}"
    for detail in finding.details:
        yield from wrap(detail, WIDTH, initial_indent="   ", subsequent_indent="   ")
    for line in finding.request.split("\n"):
        yield f"     | {line}" if line else ""
    if finding.answer:
        yield from wrap(
            f"Answer: {finding.answer}",
            WIDTH,
            initial_indent="   ",
            subsequent_indent="   ",
            max_lines=ANSWER_LINES,
        )
    yield f"   Repeat: {finding.repeat}"


def _head(finding: Finding) -> str:
    return ": ".join([part for part in (finding.place, finding.label, finding.text) if part])


def _align(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows of a table, all but the first column to the right."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for number, (first, *others) in enumerate(table):
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        line = "  ".join([first.ljust(widths[0]), *cells])
        yield line if number else line.upper()
