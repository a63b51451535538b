"""SARIF 2.1.0 for code scanners: a result for each finding, and the rules. ASCII only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import vodhooks
from vodhooks.reports.escaping import encodable, json_text, printable

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.reports.findings import Finding, ReportDocument, Rule

__all__ = ["render"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""Where the schema of the format stands."""


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write one run. It has no results where nothing matters."""
    stream.write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{')
    stream.write('"columnKind": "unicodeCodePoints", "results": [')
    rules: dict[str, Rule] = {}
    separator = "\n"
    for first in document.findings:
        for finding in (first, *first.alike):
            if finding.level != "none":
                rules.setdefault(finding.rule.id, finding.rule)
                stream.write(f"{separator}{json_text(_result(finding, document.target))}")
                separator = ",\n"
    driver = {
        "name": "vodhooks",
        "semanticVersion": vodhooks.__version__,
        "rules": [*map(_rule, rules.values())],
    }
    invocation = {"executionSuccessful": document.summary().complete}
    stream.write(
        f'\n], "tool": {json_text({"driver": driver})}, "invocations": [{json_text(invocation)}]}}]}}\n'
    )


def _rule(rule: Rule) -> dict[str, Any]:
    full = {"fullDescription": {"text": rule.reason}} if rule.reason else {}
    return {"id": rule.id, "shortDescription": {"text": rule.title}, **full}


def _result(finding: Finding, target: str) -> dict[str, Any]:
    location = _location(finding, target)
    properties = {name: value for name, value in (finding.properties or {}).items() if value}
    return {
        "ruleId": finding.rule.id,
        "level": finding.level,
        "message": {"text": printable(finding.message)},
        **({"locations": [location]} if location else {}),
        **({"properties": properties} if properties else {}),
    }


def _location(finding: Finding, target: str) -> dict[str, Any]:
    location: dict[str, Any] = {}
    uri = _uri(finding.source) if finding.source else target
    if uri:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
        location["physicalLocation"] = physical
        if finding.line is not None:
            column = {"startColumn": finding.column} if finding.column else {}
            physical["region"] = {"startLine": finding.line, **column}
    if finding.pointer:
        kind = "value" if finding.pointer.startswith("/") else "resource"
        location["logicalLocations"] = [{"fullyQualifiedName": finding.pointer, "kind": kind}]
    return location


def _uri(source: str) -> str:
    """Return a file's name as a URI reference, relative where the name is."""
    return f"{'file://' if Path(source).is_absolute() else ''}{quote(encodable(source))}"
