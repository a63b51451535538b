"""Groups failures by cause: one bug is one cause, however many cases show it.

Failures of the same severity with the same reply have the same cause if they are of the same check, or if the same place in a
message was changed; or if one of them is known to follow from the other. What shows a cause is the plainest case that was seen
again alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from vodhooks.fuzzer.checks import CHECKS, Expectation, Severity
from vodhooks.fuzzer.failures import RANKS
from vodhooks.payloads.generator import UNKNOWN_PROPERTY
from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.checks import Check
    from vodhooks.fuzzer.failures import Failure

__all__ = ["FailureGroup", "group_failures", "plainness"]

_Key: TypeAlias = tuple[str, ...]
"""Severity, if it matters, and name of a check."""

_ORDER = {name: number for number, name in enumerate(CHECKS)}


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """Failures with the same cause.

    Attributes:
        severity: what they do.
        check: what shows it most plainly.
        failures: all of them; the first, of that check, shows it most plainly.
        also: the other checks that they are failures of.
    """

    severity: Severity
    check: Check
    failures: tuple[Failure, ...]
    also: tuple[Check, ...] = ()

    @property
    def name(self) -> str:
        """A stable name, such as `lets strangers in: signature/wrong`."""
        return f"{self.severity}: {self.check.name}"

    @property
    def names(self) -> frozenset[str]:
        """Its name, and what it would be called by the other checks."""
        return frozenset(f"{self.severity}: {check.name}" for check in (self.check, *self.also))

    @property
    def is_advisory(self) -> bool:
        """Whether it is reported, and nothing fails for it."""
        return all(failure.is_advisory for failure in self.failures)

    @property
    def places(self) -> Mapping[str, int]:
        """How many cases there are for each place in a message that was changed."""
        return Counter(
            failure.result.case.place for failure in self.failures if failure.result.case.place
        )


def group_failures(failures: Iterable[Failure], cases: Iterable[Case]) -> list[FailureGroup]:
    """Group failures by cause, the worst first, and among those the plainest.

    Args:
        failures: what was found.
        cases: the cases that have run.
    """
    found, tried = list(failures), list(cases)
    explained = _explained(found, tried)
    failing = _failing(found, tried)
    clusters = _Clusters()
    for one in found:
        if id(one) not in explained:
            clusters.join(_keys(one))
    grouped: dict[_Key, list[Failure]] = {}
    for one in found:
        key = _keys(explained.get(id(one), one))[0]
        grouped.setdefault(clusters.root(key), []).append(one)
    groups = [_group(several, explained, failing) for several in grouped.values()]
    return sorted(
        groups,
        key=lambda group: (RANKS[group.severity], group.is_advisory, plainness(group.failures[0])),
    )


class _Clusters:
    """Sets of keys that belong together."""

    def __init__(self) -> None:
        self._above: dict[_Key, _Key] = {}

    def root(self, key: _Key) -> _Key:
        while (above := self._above.setdefault(key, key)) != key:
            key = above
        return key

    def join(self, keys: Sequence[_Key]) -> None:
        first, *others = map(self.root, keys)
        for other in others:
            self._above[self.root(other)] = self.root(first)


def _keys(one: Failure) -> list[_Key]:
    """Return what a failure has in common with all others of its cause, the first with those of its own check."""
    if one.cause is not None:
        return [("", one.check.name)]
    case, check = one.result.case, one.check
    if check.waits:
        return [("", "waits")]
    if isinstance(one.result.attack, Script) or check.expectation is Expectation.KEEP_QUIET:
        return [("", check.name)]
    keys: list[_Key] = [(one.severity, one.reply, check.name)]
    if case.place:
        keys.append((one.severity, one.reply, case.message, case.place))
    step = _STEPS.get(check.name) or _STEPS.get(check.folder)
    if one.severity in _FALLING and step:
        keys.append((one.severity, one.reply, step))
    if check.name in _BY_BYTES and one.severity is Severity.REPEATS:
        keys.append((one.severity, "by bytes"))
    if check.name in _AGAIN and one.answer is not None:
        keys.append((one.severity, one.reply, _AGAIN_KEY))
    return keys


_FALLING = frozenset({Severity.CRASHES, Severity.FAILS})

_AGAIN = frozenset(
    f"repeat/{name}"
    for name in (
        "same",
        "signed-afresh",
        "rewritten",
        "at-once",
        "other-body",
        "other-bodies-at-once",
    )
)
"""Checks that deliver an event that the receiver has stored already."""

_BY_BYTES = frozenset({"repeat/signed-afresh", "repeat/rewritten"})
"""Checks of receivers that tell events apart by the bytes that they arrived as."""

_AGAIN_KEY = "repeat/again"
"""What they have in common."""

_STEPS = {
    "syntax/": "parsing",
    "signature/": "authenticating",
    "contract/signature": "authenticating",
    "generated/unsigned": "authenticating",
    **dict.fromkeys(("contract/number", "size/number", "repeat/integers"), "keeping numbers"),
}
"""The step of a receiver that reads what checks, or folders of them, change: where it crashes, it crashes for all of them."""


def _explained(failures: Sequence[Failure], cases: Iterable[Case]) -> dict[int, Failure]:
    """Return by its id what each failure follows from, where it follows from the failure of another check on its channel."""
    failing = _failing(failures, cases)
    first: dict[_Key, Failure] = {}
    for one in failures:
        names = [one.check.name]
        if one.check.name in _AGAIN:
            names.append(_AGAIN_KEY)
        if one.check.folder == "contract/":
            names.append(_of_contract(one.check))
        for name in names:
            first.setdefault((one.severity, one.result.case.channel, name), one)
            first.setdefault((one.severity, one.result.case.channel, one.reply, name), one)
    above = {
        id(one): root
        for one in failures
        if one.cause is None and not one.check.waits
        if (root := _root(one, first, failing)) is not None and root.check.name != one.check.name
    }
    explained: dict[int, Failure] = {}
    for number, root in above.items():
        seen = {number}
        last = root
        while id(last) in above and id(last) not in seen:
            seen.add(id(last))
            last = above[id(last)]
        explained[number] = last
    return {number: root for number, root in explained.items() if id(root) not in explained}


def _root(
    one: Failure, first: Mapping[_Key, Failure], failing: Collection[tuple[Severity, str, str]]
) -> Failure | None:
    """Return the failure that explains one, if there is one: of the check that implies it, or with the same reply."""
    channel = one.result.case.channel
    above = one.check.implied_by
    if above and (one.severity, channel, above) in failing:
        return first[one.severity, channel, above]
    for name, is_certain in _explaining(one):
        root = first.get((one.severity, channel, one.reply, name))
        if root is not None and root.check.implied_by == one.check.name:
            continue
        if root is not None and (is_certain or (one.severity, channel, name) in failing):
            return root
    return None


def _explaining(one: Failure) -> Iterator[tuple[str, bool]]:
    """Yield what would explain a failure if it failed in the same way on its channel, and whether a single case of it would."""
    if one.check.expectation is Expectation.ACCEPT:
        # All but payloads that were changed are deliveries of a sample.
        yield "contract/sample", one.check.folder not in {"contract/", "generated/"}
    if one.check.expectation is Expectation.DENY:
        yield from (("signature/wrong", False), ("token/wrong", False))
    if one.check.folder == "generated/":
        yield _of_contract(one.check), one.check.expectation is Expectation.ACCEPT
    if one.is_copy:
        yield _AGAIN_KEY, True
    if _has_unknown_member(one):
        yield "contract/unknown-member", True


def _of_contract(check: Check) -> str:
    """Return the key of the failures of payloads that were changed on purpose, and of which the same is expected."""
    return f"contract/ to {check.expectation}"


def _has_unknown_member(one: Failure) -> bool:
    attack = one.result.attack
    if not isinstance(attack, RequestBatch):
        return False
    return any(UNKNOWN_PROPERTY.encode() in request.body for request in attack.every_request)


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


def _group(
    failures: Sequence[Failure],
    explained: Collection[int],
    failing: Collection[tuple[Severity, str, str]],
) -> FailureGroup:
    def rank(one: Failure) -> tuple[bool, bool, bool, tuple[int, int, int, int]]:
        # An odd case of a check that passes otherwise is a poor name for a cause.
        is_odd = (one.severity, one.result.case.channel, one.check.name) not in failing
        return not one.confirmed, id(one) in explained, is_odd, plainness(one)

    ordered = sorted(failures, key=rank)
    checks = {one.check.name: one.check for one in ordered}
    first = ordered[0]
    return FailureGroup(
        min((one.severity for one in failures), key=RANKS.__getitem__),
        first.check,
        tuple(ordered),
        tuple(check for name, check in checks.items() if name != first.check.name),
    )


def plainness(one: Failure) -> tuple[int, int, int, int]:
    """Order failures by how much it takes to show them: the fewest deliveries, the first check, the smallest request."""
    attack = one.result.attack
    if isinstance(attack, RequestBatch):
        bytes_sent = sum(len(request.body) for request in attack.every_request)
        return 0, len(attack.every_request), _ORDER.get(one.check.name, 0), bytes_sent
    steps = [step for step in attack.steps if isinstance(step, bytes)]
    return 1, attack.connections, _ORDER.get(one.check.name, 0), sum(map(len, steps))
