"""No reply, store or event holds the puller up: limits of a call, and its end after a stop."""

from __future__ import annotations

import signal
import socket
import ssl
import subprocess
import sys
import time
from contextlib import ExitStack, closing, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import certifi
import orjson
import pytest

from tests.support.hostile_servers import (
    ENDLESS,
    INTERIM,
    OK,
    PAUSE_SECONDS,
    SLOW,
    endlessly,
    serving,
    slowly,
)
from tests.support.pullers import Time, client_of, process, pulling, review
from vodhooks.classification import KEPT, classify
from vodhooks.errors import PullingError
from vodhooks.inbox import sqlite
from vodhooks.inbox.database import connect
from vodhooks.pull import client as client_module
from vodhooks.pull import process as process_module
from vodhooks.pull.client import Client
from vodhooks.pull.deadlines import Stop
from vodhooks.pull.loop import LARGE, WINDOW_SECONDS, classify_pulled
from vodhooks.pull.replies import PulledEvent
from vodhooks.pull.settings import Credentials, Settings
from vodhooks.receiver.settings import Settings as StoreSettings
from vodhooks.testing.tencent import SECRET_ID, SECRET_KEY, Behaviour, Fault, Queue, in_turn, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import trustme

    from tests.conftest import StandIn
    from vodhooks.classification import Classification


PULL = "PullEvents"
SECONDS = 60.0
BOUND = 2**20
BUFFERS = 16 * 2**20
"""What the system may hold of an answer between a server and a client that has stopped reading."""


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return what sets how long calls may take; their replies are bounded as well."""
    monkeypatch.setattr(client_module, "REPLY_BYTES", BOUND)
    return lambda seconds: monkeypatch.setattr(client_module, "CALL_SECONDS", seconds)


def local(port: int, stop: Stop | None = None) -> Client:
    return Client(
        Settings(endpoint=f"127.0.0.1:{port}", scheme="http"),
        Credentials(SECRET_ID, SECRET_KEY),
        stop,
    )


def failed(client: Client) -> str:
    with closing(client), pytest.raises(PullingError) as caught:
        client.pull()
    return caught.value.kind


# What a call may cost


@pytest.mark.parametrize("name", SLOW)
def test_a_reply_that_arrives_byte_by_byte_has_an_end(
    name: str, limits: Callable[[float], None]
) -> None:
    limits(1.0)
    with serving(slowly(SLOW[name]), pause=PAUSE_SECONDS) as server:
        assert failed(local(server.port)) == "unavailable"
        assert server.left.wait(SECONDS)


def test_interim_replies_have_an_end(limits: Callable[[float], None]) -> None:
    limits(1.0)
    with serving(endlessly(*INTERIM)) as server:
        assert failed(local(server.port)) == "unavailable"
        assert server.left.wait(SECONDS)


@pytest.mark.parametrize("name", ENDLESS)
def test_no_more_of_a_reply_is_read_than_the_bound(
    name: str, limits: Callable[[float], None]
) -> None:
    limits(SECONDS)
    with serving(endlessly(*ENDLESS[name])) as server:
        assert failed(local(server.port)) in {"broken", "unavailable"}
        assert server.left.wait(SECONDS)
        assert server.sent < BOUND + BUFFERS


def test_a_reply_of_the_largest_size_is_taken(limits: Callable[[float], None]) -> None:
    limits(SECONDS)
    reply = b'{"Response": {"EventSet": [], "RequestId": "1"}}'
    answers = {
        size: OK + b"Content-Length: %d\r\n\r\n" % size + reply.ljust(size)
        for size in (BOUND, BOUND + 1)
    }
    with serving(lambda: [answers[BOUND]]) as server, closing(local(server.port)) as client:
        assert client.pull() == ()
    with serving(lambda: [answers[BOUND + 1]]) as server:
        assert failed(local(server.port)) == "broken"


def test_a_connection_without_an_answer_has_an_end(limits: Callable[[float], None]) -> None:
    limits(0.5)
    with ExitStack() as stack:
        assert failed(local(deaf(stack))) == "unavailable"


def test_a_host_without_a_name_is_no_surprise() -> None:
    assert (
        failed(Client(Settings(endpoint=f"{'a' * 64}.invalid"), Credentials(SECRET_ID, SECRET_KEY)))
        == "unavailable"
    )


@pytest.mark.parametrize("trusted", [True, False])
def test_only_a_server_with_a_trusted_cert_is_asked(
    certificate_authority: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trusted: bool,  # noqa: FBT001 # a case
) -> None:
    if trusted:
        certificate_authority.cert_pem.write_to_path(tmp_path / "authority.pem")
        monkeypatch.setattr(certifi, "where", lambda: str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate_authority.issue_cert("localhost").configure_cert(context)
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with suppress(OSError), context.wrap_socket(connection, server_side=True) as secured:
                for _ in range(2):
                    heard.append(secured.recv(65536))
                    reply = b'{"Response": {"EventSet": null, "RequestId": "1"}}'
                    while not heard[-1].endswith(b"{}"):
                        heard[-1] += secured.recv(65536)
                    secured.sendall(OK + b"Content-Length: %d\r\n\r\n" % len(reply) + reply)

        thread = Thread(target=serve)
        thread.start()
        settings = Settings(endpoint=f"localhost:{listening.getsockname()[1]}")
        with closing(Client(settings, Credentials(SECRET_ID, SECRET_KEY))) as client:
            if trusted:
                assert [client.pull(), client.pull()] == [(), ()]
                assert [request.count(b"POST / HTTP/1.1\r\n") for request in heard] == [1, 1]
            else:
                with pytest.raises(PullingError):
                    client.pull()
                assert heard == []
        thread.join(SECONDS)


# How a call is left


@pytest.mark.parametrize("name", SLOW)
def test_no_reply_is_waited_for_after_the_end(name: str, limits: Callable[[float], None]) -> None:
    limits(1e9)
    stop = Stop(grace=0.0)
    begun = Event()

    def parts() -> Iterator[bytes]:
        begun.set()
        return slowly(SLOW[name])()

    with serving(parts, pause=PAUSE_SECONDS) as server:

        def end() -> None:
            begun.wait(SECONDS)
            stop.request()

        ending = Thread(target=end)
        ending.start()
        assert failed(local(server.port, stop)) == "unavailable"
        ending.join()
        assert server.left.wait(SECONDS)


def test_a_connection_is_not_waited_for_after_the_end(limits: Callable[[float], None]) -> None:
    limits(1e9)
    stop = Stop(grace=0.0)
    with ExitStack() as stack:
        client = local(deaf(stack), stop)
        stop.request()
        assert failed(client) == "unavailable"


def test_what_is_in_hand_has_its_grace() -> None:
    time = Time()
    stop = Stop(grace=5.0, monotonic=time)
    left = stop.limit(20.0)
    time.now = 10.0
    assert left() == 10.0
    stop.request()
    assert left() == 5.0
    time.now = 13.0
    stop.request()
    assert left() == 2.0
    time.now = 15.0
    with pytest.raises(TimeoutError):
        left()


def deaf(stack: ExitStack) -> int:
    """Return a port of loopback to which connections are neither made nor refused."""
    listening = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
    port: int = listening.getsockname()[1]
    while True:
        waiting = stack.enter_context(socket.socket())
        waiting.settimeout(0.2)
        try:
            waiting.connect(("127.0.0.1", port))
        except TimeoutError:
            return port


def lock(path: Path) -> subprocess.Popen[bytes]:
    """Return another process that has locked an SQLite file until its input ends."""
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(path)]
    locking = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert locking.stdout
    assert locking.stdout.readline() == b"locked\n"
    return locking


@pytest.mark.parametrize(
    "state", ["connecting", "waiting", "half-reply", "byte-by-byte", "storing", "resting"]
)
def test_sigterm_ends_the_process_in_every_state(tmp_path: Path, state: str) -> None:
    """No state lasts but by what is done to it here: each call is slower than the test's patience, each pause longer."""
    store = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    connect(store).dispose()
    faults = {
        "half-reply": Fault.HALF_SILENT,
        "byte-by-byte": Fault.SLOW_BYTES,
        "resting": Fault.THROTTLED,
    }
    called, locked = Event(), Event()

    def fault(_: str) -> Fault | None:
        called.set()
        if state == "storing":
            locked.wait(SECONDS)
        return faults.get(state)

    queue = Queue(time.monotonic)
    if state != "waiting":
        queue.put(review())
    with ExitStack() as stack:
        stand_in = stack.enter_context(serve(queue, Behaviour(faults=fault)))
        endpoint = f"127.0.0.1:{deaf(stack)}" if state == "connecting" else stand_in.endpoint
        puller = stack.enter_context(process(endpoint, store))
        assert puller.stderr
        assert puller.stderr.readline().startswith(b"vodhooks: tencent.vod: OPEN")
        assert puller.stderr.readline().startswith(b"vodhooks: pulling from")
        if state != "connecting":
            assert called.wait(SECONDS)
        if state == "storing":
            # The puller has opened the store, and is about to have events for it.
            stack.callback(lock(tmp_path / "inbox.sqlite3").communicate)
            locked.set()
        puller.send_signal(signal.SIGTERM)
        _, said = puller.communicate(timeout=SECONDS)
    assert puller.returncode == 0, said
    assert b"0 confirmed" in said


# What follows a reply that was lost


@pytest.mark.parametrize(
    "fault", [Fault.LOST_ANSWER, Fault.TRUNCATED, Fault.BROKEN_JSON, Fault.ENDLESS, Fault.GZIP_BOMB]
)
def test_an_empty_queue_after_a_lost_reply_is_doubted(
    tmp_path: Path, fault: Fault, limits: Callable[[float], None]
) -> None:
    limits(SECONDS)
    with pulling(tmp_path, *map(review, range(3)), faults=in_turn([fault], PULL)) as lent:
        lent.run()
        assert lent.confirmed == 3
        assert (
            sum(lent.time.rests) > WINDOW_SECONDS - 5 - 1
        )  # what is left of it after the pause and the pull that brought nothing
        assert lent.observer.left == 0


def test_an_empty_queue_after_a_full_reply_is_trusted(tmp_path: Path) -> None:
    with pulling(tmp_path, faults=in_turn([Fault.THROTTLED, Fault.CLOCK], PULL)) as lent:
        lent.run()
        assert lent.time.rests == [0.5, 1.0]


def test_once_says_that_a_signal_came_before_the_end(tmp_path: Path) -> None:
    """The second pull brings nothing, since the events of the first are hidden; the puller waits for them."""
    calls: list[str] = []
    waits = Event()

    def fault(action: str) -> Fault | None:
        calls.append(action)
        if len(calls) > 1:
            waits.set()
        return Fault.LOST_ANSWER if len(calls) == 1 else None

    queue = Queue(time.monotonic)
    queue.put(review())
    store = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    with (
        serve(queue, Behaviour(faults=fault, hang_seconds=0)) as stand_in,
        process(stand_in.endpoint, store, "--once") as puller,
    ):
        assert waits.wait(SECONDS)
        puller.send_signal(signal.SIGTERM)
        _, said = puller.communicate(timeout=SECONDS)
    assert puller.returncode == 1
    assert b"ended before the queue was known to be empty" in said


# What a store may do


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite wait for a lock for 50 milliseconds."""
    monkeypatch.setattr(sqlite, "_PRAGMAS", ("synchronous=FULL", "busy_timeout=50"))


@pytest.mark.usefixtures("impatient")
def test_a_lock_of_another_process_is_waited_out(tmp_path: Path) -> None:
    class Unlocking(Time):
        """Time in which the lock lasts for 6 seconds."""

        def rest(self, seconds: float) -> bool:
            stop = super().rest(seconds)
            if self.now > 6 and locking.poll() is None:
                assert lent.confirmed == 0
                locking.communicate()
            return stop

    with pulling(tmp_path, *map(review, range(20)), time=Unlocking()) as lent:
        locking = lock(tmp_path / "inbox.sqlite3")
        lent.run()
        assert lent.confirmed == 20
        assert lent.kept("deliveries") == [1] * 20
        assert {line["reason"] for line in lent.lines() if "reason" in line} == {
            "OperationalError: database is locked"
        }


@pytest.mark.usefixtures("impatient")
def test_a_lock_at_the_start_is_waited_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    connect(store).dispose()
    locking = lock(tmp_path / "inbox.sqlite3")
    failures: list[str] = []

    def opened(url: str, answer_seconds: float) -> object:
        try:
            return connect(url, answer_seconds)
        except Exception as error:
            failures.append(str(error))
            locking.communicate()
            raise

    monkeypatch.setattr(process_module, "connect", opened)
    queue = Queue(time.monotonic)
    queue.put(review())
    environ = {"VODHOOKS_TENCENT_SECRET_ID": SECRET_ID, "VODHOOKS_TENCENT_SECRET_KEY": SECRET_KEY}
    with serve(queue, Behaviour(hang_seconds=0)) as stand_in:
        settings = Settings(endpoint=stand_in.endpoint, scheme="http")
        process_module.pull(settings, StoreSettings(store=store), environ, until_empty=True)
    assert failures == ["the store cannot be opened: database is locked"]
    assert queue.history()[0].confirmed_at


# What events may do


class Once:
    """An API that hands out some events once."""

    def __init__(
        self, events: Sequence[PulledEvent], each: Callable[[], None] = lambda: None
    ) -> None:
        self.events = events
        self.each = each
        self.confirmed: list[str] = []

    def pull(self) -> Sequence[PulledEvent]:
        events, self.events = self.events, ()
        return events

    def confirm(self, handles: Sequence[str]) -> None:
        self.each()
        self.confirmed += handles


def unknown(number: int, **members: Any) -> PulledEvent:
    return PulledEvent(
        orjson.dumps({"EventType": "Unknown", "Number": number, **members}), str(number)
    )


def test_many_events_of_one_reply_are_stored_in_parts(tmp_path: Path, stand_in: StandIn) -> None:
    events = [{"EventHandle": str(number), **review(number)} for number in range(5_000)]
    stand_in.content = orjson.dumps({"Response": {"EventSet": events, "RequestId": "1"}})
    with closing(client_of(stand_in.url.removeprefix("http://"))) as client:
        pulled = client.pull()
    assert len(pulled) == 5_000
    api = Once([unknown(number) for number in range(2_000)])
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert len(api.confirmed) == len(lent.kept("id")) == 2_000
        assert [line["events"] for line in lent.lines()] == [64] * 31 + [16]


def test_a_reply_slower_than_its_handles_is_left(tmp_path: Path) -> None:
    time = Time()

    def pass_time() -> None:
        time.now += WINDOW_SECONDS / 8

    api = Once([unknown(number) for number in range(1000)], pass_time)
    with pulling(tmp_path, api=api, time=time) as lent:
        lent.run()
        assert len(api.confirmed) == len(lent.kept("id")) == 128
        assert lent.samples("vodhooks_pull_events_total") == {"confirmed": 128, "not-stored": 872}
        assert lent.observer.summary.startswith("1000 pulled, 128 stored")
        assert lent.observer.left == 872


def test_a_stop_finishes_the_current_transaction(tmp_path: Path) -> None:
    time = Time()
    api = Once([unknown(number) for number in range(1000)], lambda: setattr(time, "ends_after", 0))
    with pulling(tmp_path, api=api, time=time) as lent:
        lent.run(until_empty=False)
        assert len(api.confirmed) == len(lent.kept("id")) == 64
        assert lent.observer.left == 936


def test_a_large_event_comes_last_and_by_itself(tmp_path: Path) -> None:
    large = unknown(0, Text="x" * 2_200_000)
    assert len(large.body) > LARGE
    api = Once([large, *map(unknown, range(1, 16))])
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [*map(str, range(1, 16)), "0"]
        assert [line["events"] for line in lent.lines()] == [15, 1]
        assert large.body in lent.kept("body")


def test_an_event_that_fails_validation_is_set_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: Any) -> Classification:
        if b'"Number":3' in given[0]:
            raise RecursionError("a value")
        return classify(*given)

    monkeypatch.setattr("vodhooks.pull.loop.classify", fail)
    api = Once([*map(unknown, range(6))])
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [*map(str, range(6))]
        assert sorted(lent.kept("outcome")) == ["quarantined", *["unknown"] * 5]
        [report] = [orjson.loads(report) for report in lent.kept("report") if report]
        assert report["violations"][0]["message"] == "it cannot be validated (RecursionError)"


def test_events_of_one_handle_share_a_transaction(tmp_path: Path) -> None:
    poison = "CREATE TRIGGER poison BEFORE INSERT ON events WHEN NEW.size > 100 BEGIN SELECT RAISE(ABORT, 'x'); END"
    events = [*map(unknown, range(100)), PulledEvent(unknown(100, Text="x" * 100).body, "0")]
    api = Once(events)
    with pulling(tmp_path, api=api, time=Time(ends_after=8)) as lent:
        with lent.engine.begin() as connection:
            connection.exec_driver_sql(poison)
        lent.run(until_empty=False)
        assert "0" not in api.confirmed
        assert len(api.confirmed) == 99


INTEGERS = [2**53 + 1, 2**63 - 1, -(2**63), 2**64 - 1, 2**64, -(2**64), 10**400]
EVENTS = b'{"EventHandle": "h", "EventType": "X"%b}, {"EventHandle": "i", "EventType": "Y"}'


@pytest.mark.parametrize("number", INTEGERS)
def test_an_integer_of_any_size_is_stored(stand_in: StandIn, number: int) -> None:
    stand_in.content = b'{"Response": {"EventSet": [%b], "RequestId": "1"}}' % (
        EVENTS % (b', "Size": %d' % number)
    )
    with closing(client_of(stand_in.url.removeprefix("http://"))) as client:
        pulled = client.pull()
    assert [event.handle for event in pulled] == ["h", "i"]
    assert {classify_pulled(event.body, 0).outcome for event in pulled} <= KEPT
    assert str(number).encode() in pulled[0].body


@pytest.mark.parametrize("number", INTEGERS)
@pytest.mark.parametrize("place", ["Response", "outside"])
def test_an_integer_of_any_size_in_a_reply_is_ignored(
    stand_in: StandIn, number: int, place: str
) -> None:
    member = b'"Count": %d, ' % number
    inside, outside = (member, b"") if place == "Response" else (b"", member)
    stand_in.content = b'{%b"Response": {%b"EventSet": [%b], "RequestId": "1"}}' % (
        outside,
        inside,
        EVENTS % b"",
    )
    with closing(client_of(stand_in.url.removeprefix("http://"))) as client:
        assert [event.handle for event in client.pull()] == ["h", "i"]


@pytest.mark.parametrize("number", INTEGERS)
def test_an_integer_of_any_size_is_no_handle(stand_in: StandIn, number: int) -> None:
    stand_in.content = (
        b'{"Response": {"EventSet": [{"EventHandle": %d, "EventType": "X"}], "RequestId": "1"}}'
        % number
    )
    with closing(client_of(stand_in.url.removeprefix("http://"))) as client:
        [event] = client.pull()
    assert event.handle is None
    assert classify_pulled(event.body, 0).outcome in KEPT
