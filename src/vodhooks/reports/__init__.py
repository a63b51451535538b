"""One kind of report document, and a renderer for each format.

    render("sarif", report_of(campaign), sys.stdout)

Each command builds a `ReportDocument` of its findings (`report.py` in its package); the renderers
here are the same for all commands. They write while they read, so that memory does not grow with the
number of findings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from vodhooks.reports.findings import (
    CheckedCase,
    Finding,
    Level,
    ReportDocument,
    Rule,
    Status,
    Summary,
    payloads_line,
    quantity,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

__all__ = [
    "CheckedCase",
    "Finding",
    "Format",
    "Level",
    "ReportDocument",
    "Rule",
    "Status",
    "Summary",
    "payloads_line",
    "quantity",
    "render",
]

Format = Literal["text", "json", "ndjson", "junit", "sarif", "github"]
"""The formats of a report; each has its own module."""


def render(name: Format | Literal["html"], document: ReportDocument, stream: TextIO) -> None:
    """Write a document to a text stream in a format; no other format's module is imported."""
    renderer: Callable[[ReportDocument, TextIO], None] = import_module(
        f"vodhooks.reports.as_{name}"
    ).render
    renderer(document, stream)
