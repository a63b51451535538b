"""Turns answers into failures: what a receiver got wrong, and how bad that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import channel as channel_of
from vodhooks.fuzzer.checks import CHECKS, Expectation, Severity
from vodhooks.pointers import ABSENT, pointer_of, resolve
from vodhooks.reports import quantity
from vodhooks.vendor.scripts import Script
from vodhooks.vendor.transports import TOO_MANY_REQUESTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vodhooks.fuzzer.attacks.cases import Attack, Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.connections import Answer

__all__ = ["RANKS", "CaseResult", "Failure", "came_too_fast", "failure"]


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
        at_rest: whether the number was read when it did not change any more.
    """

    case: Case
    attack: Attack
    answers: tuple[Answer, ...]
    stored: int | None = None
    newest: Any = ABSENT
    fetched: tuple[str, ...] = ()
    at_rest: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that a receiver got wrong.

    Attributes:
        severity: what it does to the receiver's owner.
        result: the case, what was sent and what came back.
        answer: the answer that gave it away, or None where what the receiver stored or fetched did.
        observed: what happened, in words.
        cause: what it is a failure of, where that is not what the case checks; None: it is.
        confirmed: whether it was seen again when the case was tried again, alone on a new connection.
        is_copy: whether its case delivers the same event each time, so that it may have been delivered before.
        again: names of the cases that show it only together; None: its own case does; empty: all of them.
    """

    severity: Severity
    result: CaseResult
    answer: Answer | None
    observed: str
    cause: Check | None = None
    confirmed: bool = False
    is_copy: bool = False
    again: tuple[str, ...] | None = None

    @property
    def check(self) -> Check:
        """What it is a failure of."""
        return self.cause or self.result.case.check

    @property
    def is_advisory(self) -> bool:
        """Whether it is reported, and nothing fails for it."""
        return self.check.advisory

    @property
    def reply(self) -> str:
        """What the receiver did, for comparing: a status, a fault, or what it stored or fetched."""
        if self.answer is None:
            return "stored" if self.is_counted else "fetched"
        return str(self.answer.status or self.answer.fault)

    @property
    def is_counted(self) -> bool:
        """Whether only what the receiver has stored gave it away."""
        return self.answer is None and self.severity is not Severity.FETCHES


def came_too_fast(result: CaseResult) -> bool:
    """Whether a receiver has answered that there were too many requests, so that a case tells nothing."""
    return any(answer.status == TOO_MANY_REQUESTS for answer in result.answers)


def failure(result: CaseResult, profile: Profile) -> Failure | None:
    """Return what a receiver got wrong in a case: the worst of it, or None."""
    if came_too_fast(result):
        return None  # neither a refusal nor a failure
    if _is_without_control(result, profile):
        return None
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
        return min(wrong, key=lambda found: RANKS[found.severity])
    if _is_relaxed(result.case.check):
        return None
    return _of_count(result, profile) or _of_values(result)


def _is_without_control(result: CaseResult, profile: Profile) -> bool:
    """Whether not even the delivery was taken without which the others tell nothing."""
    success = profile.successes(channel_of(result.case.channel))
    return getattr(result.attack, "has_control", False) and result.answers[0].status not in success


_REFUSED = frozenset({Expectation.REFUSE, Expectation.DENY})
RANKS = {severity: rank for rank, severity in enumerate(Severity)}
"""How bad a severity is: 0 is the worst."""


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
    if not isinstance(result.attack, Script) or result.attack.meanwhile is not None:
        return profile.slow
    return profile.patience if result.case.check.waits else profile.timeout


def _of_silence(result: CaseResult, answer: Answer, profile: Profile) -> Failure | None:
    if answer.fault == "timed out":
        return Failure(Severity.SLOW, result, answer, f"did not answer in {answer.seconds:.1f} s")
    if (
        answer.fault == "broken off"
        and result.case.check.may_close
        and answer.seconds <= (profile.patience if result.case.check.waits else profile.timeout)
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
    observed = f"stored {quantity(result.stored, 'event')} instead of {least if least == most else f'{least} to {most}'}"
    if result.stored < least:
        return Failure(Severity.LOSES, result, None, observed)
    if result.stored > most:
        unauthenticated = result.case.check.expectation is Expectation.DENY
        return Failure(
            Severity.LETS_IN if unauthenticated else Severity.REPEATS, result, None, observed
        )
    return None


def _is_relaxed(check: Check) -> bool:
    """Whether a profile says that a case of a check need only be survived; then what is stored does not count either."""
    known = CHECKS.get(check.name, check)
    return check.expectation is Expectation.SURVIVE and known.expectation is not check.expectation


def _of_values(result: CaseResult) -> Failure | None:
    """Return a failure by the event that was stored last, where it was read back and a value has become another."""
    for place, sent in getattr(result.attack, "values", {}).items():
        kept = ABSENT if result.newest is ABSENT else resolve(result.newest, place)
        if kept is not ABSENT and kept != sent and kept != str(sent):
            words = f"stored {str(kept)[:40]} instead of {sent} at {pointer_of(place)}"
            return Failure(Severity.LOSES, result, None, words)
    return None


def _listed(statuses: Sequence[int]) -> str:
    return " or ".join(map(str, statuses))
