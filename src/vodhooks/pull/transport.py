"""Sends what the vendor's SDK has signed. A call is bounded in time and its reply in size, whatever the other side does.

The SDK's own transport reads replies whole, decompressed, and for as long as now and then a byte arrives.
"""

from __future__ import annotations

import ssl
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import certifi
import httpcore
from requests.utils import get_auth_from_url, get_environ_proxies, prepend_scheme_if_needed, select_proxy, urldefragauth

from vodhooks.errors import PullingError
from vodhooks.pull.replies import failure
from vodhooks.waiting import WAKE_SECONDS, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vodhooks.pull.settings import Settings
    from vodhooks.pull.stopping import Stop

__all__ = ["Signed", "Transport"]

_OK = 200
_FAILURES = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    OSError,
    UnicodeError,  # a host that no resolver takes
)


class Signed(Protocol):
    """A request as the SDK makes it."""

    host: str
    method: str
    uri: str
    header: Mapping[str, str]
    data: str


class Transport:
    """Takes the place of the SDK's `ApiRequest`. Not for several threads at once.

    Args:
        settings: where the API is.
        stop: the request to end, after which a call is given up soon.
        seconds: how long a call may take in all: resolving, connecting, waiting and every byte.
        size: largest reply, in bytes.
    """

    def __init__(self, settings: Settings, stop: Stop, seconds: float, size: int) -> None:
        self._scheme = settings.scheme
        self._stop = stop
        self._seconds = seconds
        self._size = size
        self._network = _Network(stop.limit(seconds))
        context = ssl.create_default_context(cafile=certifi.where())
        proxy = None if settings.is_local else _proxy(f"{settings.scheme}://{settings.endpoint}")
        self._pool = httpcore.ConnectionPool(context, proxy, max_connections=1, network_backend=self._network)

    def send_request(self, request: Signed) -> bytes:
        """Return the body of the reply.

        Raises:
            PullingError: there is none in time, it is no HTTP, its status is not 200, or it is larger than the bound.
        """
        self._network.left = self._stop.limit(self._seconds)
        url = f"{self._scheme}://{request.host}{request.uri}"
        # Without compression, the bytes that arrive are all that there will be.
        headers: list[tuple[bytes | str, bytes | str]] = [*request.header.items(), ("Accept-Encoding", "identity")]
        try:
            with self._pool.stream(request.method, url, headers=headers, content=request.data.encode()) as response:
                return self._read(response)
        except _FAILURES:
            raise PullingError("unavailable") from None

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()

    def _read(self, response: httpcore.Response) -> bytes:
        if response.status != _OK:
            raise failure("ServerNetworkError")
        if any(name.lower() == b"content-encoding" and value.lower() != b"identity" for name, value in response.headers):
            raise PullingError("broken")
        body = bytearray()
        for chunk in response.iter_stream():
            body += chunk
            if len(body) > self._size:
                raise PullingError("broken")
        return bytes(body)


class _Network(httpcore.NetworkBackend):
    """Connects within the time that is left of the call in progress, for which httpcore knows limits of single steps alone."""

    def __init__(self, left: Callable[[], float]) -> None:
        self.left = left
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        del timeout
        connect = partial(self._sockets.connect_tcp, host, port, self.left(), local_address, socket_options)
        return _Stream(self, within(self.left, connect, _close))


class _Stream(httpcore.NetworkStream):
    """A connection, likewise."""

    def __init__(self, network: _Network, stream: httpcore.NetworkStream) -> None:
        self._network = network
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        while True:
            try:
                return self._stream.read(max_bytes, min(self._network.left(), WAKE_SECONDS))
            except httpcore.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._stream.write(buffer, self._network.left())

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        del timeout
        greet = partial(self._stream.start_tls, ssl_context, server_hostname, self._network.left())
        return _Stream(self._network, within(self._network.left, greet, _close))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _close(stream: httpcore.NetworkStream) -> None:
    stream.close()


def _proxy(url: str) -> httpcore.Proxy | None:
    """Return the proxy that the environment names for a URL, if it does."""
    named = select_proxy(url, get_environ_proxies(url))
    if not named:
        return None
    proxy = prepend_scheme_if_needed(named, "http")
    user, password = get_auth_from_url(proxy)
    return httpcore.Proxy(urldefragauth(proxy), auth=(user, password) if user else None)
