"""A load of callbacks over keep-alive connections, light enough that the receiver is what is measured."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Answered", "deliver", "request"]


@dataclass(frozen=True, slots=True)
class Answered:
    """A delivery that was answered: its number, the status and how long it took, in seconds."""

    number: int
    status: int
    seconds: float


def request(path: str, body: bytes) -> bytes:
    """Return a POST of a JSON body as it goes over the wire."""
    head = f"POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def deliver(
    port: int, requests: Iterator[bytes], connections: int, answered: list[Answered] | None = None
) -> list[Answered]:
    """Send requests over as many connections as told until there are no more, and return those that were answered.

    A connection that breaks ends quietly with what it has; the others go on. Whoever hands in a list sees it grow.
    """
    numbered = enumerate(requests)
    answered = [] if answered is None else answered
    await asyncio.gather(*(_connection(port, numbered, answered) for _ in range(connections)))
    return answered


async def _connection(
    port: int, requests: Iterator[tuple[int, bytes]], answered: list[Answered]
) -> None:
    loop = asyncio.get_running_loop()
    try:
        _, client = await loop.create_connection(
            lambda: _Client(requests, answered), "127.0.0.1", port
        )
    except OSError:
        return
    await client.ended


class _Client(asyncio.Protocol):
    """Sends the next request when the last one is answered."""

    def __init__(self, requests: Iterator[tuple[int, bytes]], answered: list[Answered]) -> None:
        self.ended = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._answered = answered
        self._received = b""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # what a connection has
        self._transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or b"0")
        if end and len(body) >= length:
            self._answered.append(
                Answered(self._number, int(head[9:12]), time.perf_counter() - self._start)
            )
            self._received = b""
            self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        if not self.ended.done():
            self.ended.set_result(None)

    def _send(self) -> None:
        self._number, data = next(self._requests, (0, b""))
        self._start = time.perf_counter()
        if data:
            self._transport.write(data)
        else:
            self._transport.close()
