"""Text for people: a line for each finding, as compilers write it, details below, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.reports.columns import pad, text_width, wrap
from vodhooks.reports.escaping import printable
from vodhooks.reports.layout import continue_command, fold_row, terminal_columns
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from vodhooks.reports.findings import Finding, ReportDocument
    from vodhooks.translations import Language

__all__ = ["render"]

WIDTH = 110
"""How many characters a line of a ranked report has at most; on a terminal no more than that has columns. Other
reports are not wrapped: grep reads them too."""

ANSWER_LINES = 3
"""How many lines of an answer are shown."""


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write the findings, the table, the notes and a line that sums it all up."""
    columns = terminal_columns(stream) if document.layout == "ranked" else None
    for number, finding in enumerate(document.findings, 1):
        shown = (
            _format_ranked(number, finding, columns, document.language)
            if document.layout == "ranked"
            else _format_plain(finding)
        )
        stream.writelines(f"{printable(line)}\n" for line in shown)
        if document.layout != "lines":
            stream.write("\n")
    summary = document.summary()
    closing = (part for line in (*summary.notes, summary.line) for part in _fold(line, columns))
    lines = (*_align(summary.table, columns), *closing)
    stream.writelines(f"{printable(line)}\n" for line in lines)


def _format_plain(finding: Finding) -> Iterator[str]:
    yield _head(finding)
    for detail in finding.details:
        yield f"  {detail}"


def _format_ranked(
    number: int, finding: Finding, columns: int | None, language: Language
) -> Iterator[str]:
    width = min(WIDTH, columns or WIDTH)
    yield from _fold(f"{number}. {_head(finding)}", columns, "   ")
    for detail in finding.details:
        yield from wrap(detail, width, initial_indent="   ", subsequent_indent="   ")
    for line in finding.request.split("\n"):
        yield from _fold(f"     | {line}" if line else "", columns, "     |   ")
    if finding.answer:
        yield from wrap(
            translate("Answer: {}", language).format(finding.answer),
            width,
            initial_indent="   ",
            subsequent_indent="   ",
            max_lines=ANSWER_LINES,
        )
    lead = f"   {translate('Repeat: {}', language).format('')}"
    room = None if columns is None else columns - text_width(lead)
    for line in [finding.repeat] if room is None else continue_command(finding.repeat, room):
        yield lead + line
        lead = "   "


def _fold(line: str, columns: int | None, indent: str = "  ") -> list[str]:
    """Return a line in as many as a terminal needs; the later ones are indented."""
    if columns is None or text_width(line) <= columns:
        return [line]
    return wrap(line, columns, subsequent_indent=indent, drop_whitespace=False)


def _head(finding: Finding) -> str:
    return ": ".join([part for part in (finding.place, finding.label, finding.text) if part])


def _align(table: Sequence[Sequence[str]], columns: int | None) -> Iterator[str]:
    """Yield the rows of a table, all but the first column to the right."""
    widths = [max(map(text_width, column)) for column in zip(*table, strict=True)]
    for number, (first, *others) in enumerate(table):
        cells = [
            pad(cell, width, right=True) for cell, width in zip(others, widths[1:], strict=True)
        ]
        for line in fold_row([first, *cells], widths, columns):
            yield line if number else line.upper()
