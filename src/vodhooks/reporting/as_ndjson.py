"""NDJSON for programs: a line for each verdict. ASCII only, whatever the output is encoded in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vodhooks.reporting.escaping import encodable
from vodhooks.reporting.verdicts import Totals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from vodhooks.reporting.verdicts import Tally, Verdict
    from vodhooks.validation import Violation

__all__ = ["render", "written"]


def render(results: Iterable[Verdict | Tally], stream: TextIO) -> None:
    """Write one JSON object for each verdict; nothing for the payloads that were only counted."""
    stream.writelines(f"{written(verdict)}\n" for verdict in Totals().count(results))


def written(verdict: Verdict) -> str:
    """Return a verdict as a JSON text without line ends."""
    report = verdict.report
    return json.dumps(
        {
            "source": encodable(verdict.source),
            "line": verdict.line,
            "column": verdict.column,
            "outcome": verdict.outcome,
            "level": verdict.level,
            "message": verdict.message,
            "violations": [_data(violation) for violation in report.violations] if report else [],
            "drift": [_data(violation) for violation in report.drift] if report else [],
            "omitted": report.omitted if report else 0,
            "detail": encodable(verdict.detail) or None,
        }
    )


def _data(violation: Violation) -> dict[str, Any]:
    return {
        "keyword": violation.keyword,
        "instance_pointer": encodable(violation.instance_pointer),
        "schema_pointer": violation.schema_pointer,
        "message": encodable(violation.message),
        "evidence": violation.evidence,
    }
