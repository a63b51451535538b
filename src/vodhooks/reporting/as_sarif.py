"""SARIF 2.1.0 for code scanners: one result for each place that matters. ASCII only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import vodhooks
from vodhooks.reporting.as_text import described
from vodhooks.reporting.escaping import encodable
from vodhooks.reporting.verdicts import Totals, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from vodhooks.reporting.verdicts import Outcome, Remark, Tally, Verdict

__all__ = ["SCHEMA", "render"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the schema of the format stands."""

_RULES: dict[Outcome, str] = {
    "unknown-kind": "The payload is of a kind that has no contract.",
    "drift": "The payload keeps its contract, but holds what the contract does not know.",
    "invalid": "The payload breaks the contract of its message.",
    "not-json": "The payload is not JSON as RFC 8259 has it.",
    "too-large": "The payload is larger than any that is judged.",
    "not-identified": "The content does not tell which message the payload is.",
    "unreadable": "The file could not be read.",
}


def render(results: Iterable[Verdict | Tally], stream: TextIO) -> None:
    """Write one run. It has no results where nothing matters."""
    rules = [{"id": outcome, "shortDescription": {"text": text}} for outcome, text in _RULES.items()]
    driver = {"name": "vodhooks", "semanticVersion": vodhooks.__version__, "rules": rules}
    stream.write(f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{')
    stream.write(f'"tool": {json.dumps({"driver": driver})}, "columnKind": "unicodeCodePoints", "results": [')
    totals = Totals()
    separator = "\n"
    for verdict in totals.count(results):
        if verdict.level in {"warning", "error"}:
            for remark in remarks(verdict):
                stream.write(f"{separator}{json.dumps(_result(verdict, remark))}")
                separator = ",\n"
    success = json.dumps(not totals.counts["unreadable"])
    stream.write(f'\n], "invocations": [{{"executionSuccessful": {success}}}]}}]}}\n')


def _result(verdict: Verdict, remark: Remark) -> dict[str, Any]:
    properties = {"message": verdict.message, "keyword": remark.keyword or None, "evidence": remark.evidence}
    return {
        "ruleId": verdict.outcome,
        "level": verdict.level,
        "message": {"text": described(remark, verdict)},
        "locations": [_location(verdict, remark)],
        "properties": {name: value for name, value in properties.items() if value},
    }


def _location(verdict: Verdict, remark: Remark) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(verdict.source)}}
    if verdict.line is not None:
        physical["region"] = {"startLine": verdict.line} | ({"startColumn": verdict.column} if verdict.column else {})
    if not remark.pointer:
        return {"physicalLocation": physical}
    logical = {"fullyQualifiedName": encodable(remark.pointer), "kind": "value"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _uri(source: str) -> str:
    """Return a file's name as a URI reference, relative where the name is."""
    return f"{'file://' if Path(source).is_absolute() else ''}{quote(encodable(source))}"
