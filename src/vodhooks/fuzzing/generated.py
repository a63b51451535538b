"""The cases of the generated layer: payloads that schemathesis makes from the contract, each judged by the contract itself.

It makes them in two rounds: the samples and what each rule of each schema suggests, then valid payloads at random. They are
signed afresh, as in every case; a signature that is broken on purpose stays broken.
"""

from __future__ import annotations

import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.decoding import decode
from vodhooks.errors import FuzzingError, NotJson, clip
from vodhooks.fuzzing.attacks.making import case
from vodhooks.fuzzing.cases import Expectation, Family
from vodhooks.fuzzing.flattening import flat
from vodhooks.fuzzing.judging import Harm, finding
from vodhooks.fuzzing.payloads import broken_members, broken_rule, keeps_contract, prepared
from vodhooks.fuzzing.relaying import relay
from vodhooks.fuzzing.running import tried
from vodhooks.fuzzing.shrinking import shrunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.decoding import JsonValue
    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case
    from vodhooks.fuzzing.judging import Tried
    from vodhooks.fuzzing.profiles import Profile
    from vodhooks.fuzzing.targets import Target
    from vodhooks.sending.requests import Request

__all__ = ["FAMILIES", "case_of", "generated", "is_generated"]

NONE_ACCEPTED = Family(
    "generated/none-accepted",
    Expectation.ACCEPT,
    "any valid payload of a channel",
    "Of the generated payloads that keep the contract not one was accepted.",
    implied_by="contract/sample",
)
VALID = Family(
    "generated/valid",
    Expectation.ACCEPT,
    "a generated payload that keeps the contract",
    "The contract allows it, so that the vendor may send it.",
    implied_by=NONE_ACCEPTED.name,
)
INVALID = Family(
    "generated/invalid",
    Expectation.REFUSE,
    "a generated payload that breaks the contract",
    "The vendor does not send it, and whoever reads the event later is not prepared for it.",
)
UNSIGNED = Family(
    "generated/unsigned",
    Expectation.DENY,
    "a generated payload whose signature is none",
    "Only the vendor can sign; what is no signature is a stranger's.",
    implied_by="signature/wrong",
)
FAMILIES = (NONE_ACCEPTED, VALID, INVALID, UNSIGNED)
"""The families of the generated layer."""

_FOLDER = "generated/"

_EXAMPLES = 30
"""How many random payloads are asked for by second that the layer may take: what is made in a third of the time."""

_GRACE = 3.0
"""How many times longer than asked for the first round may take before it is cut off, as on a slow machine."""

_OVER = object()

_SHRINKING = 200
"""How many smaller payloads are tried for what comes out wrong."""


def generated(
    aims: Mapping[str, Aim],
    target: Target,
    profile: Profile,
    *,
    seconds: float,
    seed: int,
    examples: int | None = None,
) -> Iterator[Tried]:
    """Try what schemathesis makes, and yield each case as it has been tried.

    What a receiver got wrong comes last, and of several cases that show the same only the smallest: the same harm on the
    same channel, by the same rule of the contract. A channel that accepted nothing has a case of its own that says so.

    Args:
        aims: what lets deliveries in, by channel.
        target: where to deliver.
        profile: what the receiver does differently.
        seconds: how long it may take. The first round, of some seconds, is tried in full all the same.
        seed: of the random payloads. The same seed gives the same cases, unless time runs out.
        examples: how many random payloads are asked for on each channel; None: as many as there should be time for.

    Raises:
        FuzzingError: schemathesis could not do its job, or no valid payload was tried on some channel.
    """
    start = time.monotonic()
    ledger = _Ledger(aims, target, profile)
    document = flat(aim.channel for aim in aims.values())
    number = max(1, round(seconds * _EXAMPLES / len(aims))) if examples is None else examples
    rounds = (
        (["--phases", "examples,coverage"], start + seconds * _GRACE),
        (["--phases", "fuzzing", "--max-examples", str(number)], start + seconds),
    )
    for phases, end in rounds:
        with closing(relay(document, [*phases, "--seed", str(seed)], ledger.take)) as requests:
            while time.monotonic() < end and next(requests, _OVER) is not _OVER:
                yield from ledger.fine()
    yield from ledger.fine()
    yield from ledger.wrong()


def is_generated(name: str) -> bool:
    """Whether a case's name is one of the generated layer."""
    return name.partition("/")[2].startswith(_FOLDER)


def case_of(name: str) -> Case:
    """Return the generated case of a name. It holds all that there is to know: the family and the payload.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        FuzzingError: it is no name of a generated case.
    """
    channel, _, rest = name.partition("/")
    families = [family for family in FAMILIES if family.name == rest.rpartition("/")[0]]
    try:
        return _case(families[0], channel_of(channel), _payload(name))
    except (IndexError, ValueError):
        raise FuzzingError(f"no generated case is called {clip(name)}") from None


def _case(family: Family, channel: Channel, payload: JsonValue) -> Case:
    """Return the case of a payload that has been prepared."""
    broken = broken_members(channel.name, payload)

    def attack(aim: Aim) -> Request:
        members = payload
        if isinstance(payload, dict) and aim.signer is not None:
            kept = {name: value for name, value in payload.items() if name in broken}
            members = {**{name: value for name, value in aim.signed(payload).items() if name not in broken}, **kept}
        return aim.request(orjson.dumps(members))

    return case(channel, family, urlsafe_b64encode(orjson.dumps(payload)).decode(), attack)


def _family(aim: Aim, payload: JsonValue) -> Family | None:
    """Return the family of a payload that has been prepared, or None where receivers may differ."""
    valid = keeps_contract(aim.channel.name, payload)
    if valid is None or valid:
        return VALID if valid else None
    return UNSIGNED if aim.signer is not None and broken_members(aim.channel.name, payload) else INVALID


@dataclass(frozen=True, slots=True)
class _Kind:
    """What findings have in common of which one will do."""

    harm: Harm
    channel: str
    rule: str


class _Ledger:
    """Tries payloads as they come, and keeps account of what came out."""

    def __init__(self, aims: Mapping[str, Aim], target: Target, profile: Profile) -> None:
        self._aims = {aim.channel.path: aim for aim in aims.values()}
        self._target = target
        self._profile = profile
        self._fine: list[Tried] = []
        self._wrong: dict[_Kind, Tried] = {}
        self._valid: dict[str, Tried] = {}
        self._accepting: set[str] = set()

    def take(self, path: str, body: bytes) -> None:
        """Try a body."""
        try:
            made = decode(body)
        except NotJson:
            return  # for those who attack the syntax
        aim = self._aims[path]
        payload = prepared(aim.channel.name, made)
        family = _family(aim, payload)
        if family is None:
            return
        result = self._tried(aim, family, payload)
        if family is VALID:
            self._note(result, aim.channel)
        kind = self._kind(result, payload)
        if kind is None:
            self._fine.append(result)
        else:
            self._wrong[kind] = min(result, self._wrong.get(kind, result), key=_size)

    def fine(self) -> Iterator[Tried]:
        """Yield what has come out right since the last time."""
        fine, self._fine = self._fine, []
        yield from fine

    def wrong(self) -> Iterator[Tried]:
        """Yield what has come out wrong, the smallest of each harm, channel and family made smaller still.

        Raises:
            FuzzingError: no valid payload was tried on some channel, so that nothing can be said of it.
        """
        seen: set[tuple[Harm, str, str]] = set()
        for kind, result in sorted(self._wrong.items(), key=lambda item: _size(item[1])):
            group = (kind.harm, kind.channel, result.case.family.name)
            # What is slow today may be fast tomorrow: nothing to make smaller.
            yield result if group in seen or kind.harm is Harm.SLOW else self._shrunk(kind, result)
            seen.add(group)
        for channel in [aim.channel.name for aim in self._aims.values()]:
            if channel not in self._valid:
                raise FuzzingError(f"{channel}: no valid payload was generated in time; allow more seconds")
            if channel not in self._accepting:
                result = self._valid[channel]
                told = case_of(result.case.name.replace(VALID.name, NONE_ACCEPTED.name))
                yield replace(result, case=replace(told, family=self._profile.expects(told.family)))

    def _tried(self, aim: Aim, family: Family, payload: JsonValue) -> Tried:
        return tried(_case(self._profile.expects(family), aim.channel, payload), self._target, aim, self._profile)

    def _note(self, result: Tried, channel: Channel) -> None:
        """Note whether a valid payload was accepted, and which is the smallest."""
        self._valid[channel.name] = min(result, self._valid.get(channel.name, result), key=_size)
        if {answer.status for answer in result.answers} <= set(self._profile.successes(channel)):
            self._accepting.add(channel.name)

    def _kind(self, result: Tried, payload: JsonValue) -> _Kind | None:
        """Return what is wrong, or None."""
        found = finding(result, self._profile)
        if found is None:
            return None
        return _Kind(found.harm, result.case.channel, broken_rule(result.case.channel, payload))

    def _shrunk(self, kind: _Kind, result: Tried) -> Tried:
        aim = next(aim for aim in self._aims.values() if aim.channel.name == kind.channel)
        smallest = result

        def shows(candidate: JsonValue) -> bool:
            nonlocal smallest
            payload = prepared(kind.channel, candidate)
            family = _family(aim, payload)
            if family is None or family.name != result.case.family.name:
                return False
            other = self._tried(aim, family, payload)
            if self._kind(other, payload) != kind:
                return False
            smallest = other
            return True

        shrunk(_payload(result.case.name), shows, _SHRINKING)
        return smallest


def _size(result: Tried) -> tuple[int, str]:
    return len(result.case.name), result.case.name


def _payload(name: str) -> JsonValue:
    """Return the payload that a case's name holds."""
    payload: JsonValue = orjson.loads(urlsafe_b64decode(name.rpartition("/")[2]))
    return payload
