"""uvicorn's HTTP protocol with bounds on the time, size and number of requests, and strict about where each ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from vodhooks.receiver.answers import problem

if TYPE_CHECKING:
    from asyncio import TimerHandle, Transport

    from vodhooks.receiver.answers import Refusal

PIPELINED = 32
"""How many requests one connection may send ahead of their answers."""

AHEAD_BYTES = 32 * 1024
"""How large their headers may be together: small ones take many times their size in memory."""

ENDING_SECONDS = 2.0
"""How long a client may still begin a request when the server ends."""

FIELD_BYTES = 32
"""What each header counts beside its name and value, as in HTTP/2 (RFC 9113 section 6.5.2): many small ones cost memory."""

VERSIONS = frozenset({"1.0", "1.1"})


@dataclass(frozen=True, slots=True)
class ConnectionBounds:
    """Bounds on connections. Times are in seconds, and a connection that exceeds one is cut.

    Attributes:
        header_seconds: how long a client may take for the headers of a request, and a new one to begin.
        body_seconds: how long it may take for the body.
        answer_seconds: how long an answer may take, until the client has read it.
        idle_seconds: how long a client may wait between an answer and its next request.
        header_bytes: how large headers may be, trailers, and what else stands between two bytes of a body.
        connections: how many may be open. Beyond that the one that has been silent longest makes room.
    """

    header_seconds: float = 10.0
    body_seconds: float = 20.0
    answer_seconds: float = 20.0
    idle_seconds: float = 65.0
    header_bytes: int = 32 * 1024
    connections: int = 1000


TOO_LARGE = "the headers are too large"


class _Refused(Exception):  # never leaves this module: stops the parser
    pass


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with a deadline for each wait of a connection.

    Where a request ends is never in doubt: an offer to upgrade is ignored (RFC 9110 section 7.8), what two servers could
    read differently is refused, and nothing is read after a refusal.
    """

    parser: HttpRequestParser
    headers: list[tuple[bytes, bytes]]
    bounds: ClassVar[ConnectionBounds]
    ending: ClassVar[bool] = False
    """Whether the server ends: each connection then answers what it is sent, and closes."""
    waiting: ClassVar[dict[BoundedProtocol, None]]
    """Connections that wait for their client, the longest waiting first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._timer: TimerHandle | None = None
        self._deadline = 0.0
        self._in_headers = False
        self._complete = True
        self._arrived = 0
        self._unread_bytes = 0
        self._ahead_bytes = 0
        self._refusal: tuple[Refusal, str] = (400, "this is no HTTP request")

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Accept a connection; if there are too many, close the one that has been silent longest."""
        super().connection_made(transport)
        if len(self.connections) > self.bounds.connections:
            silent = next(iter(self.waiting), self)
            self.waiting.pop(silent, None)
            silent.transport.abort()
        self._wait(self.bounds.header_seconds)
        self._watch()
        if self.ending:
            self.shutdown()

    def shutdown(self) -> None:
        """Answer what a client has sent or is about to send, and close.

        A client that has just connected, or sends on a connection that it has kept, would otherwise lose its request.
        """
        type(self).ending = True
        if self.cycle is None or self.cycle.response_complete:  # type: ignore[redundant-expr] # None before the first
            self.loop.call_later(ENDING_SECONDS, self._close_if_silent)
        else:
            super().shutdown()

    def _close_if_silent(self) -> None:
        if self._complete and (self.cycle is None or self.cycle.response_complete):  # type: ignore[redundant-expr] # None before the first
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Release a connection."""
        self.waiting.pop(self, None)
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Parse bytes, in pieces no larger than headers may be; none after a refusal."""
        size = self.bounds.header_bytes
        parts = (
            [data]
            if len(data) <= size
            else [data[start : start + size] for start in range(0, len(data), size)]
        )
        for part in parts:
            if self.transport.is_closing():
                return
            try:
                self._feed(part)
            except (HttpParserError, _Refused):
                self.send_400_response(self._refusal[1])

    def _feed(self, data: bytes) -> None:
        self._arrived = len(data)
        try:
            self.parser.feed_data(data)
        except HttpParserUpgrade as offer:
            self._feed(self._without_offer() + data[offer.args[0] :])
            return
        if not self._complete:
            # The parser keeps a header or a trailer until it ends, and passes over a chunk's size and extensions however
            # long. Where in the first of these bytes it began is not known, hence twice.
            if self._unread_bytes + self._arrived > 2 * self.bounds.header_bytes:
                self._refuse(431, TOO_LARGE)
            self._check_size()
            self._unread_bytes += self._arrived

    def _without_offer(self) -> bytes:
        """Return the headers that the parser has just read without the offer to upgrade, and a new parser in place of it.

        At an upgrade llhttp takes a request to end with its headers, and its body for the next request.
        """
        lines = [
            b"%b %b HTTP/%b"
            % (self.parser.get_method(), self.url, self.parser.get_http_version().encode())
        ]
        lines += [b"%b: %b" % header for header in self.headers if header[0] != b"upgrade"]
        self.parser = HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn has it
        return b"\r\n".join([*lines, b"\r\n"])

    def on_message_begin(self) -> None:
        """Start the clock for the headers of a request."""
        self._complete = False
        self._in_headers = True
        self._unread_bytes = 0
        self._wait(self.bounds.header_seconds)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Refuse what is no request, and start the clock for the body."""
        self._check_size()
        self._unread_bytes = 0
        version = self.parser.get_http_version()
        self._check_framing(version)
        if self.parser.should_upgrade():
            if self.parser.get_method() == b"CONNECT":
                self._refuse(400, "this is no proxy")
            return  # it comes again without the offer
        if self.cycle is None or self.cycle.response_complete:  # type: ignore[redundant-expr] # None before the first
            self._ahead_bytes = 0
        else:
            self._ahead_bytes += self._size()
            if len(self.pipeline) >= PIPELINED or self._ahead_bytes > AHEAD_BYTES:
                self._refuse(429, "too many requests are ahead of their answers")
        if version == "1.0":
            self.expect_100_continue = False  # RFC 9110 section 10.1.1
        self._deadline = self.loop.time() + self.bounds.body_seconds
        super().on_headers_complete()
        if self.ending:
            self.cycle.keep_alive = False
        self._in_headers = False
        self.headers = []  # takes the trailers, which must not pass for headers

    def on_body(self, body: bytes) -> None:
        """Take a part of the body."""
        self._unread_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Start the deadline of the answer, unless it was given already."""
        if self.parser.should_upgrade():
            return  # it comes again without the offer
        if self.headers:
            self._check_size()
        self._complete = True
        if self.cycle.response_complete:
            self._wait(self.bounds.idle_seconds)
        else:
            self.waiting.pop(self, None)
            self._deadline = self.loop.time() + self.bounds.answer_seconds
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Start the next request, or its deadline."""
        if not (self._complete or self._in_headers) and self.expect_100_continue:
            # A client that asked first may keep its body to itself now: what comes next is the body or a request.
            self.transport.close()
        if self.pipeline or self.transport.is_closing():
            super().on_response_complete()
            return
        # uvicorn would set a timer here, for each request.
        self.server_state.total_requests += 1
        self.flow.resume_reading()
        if self._complete:
            self._wait(self.bounds.idle_seconds)

    def send_400_response(self, msg: str) -> None:
        """HttpAnswer a refusal with problem details, and close."""
        answered = problem(self._refusal[0], msg)
        headers = {
            **answered.headers,
            "content-length": str(len(answered.body)),
            "connection": "close",
        }
        head = b"".join(f"{name}: {value}\r\n".encode() for name, value in headers.items())
        self.transport.write(STATUS_LINE[answered.status] + head + b"\r\n" + answered.body)
        self.transport.close()
        if not (self._complete or self._in_headers):
            # The application waits for a body whose answer has been given.
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def _check_framing(self, version: str) -> None:
        """Refuse a request that two servers could read in two ways."""
        if version not in VERSIONS:
            self._refuse(400, "the version is neither HTTP/1.0 nor HTTP/1.1")
        hosts = 0
        for name, value in self.headers:
            if name == b"host":
                hosts += 1
            elif name == b"transfer-encoding" and (
                value.strip().lower() != b"chunked" or version == "1.0"
            ):
                self._refuse(400, "the only Transfer-Encoding is chunked, in HTTP/1.1")
        if hosts != 1 and (hosts or version == "1.1"):
            self._refuse(400, "there has to be one Host")

    def _check_size(self) -> None:
        """Refuse headers, or trailers, that are too large; count exactly only when they might be."""
        limit = self.bounds.header_bytes
        if (
            self._unread_bytes + self._arrived + FIELD_BYTES * len(self.headers) > limit
            and self._size() > limit
        ):
            self._refuse(431, TOO_LARGE)

    def _size(self) -> int:
        return len(self.url) + sum(
            len(name) + len(value) + FIELD_BYTES for name, value in self.headers
        )

    def _refuse(self, status: Refusal, detail: str) -> NoReturn:
        self._refusal = (status, detail)
        raise _Refused

    def _wait(self, seconds: float) -> None:
        """Wait for the client, last in `waiting`."""
        self.waiting.pop(self, None)
        self.waiting[self] = None
        self._deadline = self.loop.time() + seconds

    def _watch(self) -> None:
        """Cut the connection if its deadline has passed, and check again at the next one. One timer per connection, not per request."""
        now = self.loop.time()
        if now >= self._deadline:
            self.transport.abort()
        else:
            often = min(self.bounds.header_seconds, self.bounds.body_seconds) / 4
            self._timer = self.loop.call_later(min(self._deadline - now, often), self._watch)


def bounded_protocol(bounds: ConnectionBounds) -> type[BoundedProtocol]:
    """Return the protocol class for some bounds; uvicorn takes a class."""
    return type("BoundedProtocol", (BoundedProtocol,), {"bounds": bounds, "waiting": {}})
