"""GitHub annotations: workflow commands that mark files in a pull request, or else the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.reports.findings import Finding, Level, ReportDocument

__all__ = ["render"]

_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_COMMANDS: dict[Level, str] = {"note": "notice", "warning": "warning", "error": "error"}


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write one annotation for each finding that matters; nothing where none does."""
    stream.writelines(
        _annotation(finding) for finding in document.findings if finding.level != "none"
    )


def _annotation(finding: Finding) -> str:
    properties = {"title": f"vodhooks: {finding.rule.id}"}
    # Standard input is no file that could be marked.
    if finding.source not in {"", "-"}:
        places = {"line": finding.line, "col": finding.column}
        properties |= {"file": finding.source}
        properties |= {name: str(number) for name, number in places.items() if number is not None}
    place = ",".join(
        [f"{name}={printable(value.translate(_PROPERTY))}" for name, value in properties.items()]
    )
    return (
        f"::{_COMMANDS[finding.level]} {place}::{printable(finding.message).replace('%', '%25')}\n"
    )
