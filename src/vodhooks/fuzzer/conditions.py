"""Under which conditions a case is tried that does not fail alone on a new connection: among others, behind others, often."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from enum import StrEnum
from itertools import repeat
from typing import TYPE_CHECKING

from vodhooks.fuzzer.checks import CHECKS
from vodhooks.fuzzer.failures import CaseResult, failure
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.transports import Transport

__all__ = ["Condition", "case_under", "run_under"]

CROWD = 16
"""How many deliveries are made at a time."""

TRIES_IN_CROWD = 64
"""How often a case is tried in a crowd."""

TRIES = 8
"""How often a case is tried alone that has failed once."""


class Condition(StrEnum):
    """What else is the case when a case is tried. Its name is the end of the case's name, behind an @."""

    REUSED_CONNECTION = "reused-connection"
    """It is not the first delivery on its connection."""
    UNDER_LOAD = "under-load"
    """Other deliveries are made at the same time."""
    SOMETIMES = "sometimes"
    """None: it is tried several times."""

    @property
    def check(self) -> Check:
        """The check of what fails under this condition alone."""
        return CHECKS[f"run/{self}"]


def case_under(case: Case, condition: Condition) -> Case:
    """Return a case as it is tried under a condition."""
    argument = case.argument and f"{case.argument}@{condition}"
    return replace(case, name=f"{case.name}@{condition}", condition=condition, argument=argument)


def run_under(
    case: Case,
    transport: Transport,
    endpoint: Endpoint,
    profile: Profile,
    alone: Callable[[], CaseResult],
) -> CaseResult:
    """Try a case under its condition until it fails, or often enough, and return the last try.

    Args:
        case: the case.
        transport: where to deliver.
        endpoint: what lets deliveries in on its channel.
        profile: what the receiver does differently.
        alone: tries the case alone on a new connection.
    """
    condition = Condition(case.condition)
    attack = case.attack(endpoint)
    if condition is Condition.SOMETIMES or not isinstance(attack, RequestBatch):
        tries: Iterator[CaseResult] = (alone() for _ in repeat(None, TRIES))
    elif condition is Condition.REUSED_CONNECTION:
        tries = _behind_others(case, transport, endpoint)
    else:
        tries = _in_crowd(case, transport, endpoint)
    result = CaseResult(case, attack, ())
    for result in tries:
        if failure(result, profile) is not None:
            break
    return result


def _behind_others(case: Case, transport: Transport, endpoint: Endpoint) -> Iterator[CaseResult]:
    """Try a case behind a delivery that is accepted, one that is not JSON and one of a stranger, on one connection each."""
    others = [endpoint.delivery(), endpoint.request(b"this is no JSON")]
    if endpoint.unauthenticated is not None:
        others.append(endpoint.unauthenticated.delivery())
    for other in others:
        (request, *_) = _requests(case, endpoint)
        _, *answers = transport.in_turn([other, request])
        yield CaseResult(case, RequestBatch((request,)), tuple(answers))


def _in_crowd(case: Case, transport: Transport, endpoint: Endpoint) -> Iterator[CaseResult]:
    """Try a case many times, and make a valid delivery beside each."""

    def attempt(request: Request) -> CaseResult:
        answer = transport.send(request, afresh=True)
        return CaseResult(case, RequestBatch((request,)), (answer,))

    with ThreadPoolExecutor(CROWD, thread_name_prefix="crowd") as threads:
        pending = []
        for _ in repeat(None, TRIES_IN_CROWD):
            threads.submit(transport.send, endpoint.delivery(), afresh=True)
            pending += [
                threads.submit(attempt, request) for request in _requests(case, endpoint)[:1]
            ]
        try:
            for future in pending:
                yield future.result()
        finally:
            threads.shutdown(cancel_futures=True)


def _requests(case: Case, endpoint: Endpoint) -> tuple[Request, ...]:
    attack = case.attack(endpoint)
    return attack.requests if isinstance(attack, RequestBatch) else ()
