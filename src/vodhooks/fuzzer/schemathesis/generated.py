"""The cases of the generated layer: payloads that schemathesis makes from the contract, each checked by the contract itself.

It makes them in two rounds: the samples and what each rule of each schema suggests, then valid payloads at random. They are
signed afresh, as in every case; a signature that is broken on purpose stays broken. Of a channel with many messages a run
takes a few, chosen by its seed.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.decoding import decode
from vodhooks.errors import FuzzingError, NotJson, clip
from vodhooks.fuzzer.attacks.cases import case
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.execution import Runner, Verdict
from vodhooks.fuzzer.failures import failure
from vodhooks.fuzzer.schemathesis.document import flat
from vodhooks.fuzzer.schemathesis.relay import relay
from vodhooks.fuzzer.schemathesis.shrinking import shrunk
from vodhooks.fuzzer.schemathesis.verdicts import (
    broken_place,
    broken_rule,
    check_of,
    prepared,
    signed_payload,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.failures import CaseResult, Failure
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.transports import Transport

__all__ = ["FOLDER", "case_of", "generated", "is_generated"]

FOLDER = "generated/"
"""What the names of the layer's checks begin with."""

_EXAMPLES = 30
"""How many random payloads are asked for by second that the layer may take: what is made in a third of the time."""

_GRACE = 3.0
"""How many times longer than asked for the first round may take before it is cut off, as on a slow machine."""

_OVER = object()

_SHRINKING = 200
"""How many smaller payloads are sent for what comes out wrong."""


def generated(
    endpoints: Mapping[str, Endpoint],
    transport: Transport,
    profile: Profile,
    *,
    seconds: float,
    seed: int,
    examples: int | None = None,
    runner: Runner | None = None,
    notes: list[str] | None = None,
) -> Iterator[Verdict]:
    """Run what schemathesis makes, and yield each case when it has run.

    What a receiver got wrong comes last, and of several cases that show the same only the smallest: the same severity on the
    same channel, by the same rule of the contract. A channel that accepted nothing has a case of its own that says so.

    Args:
        endpoints: what lets deliveries in, by channel.
        transport: where to deliver.
        profile: what the receiver does differently.
        seconds: how long it may take. The first round, of some seconds, runs in full all the same.
        seed: of the random payloads. The same seed gives the same cases, unless time runs out.
        examples: how many random payloads are asked for on each channel; None: as many as there should be time for.
        runner: runs the cases; None: one of its own.
        notes: takes in words what could not be done.
    """
    start = time.monotonic()
    runs = runner or Runner(transport, endpoints, profile)
    said = [] if notes is None else notes
    collector = PayloadCollector(endpoints, runs, profile)
    document = flat((endpoint.channel for endpoint in endpoints.values()), seed)
    number = max(1, round(seconds * _EXAMPLES / len(endpoints))) if examples is None else examples
    rounds = (
        (["--phases", "examples,coverage"], start + seconds * _GRACE),
        (["--phases", "fuzzing", "--max-examples", str(number)], start + seconds),
    )
    try:
        for phases, end in rounds:
            arguments = [*phases, "--seed", str(seed)]
            with closing(relay(document, arguments, collector.take)) as requests:
                while (
                    time.monotonic() < end
                    and runs.goes_on
                    and collector.fatal is None
                    and next(requests, _OVER) is not _OVER
                ):
                    yield from collector.fine()
    except FuzzingError as error:
        said.append(str(error))
    yield from collector.fine()
    if collector.fatal is not None:
        yield collector.fatal.result, collector.fatal
    yield from collector.wrong()
    said += collector.untried()


def is_generated(name: str) -> bool:
    """Whether a case's name is one of the generated layer."""
    return name.partition("/")[2].startswith(FOLDER)


def case_of(name: str) -> Case:
    """Return the generated case that a name makes again: the payload as JSON is the end of it.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        FuzzingError: it is no name of a generated case.
    """
    channel, _, rest = name.partition("/")
    check, payload = "/".join(rest.split("/", 2)[:2]), rest.split("/", 2)[2:]
    try:
        if check.startswith(FOLDER) and payload:
            return generated_case(
                CHECKS[check].name, channel_of(channel), decode(payload[0].encode())
            )
    except (KeyError, NotJson, UnicodeEncodeError):
        pass
    raise FuzzingError(
        f"no generated case is called {clip(name)}: its name ends in its payload as JSON"
    )


def generated_case(check: str, channel: Channel, payload: JsonValue) -> Case:
    """Return the case of a payload that has been prepared. Its name is short; what makes it again is its payload."""

    def attack(endpoint: Endpoint) -> Request:
        return endpoint.request(orjson.dumps(signed_payload(endpoint, payload)))

    body = orjson.dumps(payload)
    message, place = broken_place(channel.name, payload)
    made = case(channel, check, sha256(body).hexdigest()[:8], attack, message=message, place=place)
    return replace(made, argument=f"{channel.name}/{check}/{body.decode()}")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What failures have in common of which one will do."""

    severity: Severity
    channel: str
    rule: str


class PayloadCollector:
    """Tries payloads as they come, and keeps what came out.

    Attributes:
        fatal: what has been tried last, if the receiver has accepted nothing since.
    """

    def __init__(self, endpoints: Mapping[str, Endpoint], runner: Runner, profile: Profile) -> None:
        self._endpoints = {endpoint.channel.path: endpoint for endpoint in endpoints.values()}
        self._runner = runner
        self._profile = profile
        self.fatal: Failure | None = None
        self._fine: list[Verdict] = []
        self._wrong: dict[_Kind, tuple[Verdict, JsonValue]] = {}
        self._valid: dict[str, tuple[CaseResult, JsonValue]] = {}
        self._accepting: set[str] = set()

    def take(self, path: str, body: bytes) -> None:
        """Try a body."""
        try:
            made = decode(body)
        except NotJson:
            return  # for those who attack the syntax
        endpoint = self._endpoints[path]
        payload = prepared(endpoint.channel.name, made)
        check = check_of(endpoint, payload)
        if check is None or self._profile.skips(CHECKS[check]) or not self._runner.goes_on:
            return
        verdict = self._tried(endpoint, check, payload)
        if check == "generated/valid":
            self._note(verdict[0], endpoint.channel, payload)
        kind = _kind(verdict, payload)
        if kind is None:
            self._fine.append(verdict)
            return
        if verdict[1] is not None and kind not in self._wrong:
            self.fatal = self._runner.look_after(verdict[1])
        if self.fatal is None:
            shown = (verdict, payload)
            self._wrong[kind] = min(shown, self._wrong.get(kind, shown), key=_size)

    def fine(self) -> Iterator[Verdict]:
        """Yield what has come out right since the last time."""
        fine, self._fine = self._fine, []
        yield from fine

    def wrong(self) -> Iterator[Verdict]:
        """Yield what has come out wrong, the smallest of each severity, channel and check made smaller still."""
        seen: set[tuple[Severity, str, str]] = set()
        for kind, (verdict, payload) in sorted(
            self._wrong.items(), key=lambda item: _size(item[1])
        ):
            group = (kind.severity, kind.channel, verdict[0].case.check.name)
            # What is slow today may be fast tomorrow: nothing to make smaller.
            yield (
                verdict
                if group in seen or kind.severity is Severity.SLOW or not self._runner.goes_on
                else self._shrunk(kind, verdict, payload)
            )
            seen.add(group)
        for channel, (result, payload) in self._valid.items():
            if channel not in self._accepting and not self._runner.is_gone:
                none = generated_case("generated/none-accepted", channel_of(channel), payload)
                case = replace(none, check=self._profile.expects(none.check))
                shown = replace(result, case=case)
                yield shown, failure(shown, self._profile)

    def untried(self) -> list[str]:
        """Say on which channels no valid payload was sent, so that nothing can be said of them."""
        channels = [endpoint.channel.name for endpoint in self._endpoints.values()]
        return [
            f"{channel}: no valid payload was generated in time; allow more seconds"
            for channel in channels
            if channel not in self._valid and self.fatal is None
        ]

    def _tried(self, endpoint: Endpoint, check: str, payload: JsonValue) -> Verdict:
        case = generated_case(check, endpoint.channel, payload)
        return self._runner.attempt(replace(case, check=self._profile.expects(case.check)))

    def _note(self, result: CaseResult, channel: Channel, payload: JsonValue) -> None:
        """Note whether a valid payload was accepted, and which is the smallest."""
        shown = (result, payload)
        self._valid[channel.name] = min(
            shown, self._valid.get(channel.name, shown), key=lambda each: len(each[0].case.argument)
        )
        if {answer.status for answer in result.answers} <= set(self._profile.successes(channel)):
            self._accepting.add(channel.name)

    def _shrunk(self, kind: _Kind, verdict: Verdict, made: JsonValue) -> Verdict:
        endpoint = next(
            endpoint
            for endpoint in self._endpoints.values()
            if endpoint.channel.name == kind.channel
        )
        shown = verdict[0].case
        smallest = verdict

        def shows(candidate: JsonValue) -> bool:
            nonlocal smallest
            payload = prepared(kind.channel, candidate)
            check = check_of(endpoint, payload)
            if check is None or check != shown.check.name or not self._runner.goes_on:
                return False
            other = self._tried(endpoint, check, payload)
            if _kind(other, payload) != kind:
                return False
            smallest = other
            return True

        shrunk(made, shows, _SHRINKING)
        return smallest


def _kind(verdict: Verdict, payload: JsonValue) -> _Kind | None:
    """Return what is wrong, or None."""
    result, found = verdict
    if found is None:
        return None
    return _Kind(found.severity, result.case.channel, broken_rule(result.case.channel, payload))


def _size(shown: tuple[Verdict, JsonValue]) -> tuple[int, str]:
    argument = shown[0][0].case.argument
    return len(argument), argument
