"""Servers on plain sockets: each connection is handed to a function, in a thread of its own."""

from __future__ import annotations

import socket
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    Talk: TypeAlias = Callable[[socket.socket], None]


@contextmanager
def listening(
    talk: Talk, context: ssl.SSLContext | None = None, *, backlog: int = 128
) -> Iterator[str]:
    """Hand every connection to a function, and close it afterwards; yield the URL, without a path."""
    with socket.create_server(("127.0.0.1", 0), backlog=backlog) as server:
        Thread(target=_accept, args=(server, talk, context), daemon=True).start()
        try:
            yield f"{'https' if context else 'http'}://127.0.0.1:{server.getsockname()[1]}"
        finally:
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts


def _accept(server: socket.socket, talk: Talk, context: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        while True:
            connection, _ = server.accept()
            Thread(target=_converse, args=(connection, talk, context), daemon=True).start()


def _converse(connection: socket.socket, talk: Talk, context: ssl.SSLContext | None) -> None:
    # What the client does to its connection is not the test's business: it may have gone.
    with connection, suppress(OSError, EOFError):
        if context is None:
            talk(connection)
        else:
            with context.wrap_socket(connection, server_side=True) as secured:
                talk(secured)


def requests(connection: socket.socket) -> Iterator[bytes]:
    """Yield the bodies of the requests on a connection. Raises EOFError where the next one does not come to its end."""
    data = b""
    while True:
        while b"\r\n\r\n" not in data:
            data += _some(connection)
        head, _, data = data.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        length = next(
            (int(line.partition(b":")[2]) for line in lines if line.startswith(b"content-length:")),
            0,
        )
        while len(data) < length:
            data += _some(connection)
        yield data[:length]
        data = data[length:]


def request(connection: socket.socket) -> bytes:
    """Return the body of the next request. Raises EOFError where there is none."""
    return next(requests(connection))


def answer(status: int = 200, body: bytes = b"", *headers: str) -> bytes:
    """Return an answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status} Whatever", f"content-length: {len(body)}", *headers, "\r\n"]
    return "\r\n".join(lines).encode() + body


def _some(connection: socket.socket) -> bytes:
    data = connection.recv(65_536)
    if not data:
        raise EOFError
    return data
