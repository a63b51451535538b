"""What uvicorn leaves unbounded: how long each part of a request may take, how large headers may be, how many may wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from vodhooks.receiving.answers import problem

if TYPE_CHECKING:
    from asyncio import TimerHandle, Transport

    from vodhooks.receiving.answers import Refusal

__all__ = ["ConnectionBounds", "bounded_protocol"]

PIPELINED = 32
"""How many requests one connection may send ahead of their answers."""


@dataclass(frozen=True, slots=True)
class ConnectionBounds:
    """Bounds on connections. Times are in seconds, and a connection that exceeds one is cut.

    Attributes:
        header_seconds: how long a client may take for the headers of a request, and a new one to begin.
        body_seconds: how long it may take for the body.
        answer_seconds: how long an answer may take, until the client has read it.
        idle_seconds: how long a client may wait between an answer and its next request.
        header_bytes: how large headers may be.
        connections: how many may be open. Beyond that the one that has been silent longest makes room.
    """

    header_seconds: float = 10.0
    body_seconds: float = 20.0
    answer_seconds: float = 20.0
    idle_seconds: float = 65.0
    header_bytes: int = 32 * 1024
    connections: int = 1000


class _TooLarge(Exception):  # never leaves this module: stops the parser
    pass


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with a deadline for whatever a connection is waiting for."""

    bounds: ClassVar[ConnectionBounds]
    waiting: ClassVar[dict[BoundedProtocol, None]]
    """Connections that wait for their client, the longest waiting first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._timer: TimerHandle | None = None
        self._deadline = 0.0
        self._in_headers = False
        self._complete = True
        self._arrived = 0
        self._header_bytes = 0
        self._refusal: Refusal = 400

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Take a connection in, in place of a silent one where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.bounds.connections:
            silent = next(iter(self.waiting), self)
            self.waiting.pop(silent, None)
            silent.transport.abort()
        self._wait(self.bounds.header_seconds)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self.waiting.pop(self, None)
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes in, and count them as long as they belong to headers."""
        in_headers = self._in_headers
        self._arrived = len(data)
        super().data_received(data)
        if in_headers and self._in_headers:
            self._header_bytes += len(data)
            if self._header_bytes > self.bounds.header_bytes and not self.transport.is_closing():
                self._refusal = 431
                self.send_400_response("the headers are too large")

    def on_message_begin(self) -> None:
        """Start the clock for the headers of a request."""
        self._complete = False
        self._in_headers = True
        self._header_bytes = 0
        self._wait(self.bounds.header_seconds)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Start the clock for the body."""
        self._in_headers = False
        # Only what came in more bytes than headers may have needs to be counted.
        if self._header_bytes + self._arrived > self.bounds.header_bytes:
            size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
            if size > self.bounds.header_bytes:
                self._refusal = 431
                raise _TooLarge
        if len(self.pipeline) >= PIPELINED:
            self._refusal = 429
            raise _TooLarge
        self._deadline = self.loop.time() + self.bounds.body_seconds
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Start the clock for the answer, if it is not given already."""
        self._complete = True
        if self.cycle.response_complete:
            self._wait(self.bounds.idle_seconds)
        else:
            self.waiting.pop(self, None)
            self._deadline = self.loop.time() + self.bounds.answer_seconds
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Start the clock for the next request, if it has not begun."""
        if self._complete and not self.pipeline:
            self._wait(self.bounds.idle_seconds)
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, with problem details."""
        answered = problem(self._refusal, msg)
        headers = {**answered.headers, "content-length": str(len(answered.body)), "connection": "close"}
        head = b"".join(f"{name}: {value}\r\n".encode() for name, value in headers.items())
        self.transport.write(STATUS_LINE[answered.status] + head + b"\r\n" + answered.body)
        self.transport.close()

    def _wait(self, seconds: float) -> None:
        """Wait for the client, behind all that wait already."""
        self.waiting.pop(self, None)
        self.waiting[self] = None
        self._deadline = self.loop.time() + seconds

    def _watch(self) -> None:
        """Cut the connection if its deadline has passed, and look again at the next; no request sets a timer of its own."""
        now = self.loop.time()
        if now >= self._deadline:
            self.transport.abort()
        else:
            often = min(self.bounds.header_seconds, self.bounds.body_seconds) / 4
            self._timer = self.loop.call_later(min(self._deadline - now, often), self._watch)


def bounded_protocol(bounds: ConnectionBounds) -> type[BoundedProtocol]:
    """Return uvicorn's HTTP protocol with bounds of its own."""
    return type("BoundedProtocol", (BoundedProtocol,), {"bounds": bounds, "waiting": {}})
