"""One connection to a receiver: bytes out, answers in, all of it before a deadline and within bounds, whatever comes back."""

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

__all__ = ["Address", "Answer", "Answers", "Connection", "Fault", "address_of", "get"]

EXCERPT = 2_048
"""How much of an answer's body is kept, in bytes."""

ANSWER_BYTES = 1 << 18
"""How many bytes are read for one answer before its connection is given up."""

HEAD_BYTES = 1 << 16
"""How large the head of an answer may be, in bytes."""

CHUNK = 1 << 16

_BLOCKED = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
_ASKED = h11.Request(method="POST", target="/", headers=[("host", "x"), ("content-length", "0")])


Fault: TypeAlias = Literal["not connected", "timed out", "broken off"]
"""Why there is no answer: no connection could be made, it came too late, or the connection ended before it."""


class Address(NamedTuple):
    """Where a connection goes.

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
    """What came back.

    Attributes:
        status: the status, or None.
        seconds: how long it took.
        fault: why there is no status, or None.
        body: the beginning of the answer's body.
    """

    status: int | None
    seconds: float
    fault: Fault | None = None
    body: bytes = b""


@dataclass(slots=True)
class Read:
    """What has been read of an answer: its status, the beginning of its body, and whether that was all."""

    status: int
    body: bytearray = field(default_factory=bytearray)
    complete: bool = False


class Answers:
    """Reads the answers to POSTs out of the bytes of one connection. Informational ones (1xx) are passed over.

    Attributes:
        read: the answers, in order; the last may be incomplete.
        over: whether nothing can follow: the connection has ended, was announced to, or does not speak HTTP.
    """

    def __init__(self) -> None:
        self.read: list[Read] = []
        self.over: bool = False
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
                self.read.append(Read(event.status_code))
            elif isinstance(event, h11.Data):
                body = self.read[-1].body
                body += event.data[: EXCERPT - len(body)]
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
        """Tell the parser that a request has gone out; which one does not matter to it."""
        self._parser.send(_ASKED)
        self._parser.send(h11.EndOfMessage())


class Connection:
    """A connection to a receiver.

    Args:
        address: where it listens.
        deadline: when to give up connecting, by `time.monotonic`.

    Raises:
        TimeoutError: it took too long.
        OSError: there is no connection to be had.
    """

    def __init__(self, address: Address, deadline: float) -> None:
        host, port, context, proxy = address
        self._answers = Answers()
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
        """Whether another request can be sent: the last answer is complete, and neither the end nor anything else came after it."""
        return not self._answers.over and self._answers.untouched and self._receive() is None

    @property
    def untouched(self) -> bool:
        """Whether not a byte has come since the last answer."""
        return self._answers.untouched

    def send(self, data: bytes) -> None:
        """Send a request, or as much of it as goes out at once; waiting for its answer sends the rest."""
        self._rest = self._sent(memoryview(data))

    def answer(self, deadline: float) -> Read:
        """Return the answer to what was sent, which may come before all is sent, and lack its end.

        Raises:
            TimeoutError: none has come before the deadline.
            ConnectionError: none has come, and none will.
        """
        answers = self._answers
        number = answers.complete
        while answers.complete == number and not answers.over:
            self._rest = self._sent(self._rest)
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

    def _sent(self, data: memoryview) -> memoryview:
        """Send what goes out at once, and return the rest; nothing is left for a receiver that has stopped listening."""
        try:
            while data:
                data = data[self._socket.send(data[:CHUNK]) :]
        except _BLOCKED:
            return data
        except OSError:
            return data[:0]
        return data

    def _receive(self) -> bytes | None:
        """Return what has arrived, nothing if that is the end, and None if there is more to wait for."""
        try:
            return self._socket.recv(CHUNK)
        except _BLOCKED:
            return None
        except OSError:
            return b""

    def _wait(self, deadline: float) -> bool:
        """Wait until there is something to do, and return whether there is."""
        writing = bool(self._rest)
        if writing:
            self._selector.modify(self._socket, selectors.EVENT_READ | selectors.EVENT_WRITE)
        try:
            seconds = deadline - time.monotonic()
            return seconds > 0 and bool(self._selector.select(seconds))
        finally:
            if writing:
                self._selector.modify(self._socket, selectors.EVENT_READ)


def address_of(url: str, *, through_proxy: bool = False) -> Address:
    """Return where the connections of a URL go; certificates are verified as everywhere, SSL_CERT_FILE can name others.

    Args:
        url: the URL.
        through_proxy: whether the environment's proxy comes in between, except on the way to this machine.

    Raises:
        SendingError: the URL, or the proxy's, is none.
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
    """Return what a URL answers to GET, of its body the beginning.

    Raises:
        OSError: there is no answer in time.
    """
    deadline = time.monotonic() + seconds
    with closing(Connection(address_of(url), deadline)) as connection:
        connection.send(head_of("GET", url, {}, "connection: close"))
        return connection.answer(deadline)


def _left(deadline: float) -> float:
    """Return the seconds until a deadline, and a little where it has passed: a timeout of zero means something else."""
    return max(deadline - time.monotonic(), 0.001)
