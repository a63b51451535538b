"""The cases of the generated layer: payloads that schemathesis makes from the contract, each checked by the contract itself.

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
from vodhooks.fuzzer.attacks.cases import case
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.execution import Verdict, run_case
from vodhooks.fuzzer.failures import failure
from vodhooks.fuzzer.schemathesis.document import flat
from vodhooks.fuzzer.schemathesis.relay import relay
from vodhooks.fuzzer.schemathesis.shrinking import shrunk
from vodhooks.fuzzer.schemathesis.verdicts import broken_rule, check_of, prepared, signed_payload

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.failures import CaseResult
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

    Raises:
        FuzzingError: schemathesis could not do its job, or no valid payload was sent on some channel.
    """
    start = time.monotonic()
    collector = PayloadCollector(endpoints, transport, profile)
    document = flat(endpoint.channel for endpoint in endpoints.values())
    number = max(1, round(seconds * _EXAMPLES / len(endpoints))) if examples is None else examples
    rounds = (
        (["--phases", "examples,coverage"], start + seconds * _GRACE),
        (["--phases", "fuzzing", "--max-examples", str(number)], start + seconds),
    )
    for phases, end in rounds:
        with closing(relay(document, [*phases, "--seed", str(seed)], collector.take)) as requests:
            while time.monotonic() < end and next(requests, _OVER) is not _OVER:
                yield from collector.fine()
    yield from collector.fine()
    yield from collector.wrong()


def is_generated(name: str) -> bool:
    """Whether a case's name is one of the generated layer."""
    return name.partition("/")[2].startswith(FOLDER)


def case_of(name: str) -> Case:
    """Return the generated case of a name. It holds all that there is to know: the check and the payload.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        FuzzingError: it is no name of a generated case.
    """
    channel, _, rest = name.partition("/")
    check = rest.rpartition("/")[0]
    try:
        if check.startswith(FOLDER):
            return _case(CHECKS[check].name, channel_of(channel), _payload(name))
    except (KeyError, ValueError):
        pass
    raise FuzzingError(f"no generated case is called {clip(name)}")


def _case(check: str, channel: Channel, payload: JsonValue) -> Case:
    """Return the case of a payload that has been prepared."""

    def attack(endpoint: Endpoint) -> Request:
        return endpoint.request(orjson.dumps(signed_payload(endpoint, payload)))

    return case(channel, check, urlsafe_b64encode(orjson.dumps(payload)).decode(), attack)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What failures have in common of which one will do."""

    severity: Severity
    channel: str
    rule: str


class PayloadCollector:
    """Tries payloads as they come, and keeps what came out."""

    def __init__(
        self, endpoints: Mapping[str, Endpoint], transport: Transport, profile: Profile
    ) -> None:
        self._endpoints = {endpoint.channel.path: endpoint for endpoint in endpoints.values()}
        self._transport = transport
        self._profile = profile
        self._fine: list[Verdict] = []
        self._wrong: dict[_Kind, Verdict] = {}
        self._valid: dict[str, CaseResult] = {}
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
        if check is None:
            return
        verdict = self._tried(endpoint, check, payload)
        if check == "generated/valid":
            self._note(verdict[0], endpoint.channel)
        kind = _kind(verdict, payload)
        if kind is None:
            self._fine.append(verdict)
        else:
            self._wrong[kind] = min(verdict, self._wrong.get(kind, verdict), key=_size)

    def fine(self) -> Iterator[Verdict]:
        """Yield what has come out right since the last time."""
        fine, self._fine = self._fine, []
        yield from fine

    def wrong(self) -> Iterator[Verdict]:
        """Yield what has come out wrong, the smallest of each severity, channel and check made smaller still.

        Raises:
            FuzzingError: no valid payload was sent on some channel, so that nothing can be said of it.
        """
        seen: set[tuple[Severity, str, str]] = set()
        for kind, verdict in sorted(self._wrong.items(), key=lambda item: _size(item[1])):
            group = (kind.severity, kind.channel, verdict[0].case.check.name)
            # What is slow today may be fast tomorrow: nothing to make smaller.
            yield (
                verdict
                if group in seen or kind.severity is Severity.SLOW
                else self._shrunk(kind, verdict)
            )
            seen.add(group)
        for channel in [endpoint.channel.name for endpoint in self._endpoints.values()]:
            if channel not in self._valid:
                raise FuzzingError(
                    f"{channel}: no valid payload was generated in time; allow more seconds"
                )
            if channel not in self._accepting:
                result = self._valid[channel]
                none = case_of(
                    result.case.name.replace("generated/valid", "generated/none-accepted")
                )
                result = replace(
                    result, case=replace(none, check=self._profile.expects(none.check))
                )
                yield result, failure(result, self._profile)

    def _tried(self, endpoint: Endpoint, check: str, payload: JsonValue) -> Verdict:
        case = _case(check, endpoint.channel, payload)
        expected = replace(case, check=self._profile.expects(case.check))
        result = run_case(expected, self._transport, endpoint, self._profile)
        return result, failure(result, self._profile)

    def _note(self, result: CaseResult, channel: Channel) -> None:
        """Note whether a valid payload was accepted, and which is the smallest."""
        self._valid[channel.name] = min(
            result, self._valid.get(channel.name, result), key=lambda each: len(each.case.name)
        )
        if {answer.status for answer in result.answers} <= set(self._profile.successes(channel)):
            self._accepting.add(channel.name)

    def _shrunk(self, kind: _Kind, verdict: Verdict) -> Verdict:
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
            if check is None or check != shown.check.name:
                return False
            other = self._tried(endpoint, check, payload)
            if _kind(other, payload) != kind:
                return False
            smallest = other
            return True

        shrunk(_payload(shown.name), shows, _SHRINKING)
        return smallest


def _kind(verdict: Verdict, payload: JsonValue) -> _Kind | None:
    """Return what is wrong, or None."""
    result, found = verdict
    if found is None:
        return None
    return _Kind(found.severity, result.case.channel, broken_rule(result.case.channel, payload))


def _size(verdict: Verdict) -> tuple[int, str]:
    name = verdict[0].case.name
    return len(name), name


def _payload(name: str) -> JsonValue:
    """Return the payload that a case's name holds."""
    payload: JsonValue = orjson.loads(urlsafe_b64decode(name.rpartition("/")[2]))
    return payload
