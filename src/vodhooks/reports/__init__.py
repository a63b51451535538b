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

    from vodhooks.translations import Language

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

FOR_PEOPLE = frozenset({"text", "html"})
"""The formats that people read."""


def render(
    name: Format | Literal["html"],
    document: ReportDocument,
    stream: TextIO,
    language: Language = "en",
) -> None:
    """Write a document to a text stream in a format; no other format's module is imported.

    Args:
        name: the format.
        document: what to write.
        stream: where to.
        language: the language of formats for people, `text` and `html`; the others are English.
    """
    renderer: Callable[[ReportDocument, TextIO], None] = import_module(
        f"vodhooks.reports.as_{name}"
    ).render
    if language != "en" and name in FOR_PEOPLE:
        from vodhooks.reports.localized import localized

        document = localized(document, language)
    renderer(document, stream)
