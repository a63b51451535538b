"""Bounds on connections, with uvicorn on a real socket and bounds short enough to reach."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from vodhooks.receiver.protocol import PIPELINED, ConnectionBounds, bounded_protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

SECONDS = 20.0
SHORT = 0.2
GET = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
HALF_BODY = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n1"
LARGE = b"x" * 50_000_000


async def read(request: Request) -> Response:
    return Response(await request.body())


async def hang(_: Request) -> Response:
    await asyncio.Event().wait()
    return Response()


async def large(_: Request) -> Response:
    return Response(LARGE)


APPLICATION = Starlette(
    routes=[Route("/", read, methods=["GET", "POST"]), Route("/hang", hang), Route("/large", large)]
)


@contextmanager
def bounded(bounds: ConnectionBounds) -> Iterator[int]:
    """Run a server with bounds in a thread, and yield its port."""
    protocol = bounded_protocol(bounds)
    config = uvicorn.Config(
        APPLICATION, port=0, loop="uvloop", http=protocol, lifespan="off", log_level="critical"
    )
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    listening.listen()
    thread = Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(SECONDS)
        assert not thread.is_alive()


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), SECONDS)


def answered(connection: socket.socket) -> bytes:
    """Return what comes first, or nothing where the connection is cut."""
    try:
        return connection.recv(4096)
    except ConnectionResetError:
        return b""


@pytest.mark.parametrize(
    ("bounds", "sent"),
    [
        (ConnectionBounds(header_seconds=SHORT), b""),
        (ConnectionBounds(header_seconds=SHORT), b"GET / HTTP/1.1\r\nhost:"),
        (ConnectionBounds(body_seconds=SHORT), HALF_BODY),
        (
            ConnectionBounds(answer_seconds=SHORT, header_seconds=SHORT),
            GET.replace(b"/ ", b"/hang ", 1),
        ),
    ],
    ids=["nothing", "half the headers", "half the body", "a request that is never answered"],
)
def test_whatever_a_connection_waits_for_has_an_end(bounds: ConnectionBounds, sent: bytes) -> None:
    with bounded(bounds) as port, connected(port) as connection:
        start = time.monotonic()
        connection.sendall(sent)
        assert answered(connection) == b""
        assert SHORT / 2 < time.monotonic() - start < SECONDS / 2


def test_headers_that_trickle_in_gain_no_time() -> None:
    with bounded(ConnectionBounds(header_seconds=SHORT)) as port, connected(port) as connection:
        connection.settimeout(SHORT / 10)
        connection.sendall(b"GET / HTTP/1.1\r\n")
        for _ in range(1000):
            try:
                connection.sendall(b"x: y\r\n")
                if connection.recv(1) == b"":
                    return
            except TimeoutError:
                continue
            except (BrokenPipeError, ConnectionResetError):
                return
        pytest.fail("the connection was not cut")


def test_an_idle_connection_is_closed_after_its_time() -> None:
    with (
        bounded(ConnectionBounds(idle_seconds=SHORT, header_seconds=SHORT)) as port,
        connected(port) as connection,
    ):
        connection.sendall(GET)
        assert answered(connection).startswith(b"HTTP/1.1 200")
        assert answered(connection) == b""


def test_an_answer_that_no_client_reads_is_given_up() -> None:
    with (
        bounded(ConnectionBounds(idle_seconds=SHORT, header_seconds=SHORT)) as port,
        connected(port) as greedy,
        connected(port) as later,
    ):
        greedy.sendall(GET.replace(b"/ ", b"/large ", 1))
        received = len(greedy.recv(1))
        later.sendall(GET)
        while answered(later):  # the other one's time is over before this one's
            pass
        while chunk := answered(greedy):
            received += len(chunk)
        assert 0 < received < len(LARGE)


@pytest.mark.parametrize(
    "stalled", [b"", b"GET / HT", HALF_BODY, GET], ids=["silent", "headers", "body", "idle"]
)
def test_the_longest_silent_connection_makes_room(stalled: bytes) -> None:
    with bounded(ConnectionBounds(connections=3)) as port:
        waiting = [connected(port) for _ in range(3)]
        try:
            for connection in waiting:
                connection.sendall(stalled)
                if stalled == GET:
                    assert answered(connection)
            for _ in range(5):
                with connected(port) as good:
                    good.sendall(GET)
                    assert answered(good).startswith(b"HTTP/1.1 200")
        finally:
            for connection in waiting:
                connection.close()


def test_a_connection_with_a_pending_answer_stays() -> None:
    with (
        bounded(ConnectionBounds(connections=1, answer_seconds=2.0)) as port,
        connected(port) as busy,
    ):
        busy.sendall(GET.replace(b"/ ", b"/hang ", 1))
        busy.settimeout(SHORT)
        with pytest.raises(TimeoutError):
            busy.recv(1)
        with connected(port) as turned_away:
            assert answered(turned_away) == b""
        with pytest.raises(TimeoutError):
            busy.recv(1)


def with_header(size: int) -> bytes:
    return b"GET / HTTP/1.1\r\nhost: x\r\nx: " + b"y" * size + b"\r\n\r\n"


@pytest.mark.parametrize("parts", [1, 200])
def test_headers_within_bounds_may_arrive_in_any_way(parts: int) -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        for part in split(with_header(900), parts):
            connection.sendall(part)
        assert answered(connection).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("size", [1200, 100_000])
def test_headers_beyond_bounds_are_refused(size: int) -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        connection.sendall(with_header(size))
        assert answered(connection).startswith(b"HTTP/1.1 431")


def test_headers_that_arrive_in_pieces_are_counted() -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with suppress(BrokenPipeError, ConnectionResetError):
            for part in split(with_header(1_000_000), 1000):
                connection.sendall(part)
        # Cut while it sends, a client may not get to read why; taken it must not be.
        assert answered(connection)[9:12] in {b"431", b""}


@pytest.mark.parametrize("parts", [1, 3, 100])
def test_many_small_headers_are_large_ones(parts: int) -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):
            for part in split(b"GET / HTTP/1.1\r\nhost: x\r\n" + b"a:\r\n" * 100 + b"\r\n", parts):
                connection.sendall(part)
        assert answered(connection).startswith(b"HTTP/1.1 431")


def split(data: bytes, parts: int) -> list[bytes]:
    length = -(-len(data) // parts)
    return [data[start : start + length] for start in range(0, len(data), length)]


def test_small_pipelined_requests_are_no_big_headers() -> None:
    with bounded(ConnectionBounds(header_bytes=64)) as port, connected(port) as connection:
        connection.sendall(GET * PIPELINED)
        received = b""
        while received.count(b"HTTP/1.1 200") < PIPELINED:
            received += connection.recv(65536)


def test_too_many_requests_sent_ahead_are_refused() -> None:
    with bounded(ConnectionBounds()) as port, connected(port) as connection:
        connection.sendall(GET * (PIPELINED + 2))
        assert answered(connection).startswith(b"HTTP/1.1 429")


@pytest.mark.parametrize("first", [b"/hang", b"/"])
def test_large_pipelined_requests_are_refused_early(first: bytes) -> None:
    large = b"GET / HTTP/1.1\r\nhost: x\r\n" + b"a:\r\n" * 400 + b"\r\n"
    with bounded(ConnectionBounds()) as port, connected(port) as connection:
        connection.sendall(GET.replace(b"/", first, 1) + large * 3)
        assert answered(connection).startswith(b"HTTP/1.1 429")


def test_large_requests_after_the_answer_are_accepted() -> None:
    large = b"GET / HTTP/1.1\r\nhost: x\r\n" + b"a:\r\n" * 400 + b"\r\n"
    with bounded(ConnectionBounds()) as port, connected(port) as connection:
        for _ in range(5):
            connection.sendall(large)
            assert answered(connection).startswith(b"HTTP/1.1 200")


CHUNKED = b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n"
WITHIN = {
    "no trailer": b"0\r\n\r\n",
    "trailers": b"0\r\n" + b"x-y: z\r\n" * 20 + b"\r\n",
    "an extension": b"1;" + b"x" * 900 + b"\r\n!\r\n0\r\n\r\n",
    "a size with zeros": b"0" * 900 + b"1\r\n!\r\n0\r\n\r\n",
    "small chunks": b"1;x=y\r\n!\r\n" * 10_000 + b"0\r\n\r\n",
}
BEYOND = {
    "trailers": b"0\r\n" + b"x-y: z\r\n" * 100_000,
    "a trailer's value": b"0\r\nx: " + b"y" * 1_000_000,
    "a trailer's name": b"0\r\n" + b"y" * 1_000_000,
    "an extension": b"1;" + b"x" * 1_000_000,
    "an extension's value": b'1;x="' + b"y" * 1_000_000,
    "a size with zeros": b"0" * 1_000_000,
}


@pytest.mark.parametrize("parts", [1, 100])
@pytest.mark.parametrize("name", WITHIN)
def test_text_between_chunks_is_taken_within_bounds(name: str, parts: int) -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        for part in split(CHUNKED + WITHIN[name], parts):
            connection.sendall(part)
        connection.sendall(GET)
        received = answered(connection)
        while received.count(b"HTTP/1.1 200") < 2:
            received += connection.recv(65536)
        assert b"hello" in received


@pytest.mark.parametrize("parts", [1, 100])
@pytest.mark.parametrize("name", BEYOND)
def test_text_between_chunks_is_refused_beyond_bounds(name: str, parts: int) -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):
            for part in split(CHUNKED + BEYOND[name], parts):
                connection.sendall(part)
        # Cut while it sends, a client may not get to read why.
        assert answered(connection)[9:12] in {b"431", b""}


def test_trailers_of_one_read_are_counted_as_well() -> None:
    with bounded(ConnectionBounds(header_bytes=1024)) as port, connected(port) as connection:
        connection.sendall(CHUNKED + b"0\r\n" + b"x-y: z\r\n" * 150 + b"\r\n" + GET)
        assert answered(connection).startswith(b"HTTP/1.1 431")
        assert answered(connection) == b""
