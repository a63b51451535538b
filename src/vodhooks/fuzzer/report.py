"""What a run has found, as a report: a finding for each cause, its request, answer and repetition.

No secret and no token is in it: a case is repeated by its name, and signed afresh.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vodhooks.fuzzer.answers import sent
from vodhooks.fuzzer.checks import Expectation, Severity
from vodhooks.fuzzer.confidential import mask
from vodhooks.fuzzer.failures import RANKS
from vodhooks.fuzzer.hints import hint, relaxation
from vodhooks.fuzzer.wording import abridged, change, index_of_answer, request_text
from vodhooks.reports import CheckedCase, Finding, ReportDocument, Rule, Summary, quantity
from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.fuzzer.causes import FailureGroup
    from vodhooks.fuzzer.failures import Failure
    from vodhooks.fuzzer.runs import Campaign
    from vodhooks.reports import Level, Status
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["FailureDetails", "failure_details", "report_of"]

ANSWER_SHOWN = 1_000
"""How many characters of an answer are shown."""

PLACES_SHOWN = 8
"""How many places of the same cause are named."""

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
        change: what was changed, and where.
        expected: what a receiver has to answer, in words.
        observed: what happened instead.
        request: what was sent, the token left out, shortened.
        answer: the beginning of what came back, or nothing.
        repeat: the command that runs the case again, signed afresh.
    """

    case: str
    channel: str
    change: str
    expected: str
    observed: str
    request: str
    answer: str
    repeat: str

    @property
    def data(self) -> dict[str, Any]:
        """All of it for programs."""
        return {name: getattr(self, name) for name in self.__slots__}


def report_of(campaign: Campaign, *, full: bool = False) -> ReportDocument:
    """Return a report of a run.

    Args:
        campaign: the run.
        full: whether people are shown whole requests too; programs always are.
    """
    return ReportDocument(
        findings=(_finding(group, campaign, full=full) for group in campaign.groups),
        records=(("causes", _record(group, campaign)) for group in campaign.groups),
        cases=_cases(campaign),
        summary=lambda: _summary(campaign),
        lists=["causes"],
        title="vodhooks fuzz",
        target=campaign.target,
        layout="ranked",
    )


def _finding(group: FailureGroup, campaign: Campaign, *, full: bool) -> Finding:
    """Return a group as the finding that shows it most plainly, and the others."""
    first, others = group.failures[0], group.failures[1:]
    shown = _one_finding(group, first, campaign, full=full)
    details = (*shown.details, *_further(group), *_advice(group))
    alike = tuple(_one_finding(group, failure, campaign, full=full) for failure in others)
    return shown._replace(alike=alike, details=details)


def _further(group: FailureGroup) -> Iterator[str]:
    """Say what else there is of a cause."""
    number = len(group.failures) - 1
    if number:
        names = [group.check.name, *(check.name for check in group.also)]
        yield f"The same in {quantity(number, 'more case')}, of {', '.join(names)}."
    places = [place for place in group.places if place != group.failures[0].result.case.place]
    if places:
        left = len(places) - PLACES_SHOWN
        named = [*places[:PLACES_SHOWN], *([f"{left:,} more"] if left > 0 else [])]
        yield f"Other places: {', '.join(map(printable, named))}."


def _advice(group: FailureGroup) -> Iterator[str]:
    yield f"To mend it: {hint(group)}"
    if group.is_advisory:
        yield "Common servers do this as they come: nothing fails for it, unless a profile names the check."
    else:
        yield f"To accept it: {relaxation(group)}"


def _one_finding(
    group: FailureGroup, failure: Failure, campaign: Campaign, *, full: bool
) -> Finding:
    shown = _shown_of(failure, campaign, full=full)
    check = group.check
    doubt = "" if failure.confirmed or failure is not group.failures[0] else _UNCONFIRMED
    return Finding(
        Rule(group.name, f"{group.severity}: {check.title}", check.reason),
        _level(group, campaign),
        f"{check.title} ({check.name})",
        label=_label(group, campaign),
        details=(
            f"{shown.case}: {shown.change}: {shown.observed}; expected was {shown.expected}.{doubt}",
            check.reason,
        ),
        pointer=shown.case,
        request=shown.request,
        answer=shown.answer,
        repeat=shown.repeat,
    )


_UNCONFIRMED = " It was not tried again."


def _level(group: FailureGroup, campaign: Campaign) -> Level:
    return "error" if group in campaign.failing else "note"


def _label(group: FailureGroup, campaign: Campaign) -> str:
    """Return how bad a cause is, and why nothing fails for it, if so."""
    words = str(group.severity).upper()
    if group.is_advisory:
        return f"NOTE, {words}"
    return words if group in campaign.failing else f"KNOWN, {words}"


def _record(group: FailureGroup, campaign: Campaign) -> dict[str, Any]:
    first, *others = group.failures
    return {
        "type": "cause",
        "harm": str(group.severity),
        "family": group.check.name,
        "title": group.check.title,
        "reason": group.check.reason,
        "explains": [check.name for check in group.also],
        "fails": group in campaign.failing,
        "confirmed": first.confirmed,
        "places": dict(group.places),
        "hint": hint(group),
        "relaxation": relaxation(group),
        "findings": [
            _shown_of(first, campaign, full=True).data,
            *(_shown_of(found, campaign).data for found in others),
        ],
    }


def _cases(campaign: Campaign) -> Iterator[CheckedCase]:
    failing = {id(failure) for group in campaign.failing for failure in group.failures}
    # Of several in a case the last counts: the worst that fails.
    ordered = sorted(campaign.failures, key=lambda one: (id(one) in failing, -RANKS[one.severity]))
    found = {failure.result.case.name: failure for failure in ordered}
    for case in dict.fromkeys(campaign.cases):
        name = case.name.removeprefix(f"{case.channel}/")
        if case.name not in found:
            yield CheckedCase(case.channel, name)
            continue
        failure = found[case.name]
        shown = _shown_of(failure, campaign)
        lines = (
            shown.observed,
            f"expected: {shown.expected}",
            failure.check.reason,
            shown.repeat,
            "",
            *shown.request.split("\n"),
        )
        status: Status = "failure" if id(failure) in failing else "passed"
        yield CheckedCase(case.channel, name, status, failure.severity, lines)


def _summary(campaign: Campaign) -> Summary:
    cases, failures, causes = len(campaign.cases), len(campaign.failures), len(campaign.groups)
    failing = len(campaign.failing)
    words = (
        f"{quantity(failing, 'cause')} of {quantity(failures, 'finding')}"
        if failing
        else "nothing found"
    )
    if causes > failing:
        words += (
            f", {causes - failing} of which nothing fails"
            if failing
            else f" that fails, {causes - failing} noted"
        )
    if campaign.stopped:
        words += f"; not finished: {campaign.stopped}"
    relaxed = [
        *(
            f"relaxed: {check.name}: {_EXPECTED[check.expectation]} will do"
            for check in campaign.relaxed
        ),
        *(f"relaxed: {name}: changed nothing, and can go" for name in campaign.unneeded),
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
        "unneeded": list(campaign.unneeded),
        "left_out": list(campaign.left_out),
        "stopped": campaign.stopped,
        "verdicts": {str(one.file): str(one.outcome) for one in campaign.verdicts},
    }
    return Summary(
        f"{quantity(cases, 'case')} in {campaign.seconds:.1f} s (seed {campaign.seed}): {words}",
        facts=facts,
        table=_table(campaign),
        notes=(
            *(f"{one.outcome}: {one.saved.cause} ({one.file})" for one in campaign.verdicts),
            *relaxed,
            *campaign.left_out,
        ),
        closing={"type": "summary", **facts},
        seconds=campaign.seconds,
        complete=not campaign.stopped,
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


def _shown_of(failure: Failure, campaign: Campaign, *, full: bool = False) -> FailureDetails:
    endpoint = campaign.confidential.get(failure.result.case.channel)
    return failure_details(failure, campaign.command, endpoint, full=full)


def failure_details(
    failure: Failure, command: str, endpoint: Endpoint | None = None, *, full: bool = False
) -> FailureDetails:
    """Return what is shown of a failure that a command, `vodhooks fuzz` with its arguments, has made or could make.

    Args:
        failure: what was found.
        command: the command.
        endpoint: where it was found; nothing that is confidential there is shown.
        full: whether the request is shown whole.
    """
    case = failure.result.case
    answer = failure.answer.body.decode("utf-8", "replace") if failure.answer else ""
    said = mask(answer, endpoint, sent(failure.result, index_of_answer(failure)))
    return FailureDetails(
        case.name,
        case.channel,
        mask(change(failure), endpoint),
        _EXPECTED[case.check.expectation],
        failure.observed,
        request_text(failure, endpoint, full=full),
        printable(abridged(said.encode(), ANSWER_SHOWN)),
        _repeat(failure, command),
    )


def _repeat(failure: Failure, command: str) -> str:
    """Return the command that shows a failure again."""
    case = failure.result.case
    cases = failure.again if failure.again is not None else (case.argument or case.name,)
    named = " ".join(f"--case {shlex.quote(name)}" for name in cases)
    # What only counting gives away is not found again without it; where to count may be confidential.
    counted = "--effects URL" if failure.is_counted else ""
    return " ".join(filter(None, (command, named, counted)))
