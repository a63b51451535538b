"""Verdicts of every outcome, and what a format makes of verdicts."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from vodhooks.batch import Tally, Totals, Verdict
from vodhooks.batch.report import report_of
from vodhooks.report import Report, Violation
from vodhooks.reports import Format, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MESSAGE = "polyv.video_outline.generate_fail"


@pytest.fixture
def rendered() -> Callable[[Format, Iterable[Verdict | Tally]], str]:
    """Return a function that gives the text that a format makes of verdicts."""

    def rendered(name: Format, results: Iterable[Verdict | Tally]) -> str:
        stream = StringIO()
        render(name, report_of(results, Totals()), stream)
        return stream.getvalue()

    return rendered


@pytest.fixture
def results() -> list[Verdict | Tally]:
    """Verdicts of every outcome, as a tolerant run has them."""
    broken = (
        Violation("required", "", "/required", 'missing property "vid"', "documented"),
        Violation(
            "type",
            "/outlineInfo/0/title",
            "/$defs/Chapter/properties/title/type",
            "expected a string",
            "sample",
        ),
    )
    drift = (
        Violation(
            "additionalProperties", "/new", "/additionalProperties", "unknown property", None
        ),
    )
    return [
        Verdict("valid.json", "valid", "none", message=MESSAGE, report=Report(MESSAGE)),
        Verdict(
            "kind.json",
            "unknown-kind",
            "note",
            detail="of a kind on tencent.vod that has no contract",
        ),
        Verdict(
            "drift.json", "drift", "warning", message=MESSAGE, report=Report(MESSAGE, drift=drift)
        ),
        Verdict(
            "all.ndjson",
            "invalid",
            "error",
            7,
            message=MESSAGE,
            report=Report(MESSAGE, broken, omitted=1200),
        ),
        Verdict("all.ndjson", "not-json", "error", 9, 5, detail="ends too early"),
        Verdict(
            "all.ndjson",
            "not-identified",
            "error",
            10,
            detail="fits several messages, name one with -m: a, b",
        ),
        Tally("all.ndjson", 99_990, 7),
        Verdict(
            "large.json",
            "too-large",
            "error",
            detail="longer than 16 MiB, and therefore not read to its end",
        ),
        Verdict("-", "not-json", "error", 2, 1, detail="not JSON"),
        Verdict("gone.json", "unreadable", "error", detail="No such file or directory"),
    ]
