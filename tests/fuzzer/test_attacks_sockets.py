"""Receivers that make one mistake each with time, connections or the ends of requests, and what is said of them.

They are attacked all at the same time: most of that is waiting.
"""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.careful import SECONDS, Careful, Connection, Head, Refused, serving
from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.attacks import framing, sockets
from vodhooks.fuzzer.causes import group_failures
from vodhooks.fuzzer.execution import run_cases
from vodhooks.fuzzer.profiles import Profile
from vodhooks.receiver.settings import Settings, auth_policies
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.receiver.decide import Delivery
    from vodhooks.vendor.endpoints import Endpoint

CHANNEL = "polyv.video_outline"
ENVIRON = {"VODHOOKS_POLYV_SECRETS": "secret", "VODHOOKS_TOKENS": "token"}
PROFILE = Profile(patience=2 * SECONDS, slow=1.0)
POLICY = auth_policies(Settings(), ENVIRON)[CHANNEL]
AT_A_TIME = 6


class OneByOne(Careful):
    """Serves one client at a time."""

    def welcome(self, connection: socket.socket) -> None:
        self.converse(connection)


class AFew(Careful):
    """Serves eight clients at a time."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.pool = ThreadPoolExecutor(8)

    def welcome(self, connection: socket.socket) -> None:
        self.pool.submit(self.converse, connection)


class Endless(Connection):
    def fill(self) -> None:
        self.deadline = time.monotonic() + 60
        super().fill()


class Waiting(Careful):
    """Waits for ever."""

    reader = Endless


class Restarting(Connection):
    def fill(self) -> None:
        self.deadline = time.monotonic() + SECONDS
        super().fill()


class Trickled(Careful):
    """Has a time limit, which starts anew with every byte."""

    reader = Restarting


class WaitingForBodies(Careful):
    """Has a time limit for headers only."""

    def body(self, reader: Connection, head: Head) -> bytes:
        reader.deadline += 60
        return super().body(reader, head)


class Impatient(Careful):
    """Takes what has come at once for all."""

    def body(self, reader: Connection, head: Head) -> bytes:
        reader.deadline = time.monotonic() + 0.01
        return super().body(reader, head)


class WithoutChunks(Careful):
    def chunks(self, reader: Connection) -> bytes:
        del reader
        return b""


class FirstChunk(Careful):
    """Does not wait for the end of what is sent in chunks."""

    def chunks(self, reader: Connection) -> bytes:
        body = b""
        with suppress(Refused, EOFError, ValueError):
            while True:
                size = int(reader.line(), 16)
                body += reader.exactly(size)
                if not size:
                    break
                reader.exactly(2)
        return body


class Unexpecting(Careful):
    """Refuses a client that asks whether to go on, as if it had no body."""

    def body(self, reader: Connection, head: Head) -> bytes:
        if head.values(b"expect"):
            raise Refused(400)
        return super().body(reader, head)


class TakingOffers(Careful):
    """Takes a request to end with its headers where it offers to change to another protocol."""

    def body(self, reader: Connection, head: Head) -> bytes:
        return b"" if head.values(b"upgrade") else super().body(reader, head)


class RefusingOffers(Careful):
    """Says clearly that it does not want the other protocol, and loses the event."""

    def body(self, reader: Connection, head: Head) -> bytes:
        if head.values(b"upgrade"):
            raise Refused(400)
        return super().body(reader, head)


class TakingWhatCame(Careful):
    """Takes for the body what has come when the client stops."""

    def body(self, reader: Connection, head: Head) -> bytes:
        try:
            return super().body(reader, head)
        except EOFError:
            return reader.buffer


class TakingAll(Careful):
    """Takes for the body whatever has arrived."""

    def body(self, reader: Connection, head: Head) -> bytes:
        body = super().body(reader, head) + reader.buffer
        reader.buffer = b""
        return body


class FirstLength(Careful):
    def length(self, lengths: list[bytes]) -> int:
        return super().length(lengths[:1])


class AnyLength(Careful):
    """Reads until the client stops where the length is none."""

    def body(self, reader: Connection, head: Head) -> bytes:
        try:
            return super().body(reader, head)
        except Refused:
            if len(head.values(b"content-length")) != 1 or head.values(b"transfer-encoding"):
                raise
            with suppress(EOFError):
                while True:
                    reader.fill()
            return reader.buffer


class BothFramings(Careful):
    """Goes by Transfer-Encoding, and keeps the connection."""

    def body(self, reader: Connection, head: Head) -> bytes:
        if head.values(b"transfer-encoding"):
            head.headers = [
                (name, value) for name, value in head.headers if name != b"content-length"
            ]
        return super().body(reader, head)


class LeavingBodies(Careful):
    """Does not read the body of what it does not want."""

    def elsewhere(self, reader: Connection, head: Head) -> int:
        del reader, head
        return 404


class TrustingConnections(Careful):
    """Authenticates a connection, not each of its requests."""

    def check(self, reader: Connection, delivery: Delivery) -> int:
        status = super().check(reader, delivery)
        if status == 200:
            reader.trusted = True
        return 200 if reader.trusted and status == 401 else status


class FailingOnGarbage(Careful):
    def head(self, reader: Connection) -> Head:
        try:
            return super().head(reader)
        except Refused as refused:
            raise Refused(500 if refused.status == 400 else refused.status) from None


class Flooded(Careful):
    def head(self, reader: Connection) -> Head:
        try:
            return super().head(reader)
        except Refused as refused:
            raise Refused(500 if refused.status == 431 else refused.status) from None


class Sleeping(Careful):
    """Has no time limit before the first byte."""

    def head(self, reader: Connection) -> Head:
        while not reader.buffer:
            reader.deadline = time.monotonic() + 60
            reader.fill()
        reader.deadline = time.monotonic() + SECONDS
        return super().head(reader)


class Fragile(Careful):
    """Fails on what is unusual."""

    def head(self, reader: Connection) -> Head:
        head = super().head(reader)
        if not head.values(b"host") or any(b"\0" in value for _, value in head.headers):
            raise Refused(500)
        return head

    def body(self, reader: Connection, head: Head) -> bytes:
        body = super().body(reader, head)
        if reader.buffer:
            raise Refused(500)
        return body


EXPECTED: dict[type[Careful], set[str]] = {
    Careful: set(),
    OneByOne: {"slow: socket/one-stalled"},
    AFew: {"slow: socket/many-stalled"},
    Waiting: {"slow: socket/silent"},
    Sleeping: {"slow: socket/silent"},
    Trickled: {"slow: socket/endless-headers"},
    WaitingForBodies: {"slow: socket/stalled-body"},
    Impatient: {"refuses the valid: socket/slow-body"},
    LeavingBodies: {"refuses the valid: socket/after-bad"},
    TrustingConnections: {"lets strangers in: socket/after-good"},
    WithoutChunks: {"refuses the valid: framing/chunked"},
    FirstChunk: {"accepts the invalid: framing/broken-chunks"},
    Unexpecting: {"refuses the valid: framing/expect-continue"},
    TakingOffers: {
        "refuses the valid: framing/upgrade",
        "refuses the valid: framing/upgrade-swallowed",
    },
    RefusingOffers: {"refuses the valid: framing/upgrade"},
    TakingWhatCame: {"accepts the invalid: framing/cut-off"},
    TakingAll: {"accepts the invalid: framing/too-short"},
    FirstLength: {"accepts the invalid: framing/two-lengths"},
    AnyLength: {"accepts the invalid: framing/bad-length"},
    BothFramings: {"accepts the invalid: framing/smuggled"},
    FailingOnGarbage: {"fails: framing/garbage"},
    Flooded: {"fails: framing/header-flood"},
    Fragile: {
        "fails: framing/excess",
        "fails: framing/http-1.0",
        "fails: framing/nul-header",
        "fails: framing/too-short",
    },
}


@pytest.fixture(scope="module")
def found() -> Iterator[dict[type[Careful], Future[set[str]]]]:
    """Attack all of them, a few at a time, and hand the causes of what was found on as they come."""
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(AT_A_TIME) as threads:
        patch.setattr(sockets, "PAUSE", 0.03)
        patch.setattr(sockets, "DRIP", 0.1)
        yield {receiver: threads.submit(attacked, receiver) for receiver in EXPECTED}


def attacked(receiver: type[Careful], check: str = "") -> set[str]:
    with serving(receiver(CHANNEL, POLICY)) as url:
        endpoints = endpoints_at(url, [CHANNEL], ENVIRON)
        cases = [case for case in every_case(endpoints) if check in {"", case.check.name}]
        with Transport(url, PROFILE.patience) as transport:
            verdicts = list(run_cases(cases, transport, endpoints, PROFILE))
    causes = {
        cause.name for cause in group_failures((found for _, found in verdicts if found), cases)
    }
    return causes - {"slow: run/sometimes"}  # on a busy machine; none of these receivers is


def every_case(endpoints: Mapping[str, Endpoint]) -> list[Case]:
    return [
        case
        for endpoint in endpoints.values()
        for attacks in (sockets, framing)
        for case in attacks.cases(endpoint)
    ]


@pytest.mark.parametrize("receiver", EXPECTED)
def test_each_socket_fault_gets_its_own_check(
    receiver: type[Careful], found: dict[type[Careful], Future[set[str]]]
) -> None:
    assert found[receiver].result() == EXPECTED[receiver]


class Fallen(Careful):
    """Fails for good when clients hang up."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.fallen = Event()
        self.welcomed = 0

    def welcome(self, connection: socket.socket) -> None:
        self.welcomed += 1
        if self.welcomed > sockets.DROPPED:
            self.fallen.wait(PROFILE.patience)
        super().welcome(connection)

    def status(self, reader: Connection) -> int:
        try:
            status = super().status(reader)
        except (EOFError, ConnectionError):
            if reader.buffer:
                self.fallen.set()
            raise
        return 500 if self.fallen.is_set() else status


def test_remains_of_closed_clients_are_not_in_the_way() -> None:
    assert attacked(Fallen, "socket/gone") == {"fails: socket/gone"}
    assert attacked(Careful, "socket/gone") == set()


def test_names_are_unique_and_fit_what_can_be_tried() -> None:
    def names(environ: dict[str, str]) -> list[str]:
        endpoints = endpoints_at("http://receiver.test", catalogue().channels, environ)
        return [case.name for case in every_case(endpoints)]

    everything = names(ENVIRON)
    assert len(set(everything)) == len(everything)
    left_out = set(everything) - set(names({}))
    assert left_out == {f"{channel}/socket/after-good" for channel in catalogue().channels}
