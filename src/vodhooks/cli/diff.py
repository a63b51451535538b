"""`vodhooks diff`: reports whether a change of the contract breaks receivers or senders."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, get_args

import click

from vodhooks.cli.completion import files
from vodhooks.reports import Finding, Format, ReportDocument, Rule, Summary, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.codegen.assertions import Change
    from vodhooks.compatibility.comparison import Difference, Verdict

_PLACE = "A folder with schemas/ and openapi.yaml, or a git revision."


_RULES = {
    "compatible": Rule("compatible", "The change breaks neither receivers nor senders."),
    "unknown": Rule(
        "unknown", "It is neither proved nor disproved that the change breaks receivers or senders."
    ),
    "breaking": Rule("breaking", "The change breaks receivers or senders."),
}


@click.command()
@click.argument("old", shell_complete=files, metavar="OLD", help=_PLACE)
@click.argument("new", shell_complete=files, metavar="NEW", help=_PLACE)
@click.option(
    "--format",
    "output",
    type=click.Choice(get_args(Format)),
    default="text",
    help="What the report looks like.",
)
def diff(old: str, new: str, *, output: Format) -> None:
    """Report whether a change of the contract breaks receivers or senders.

    Receivers: whether one built for OLD accepts all that NEW sends. Senders: whether NEW accepts all that OLD sends.
    Exits with 0 if no receiver or sender breaks, and with 1 if one does or if that is unknown.
    """
    from vodhooks.compatibility.comparison import compare, worst
    from vodhooks.compatibility.revisions import sources_at

    found = compare(sources_at(old), sources_at(new))
    receivers = worst(difference.receivers for difference in found)
    senders = worst(difference.senders for difference in found)
    findings = map(_build_finding, found)
    document = ReportDocument(
        findings=findings,
        records=(("differences", asdict(difference)) for difference in found),
        cases=(finding.case for finding in findings),
        summary=lambda: Summary(
            _verdicts(receivers, senders), facts={"receivers": receivers, "senders": senders}
        ),
        lists=["differences"],
        title="vodhooks diff",
        layout="blocks",
    )
    render(output, document, sys.stdout)
    if worst([receivers, senders]) != "compatible":
        raise click.exceptions.Exit(1)


def _build_finding(difference: Difference) -> Finding:
    from vodhooks.compatibility.comparison import worst

    verdict = worst([difference.receivers, difference.senders])
    return Finding(
        _RULES[verdict],
        "none" if verdict == "compatible" else "error",
        _verdicts(difference.receivers, difference.senders),
        f"{difference.name} ({difference.kind})",
        details=tuple(_details(difference)),
        pointer=difference.name,
    )


def _details(difference: Difference) -> Iterator[str]:
    for change in difference.changes:
        harmed = " and ".join(_list_harmed(change))
        yield f"{change.pointer}: {change.text}{harmed and f' [{harmed}]'}"
    if "unknown" in (difference.receivers, difference.senders):
        yield "neither proved nor disproved: a person must look"


def _list_harmed(change: Change) -> Iterator[str]:
    if change.harms_receivers:
        yield "receivers"
    if change.harms_senders:
        yield "senders"


def _verdicts(receivers: Verdict, senders: Verdict) -> str:
    return f"{receivers} for receivers, {senders} for senders"
