"""Servers on loopback that files are fetched from: they answer with raw bytes, well or badly, over plain TCP or TLS."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from threading import Event, Thread

import pytest
import trustme

Answer = bytes | Callable[[socket.socket, Event], None]
"""What a server sends, or what it does with the connection until the test is over."""


def answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Return a whole answer of HTTP/1.1."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, f"Location: {location}")


class FileServer:
    """Answers each request by its path, and remembers them all.

    Attributes:
        answers: what is answered, by path without the query; 404 is the rest.
        requests: the requests that came.
        connections: how many connections came, also those that asked for nothing.
        port: where it listens.
    """

    def __init__(
        self, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[str] = []
        self.connections = 0
        self._tls = tls
        self._over = Event()
        self._listening = socket.create_server((host, port))
        self.port: int = self._listening.getsockname()[1]
        self._accepting = Thread(target=self._accept)
        self._serving: list[Thread] = []
        self._accepting.start()

    def close(self) -> None:
        self._over.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        for thread in self._serving:
            thread.join()
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._serving.append(Thread(target=self._serve, args=(connection,)))
            self._serving[-1].start()

    def _serve(self, plain: socket.socket) -> None:
        plain.settimeout(5)
        with (
            plain,
            suppress(OSError),
            ExitStack() as stack,
        ):  # clients that hang up are what is tested
            connection = plain
            if self._tls:
                connection = stack.enter_context(self._tls.wrap_socket(plain, server_side=True))
            request = b""
            while not request.endswith(b"\r\n\r\n"):
                received = connection.recv(4096)
                if not received:
                    return
                request += received
            self.requests.append(request.decode())
            path = self.requests[-1].split()[1].partition("?")[0]
            told = self.answers.get(path, answer(b"", "404 Not Found"))
            if callable(told):
                told(connection, self._over)
            else:
                connection.sendall(told)


@pytest.fixture
def file_server() -> Iterator[FileServer]:
    server = FileServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def certificate_authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def trust(certificate_authority: trustme.CA) -> ssl.SSLContext:
    """What a client believes that trusts the tests' own authority, and nobody else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    certificate_authority.configure_trust(context)
    return context


@pytest.fixture
def tls_file_server(certificate_authority: trustme.CA) -> Iterator[FileServer]:
    """A server whose certificate is for files.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate_authority.issue_cert("files.example").configure_cert(context)
    server = FileServer(tls=context)
    yield server
    server.close()
