"""Tries cases on a target: many at a time where they do not disturb one another, alone where they count or compete."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from vodhooks.fuzzing.cases import Script
from vodhooks.fuzzing.effects import Counter, Effects
from vodhooks.fuzzing.judging import Harm, Tried, finding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case, Family, Volley
    from vodhooks.fuzzing.profiles import Profile
    from vodhooks.fuzzing.targets import Answer, Target

__all__ = ["Effects", "run", "tried"]

THREADS = 16
"""How many cases are tried at a time: as many as share a transaction of a receiver that waits for its disk."""

_LOCKED_OUT = frozenset({Harm.SLOW, Harm.CRASHES})
"""What becomes of a delivery that is not served. One that is answered, however wrongly, has been served."""

ENOUGH = 16
"""After how many slow answers on a channel nothing more is tried there: each costs all the patience there is."""


def run(
    cases: Iterable[Case],
    target: Target,
    aims: Mapping[str, Aim],
    profile: Profile,
    effects: Effects | None = None,
) -> Iterator[Tried]:
    """Try cases, and yield each as it has been tried: those that want to be alone first, and scripts last.

    Scripts are played beside all other cases and one another, for most of them wait. Where a receiver is found not to serve
    anybody while clients stall, they are played one by one, without those that this explains.

    Cases that a target cannot try, such as scripts without sockets, are left out, and so is what remains of a channel on which
    one answer after the other is slow.

    Args:
        cases: what to try.
        target: where to deliver.
        aims: what lets deliveries in, by channel.
        profile: what the receiver does differently.
        effects: counts the events in the receiver's store.
    """
    chosen = [case for case in cases if target.sockets or not case.script]

    def attempt(case: Case) -> Tried:
        return tried(case, target, aims[case.channel], profile)

    counter = Counter(effects) if effects else None
    slow: dict[str, int] = dict.fromkeys(aims, 0)

    def remaining(cases: Iterable[Case]) -> Iterator[Case]:
        return (case for case in cases if slow[case.channel] < ENOUGH)

    def harm_of(result: Tried) -> Harm | None:
        """Return what a case has shown, and count what was slow."""
        found = finding(result, profile)
        slow[result.case.channel] += found is not None and found.harm is Harm.SLOW
        return found.harm if found else None

    blocked: set[str] = set()
    for case in remaining(sorted((case for case in chosen if case.alone), key=lambda case: not case.script)):
        result = tried(case, target, aims[case.channel], profile, counter)
        if harm_of(result) in _LOCKED_OUT and case.script:
            blocked.add(case.family.name)
        yield result
    scripts = [case for case in chosen if case.script and not case.alone]
    with ThreadPoolExecutor(len(scripts) or 1, thread_name_prefix="script") as stage:
        try:
            played = [] if blocked else [stage.submit(attempt, case) for case in scripts]
            for result in _crowd(remaining(case for case in chosen if not case.script and not case.alone), attempt):
                harm_of(result)
                yield result
            yield from (future.result() for future in played)
        finally:
            target.stop()  # what is still being played has nobody left who waits for it
    if blocked:
        families = {case.family.name: case.family for case in chosen}
        yield from (attempt(case) for case in scripts if not _is_explained(case.family, blocked, families))


def tried(case: Case, target: Target, aim: Aim, profile: Profile, counter: Counter | None = None) -> Tried:
    """Try one case on a target that can.

    Args:
        case: the case.
        target: where to deliver.
        aim: what lets deliveries in on its channel.
        profile: what the receiver does differently.
        counter: counts the events in the receiver's store; nothing else may be delivered meanwhile.
    """
    attack = case.attack(aim)
    if isinstance(attack, Script):
        return Tried(case, attack, tuple(target.play(attack, profile.patience)))
    if counter is None or attack.stored is None:
        return Tried(case, attack, _answers(attack, target, afresh=case.alone))
    before = counter.now()
    answers = _answers(attack, target, afresh=case.alone)
    return Tried(case, attack, answers, counter.settled(before + attack.stored[0]) - before)


def _crowd(cases: Iterable[Case], attempt: Callable[[Case], Tried]) -> Iterator[Tried]:
    """Try several cases at a time, and yield them in their order."""
    with ThreadPoolExecutor(THREADS, thread_name_prefix="fuzz") as threads:
        waiting: deque[Future[Tried]] = deque()
        for case in cases:
            waiting.append(threads.submit(attempt, case))
            if len(waiting) > 2 * THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _is_explained(family: Family, failed: Collection[str], families: Mapping[str, Family]) -> bool:
    """Whether the failure of a family follows from what has failed."""
    above = family.implied_by
    while above is not None and above not in failed:
        above = families[above].implied_by if above in families else None
    return above is not None


def _answers(volley: Volley, target: Target, *, afresh: bool) -> tuple[Answer, ...]:
    if volley.together:
        return tuple(target.together(volley.requests))
    return tuple(target.send(request, afresh=afresh) for request in volley.requests)
