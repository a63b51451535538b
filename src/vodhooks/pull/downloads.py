"""Fetches a file whose URL somebody else wrote: from allowed destinations alone, bounded in size and in time.

A host is resolved once, and the connection goes to the very addresses that were checked. Redirects are followed by hand,
each judged like the first URL; no proxy, cookie, compression or cache comes between. What the bytes mean is for the caller.
"""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import certifi
import h11

from vodhooks.errors import FetchError, FetchRefused, FetchTooLarge, FetchTooSlow, clip
from vodhooks.pull.destinations import destination, is_allowed, redirected
from vodhooks.waiting import seconds_left, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vodhooks.pull.destinations import Allowed, Destination

__all__ = ["Fetched", "Limits", "Resolver", "fetch", "resolve"]

Resolver: TypeAlias = "Callable[[str, int], Iterable[str]]"
"""Returns the addresses of a host and a port; OSError where it has none."""

HEADER_BYTES = 64 * 1024
"""Largest headers of an answer."""

READ_BYTES = 64 * 1024

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost.

    Attributes:
        size: its largest size, in bytes.
        seconds: how long it may take in all: resolving, connecting, redirects and every byte.
        redirects: how many redirects are followed.
    """

    size: int = 16 * 2**20
    seconds: float = 30.0
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file, and the host that it came from in the end."""

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
    allowed: Allowed,
    limits: Limits | None = None,
    *,
    resolver: Resolver = resolve,
    clock: Callable[[], float] = time.monotonic,
    trust: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetch the file at a URL.

    Args:
        url: where it is. No error holds more of it than the host.
        allowed: where files may be fetched from.
        limits: what it may cost.
        resolver: what knows the addresses of hosts.
        clock: what the limit in seconds is measured by.
        trust: whose certificates are believed; those that the system and certifi trust, unless told.

    Raises:
        FetchRefused: the URL, an address of its host, or a redirect leads to where nothing is fetched from.
        FetchTooLarge: the file is larger than the limit.
        FetchTooSlow: it takes longer than the limit.
        FetchError: the host cannot be reached, shows no valid certificate, or does not answer with the file.
    """
    limits = limits or Limits()
    exchange = _Exchange(allowed, limits, resolver, clock, trust)
    here = destination(url, allowed)
    for _ in range(limits.redirects + 1):
        answer = exchange.answer(here)
        if isinstance(answer, bytes):
            return Fetched(here.host, answer)
        here = redirected(here, answer, allowed)
    raise FetchRefused(f"{clip(here.host)} redirects once more, after {limits.redirects} times")


class _Exchange:
    """What the requests for one file have in common: the limits, above all the time that is left of them."""

    def __init__(
        self, allowed: Allowed, limits: Limits, resolver: Resolver, clock: Callable[[], float], trust: ssl.SSLContext | None
    ) -> None:
        self._allowed = allowed
        self._limits = limits
        self._resolver = resolver
        self._trust = trust
        self._left = seconds_left(limits.seconds, clock)

    def answer(self, there: Destination) -> bytes | str:
        """Return the file, or the location that a redirect names."""
        with self._explained(there), self._connected(there) as connection:
            return self._asked(connection, there)

    @contextmanager
    def _explained(self, there: Destination) -> Iterator[None]:
        host = clip(there.host)
        try:
            yield
        except TimeoutError:
            raise FetchTooSlow(f"{host} takes longer than {self._limits.seconds:g} seconds") from None
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"{host} shows no valid certificate: {error.verify_message}") from None
        except h11.RemoteProtocolError:
            raise FetchError(f"the answer of {host} breaks off, or is not HTTP") from None
        except OSError as error:
            raise FetchError(f"{host} cannot be reached: {error.strerror or 'the connection failed'}") from None

    @contextmanager
    def _connected(self, there: Destination) -> Iterator[socket.socket]:
        """Connect to one of the addresses of a host, after every one of them has been checked."""
        addresses = self._addresses(there)
        with self._first_of(addresses, there.port) as connection:
            if not there.secure:
                yield connection
                return
            connection.settimeout(self._left())
            with (self._trust or _public_trust()).wrap_socket(connection, server_hostname=there.host) as secured:
                yield secured

    def _addresses(self, there: Destination) -> list[str]:
        found = list(dict.fromkeys(self._resolved(there.host, there.port)))
        if not all(is_allowed(address, self._allowed) for address in found):
            raise FetchRefused(f"{clip(there.host)} leads to an address that files may not be fetched from")
        return found

    def _resolved(self, host: str, port: int) -> list[str]:
        """Ask the resolver, to whose patience the system sets no other limit."""
        return within(self._left, lambda: list(self._resolver(host, port)))

    def _first_of(self, addresses: list[str], port: int) -> socket.socket:
        """Connect to the first address that answers; each gets its share of the time that is left."""
        failure = OSError(0, "it has no address")
        for index, address in enumerate(addresses):
            try:
                return socket.create_connection((address, port), self._left() / (len(addresses) - index))
            except OSError as error:
                failure = error
        raise failure

    def _asked(self, connection: socket.socket, there: Destination) -> bytes | str:
        protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEADER_BYTES)
        request = h11.Request(
            method="GET",
            target=there.target,
            headers=[
                ("Host", there.authority),
                ("Accept", "*/*"),
                ("Accept-Encoding", "identity"),
                ("User-Agent", "vodhooks"),
                ("Connection", "close"),
            ],
        )
        connection.settimeout(self._left())
        connection.sendall((protocol.send(request) or b"") + (protocol.send(h11.EndOfMessage()) or b""))
        body = bytearray()
        for event in self._events(connection, protocol):
            if isinstance(event, h11.Response):
                location = self._judged(event, there)
                if location is not None:
                    return location
            elif isinstance(event, h11.Data):
                body += event.data
                self._check_size(len(body), there)
        return bytes(body)

    def _events(self, connection: socket.socket, protocol: h11.Connection) -> Iterator[h11.Event]:
        while True:
            event = protocol.next_event()
            if isinstance(event, h11.EndOfMessage):
                return
            if isinstance(event, h11.Event):
                yield event
            else:
                connection.settimeout(self._left())
                protocol.receive_data(connection.recv(READ_BYTES))

    def _judged(self, response: h11.Response, there: Destination) -> str | None:
        """Return the location of a redirect, or None where the file follows."""
        host = clip(there.host)
        headers = {name.decode(): value.decode("latin-1") for name, value in response.headers}
        if response.status_code in _REDIRECTS:
            if "location" not in headers:
                raise FetchError(f"{host} redirects to nowhere")
            return headers["location"]
        if response.status_code != 200:
            raise FetchError(f"{host} answers with status {response.status_code}")
        if headers.get("content-encoding", "identity").lower() != "identity":
            raise FetchError(f"{host} sends the file compressed, which nobody asked for")
        self._check_size(int(headers.get("content-length", 0)), there)
        return None

    def _check_size(self, size: int, there: Destination) -> None:
        if size > self._limits.size:
            raise FetchTooLarge(f"{clip(there.host)} sends more than {self._limits.size} bytes")


def _public_trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
