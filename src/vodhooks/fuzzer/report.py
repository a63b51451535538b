"""What a run has found, as a report: a finding for each cause, its request, answer and repetition.

No secret and no token is in it: a case is repeated by its name, and signed afresh.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from vodhooks.fuzzer.answers import READ, sent
from vodhooks.fuzzer.checks import Expectation, Severity
from vodhooks.fuzzer.confidential import MASK, mask
from vodhooks.reports import CheckedCase, Finding, ReportDocument, Rule, Summary
from vodhooks.reports.escaping import printable
from vodhooks.vendor.scripts import Ending, Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.fuzzer.failures import Failure, FailureGroup
    from vodhooks.fuzzer.runs import Campaign
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.scripts import Step

__all__ = ["FailureDetails", "failure_details", "report_of"]

SHOWN = 1_000
"""How many characters of a request's body are shown."""

_CONFIDENTIAL = frozenset({"authorization", "cookie", "x-token"})
"""Headers that may hold a token."""

_EXPECTED = {
    Expectation.ACCEPT: "the vendor's success status",
    Expectation.REFUSE: "a refusal, such as 400 or 422",
    Expectation.DENY: "a refusal, such as 401 or 403",
    Expectation.SURVIVE: "any answer in time, but none of 500 and above",
    Expectation.KEEP_QUIET: "an answer that says nothing of it",
}
"""Expectations in words."""


@dataclass(frozen=True, slots=True)
class FailureDetails:
    """What is shown of a failure.

    Attributes:
        case: name of the case.
        channel: name of its channel.
        expected: what a receiver has to answer, in words.
        observed: what happened instead.
        request: what was sent, the token left out, shortened.
        answer: the beginning of what came back, or nothing.
        repeat: the command that runs the case again, signed afresh.
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
        findings=(_finding(group, campaign) for group in campaign.groups),
        records=(("causes", _record(group, campaign)) for group in campaign.groups),
        cases=_cases(campaign),
        summary=lambda: _summary(campaign),
        lists=["causes"],
        title="vodhooks fuzz",
        target=campaign.target,
        layout="ranked",
    )


def _finding(group: FailureGroup, campaign: Campaign) -> Finding:
    """Return a group as the finding with the smallest request, and the others of its check."""
    first, others = group.failures[0], group.failures[1:]
    also = []
    if others:
        also.append(f"The same in {len(others)} more of these cases.")
    if group.also:
        also.append(f"It explains {', '.join(check.name for check in group.also)}.")
    alike = tuple(_one_finding(group, failure, campaign) for failure in others)
    return _one_finding(group, first, campaign, also)._replace(alike=alike)


def _one_finding(
    group: FailureGroup, failure: Failure, campaign: Campaign, also: Sequence[str] = ()
) -> Finding:
    shown = _shown_of(failure, campaign)
    check = group.check
    return Finding(
        Rule(group.name, f"{group.severity}: {check.title}", check.reason),
        "error",
        f"{check.title} ({check.name})",
        label=group.severity.upper(),
        details=(
            f"{shown.case}: {shown.observed}; expected was {shown.expected}.",
            check.reason,
            *also,
        ),
        pointer=shown.case,
        request=shown.request,
        answer=shown.answer,
        repeat=shown.repeat,
    )


def _record(group: FailureGroup, campaign: Campaign) -> dict[str, Any]:
    return {
        "type": "cause",
        "harm": str(group.severity),
        "family": group.check.name,
        "title": group.check.title,
        "reason": group.check.reason,
        "explains": [check.name for check in group.also],
        "findings": [_shown_of(found, campaign).data for found in group.failures],
    }


def _cases(campaign: Campaign) -> Iterator[CheckedCase]:
    found = {failure.result.case.name: failure for failure in campaign.failures}
    for case in campaign.cases:
        name = case.name.removeprefix(f"{case.channel}/")
        if case.name not in found:
            yield CheckedCase(case.channel, name)
            continue
        shown = _shown_of(found[case.name], campaign)
        lines = (
            shown.observed,
            f"expected: {shown.expected}",
            case.check.reason,
            shown.repeat,
            "",
            *shown.request.split("\n"),
        )
        yield CheckedCase(case.channel, name, "failure", found[case.name].severity, lines)


def _summary(campaign: Campaign) -> Summary:
    cases, failures, causes = len(campaign.cases), len(campaign.failures), len(campaign.groups)
    words = (
        f"{causes} cause{'' if causes == 1 else 's'} of {failures:,} findings"
        if causes
        else "nothing found"
    )
    relaxed = [
        f"relaxed: {check.name}: {_EXPECTED[check.expectation]} will do"
        for check in campaign.relaxed
    ]
    facts = {
        "target": campaign.target,
        "seed": campaign.seed,
        "seconds": round(campaign.seconds, 3),
        "cases": cases,
        "channels": {
            name: {
                "cases": number,
                "findings": {str(severity): count for severity, count in counts.items()},
            }
            for name, (number, counts) in campaign.by_channel.items()
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
    """Return how many cases each channel had, and how many findings of each severity there were."""
    severities = [
        severity
        for severity in Severity
        if any(counts[severity] for _, counts in campaign.by_channel.values())
    ]
    rows = [["channel", "cases", *severities]]
    for name, (cases, counts) in campaign.by_channel.items():
        rows.append(
            [name, f"{cases:,}", *[str(counts[severity] or "-") for severity in severities]]
        )
    return rows


def _shown_of(failure: Failure, campaign: Campaign) -> FailureDetails:
    endpoint = campaign.confidential.get(failure.result.case.channel)
    return failure_details(failure, campaign.command, endpoint)


def failure_details(
    failure: Failure, command: str, endpoint: Endpoint | None = None
) -> FailureDetails:
    """Return what is shown of a failure.

    Args:
        failure: the failure.
        command: `vodhooks fuzz` with its arguments, which has made it or could make it.
        endpoint: where it was found; nothing that is confidential there is shown.
    """
    case = failure.result.case
    answer = failure.answer.body.decode("utf-8", "replace") if failure.answer else ""
    return FailureDetails(
        case.name,
        case.channel,
        _EXPECTED[case.check.expectation],
        failure.observed,
        _request(failure, endpoint),
        printable(mask(answer, endpoint, sent(failure.result, _index(failure)))[:SHOWN]),
        # What only counting gives away is not found again without it; where to count may be confidential.
        f"{command} --case {shlex.quote(case.name)}{'' if failure.answer else ' --effects URL'}",
    )


def _index(failure: Failure) -> int:
    """Return which answer gave a failure away, or the first."""
    answers = enumerate(failure.result.answers)
    return next((number for number, answer in answers if answer is failure.answer), 0)


def _request(failure: Failure, endpoint: Endpoint | None) -> str:
    """Show what was sent: the request that was answered wrongly, or else the first, or the bytes of a script."""
    attack = failure.result.attack
    if isinstance(attack, Script):
        return "\n".join(_step(step, endpoint) for step in attack.steps)
    index = _index(failure)
    requests = attack.every_request
    request, number = requests[index], len(requests)
    several = (
        ""
        if number == 1
        else f"# {'one' if attack.together else f'number {index + 1}'} of {number} deliveries\n"
    )
    headers = "".join(
        f"{printable(name)}: {_value(name, value, endpoint)}\n"
        for name, value in request.headers.items()
    )
    return f"{several}{request.method} {urlsplit(request.url).path}\n{headers}\n{_shown(request.body, endpoint)}"


def _value(name: str, value: str, endpoint: Endpoint | None) -> str:
    hidden = name in _CONFIDENTIAL or (endpoint is not None and name in endpoint.headers)
    return MASK if hidden else printable(value[:SHOWN])


def _step(step: Step, endpoint: Endpoint | None) -> str:
    if isinstance(step, Ending):
        return f"# {step.value}"
    return f"# {step:g} s later" if isinstance(step, (int, float)) else _shown(step, endpoint)


def _shown(body: bytes, endpoint: Endpoint | None) -> str:
    whole = body[:READ].decode("utf-8", "backslashreplace")
    text = mask(whole[: 4 * SHOWN], endpoint, whole)
    lines = "\n".join(printable(line) for line in text[:SHOWN].replace("\r\n", "\n").split("\n"))
    return lines if len(body) <= SHOWN else f"{lines} … ({len(body):,} bytes)"
