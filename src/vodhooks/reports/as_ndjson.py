"""NDJSON for programs: a line for each record. ASCII only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.reports.escaping import json_text

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.reports.findings import ReportDocument

__all__ = ["render"]


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write one JSON object for each record and, where the document has one, what closes it."""
    stream.writelines(f"{json_text(record)}\n" for _, record in document.records)
    closing = document.summary().closing
    if closing is not None:
        stream.write(f"{json_text(closing)}\n")
