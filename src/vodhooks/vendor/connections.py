"""One connection to a receiver: sends bytes and reads answers, before a deadline and within bounds."""

from __future__ import annotations

import selectors
import socket
import ssl
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias
from urllib.request import getproxies, proxy_bypass

import h11

from vodhooks.vendor.requests import basic, head_of, split_url

if TYPE_CHECKING:
    from urllib.parse import SplitResult

__all__ = [
    "Address",
    "Answer",
    "Answers",
    "Connection",
    "ConnectionFault",
    "address_of",
    "explain_failure",
    "get",
]

EXCERPT = 2_048
"""How much of an answer's body is kept, in bytes."""

ANSWER_BYTES = 1 << 18
"""How many bytes are read for one answer before its connection is given up."""

HEAD_BYTES = 1 << 16
"""How large the head of an answer may be, in bytes."""

CHUNK = 1 << 16

_BLOCKED = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
_ASKED = h11.Request(method="POST", target="/", headers=[("host", "x"), ("content-length", "0")])


ConnectionFault: TypeAlias = Literal["not connected", "timed out", "broken off"]
"""Why there is no answer: no connection could be made, it came too late, or the connection ended before it."""


class Address(NamedTuple):
    """The address of a receiver.

    Attributes:
        host: the receiver's host.
        port: its port.
        tls: what TLS takes, or None where there is none.
        proxy: the URL of the proxy in between, or None.
    """

    host: str
    port: int
    tls: ssl.SSLContext | None = None
    proxy: SplitResult | None = None

    @property
    def absolute(self) -> bool:
        """Whether requests ask for whole URLs: a proxy hands them on."""
        return self.proxy is not None and self.tls is None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a receiver, or why there is none.

    Attributes:
        status: the status, or None.
        seconds: how long it took.
        fault: why there is no status, or None.
        body: the beginning of the answer's body.
        headers: names, in lower case, and values of the answer's headers.
        detail: where no connection could be made, why: refused, the name unknown, TLS.
    """

    status: int | None
    seconds: float
    fault: ConnectionFault | None = None
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    detail: str = ""

    def header(self, name: str) -> str:
        """Return the value of a header, or nothing."""
        return next((value for each, value in self.headers if each == name), "")


@dataclass(slots=True)
class Read:
    """What has been read of an answer: its status, the beginning of its body, whether that was all, and its headers."""

    status: int
    body: bytearray = field(default_factory=bytearray)
    complete: bool = False
    headers: tuple[tuple[str, str], ...] = ()

    def answer(self, seconds: float) -> Answer:
        """Return what has been read as the answer that came after so many seconds."""
        return Answer(self.status, seconds, None, bytes(self.body), self.headers)


class Answers:
    """Reads the answers to POSTs out of the bytes of one connection. Informational ones (1xx) are passed over.

    Args:
        excerpt: how much of an answer's body is kept, in bytes.

    Attributes:
        read: the answers, in order; the last may be incomplete.
        over: whether nothing can follow: the connection has ended, was announced to, or does not speak HTTP.
    """

    def __init__(self, excerpt: int = EXCERPT) -> None:
        self.read: list[Read] = []
        self.over: bool = False
        self._excerpt = excerpt
        self._bytes = 0
        self._parser = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD_BYTES)
        self._ask()

    @property
    def complete(self) -> int:
        """How many answers have been read to their end."""
        return len(self.read) - (1 if self.read and not self.read[-1].complete else 0)

    @property
    def untouched(self) -> bool:
        """Whether nothing has come since the last answer."""
        return self._bytes == 0

    def feed(self, data: bytes) -> None:
        """Take bytes in; none at all say that the connection has ended."""
        if self.over:
            return
        self._bytes += len(data)
        try:
            self._parser.receive_data(data)
            self._take()
        except h11.RemoteProtocolError:
            self.over = True
        self.over = self.over or not data or self._bytes > ANSWER_BYTES

    def _take(self) -> None:
        while not self.over:
            event = self._parser.next_event()
            if event is h11.NEED_DATA:
                return
            if isinstance(event, h11.Response):
                headers = (
                    (name.decode("latin-1"), value.decode("latin-1"))
                    for name, value in event.headers
                )
                self.read.append(Read(event.status_code, headers=tuple(headers)))
            elif isinstance(event, h11.Data):
                body = self.read[-1].body
                body += event.data[: self._excerpt - len(body)]
            elif isinstance(event, h11.EndOfMessage):
                self.read[-1].complete = True
                self._bytes = 0
                if self._parser.their_state is h11.DONE:
                    self._parser.start_next_cycle()
                    self._ask()
                else:
                    self.over = True
            elif isinstance(event, h11.ConnectionClosed):
                self.over = True

    def _ask(self) -> None:
        """Give the parser a request, so that it expects an answer; which request does not matter."""
        self._parser.send(_ASKED)
        self._parser.send(h11.EndOfMessage())


class Connection:
    """A connection to a receiver.

    Args:
        address: where it listens.
        deadline: when to give up connecting, by `time.monotonic`.
        excerpt: how much of an answer's body is kept, in bytes.

    Raises:
        TimeoutError: it took too long.
        OSError: there is no connection to be had.
    """

    def __init__(self, address: Address, deadline: float, excerpt: int = EXCERPT) -> None:
        host, port, context, proxy = address
        self._answers = Answers(excerpt)
        self._rest = memoryview(b"")
        place = (
            (host, port)
            if proxy is None
            else (proxy.hostname, proxy.port or (443 if proxy.scheme == "https" else 80))
        )
        self._socket = socket.create_connection(place, _left(deadline))
        try:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if proxy is not None and proxy.scheme == "https":
                self._secure(ssl.create_default_context(), proxy.hostname or "", deadline)
            if context is not None:
                if proxy is not None:
                    self._tunnel(address, deadline)
                self._secure(context, host, deadline)
            self._socket.settimeout(0)
        except OSError:
            self._socket.close()
            raise
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._socket, selectors.EVENT_READ)

    @property
    def usable(self) -> bool:
        """Whether another request can be sent: the last answer is complete, and nothing came after it."""
        return not self._answers.over and self._answers.untouched and self._receive() is None

    @property
    def untouched(self) -> bool:
        """Whether not a byte has come since the last answer."""
        return self._answers.untouched

    def send(self, data: bytes) -> None:
        """Send as much of a request as the socket takes at once; `answer` sends the rest."""
        self._rest = self._send_now(memoryview(data))

    def answer(self, deadline: float) -> Read:
        """Return the answer, which may come before the request is sent completely, and may be incomplete.

        Raises:
            TimeoutError: none has come before the deadline.
            ConnectionError: none has come, and none will.
        """
        answers = self._answers
        number = answers.complete
        while answers.complete == number and not answers.over:
            self._rest = self._send_now(self._rest)
            received = self._receive()
            if received is not None:
                answers.feed(received)
            elif not self._wait(deadline):
                answers.over = True
                if len(answers.read) == number:
                    raise TimeoutError
        if len(answers.read) == number:
            raise ConnectionError("no answer")
        answers.over = answers.over or bool(self._rest)
        return answers.read[number]

    def abort(self) -> None:
        """End the connection under whatever thread waits on it."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the connection."""
        self._answers.over = True
        self._selector.close()
        self._socket.close()

    def _secure(self, context: ssl.SSLContext, host: str, deadline: float) -> None:
        self._socket.settimeout(_left(deadline))
        self._socket = context.wrap_socket(self._socket, server_hostname=host)

    def _tunnel(self, address: Address, deadline: float) -> None:
        """Ask the proxy for a connection to the receiver, RFC 9110 section 9.3.6."""
        there = (
            f"[{address.host}]:{address.port}"
            if ":" in address.host
            else f"{address.host}:{address.port}"
        )
        self._socket.settimeout(_left(deadline))
        self._socket.sendall(
            f"CONNECT {there} HTTP/1.1\r\nhost: {there}\r\n{proxy_authorization(address)}\r\n".encode()
        )
        said = b""
        while b"\r\n\r\n" not in said:
            self._socket.settimeout(_left(deadline))
            # One byte at a time: what follows the head belongs to TLS.
            more = self._socket.recv(1)
            if not more or len(said) > HEAD_BYTES:
                raise OSError("the proxy gives no answer")
            said += more
        if not said.startswith((b"HTTP/1.1 2", b"HTTP/1.0 2")):
            raise OSError("the proxy makes no connection")

    def _send_now(self, data: memoryview) -> memoryview:
        """Send what the socket takes at once, and return the rest; nothing if the receiver has stopped reading."""
        try:
            while data:
                data = data[self._socket.send(data[:CHUNK]) :]
        except _BLOCKED:
            return data
        except OSError:
            return data[:0]
        return data

    def _receive(self) -> bytes | None:
        """Return the bytes that have arrived: empty at the end of the connection, None if there are none yet."""
        try:
            return self._socket.recv(CHUNK)
        except _BLOCKED:
            return None
        except OSError:
            return b""

    def _wait(self, deadline: float) -> bool:
        """Wait until the socket is ready, and return whether it is."""
        writing = bool(self._rest)
        if writing:
            self._selector.modify(self._socket, selectors.EVENT_READ | selectors.EVENT_WRITE)
        try:
            seconds = deadline - time.monotonic()
            return seconds > 0 and bool(self._selector.select(seconds))
        finally:
            if writing:
                self._selector.modify(self._socket, selectors.EVENT_READ)


def explain_failure(error: OSError) -> str:
    """Return in words why no connection could be made: refused, the name is unknown (DNS), or TLS failed."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"TLS: {error.verify_message}; SSL_CERT_FILE names the certificates to trust"
    if isinstance(error, ssl.SSLError):
        if error.reason == "WRONG_VERSION_NUMBER":
            return "TLS: the other side does not speak it; is it http://?"
        return f"TLS: {(error.reason or str(error)).replace('_', ' ').lower()}"
    if isinstance(error, socket.gaierror):
        return f"DNS: {error.strerror}"
    if isinstance(error, ConnectionRefusedError):
        return "connection refused"
    return (error.strerror or str(error)).lower()


def address_of(url: str, *, through_proxy: bool = False) -> Address:
    """Return the address for a URL. Certificates are verified; SSL_CERT_FILE can name others.

    Args:
        url: the URL.
        through_proxy: whether the environment's proxy comes in between, except on the way to this machine.

    Raises:
        SendingError: the URL, or the proxy's, is no absolute HTTP URL.
    """
    parts = split_url(url)
    context = ssl.create_default_context() if parts.scheme == "https" else None
    proxy = _proxy_for(parts) if through_proxy else None
    return Address(parts.hostname or "", parts.port or (443 if context else 80), context, proxy)


def _proxy_for(parts: SplitResult) -> SplitResult | None:
    """Return the environment's proxy for a URL, or None."""
    host = parts.hostname or ""
    if _is_loopback(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    return split_url(found if "://" in found else f"http://{found}") if found else None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def proxy_authorization(address: Address) -> str:
    """Return the header line, its end included, that lets a request through a proxy; empty where none is needed."""
    userinfo = address.proxy.netloc.rpartition("@")[0] if address.proxy else ""
    return f"proxy-authorization: {basic(userinfo)}\r\n" if userinfo else ""


def get(url: str, seconds: float) -> Read:
    """Return what a URL answers to GET, of its body as much as is read of any.

    Raises:
        OSError: there is no answer in time.
    """
    deadline = time.monotonic() + seconds
    with closing(Connection(address_of(url), deadline, ANSWER_BYTES)) as connection:
        connection.send(head_of("GET", url, {}, "connection: close"))
        return connection.answer(deadline)


def _left(deadline: float) -> float:
    """Return the seconds until a deadline; a little if it has passed, since a timeout of zero means no blocking."""
    return max(deadline - time.monotonic(), 0.001)
