"""Fetches a file from allowed destinations only, bounded in size and time.

The URL stands in an event, so it is not trusted. A host is resolved once, and the connection
goes to the addresses that were checked. Every redirect is checked like the first URL. No proxy,
cookie, compression or cache is used.

Sockets and TLS are httpcore's network backend. Its connections are not used: at level DEBUG they
log the headers of answers, and a Location may hold a signature.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import certifi
import h11
import httpcore

from vodhooks.errors import FetchError, FetchRefused, FetchTooLarge, FetchTooSlow, clip
from vodhooks.pull.deadlines import seconds_left, within
from vodhooks.pull.destinations import (
    AllowList,
    Destination,
    is_allowed,
    parse_destination,
    resolve_redirect,
)
from vodhooks.pull.network import Network

Resolver: TypeAlias = Callable[[str, int], Iterable[str]]
"""Returns the addresses of a host and a port; OSError where it has none."""

HEADER_BYTES = 64 * 1024
"""Largest headers of an answer."""

READ_BYTES = 64 * 1024

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a download.

    Attributes:
        size: largest size of the file, in bytes.
        seconds: how long it may take: resolving, connecting, redirects and every byte.
        redirects: how many redirects are followed.
    """

    size: int = 16 * 2**20
    seconds: float = 30.0
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Download:
    """A file, and the host that sent it after all redirects."""

    host: str
    body: bytes


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that the system has for a host, in its order of preference.

    Raises:
        OSError: it has none.
    """
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch(
    url: str,
    allowed: AllowList,
    limits: Limits | None = None,
    *,
    resolver: Resolver = resolve,
    clock: Callable[[], float] = time.monotonic,
    trust: ssl.SSLContext | None = None,
) -> Download:
    """Fetch the file at a URL.

    Args:
        url: where it is. No error holds more of it than the host.
        allowed: where files may be fetched from.
        limits: limits of size, time and redirects.
        resolver: returns the addresses of a host.
        clock: measures the limit in seconds.
        trust: certificate authorities; by default those of the system and of certifi.

    Raises:
        FetchRefused: the URL, an address of its host, or a redirect is not allowed.
        FetchTooLarge: the file is larger than the limit.
        FetchTooSlow: it takes longer than the limit.
        FetchError: the host cannot be reached, shows no valid certificate, or does not answer with
            the file.
    """
    limits = limits or Limits()
    exchange = _Exchange(allowed, limits, resolver, clock, trust)
    here = parse_destination(url, allowed)
    for _ in range(limits.redirects + 1):
        answer = exchange.get(here)
        if isinstance(answer, bytes):
            return Download(here.host, answer)
        here = resolve_redirect(here, answer, allowed)
    raise FetchRefused(f"{clip(here.host)} redirects once more, after {limits.redirects} times")


class _Exchange:
    """The requests for one file, which share the limits, above all the time that is left."""

    def __init__(
        self,
        allowed: AllowList,
        limits: Limits,
        resolver: Resolver,
        clock: Callable[[], float],
        trust: ssl.SSLContext | None,
    ) -> None:
        self._allowed = allowed
        self._limits = limits
        self._resolver = resolver
        self._trust = trust
        self._left = seconds_left(limits.seconds, clock)
        self._network = Network(self._left)

    def get(self, url: Destination) -> bytes | str:
        """Return the file, or the location that a redirect names."""
        with self._translate_errors(clip(url.host)), closing(self._connect(url)) as stream:
            return self._request(stream, url)

    @contextmanager
    def _translate_errors(self, host: str) -> Iterator[None]:
        try:
            yield
        except (TimeoutError, httpcore.TimeoutException):
            raise FetchTooSlow(
                f"{host} takes longer than {self._limits.seconds:g} seconds"
            ) from None
        except h11.RemoteProtocolError:
            raise FetchError(f"the answer of {host} breaks off, or is not HTTP") from None
        except (OSError, httpcore.NetworkError) as error:
            cause = error.__cause__ if isinstance(error, httpcore.NetworkError) else error
            if isinstance(cause, ssl.SSLCertVerificationError):
                raise FetchError(
                    f"{host} shows no valid certificate: {cause.verify_message}"
                ) from None
            reason = cause.strerror if isinstance(cause, OSError) else None
            raise FetchError(
                f"{host} cannot be reached: {reason or 'the connection failed'}"
            ) from None

    def _connect(self, url: Destination) -> httpcore.NetworkStream:
        """Connect to one of the addresses of a host, after every one of them has been checked."""
        stream = self._connect_first(self._resolve(url), url.port)
        if not url.secure:
            return stream
        try:
            return stream.start_tls(self._trust or _default_trust(), url.host)
        except BaseException:
            stream.close()
            raise

    def _resolve(self, url: Destination) -> list[str]:
        # The system sets no other limit to its resolver.
        addresses = within(
            self._left, lambda: list(dict.fromkeys(self._resolver(url.host, url.port)))
        )
        if not all(is_allowed(address, self._allowed) for address in addresses):
            raise FetchRefused(
                f"{clip(url.host)} points to an address that files may not be fetched from"
            )
        return addresses

    def _connect_first(self, addresses: list[str], port: int) -> httpcore.NetworkStream:
        """Connect to the first address that answers. Each gets its share of the time."""
        failure: Exception = OSError(0, "it has no address")
        for index, address in enumerate(addresses):
            try:
                return self._network.connect_tcp(
                    address, port, self._left() / (len(addresses) - index)
                )
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                failure = error
        raise failure

    def _request(self, stream: httpcore.NetworkStream, url: Destination) -> bytes | str:
        protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEADER_BYTES)
        request = h11.Request(
            method="GET",
            target=url.target,
            headers=[
                ("Host", url.authority),
                ("Accept", "*/*"),
                ("Accept-Encoding", "identity"),
                ("User-Agent", "vodhooks"),
                ("Connection", "close"),
            ],
        )
        stream.write((protocol.send(request) or b"") + (protocol.send(h11.EndOfMessage()) or b""))
        body = bytearray()
        for event in _events(stream, protocol):
            if isinstance(event, h11.Response):
                location = self._check_response(event, url)
                if location is not None:
                    return location
            elif isinstance(event, h11.Data):
                body += event.data
                self._check_size(len(body), url)
        return bytes(body)

    def _check_response(self, response: h11.Response, url: Destination) -> str | None:
        """Return the location of a redirect, or None where the file follows."""
        host = clip(url.host)
        headers = {name.decode(): value.decode("latin-1") for name, value in response.headers}
        if response.status_code in _REDIRECTS:
            if "location" not in headers:
                raise FetchError(f"{host} redirects to nowhere")
            return headers["location"]
        if response.status_code != 200:
            raise FetchError(f"{host} answers with status {response.status_code}")
        if headers.get("content-encoding", "identity").lower() != "identity":
            raise FetchError(f"{host} sends the file compressed, which was not requested")
        self._check_size(int(headers.get("content-length", 0)), url)
        return None

    def _check_size(self, size: int, url: Destination) -> None:
        if size > self._limits.size:
            raise FetchTooLarge(f"{clip(url.host)} sends more than {self._limits.size} bytes")


def _events(stream: httpcore.NetworkStream, protocol: h11.Connection) -> Iterator[h11.Event]:
    """Yield the events of an answer until its end."""
    while True:
        event = protocol.next_event()
        if isinstance(event, h11.EndOfMessage):
            return
        if isinstance(event, h11.Event):
            yield event
        else:
            protocol.receive_data(stream.read(READ_BYTES))


def _default_trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
