from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count, pairwise
from threading import Barrier, Event, Lock, Semaphore
from typing import TYPE_CHECKING

import pytest

from tests.support.listening import answer, listening, request, requests
from vodhooks.vendor.connections import Answer, address_of, get
from vodhooks.vendor.requests import Request
from vodhooks.vendor.scripts import Ending, Script
from vodhooks.vendor.transports import TRIES, Pace, Transport

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import trustme

TIMEOUT = 0.6
PATIENCE = 5.0
"""How long what should be quick may take at most, on any machine, in seconds."""


def post(url: str, body: bytes = b"{}") -> Request:
    return Request(f"{url}/callbacks?token=x", {"content-type": "application/json"}, body)


def echo(connection: socket.socket) -> None:
    """Answer every request with its own body."""
    for body in requests(connection):
        connection.sendall(answer(200, body))


def once(*parts: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """Return a server that reads one request, sends some bytes, and closes the connection."""

    def talk(connection: socket.socket) -> None:
        request(connection)
        for part in parts:
            connection.sendall(part)
            time.sleep(pause)

    return talk


def endlessly(first: bytes, more: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """Return a server whose answer never ends."""

    def talk(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(first)
        while True:
            connection.sendall(more)
            time.sleep(pause)

    return talk


def resetting(connection: socket.socket) -> None:
    request(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


OK = "HTTP/1.1 200 OK\r\n"
HOSTILE: dict[str, tuple[Callable[[socket.socket], None], int | None, str | None]] = {
    "nothing": (endlessly(b"", b"", 0.05), None, "timed out"),
    "hung up": (once(), None, "broken off"),
    "reset": (resetting, None, "broken off"),
    "no HTTP": (once(b"<html>Welcome</html>\n"), None, "broken off"),
    "no status": (once(b"HTTP/1.1 OK\r\n\r\n"), None, "broken off"),
    "status of four digits": (once(b"HTTP/1.1 2000 OK\r\n\r\n"), None, "broken off"),
    "HTTP/2": (once(b"HTTP/2 200 OK\r\n\r\n"), None, "broken off"),
    "cut off in the head": (once(OK.encode() + b"content-le"), None, "broken off"),
    "cut off in the body": (once(OK.encode() + b"content-length: 100\r\n\r\nbody"), 200, None),
    "head byte by byte": (endlessly(OK.encode(), b"x", 0.05), None, "timed out"),
    "body byte by byte": (
        endlessly(f"{OK}content-length: 100000\r\n\r\n".encode(), b"x", 0.05),
        200,
        None,
    ),
    "endless body": (endlessly(f"{OK}\r\n".encode(), b"x" * 100_000), 200, None),
    "endless chunks": (
        endlessly(f"{OK}transfer-encoding: chunked\r\n\r\n".encode(), b"1\r\nx\r\n" * 1_000),
        200,
        None,
    ),
    "broken chunks": (once(f"{OK}transfer-encoding: chunked\r\n\r\nzz\r\n".encode()), 200, None),
    "two lengths": (
        once(f"{OK}content-length: 1\r\ncontent-length: 2\r\n\r\nxx".encode()),
        None,
        "broken off",
    ),
    "endless headers": (endlessly(OK.encode(), b"x: y\r\n" * 1_000), None, "broken off"),
    "one endless header": (endlessly(OK.encode() + b"x: ", b"y" * 100_000), None, "broken off"),
    "endless continues": (
        endlessly(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
        None,
        "broken off",
    ),
    "switched protocols": (
        once(b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n"),
        None,
        "broken off",
    ),
    "hints first": (
        once(b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" + answer(204)),
        204,
        None,
    ),
    "said to be compressed": (
        once(answer(200, b"\x1f\x8bnot", "content-encoding: gzip")),
        200,
        None,
    ),
    "redirect": (once(answer(302, b"", "location: http://127.0.0.1:1/")), 302, None),
    "until the end of the connection": (once(f"{OK}\r\nbody".encode()), 200, None),
    "HTTP/1.0": (once(b"HTTP/1.0 200 OK\r\n\r\nbody"), 200, None),
    "line feeds alone": (once(b"HTTP/1.1 200 OK\ncontent-length: 0\n\n"), 200, None),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_answer_of_a_receiver_is_read_in_time(name: str) -> None:
    talk, status, fault = HOSTILE[name]
    with listening(talk) as url, Transport(url, TIMEOUT) as transport:
        start = time.monotonic()
        found = transport.send(post(url))
        assert (found.status, found.fault) == (status, fault)
        assert time.monotonic() - start < PATIENCE
        if fault == "timed out":
            assert found.seconds >= TIMEOUT


def test_the_beginning_of_a_body_is_kept() -> None:
    with listening(once(answer(400, b"x" * 5_000))) as url, Transport(url, TIMEOUT) as transport:
        assert transport.send(post(url)).body == b"x" * 2_048


def test_where_nothing_listens_there_is_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Transport(f"http://127.0.0.1:{port}", TIMEOUT) as transport:
        assert transport.send(post("http://127.0.0.1")).fault == "not connected"
        assert transport.together([post("http://127.0.0.1")] * 2)[1].fault == "not connected"
        assert transport.play(Script((b"x",)), TIMEOUT)[0].fault == "not connected"


def test_connections_are_kept_and_afresh_opens_one() -> None:
    connections = count()

    def numbered(connection: socket.socket) -> None:
        number = next(connections)
        while True:
            request(connection)
            connection.sendall(answer(200, b"%d" % number))

    with listening(numbered) as url, Transport(url, TIMEOUT) as transport:
        used = [
            transport.send(post(url), afresh=afresh).body
            for afresh in (False, False, True, False, True)
        ]
    assert used == [b"0", b"0", b"1", b"0", b"2"]


def test_a_kept_connection_that_ended_is_replaced() -> None:
    bodies: list[bytes] = []

    def forgetful(connection: socket.socket) -> None:
        bodies.append(request(connection))
        connection.sendall(answer())

    with listening(forgetful) as url, Transport(url, TIMEOUT) as transport:
        statuses = [transport.send(post(url, b"%d" % number)).status for number in range(20)]
    assert statuses == [200] * 20
    assert bodies == [b"%d" % number for number in range(20)]


def test_hanging_up_differs_from_an_ended_connection() -> None:
    def choosy(connection: socket.socket) -> None:
        while request(connection) != b"poison":
            connection.sendall(answer())

    with listening(choosy) as url, Transport(url, TIMEOUT) as transport:
        found = [transport.send(post(url, body)) for body in (b"1", b"poison", b"2")]
    assert [(each.status, each.fault) for each in found] == [
        (200, None),
        (None, "broken off"),
        (200, None),
    ]


def test_an_unasked_answer_is_not_the_next_answer() -> None:
    def chatty(connection: socket.socket) -> None:
        while True:
            body = request(connection)
            connection.sendall(answer(200, body) + answer(500, b"unasked"))

    with listening(chatty) as url, Transport(url, TIMEOUT) as transport:
        found = [transport.send(post(url, b"%d" % number)) for number in range(5)]
    assert [(each.status, each.body) for each in found] == [
        (200, b"%d" % number) for number in range(5)
    ]


def test_an_answer_before_the_end_of_the_body_is_read() -> None:
    def hasty(connection: socket.socket) -> None:
        connection.recv(1_000)
        connection.sendall(answer(413, b"", "connection: close"))
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65_536):
            pass

    with listening(hasty) as url, Transport(url, PATIENCE) as transport:
        assert transport.send(post(url, b"x" * 10_000_000)).status == 413


def test_a_receiver_that_reads_nothing_is_given_up() -> None:
    def deaf(connection: socket.socket) -> None:
        time.sleep(PATIENCE)
        del connection

    with listening(deaf) as url, Transport(url, TIMEOUT) as transport:
        found = transport.send(post(url, b"x" * 50_000_000))
    assert found.fault == "timed out"
    assert TIMEOUT <= found.seconds < PATIENCE


def test_no_proxy_comes_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        listening(once(answer(502))) as proxy,
        listening(echo) as url,
        Transport(url, TIMEOUT) as transport,
    ):
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        assert transport.send(post(url)).status == 200


def test_a_batch_is_under_way_at_the_same_time() -> None:
    gate = Barrier(50)

    def gathering(connection: socket.socket) -> None:
        body = request(connection)
        gate.wait(PATIENCE)
        connection.sendall(answer(200, body))

    with listening(gathering) as url, Transport(url, PATIENCE) as transport:
        found = transport.together([post(url, b"%d" % number) for number in range(50)])
    assert [(each.status, each.body) for each in found] == [
        (200, b"%d" % number) for number in range(50)
    ]


class TestProxy:
    """A proxy of the environment, which here answers for the receiver too."""

    @pytest.fixture
    def heads(self, monkeypatch: pytest.MonkeyPatch) -> list[list[bytes]]:
        for name in ("NO_PROXY", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.delenv(name, raising=False)
        return []

    def head(self, connection: socket.socket) -> list[bytes]:
        data = b""
        while not data.endswith(b"\r\n\r\n"):
            data += connection.recv(1)
        return data.split(b"\r\n")[:-2]

    def test_requests_for_http_ask_it_for_the_whole_url(
        self, heads: list[list[bytes]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def proxy(connection: socket.socket) -> None:
            heads.append(self.head(connection))
            connection.sendall(answer(202))

        with listening(proxy) as url:
            monkeypatch.setenv("http_proxy", url.replace("://", "://me:p%40ss@"))
            with Transport("http://receiver.example:81", PATIENCE, through_proxy=True) as transport:
                found = transport.send(Request("http://receiver.example:81/a?b=c", {}, b""))
        assert found.status == 202
        authorization = b"proxy-authorization: Basic bWU6cEBzcw=="
        lines = [
            b"POST http://receiver.example:81/a?b=c HTTP/1.1",
            authorization,
            b"host: receiver.example:81",
        ]
        assert heads == [[*lines, b"content-length: 0"]]

    @pytest.mark.parametrize("userinfo", ["", "me:p%40ss@"])
    def test_requests_for_https_go_through_a_tunnel(
        self,
        heads: list[list[bytes]],
        userinfo: str,
        certificate_authority: trustme.CA,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate_authority.issue_cert("receiver.example").configure_cert(context)
        certificate_authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))

        def proxy(connection: socket.socket) -> None:
            heads.append(self.head(connection))
            connection.sendall(b"HTTP/1.1 200 Connection established\r\nvia: x\r\n\r\n")
            with context.wrap_socket(connection, server_side=True) as secured:
                for body in requests(secured):
                    secured.sendall(answer(200, body))

        with listening(proxy) as url:
            monkeypatch.setenv("https_proxy", url.replace("://", f"://{userinfo}"))
            with Transport("https://receiver.example", PATIENCE, through_proxy=True) as transport:
                found = [
                    transport.send(post("https://receiver.example", body)) for body in (b"1", b"2")
                ]
        assert [each.body for each in found] == [b"1", b"2"]
        authorization = [b"proxy-authorization: Basic bWU6cEBzcw=="] if userinfo else []
        assert heads == [
            [
                b"CONNECT receiver.example:443 HTTP/1.1",
                b"host: receiver.example:443",
                *authorization,
            ]
        ]

    @pytest.mark.parametrize(
        "said", [b"HTTP/1.1 403 Forbidden\r\n\r\n", b"SSH-2.0\r\n\r\n", b"", b"x" * 100_000]
    )
    def test_a_tunnel_that_is_not_made_is_no_connection(
        self, heads: list[list[bytes]], said: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def proxy(connection: socket.socket) -> None:
            heads.append(self.head(connection))
            connection.sendall(said)

        with listening(proxy) as url:
            monkeypatch.setenv("https_proxy", url)
            with Transport("https://receiver.example", PATIENCE, through_proxy=True) as transport:
                assert transport.send(post("https://receiver.example")).fault == "not connected"
        assert len(heads) == 1

    def test_a_tunnel_that_is_never_made_is_given_up(
        self, heads: list[list[bytes]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def proxy(connection: socket.socket) -> None:
            heads.append(self.head(connection))
            while True:
                connection.sendall(b"x")
                time.sleep(0.05)

        with listening(proxy) as url:
            monkeypatch.setenv("https_proxy", url)
            with Transport("https://receiver.example", TIMEOUT, through_proxy=True) as transport:
                assert transport.send(post("https://receiver.example")).fault == "timed out"

    def test_what_is_excepted_goes_without_it(
        self, heads: list[list[bytes]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        del heads
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "receiver.example")
        assert address_of("http://receiver.example", through_proxy=True).proxy is None
        assert address_of("http://other.example", through_proxy=True).proxy is not None
        assert address_of("http://localhost:8000", through_proxy=True).proxy is None
        assert address_of("http://other.example").proxy is None


class TestTls:
    @pytest.fixture
    def context(
        self, certificate_authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate_authority.issue_cert("127.0.0.1").configure_cert(context)
        certificate_authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        return context

    def test_deliveries_and_scripts_go_over_tls(self, context: ssl.SSLContext) -> None:
        with listening(echo, context) as url, Transport(url, PATIENCE) as transport:
            assert [transport.send(post(url, body)).body for body in (b"1", b"2")] == [b"1", b"2"]
            assert transport.send(post(url, b"x" * 3_000_000)).body == b"x" * 2_048
            assert [each.status for each in transport.together([post(url)] * 3)] == [200] * 3
            script = Script((b"POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\n", b"{}"))
            assert transport.play(script, PATIENCE)[0].status == 200

    def test_a_connection_is_kept(self, context: ssl.SSLContext) -> None:
        connections = count()

        def numbered(connection: socket.socket) -> None:
            number = next(connections)
            while True:
                request(connection)
                connection.sendall(answer(200, b"%d" % number))

        with listening(numbered, context) as url, Transport(url, PATIENCE) as transport:
            assert [transport.send(post(url)).body for _ in range(3)] == [b"0"] * 3

    def test_an_unknown_authority_is_not_trusted(
        self, context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SSL_CERT_FILE")
        with listening(echo, context) as url, Transport(url, PATIENCE) as transport:
            assert transport.send(post(url)).fault == "not connected"

    def test_a_handshake_that_does_not_end_is_given_up(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        with (
            listening(endlessly(b"", b"", 0.05)) as url,
            Transport(url.replace("http", "https"), TIMEOUT) as transport,
        ):
            assert transport.send(post(url)).fault == "timed out"


class TestScripts:
    FIRST = b"POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\nfirst"
    SECOND = b"POST / HTTP/1.1\r\ncontent-length: 6\r\n\r\nsecond"

    def played(
        self, talk: Callable[[socket.socket], None], script: Script, patience: float = PATIENCE
    ) -> Answer:
        with listening(talk) as url, Transport(url, PATIENCE) as transport:
            [found] = transport.play(script, patience)
        return found

    def test_the_answer_that_is_asked_for_is_returned(self) -> None:
        both = self.FIRST + self.SECOND
        assert (
            self.played(echo, Script((self.FIRST, 60.0, self.SECOND), answers=2)).body == b"second"
        )
        assert self.played(echo, Script((both,), answers=2)).body == b"second"
        assert self.played(echo, Script((both,))).body == b"first"

    def test_a_wait_and_a_script_end_with_their_answer(self) -> None:
        assert (
            self.played(echo, Script((self.FIRST, 60.0, self.SECOND, 60.0), answers=2)).seconds
            < PATIENCE
        )
        assert self.played(echo, Script((self.FIRST, 60.0, self.SECOND))).body == b"first"

    def test_bytes_come_at_their_pace(self) -> None:
        arrived: list[float] = []

        def timing(connection: socket.socket) -> None:
            for _ in range(3):
                connection.recv(1)
                arrived.append(time.monotonic())
            connection.sendall(answer())

        assert self.played(timing, Script((b"1", 0.1, b"2", 0.1, b"3"))).status == 200
        assert arrived[2] - arrived[0] >= 0.19

    def test_a_client_that_has_sent_all_still_listens(self) -> None:
        def late(connection: socket.socket) -> None:
            while connection.recv(1_000):
                pass
            connection.sendall(answer(400))

        assert self.played(late, Script((self.FIRST, Ending.HALF))).status == 400

    def test_an_early_end_differs_from_no_end(self) -> None:
        assert self.played(once(answer()), Script((self.FIRST,), answers=2)).fault == "broken off"
        found = self.played(endlessly(b"", b"", 0.05), Script((self.FIRST,)), TIMEOUT)
        assert (found.fault, found.seconds >= TIMEOUT) == ("timed out", True)
        assert self.played(once(), Script(()), TIMEOUT).fault == "timed out"

    def test_a_receiver_that_does_not_read_is_given_up(self) -> None:
        found = self.played(lambda _: time.sleep(PATIENCE), Script((b"x" * 30_000_000,)), TIMEOUT)
        assert found.fault == "timed out"
        assert found.seconds < PATIENCE

    def test_a_delivery_made_beside_stalling_is_returned(self) -> None:
        open_now, most, lock = 0, 0, Lock()

        def counted(connection: socket.socket) -> None:
            nonlocal open_now, most
            with lock:
                open_now += 1
                most = max(most, open_now)
            try:
                connection.sendall(answer(200, request(connection)))
            finally:
                with lock:
                    open_now -= 1

        with listening(counted) as url, Transport(url, PATIENCE) as transport:
            found = transport.play(
                Script((self.FIRST[:-1],), connections=64, meanwhile=post(url, b"meanwhile")),
                PATIENCE,
            )
        assert [each.body for each in found] == [b"meanwhile"]
        assert most >= 64

    def test_closed_clients_are_gone_before_the_delivery(self) -> None:
        gone = Semaphore(0)

        def hearing(connection: socket.socket) -> None:
            try:
                body = request(connection)
            except (EOFError, ConnectionError):
                gone.release()
            else:
                connection.sendall(answer(200, body))

        with listening(hearing) as url, Transport(url, PATIENCE) as transport:
            script = Script(
                (self.FIRST[:-1], Ending.GONE), connections=8, meanwhile=post(url, b"meanwhile")
            )
            assert transport.play(script, PATIENCE)[0].body == b"meanwhile"
            assert all(gone.acquire(timeout=PATIENCE) for _ in range(8))

    def test_scripts_end_when_the_transport_is_closed(self) -> None:
        under_way = Event()

        def stalling(connection: socket.socket) -> None:
            request(connection)
            under_way.set()
            connection.recv(1)

        with listening(stalling) as url, ThreadPoolExecutor(1) as thread:
            with Transport(url, PATIENCE) as transport:
                playing = thread.submit(transport.play, Script((self.FIRST,)), 10 * PATIENCE)
                assert under_way.wait(PATIENCE)
            assert isinstance(playing.exception(PATIENCE), asyncio.CancelledError)


def test_an_url_is_asked_within_its_time() -> None:
    with listening(once(answer(200, b"7"))) as url:
        assert bytes(get(url, PATIENCE).body) == b"7"
    with listening(endlessly(OK.encode(), b"x", 0.05)) as url, pytest.raises(TimeoutError):
        get(url, TIMEOUT)


def tired(until: int, pause: bytes) -> tuple[Callable[[socket.socket], None], list[float]]:
    """Return a server that wants a pause for its first answers, and when it was asked."""
    asked: list[float] = []

    def talk(connection: socket.socket) -> None:
        for _ in requests(connection):
            asked.append(time.monotonic())
            status = 429 if len(asked) <= until else 200
            headers = b"retry-after: %b\r\n" % pause if status == 429 else b""
            connection.sendall(
                b"HTTP/1.1 %d Whatever\r\ncontent-length: 0\r\n%b\r\n" % (status, headers)
            )

    return talk, asked


def test_a_receiver_that_wants_a_pause_gets_it() -> None:
    talk, asked = tired(2, b"1")
    with listening(talk) as url, Transport(url, PATIENCE, pace=Pace()) as transport:
        assert transport.send(post(url)).status == 200
    assert len(asked) == 3
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(asked))


def test_pauses_without_end_come_to_an_end() -> None:
    talk, asked = tired(1_000, b"0")
    with listening(talk) as url, Transport(url, PATIENCE, pace=Pace()) as transport:
        assert transport.send(post(url)).status == 429
    assert len(asked) == TRIES + 1


def test_those_that_were_too_many_come_again() -> None:
    talk, asked = tired(3, b"0")
    with listening(talk) as url, Transport(url, PATIENCE, pace=Pace()) as transport:
        answers = transport.together([post(url)] * 5)
    assert [answer.status for answer in answers] == [200] * 5
    assert len(asked) >= 8


def test_without_a_pace_every_answer_is_the_answer() -> None:
    talk, asked = tired(1, b"0")
    with listening(talk) as url, Transport(url, PATIENCE) as transport:
        assert transport.send(post(url)).status == 429
    assert len(asked) == 1


def test_a_rate_is_kept_over_all_threads() -> None:
    talk, asked = tired(0, b"0")
    with (
        listening(talk) as url,
        Transport(url, PATIENCE, pace=Pace(20.0)) as transport,
        ThreadPoolExecutor(4) as threads,
    ):
        assert {answer.status for answer in threads.map(transport.send, [post(url)] * 8)} == {200}
    assert max(asked) - min(asked) >= 6 / 20.0


def test_an_answer_has_its_headers() -> None:
    talk, _ = tired(1, b"7")
    with listening(talk) as url, Transport(url, PATIENCE) as transport:
        answer = transport.send(post(url))
    assert answer.header("retry-after") == "7"
    assert answer.header("location") == ""


def test_an_abort_ends_a_pause() -> None:
    with Transport("http://127.0.0.1:9", TIMEOUT) as transport, ThreadPoolExecutor(1) as thread:
        pausing = thread.submit(transport.pause, 3_600.0)
        transport.abort()
        pausing.result(60.0)
        transport.pause(3_600.0)
