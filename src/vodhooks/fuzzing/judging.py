"""Turns answers into findings: what a receiver got wrong, how bad that is, and which findings have the same cause."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vodhooks.catalogue import channel as channel_of
from vodhooks.fuzzing.cases import Expectation, Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vodhooks.fuzzing.cases import Attack, Case, Family
    from vodhooks.fuzzing.profiles import Profile
    from vodhooks.fuzzing.targets import Answer

__all__ = ["Cause", "Finding", "Harm", "Tried", "causes", "finding"]


class Harm(StrEnum):
    """What a finding does to the receiver's owner, worst first."""

    LOSES = "loses events"
    LETS_IN = "lets strangers in"
    CRASHES = "crashes"
    REPEATS = "stores an event twice"
    ACCEPTS = "accepts the invalid"
    REFUSES = "refuses the valid"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Tried:
    """A case that has been tried.

    Attributes:
        case: the case, with the expectation that the profile has of it.
        attack: what was sent.
        answers: what came back, in the order of the requests.
        stored: how many events the store has more than before, or None where that was not counted.
    """

    case: Case
    attack: Attack
    answers: tuple[Answer, ...]
    stored: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a receiver got wrong.

    Attributes:
        harm: what it does to the receiver's owner.
        tried: the case, what was sent and what came back.
        answer: the answer that gave it away, or None where the number of stored events did.
        observed: what happened, in words.
    """

    harm: Harm
    tried: Tried
    answer: Answer | None
    observed: str

    @property
    def family(self) -> Family:
        """What the case tries."""
        return self.tried.case.family


@dataclass(frozen=True, slots=True)
class Cause:
    """Findings with the same cause.

    Attributes:
        harm: what they do.
        family: what shows it most plainly.
        findings: those of that family, the smallest request first.
        also: families whose findings follow from it.
    """

    harm: Harm
    family: Family
    findings: tuple[Finding, ...]
    also: tuple[Family, ...] = ()

    @property
    def name(self) -> str:
        """A stable name, such as `lets strangers in: signature/wrong`."""
        return f"{self.harm}: {self.family.name}"


def finding(tried: Tried, profile: Profile) -> Finding | None:
    """Return what a receiver got wrong in a case: the worst of it, or None."""
    wrong = [found for answer in tried.answers if (found := _of_answer(tried, answer, profile)) is not None]
    # What was answered wrongly need not have been stored.
    return min(wrong, key=lambda found: _RANKS[found.harm]) if wrong else _of_count(tried)


def causes(findings: Iterable[Finding], tried: Iterable[Case]) -> list[Cause]:
    """Group findings by cause, the worst first. What another finding on the same channel explains goes under that one.

    Args:
        findings: what was found.
        tried: the cases that were tried.
    """
    found = list(findings)
    families = {one.family.name: one.family for one in found}
    failing = _failing(found, tried)
    shown: dict[tuple[Harm, str], list[Finding]] = {}
    also: dict[tuple[Harm, str], dict[str, Family]] = {}
    for one in found:
        root = one.family
        while root.implied_by and (one.harm, one.tried.case.channel, root.implied_by) in failing:
            root = families[root.implied_by]
        if root.name == one.family.name:
            shown.setdefault((one.harm, root.name), []).append(one)
        else:
            also.setdefault((one.harm, root.name), {})[one.family.name] = one.family
    found_causes = [
        Cause(harm, families[name], tuple(sorted(several, key=_size)), tuple(also.get((harm, name), {}).values()))
        for (harm, name), several in shown.items()
    ]
    return sorted(found_causes, key=lambda cause: (_RANKS[cause.harm], cause.family.name))


def _failing(findings: Iterable[Finding], tried: Iterable[Case]) -> set[tuple[Harm, str, str]]:
    """Return by harm, channel and name the families that have failed as such, in half of their cases: one odd sample explains nothing."""
    numbers = Counter((case.channel, case.family.name) for case in tried)
    failed = Counter((found.harm, found.tried.case.channel, found.family.name) for found in findings)
    return {(harm, channel, name) for (harm, channel, name), number in failed.items() if 2 * number >= numbers[channel, name]}


_RANKS = {harm: rank for rank, harm in enumerate(Harm)}


def _of_answer(tried: Tried, answer: Answer, profile: Profile) -> Finding | None:
    family = tried.case.family
    if answer.status is None:
        return _of_silence(tried, answer, profile)
    said = f"answered {answer.status}"
    if answer.status >= 500:
        return Finding(Harm.CRASHES, tried, answer, said)
    if family.expectation is Expectation.ACCEPT:
        success = profile.successes(channel_of(tried.case.channel))
        if answer.status not in success:
            harm = Harm.REFUSES if answer.status in profile.refusals else Harm.LOSES
            return Finding(harm, tried, answer, f"{said}; only {_listed(success)} is success to the vendor")
    elif family.expectation is not Expectation.SURVIVE and answer.status not in profile.refusals:
        return Finding(Harm.LETS_IN if family.expectation is Expectation.DENY else Harm.ACCEPTS, tried, answer, said)
    if answer.seconds > _limit(tried, profile):
        return Finding(Harm.SLOW, tried, answer, f"{said} after {answer.seconds:.1f} s")
    return None


def _limit(tried: Tried, profile: Profile) -> float:
    """Return how many seconds an answer may take: longer where the request itself takes its time."""
    return profile.patience if isinstance(tried.attack, Script) and tried.attack.meanwhile is None else profile.slow


def _of_silence(tried: Tried, answer: Answer, profile: Profile) -> Finding | None:
    if answer.fault == "timed out":
        return Finding(Harm.SLOW, tried, answer, f"did not answer in {answer.seconds:.1f} s")
    if answer.fault == "broken off" and tried.case.family.may_close and answer.seconds <= profile.patience:
        return None
    words = "ended the connection without an answer" if answer.fault == "broken off" else "took no connection"
    return Finding(Harm.CRASHES, tried, answer, words)


def _of_count(tried: Tried) -> Finding | None:
    """Judge by the number of stored events, where that was counted and says something."""
    allowed = getattr(tried.attack, "stored", None)
    if tried.stored is None or allowed is None:
        return None
    least, most = allowed
    observed = f"stored {tried.stored} events instead of {least if least == most else f'{least} to {most}'}"
    if tried.stored < least:
        return Finding(Harm.LOSES, tried, None, observed)
    if tried.stored > most:
        stranger = tried.case.family.expectation is Expectation.DENY
        return Finding(Harm.LETS_IN if stranger else Harm.REPEATS, tried, None, observed)
    return None


def _size(found: Finding) -> tuple[int, str]:
    """Order findings by the size of what shows them."""
    requests = getattr(found.tried.attack, "requests", ())
    return sum(len(request.body) for request in requests), found.tried.case.name


def _listed(statuses: Sequence[int]) -> str:
    return " or ".join(map(str, statuses))
