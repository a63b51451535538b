"""What is shown of a finding: what was sent, what came back, and how to repeat it; and of a run, in a line."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from vodhooks.fuzzing.cases import Ending, Expectation, Script
from vodhooks.reporting.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vodhooks.fuzzing.campaigns import Campaign
    from vodhooks.fuzzing.cases import Family, Step
    from vodhooks.fuzzing.judging import Finding

__all__ = ["EXPECTED", "Exhibit", "exhibit", "relaxations", "summary"]

SHOWN = 1_000
"""How many characters of a request's body are shown."""


@dataclass(frozen=True, slots=True)
class Exhibit:
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
        """The exhibit for programs."""
        return {name: getattr(self, name) for name in self.__slots__}


_CONFIDENTIAL = frozenset({"authorization", "cookie", "x-token"})
"""Headers that may hold a token."""

_TOKEN = re.compile(r"([?&]token=)[^&\s]*")

EXPECTED = {
    Expectation.ACCEPT: "the vendor's success status",
    Expectation.REFUSE: "a refusal, such as 400 or 422",
    Expectation.DENY: "a refusal, such as 401 or 403",
    Expectation.SURVIVE: "any answer in time, but none of 500 and above",
}
"""Expectations in words."""


def exhibit(finding: Finding, command: str) -> Exhibit:
    """Return what is shown of a finding that a command, `vodhooks fuzz` with its arguments, has made or could make."""
    case = finding.tried.case
    answer = finding.answer.body.decode("utf-8", "replace") if finding.answer else ""
    return Exhibit(
        case.name,
        case.channel,
        EXPECTED[case.family.expectation],
        finding.observed,
        _request(finding),
        printable(answer[:SHOWN]),
        # What only counting gives away is not found again without it; where to count may be confidential.
        f"{command} --case {shlex.quote(case.name)}{'' if finding.answer else ' --effects URL'}",
    )


def summary(campaign: Campaign) -> str:
    """Return a campaign in one line."""
    found = len(campaign.causes)
    words = f"{found} cause{'' if found == 1 else 's'} of {len(campaign.findings):,} findings" if found else "nothing found"
    return f"{len(campaign.cases):,} cases in {campaign.seconds:.1f} s (seed {campaign.seed}): {words}"


def _request(finding: Finding) -> str:
    """Show what was sent: the request that was answered wrongly, or else the first, or the bytes of a script."""
    attack = finding.tried.attack
    if isinstance(attack, Script):
        return "\n".join(_step(step) for step in attack.steps)
    answers = finding.tried.answers
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


def relaxations(families: Iterable[Family]) -> list[str]:
    """Return in words what the profile expects otherwise than the contract."""
    return [f"{family.name}: {EXPECTED[family.expectation]} will do" for family in families]
