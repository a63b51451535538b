"""A receiver on plain sockets that takes HTTP seriously. Each of its steps is a method, for a mistake to override."""

from __future__ import annotations

import re
import socket
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from vodhooks.catalogue import channel as channel_of
from vodhooks.receiver.decide import Delivery, Outcome, decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.receiver.decide import AuthPolicy

__all__ = ["Careful", "Connection", "Head", "Refused", "serving"]

SECONDS = 1.5
"""How long a request may take from its beginning to its end."""

LARGEST = 1_000_000
HEAD_LINES = 200
_REQUEST_LINE = re.compile(rb"POST (/[!-~]*) HTTP/1\.([01])")
_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8}")
_LENGTH = re.compile(rb"[0-9]{1,15}")
_STATUS = {
    Outcome.ACCEPTED: 200,
    Outcome.UNKNOWN: 200,
    Outcome.QUARANTINED: 422,
    Outcome.NOT_JSON: 400,
    Outcome.NOT_AUTHENTIC: 401,
    Outcome.WRONG_MEDIA_TYPE: 415,
}


class Refused(Exception):
    """Ends a connection with an answer."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)


@dataclass
class Head:
    """The head of a request."""

    target: bytes
    headers: list[tuple[bytes, bytes]]

    def values(self, name: bytes) -> list[bytes]:
        return [value for key, value in self.headers if key == name]


class Connection:
    """Reads from a socket until a deadline."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self.buffer = b""
        self.deadline = 0.0
        self.trusted = False

    def fill(self) -> None:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.socket.settimeout(left)
        data = self.socket.recv(65_536)
        if not data:
            raise EOFError
        self.buffer += data

    def line(self) -> bytes:
        while b"\r\n" not in self.buffer:
            if len(self.buffer) > LARGEST // 32:
                raise Refused(431)
            self.fill()
        line, _, self.buffer = self.buffer.partition(b"\r\n")
        return line

    def exactly(self, size: int) -> bytes:
        while len(self.buffer) < size:
            self.fill()
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data


class Careful:
    """The receiver of one channel."""

    reader = Connection

    def __init__(self, channel: str, policy: AuthPolicy) -> None:
        self.channel = channel
        self.path = channel_of(channel).path
        self.policy = policy

    def welcome(self, connection: socket.socket) -> None:
        """Take a connection that has been made."""
        Thread(target=self.converse, args=(connection,), daemon=True).start()

    def converse(self, connection: socket.socket) -> None:
        reader = self.reader(connection)
        with connection:
            try:
                while True:
                    reader.deadline = time.monotonic() + SECONDS
                    self.respond(reader, self.status(reader))
            except Refused as refused:
                self.respond(reader, refused.status, close=True)
            except TimeoutError:
                self.respond(reader, 408, close=True)
            except (EOFError, OSError):
                pass

    def respond(self, reader: Connection, status: int, *, close: bool = False) -> None:
        ending = "connection: close\r\n" if close else ""
        reader.socket.settimeout(SECONDS)
        reader.socket.sendall(
            f"HTTP/1.1 {status} Whatever\r\ncontent-length: 0\r\n{ending}\r\n".encode()
        )

    def status(self, reader: Connection) -> int:
        """Read a request and return its status."""
        head = self.head(reader)
        parts = urlsplit(head.target.decode())
        if parts.path != self.path:
            return self.elsewhere(reader, head)
        body = self.body(reader, head)
        media_type = b"".join(head.values(b"content-type")).decode()
        token = parse_qs(parts.query).get("token", [""])[0]
        return self.check(reader, Delivery(self.channel, body, media_type, token))

    def elsewhere(self, reader: Connection, head: Head) -> int:
        self.body(reader, head)
        return 404

    def check(self, reader: Connection, delivery: Delivery) -> int:
        del reader
        return _STATUS[decide(delivery, self.policy, time.time()).outcome]

    def head(self, reader: Connection) -> Head:
        request_line = _REQUEST_LINE.fullmatch(reader.line())
        if request_line is None:
            raise Refused(400)
        headers: list[tuple[bytes, bytes]] = []
        while line := reader.line():
            name, _, value = line.partition(b":")
            headers.append((name.lower(), value.strip()))
            if len(headers) > HEAD_LINES:
                raise Refused(431)
        return Head(request_line[1], headers)

    def body(self, reader: Connection, head: Head) -> bytes:
        lengths = head.values(b"content-length")
        if head.values(b"expect"):
            reader.socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        if head.values(b"transfer-encoding"):
            if lengths:
                raise Refused(400)
            return self.chunks(reader)
        return reader.exactly(self.length(lengths))

    def length(self, lengths: list[bytes]) -> int:
        if len(lengths) != 1 or not _LENGTH.fullmatch(lengths[0]):
            raise Refused(400)
        if int(lengths[0]) > LARGEST:
            raise Refused(413)
        return int(lengths[0])

    def chunks(self, reader: Connection) -> bytes:
        body = b""
        while True:
            size = reader.line()
            if not _SIZE.fullmatch(size):
                raise Refused(400)
            body += reader.exactly(int(size, 16))
            if reader.exactly(2) != b"\r\n":
                raise Refused(400)
            if not int(size, 16):
                return body


@contextmanager
def serving(receiver: Careful) -> Iterator[str]:
    """Run a receiver, and yield its URL."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        Thread(target=_accept, args=(server, receiver), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts


def _accept(server: socket.socket, receiver: Careful) -> None:
    with suppress(OSError):
        while True:
            receiver.welcome(server.accept()[0])
