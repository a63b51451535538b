"""What a run has found, as a report: a finding for each cause, its request, answer and repetition.

No secret and no token is in it: a case is repeated by its name, and signed afresh.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from vodhooks.fuzzer.checks import Expectation, Severity
from vodhooks.reports import CheckedCase, ReportDocument, Rule, Summary
from vodhooks.reports import Finding as ReportFinding
from vodhooks.reports.escaping import printable
from vodhooks.vendor.scripts import Ending, Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.fuzzer.findings import Finding, FindingGroup
    from vodhooks.fuzzer.runs import Campaign
    from vodhooks.vendor.scripts import Step

__all__ = ["FindingDetails", "finding_details", "report_of"]

SHOWN = 1_000
"""How many characters of a request's body are shown."""

_CONFIDENTIAL = frozenset({"authorization", "cookie", "x-token"})
"""Headers that may hold a token."""

_TOKEN = re.compile(r"([?&]token=)[^&\s]*")

_EXPECTED = {
    Expectation.ACCEPT: "the vendor's success status",
    Expectation.REFUSE: "a refusal, such as 400 or 422",
    Expectation.DENY: "a refusal, such as 401 or 403",
    Expectation.SURVIVE: "any answer in time, but none of 500 and above",
}
"""Expectations in words."""


@dataclass(frozen=True, slots=True)
class FindingDetails:
    """What is shown of a finding.

    Attributes:
        case: name of the case.
        channel: name of its channel.
        expected: what a receiver has to answer, in words.
        observed: what happened instead.
        request: what was sent, the token left out, shortened.
        answer: the beginning of what came back, or nothing.
        repeat: the command that tries the case again, signed afresh.
    """

    case: str
    channel: str
    expected: str
    observed: str
    request: str
    answer: str
    repeat: str

    @property
    def data(self) -> dict[str, Any]:
        """All of it for programs."""
        return {name: getattr(self, name) for name in self.__slots__}


def report_of(campaign: Campaign) -> ReportDocument:
    """Return a report of a run."""
    return ReportDocument(
        findings=(_finding(cause, campaign.command) for cause in campaign.causes),
        records=(("causes", _record(cause, campaign.command)) for cause in campaign.causes),
        cases=_cases(campaign),
        summary=lambda: _summary(campaign),
        lists=["causes"],
        title="vodhooks fuzz",
        target=campaign.target,
        layout="ranked",
    )


def _finding(cause: FindingGroup, command: str) -> ReportFinding:
    """Return a cause as the finding with the smallest request, and the others of its check."""
    first, others = cause.findings[0], cause.findings[1:]
    also = []
    if others:
        also.append(f"The same in {len(others)} more of these cases.")
    if cause.also:
        also.append(f"It explains {', '.join(check.name for check in cause.also)}.")
    alike = tuple(_one_finding(cause, finding, command) for finding in others)
    return _one_finding(cause, first, command, also)._replace(alike=alike)


def _one_finding(cause: FindingGroup, finding: Finding, command: str, also: Sequence[str] = ()) -> ReportFinding:
    shown = finding_details(finding, command)
    check = cause.check
    return ReportFinding(
        Rule(cause.name, f"{cause.severity}: {check.title}", check.reason),
        "error",
        f"{check.title} ({check.name})",
        label=cause.severity.upper(),
        details=(f"{shown.case}: {shown.observed}; expected was {shown.expected}.", check.reason, *also),
        pointer=shown.case,
        request=shown.request,
        answer=shown.answer,
        repeat=shown.repeat,
    )


def _record(cause: FindingGroup, command: str) -> dict[str, Any]:
    return {
        "type": "cause",
        "harm": str(cause.severity),
        "family": cause.check.name,
        "title": cause.check.title,
        "reason": cause.check.reason,
        "explains": [check.name for check in cause.also],
        "findings": [finding_details(found, command).data for found in cause.findings],
    }


def _cases(campaign: Campaign) -> Iterator[CheckedCase]:
    found = {finding.result.case.name: finding for finding in campaign.findings}
    for case in campaign.cases:
        name = case.name.removeprefix(f"{case.channel}/")
        if case.name not in found:
            yield CheckedCase(case.channel, name)
            continue
        shown = finding_details(found[case.name], campaign.command)
        lines = (shown.observed, f"expected: {shown.expected}", case.check.reason, shown.repeat, "", *shown.request.split("\n"))
        yield CheckedCase(case.channel, name, "failure", found[case.name].severity, lines)


def _summary(campaign: Campaign) -> Summary:
    cases, findings, causes = len(campaign.cases), len(campaign.findings), len(campaign.causes)
    words = f"{causes} cause{'' if causes == 1 else 's'} of {findings:,} findings" if causes else "nothing found"
    relaxed = [f"relaxed: {check.name}: {_EXPECTED[check.expectation]} will do" for check in campaign.relaxed]
    facts = {
        "target": campaign.target,
        "seed": campaign.seed,
        "seconds": round(campaign.seconds, 3),
        "cases": cases,
        "channels": {
            name: {"cases": tried, "findings": {str(severity): number for severity, number in counts.items()}}
            for name, (tried, counts) in campaign.by_channel.items()
        },
        "relaxed": {check.name: str(check.expectation) for check in campaign.relaxed},
        "left_out": list(campaign.left_out),
    }
    return Summary(
        f"{cases:,} cases in {campaign.seconds:.1f} s (seed {campaign.seed}): {words}",
        facts=facts,
        table=_table(campaign),
        notes=(*relaxed, *campaign.left_out),
        closing={"type": "summary", **facts},
        seconds=campaign.seconds,
    )


def _table(campaign: Campaign) -> list[list[str]]:
    """Return how many cases each channel had, and how many findings of each harm that was found."""
    severities = [severity for severity in Severity if any(counts[severity] for _, counts in campaign.by_channel.values())]
    rows = [["channel", "cases", *severities]]
    for name, (cases, counts) in campaign.by_channel.items():
        rows.append([name, f"{cases:,}", *[str(counts[severity] or "-") for severity in severities]])
    return rows


def finding_details(finding: Finding, command: str) -> FindingDetails:
    """Return what is shown of a finding that a command, `vodhooks fuzz` with its arguments, has made or could make."""
    case = finding.result.case
    answer = finding.answer.body.decode("utf-8", "replace") if finding.answer else ""
    return FindingDetails(
        case.name,
        case.channel,
        _EXPECTED[case.check.expectation],
        finding.observed,
        _request(finding),
        printable(answer[:SHOWN]),
        # What only counting gives away is not found again without it; where to count may be confidential.
        f"{command} --case {shlex.quote(case.name)}{'' if finding.answer else ' --effects URL'}",
    )


def _request(finding: Finding) -> str:
    """Show what was sent: the request that was answered wrongly, or else the first, or the bytes of a script."""
    attack = finding.result.attack
    if isinstance(attack, Script):
        return "\n".join(_step(step) for step in attack.steps)
    answers = finding.result.answers
    index = next((number for number, answer in enumerate(answers) if answer is finding.answer), 0)
    request = attack.requests[index]
    number = len(attack.requests)
    several = "" if number == 1 else f"# {'one' if attack.together else f'number {index + 1}'} of {number} deliveries\n"
    headers = "".join(f"{printable(name)}: {_value(name, value)}\n" for name, value in request.headers.items())
    return f"{several}POST {urlsplit(request.url).path}\n{headers}\n{_shown(request.body)}"


def _value(name: str, value: str) -> str:
    return "…" if name in _CONFIDENTIAL else printable(value[:SHOWN])


def _step(step: Step) -> str:
    if isinstance(step, Ending):
        return f"# {step.value}"
    return f"# {step:g} s later" if isinstance(step, (int, float)) else _shown(step)


def _shown(body: bytes) -> str:
    text = _TOKEN.sub(r"\1…", body[: 4 * SHOWN].decode("utf-8", "backslashreplace"))
    lines = "\n".join(printable(line) for line in text[:SHOWN].replace("\r\n", "\n").split("\n"))
    return lines if len(body) <= SHOWN else f"{lines} … ({len(body):,} bytes)"
