"""httpcore's network backend with one deadline for a whole exchange.

httpcore itself limits only each step.
"""

from __future__ import annotations

import math
import ssl
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import httpcore

from vodhooks.pull.deadlines import WAKE_SECONDS, within


class Network(httpcore.NetworkBackend):
    """Connects, reads and writes within one deadline.

    Args:
        left: returns how many seconds are left, and raises TimeoutError when there are none. It may
            be replaced, as for the next exchange over the same connection.
    """

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
        """Connect, within a timeout too if there is one."""
        seconds = min(self.left(), timeout or math.inf)
        connect = partial(
            self._sockets.connect_tcp, host, port, seconds, local_address, socket_options
        )
        return _Stream(self, within(self.left, connect, _close))


class _Stream(httpcore.NetworkStream):
    """A connection with the deadline of its network; other timeouts are ignored."""

    def __init__(self, network: Network, stream: httpcore.NetworkStream) -> None:
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
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        del timeout
        handshake = partial(
            self._stream.start_tls, ssl_context, server_hostname, self._network.left()
        )
        return _Stream(self._network, within(self._network.left, handshake, _close))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _close(stream: httpcore.NetworkStream) -> None:
    stream.close()
