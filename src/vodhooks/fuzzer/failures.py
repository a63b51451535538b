"""Turns answers into failures: what a receiver got wrong, how bad that is, and which failures have the same cause."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import channel as channel_of
from vodhooks.fuzzer.checks import Expectation, Severity
from vodhooks.pointers import ABSENT, pointer_of, resolve
from vodhooks.vendor.scripts import Script
from vodhooks.vendor.transports import TOO_MANY_REQUESTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vodhooks.fuzzer.attacks.cases import Attack, Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.connections import Answer

__all__ = ["CaseResult", "Failure", "FailureGroup", "failure", "group_failures"]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case that has run.

    Attributes:
        case: the case, with the expectation that the profile has of it.
        attack: what was sent.
        answers: what came back, in the order of the requests.
        stored: how many events the store has more than before, or None where that was not counted.
        newest: the payload of the event that was stored last, or ABSENT where it was not read back.
        fetched: the places of the URLs in the payload that were asked for.
    """

    case: Case
    attack: Attack
    answers: tuple[Answer, ...]
    stored: int | None = None
    newest: Any = ABSENT
    fetched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that a receiver got wrong.

    Attributes:
        severity: what it does to the receiver's owner.
        result: the case, what was sent and what came back.
        answer: the answer that gave it away, or None where the number of stored events did.
        observed: what happened, in words.
    """

    severity: Severity
    result: CaseResult
    answer: Answer | None
    observed: str

    @property
    def check(self) -> Check:
        """What the case checks."""
        return self.result.case.check


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """Findings with the same cause.

    Attributes:
        severity: what they do.
        check: what shows it most plainly.
        failures: those of that check, the smallest request first.
        also: checks whose failures follow from it.
    """

    severity: Severity
    check: Check
    failures: tuple[Failure, ...]
    also: tuple[Check, ...] = ()

    @property
    def name(self) -> str:
        """A stable name, such as `lets strangers in: signature/wrong`."""
        return f"{self.severity}: {self.check.name}"


def failure(result: CaseResult, profile: Profile) -> Failure | None:
    """Return what a receiver got wrong in a case: the worst of it, or None."""
    if any(answer.status == TOO_MANY_REQUESTS for answer in result.answers):
        return None  # neither a refusal nor a failure: it came too fast
    wrong = [
        found
        for answer in result.answers
        if (found := _of_answer(result, answer, profile)) is not None
    ]
    if result.fetched:
        places = " and ".join(result.fetched[:3])
        words = f"asked for the URL at {places}"
        wrong.append(Failure(Severity.FETCHES, result, None, words))
    # What was answered wrongly need not have been stored.
    if wrong:
        return min(wrong, key=lambda found: _RANKS[found.severity])
    return _of_count(result, profile) or _of_values(result)


def group_failures(failures: Iterable[Failure], cases: Iterable[Case]) -> list[FailureGroup]:
    """Group failures by cause, the worst first. What another failure on the same channel explains goes under that one.

    Args:
        failures: what was found.
        cases: the cases that have run.
    """
    found = list(failures)
    checks = {one.check.name: one.check for one in found}
    failing = _failing(found, cases)
    shown: dict[tuple[Severity, str], list[Failure]] = {}
    also: dict[tuple[Severity, str], dict[str, Check]] = {}
    for one in found:
        root = one.check
        while (
            root.implied_by and (one.severity, one.result.case.channel, root.implied_by) in failing
        ):
            root = checks[root.implied_by]
        if root.name == one.check.name:
            shown.setdefault((one.severity, root.name), []).append(one)
        else:
            also.setdefault((one.severity, root.name), {})[one.check.name] = one.check
    groups = [
        FailureGroup(
            severity,
            checks[name],
            tuple(sorted(several, key=_size)),
            tuple(also.get((severity, name), {}).values()),
        )
        for (severity, name), several in shown.items()
    ]
    return sorted(groups, key=lambda group: (_RANKS[group.severity], group.check.name))


def _failing(failures: Iterable[Failure], cases: Iterable[Case]) -> set[tuple[Severity, str, str]]:
    """Return by severity, channel and name the checks that have failed in half of their cases: one odd sample explains nothing."""
    numbers = Counter((case.channel, case.check.name) for case in cases)
    failed = Counter(
        (found.severity, found.result.case.channel, found.check.name) for found in failures
    )
    return {
        (severity, channel, name)
        for (severity, channel, name), number in failed.items()
        if 2 * number >= numbers[channel, name]
    }


_REFUSED = frozenset({Expectation.REFUSE, Expectation.DENY})
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def _of_answer(result: CaseResult, answer: Answer, profile: Profile) -> Failure | None:
    check = result.case.check
    if answer.status is None:
        return _of_silence(result, answer, profile)
    said = f"answered {answer.status}"
    if answer.status >= 500:
        return Failure(Severity.FAILS, result, answer, said)
    if check.expectation is Expectation.ACCEPT:
        success = profile.successes(channel_of(result.case.channel))
        if answer.status not in success:
            severity = Severity.REFUSES if answer.status in profile.refusals else check.severity
            return Failure(
                severity,
                result,
                answer,
                f"{said}; only {_listed(success)} is success to the vendor",
            )
    elif check.expectation in _REFUSED and answer.status not in profile.refusals:
        return Failure(check.severity, result, answer, said)
    if answer.seconds > _limit(result, profile):
        return Failure(Severity.SLOW, result, answer, f"{said} after {answer.seconds:.1f} s")
    return None


def _limit(result: CaseResult, profile: Profile) -> float:
    """Return how many seconds an answer may take: longer where the request itself takes its time."""
    return (
        profile.patience
        if isinstance(result.attack, Script) and result.attack.meanwhile is None
        else profile.slow
    )


def _of_silence(result: CaseResult, answer: Answer, profile: Profile) -> Failure | None:
    if answer.fault == "timed out":
        return Failure(Severity.SLOW, result, answer, f"did not answer in {answer.seconds:.1f} s")
    if (
        answer.fault == "broken off"
        and result.case.check.may_close
        and answer.seconds <= profile.patience
    ):
        return None
    words = (
        "ended the connection without an answer"
        if answer.fault == "broken off"
        else "took no connection"
    )
    return Failure(Severity.CRASHES, result, answer, words)


def _of_count(result: CaseResult, profile: Profile) -> Failure | None:
    """Return a failure by the number of stored events, where that was counted and says something."""
    allowed = getattr(result.attack, "stored", None)
    if result.stored is None or allowed is None:
        return None
    least, most = allowed
    success = profile.successes(channel_of(result.case.channel))
    if result.case.check.expectation is Expectation.SURVIVE and not all(
        answer.status in success for answer in result.answers
    ):
        least = 0  # it may be refused, and what is refused is not stored
    observed = f"stored {result.stored} events instead of {least if least == most else f'{least} to {most}'}"
    if result.stored < least:
        return Failure(Severity.LOSES, result, None, observed)
    if result.stored > most:
        unauthenticated = result.case.check.expectation is Expectation.DENY
        return Failure(
            Severity.LETS_IN if unauthenticated else Severity.REPEATS, result, None, observed
        )
    return None


def _of_values(result: CaseResult) -> Failure | None:
    """Return a failure by the event that was stored last, where it was read back and a value has become another."""
    for place, sent in getattr(result.attack, "values", {}).items():
        kept = ABSENT if result.newest is ABSENT else resolve(result.newest, place)
        if kept is not ABSENT and kept != sent and kept != str(sent):
            words = f"stored {str(kept)[:40]} instead of {sent} at {pointer_of(place)}"
            return Failure(Severity.LOSES, result, None, words)
    return None


def _size(found: Failure) -> tuple[int, str]:
    """Order failures by the size of what shows them."""
    requests = getattr(found.result.attack, "requests", ())
    return sum(len(request.body) for request in requests), found.result.case.name


def _listed(statuses: Sequence[int]) -> str:
    return " or ".join(map(str, statuses))
