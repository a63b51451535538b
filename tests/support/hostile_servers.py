"""A server on loopback whose answers never end, or grow without bound: what no client may wait for or collect."""

from __future__ import annotations

import gzip
import itertools
import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
BLANKS = b" " * 2**16
PAUSE_SECONDS = 0.02
BOMB = gzip.compress(b"") + gzip.compress(BLANKS) * 2**14

SLOW: dict[str, bytes] = {
    "nothing": b"",
    "status": b"HTTP/1.1 200 O" + b"K" * 5000,
    "headers": OK + b"X: y\r\n" * 1000,
    "body": OK + b"Content-Length: 5000\r\n\r\n" + b" " * 5000,
    "chunk-size": OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 5000,
    "chunks": OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 1000,
    "until-close": OK + b"\r\n" + b" " * 5000,
    "interim": b"HTTP/1.1 100 Continue\r\n\r\n" * 500,
}
"""Answers that arrive byte by byte, then nothing, and no end of the connection."""

ENDLESS: dict[str, tuple[bytes, bytes]] = {
    "body": (OK + b"Content-Length: 9999999999999\r\n\r\n", BLANKS),
    "chunks": (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + BLANKS + b"\r\n"),
    "one-chunk": (OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffff\r\n", BLANKS),
    "until-close": (OK + b"\r\n", BLANKS),
    "status": (b"HTTP/1.1 200 ", b"O" * 2**16),
    "header": (OK + b"X: ", b"y" * 2**16),
    "headers": (OK, b"X: y\r\n" * 2**13),
    "trailers": (OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 2**13),
    "chunk-extension": (OK + b"Transfer-Encoding: chunked\r\n\r\n1;x=", b"y" * 2**16),
    "gzip": (OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB) + BOMB, b""),
    "deflate-chunks": (
        OK + b"Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"10000\r\n" + BLANKS + b"\r\n",
    ),
}
"""Answers that go on as fast as they are read: how they begin, and what comes over and over."""

INTERIM = (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 1000)
"""Answers before the answer, which a client drops: only time puts an end to them."""


@dataclass(slots=True)
class Server:
    """A server that runs.

    Attributes:
        port: where it listens.
        sent: how many bytes of answers clients have taken; what lies in buffers of the system counts.
        requests: how many requests came.
        left: set when a client has gone.
    """

    port: int
    sent: int = 0
    requests: int = 0
    left: Event = field(default_factory=Event)
    over: Event = field(default_factory=Event)


def slowly(answer: bytes) -> Callable[[], Iterator[bytes]]:
    return lambda: (bytes([byte]) for byte in answer)


def endlessly(begin: bytes, again: bytes) -> Callable[[], Iterator[bytes]]:
    return lambda: itertools.chain([begin], itertools.repeat(again) if again else ())


@contextmanager
def serving(parts: Callable[[], Iterable[bytes]], *, pause: float = 0.0) -> Iterator[Server]:
    """Answer every request with parts, one after the other, and then with silence, until the client goes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening.getsockname()[1])
        thread = Thread(target=_accept, args=(listening, server, parts, pause))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def _accept(
    listening: socket.socket, server: Server, parts: Callable[[], Iterable[bytes]], pause: float
) -> None:
    threads: list[Thread] = []
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            break
        threads.append(Thread(target=_answer, args=(connection, server, parts, pause)))
        threads[-1].start()
    for thread in threads:
        thread.join()


def _answer(
    connection: socket.socket, server: Server, parts: Callable[[], Iterable[bytes]], pause: float
) -> None:
    with connection, suppress(OSError):  # the client hangs up, and is to
        request = b""
        while b"\r\n\r\n" not in request:
            received = connection.recv(65536)
            if not received:
                return
            request += received
        server.requests += 1
        connection.settimeout(0.1)
        for part in parts():
            left = memoryview(part)
            while left and not server.over.is_set():
                with suppress(TimeoutError):
                    count = connection.send(left)
                    server.sent += count
                    left = left[count:]
            if server.over.wait(pause):
                return
        while not server.over.is_set():
            with suppress(TimeoutError):
                if not connection.recv(65536):
                    break
    server.left.set()
