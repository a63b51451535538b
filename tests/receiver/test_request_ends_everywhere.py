"""Requests of all kinds, one behind the other and cut anywhere: the application gets each as it was sent, and no other."""

from __future__ import annotations

import asyncio
import re
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uvicorn
from hypothesis import given, settings
from hypothesis import strategies as st
from uvicorn.server import ServerState

from vodhooks.receiver.protocol import ConnectionBounds, bounded_protocol

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

SECONDS = 20.0
BOUNDS = ConnectionBounds(header_bytes=1024)
HOSTILE = b"GET /hidden HTTP/1.1\r\nhost: x\r\n\r\n"
OFFERS = [
    [],
    [b"connection: upgrade", b"upgrade: foo"],
    [b"Upgrade: h2c", b"Connection: keep-alive, UPGRADE"],
    [b"connection: upgrade", b"upgrade: websocket", b"upgrade: bar"],
    [b"upgrade: foo"],
]
TRAILERS = [
    b"",
    b"x-more: 1\r\n",
    b"host: y\r\nconnection: upgrade\r\nupgrade: foo\r\n",
    b"expect: 100-continue\r\n",
]


@dataclass(frozen=True)
class Sent:
    """A request: what the application is to get, and the bytes on the wire."""

    method: bytes
    body: bytes = field(repr=False)
    wire: bytes


@st.composite
def requests(draw: st.DrawFn) -> Sent:
    """Make a request with or without a body, framed by a length or by chunks of some sizes."""
    method = draw(st.sampled_from([b"GET", b"POST", b"PUT"]))
    parts = draw(
        st.lists(
            st.one_of(
                st.binary(min_size=1, max_size=50),
                st.sampled_from([HOSTILE, b"\r\n", b"0\r\n\r\n", b"x" * 1_100]),
            ),
            max_size=4,
        )
    )
    body = b"".join(parts)
    lines = [method + b" / HTTP/1.1", b"host: x", *draw(st.sampled_from(OFFERS))]
    if draw(st.booleans()):
        chunks = b"".join(
            b"%x%b\r\n%b\r\n" % (len(part), draw(st.sampled_from([b"", b";a=b"])), part)
            for part in parts
        )
        framed = chunks + b"0\r\n" + draw(st.sampled_from(TRAILERS)) + b"\r\n"
        lines.append(b"transfer-encoding: chunked")
    else:
        framed = body
        if body or draw(st.booleans()):
            lines.append(b"content-length: %d" % len(body))
    return Sent(
        method,
        body,
        b"\r\n".join([*draw(st.permutations(lines[1:])), b"\r\n"]).join(
            [lines[0] + b"\r\n", framed]
        ),
    )


LAST = Sent(b"GET", b"", b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")


async def exchanged(pieces: list[bytes]) -> tuple[list[tuple[bytes, bytes]], list[bytes]]:
    """Send pieces over one connection, and return what the application got and the statuses that came back."""
    got: list[tuple[bytes, bytes]] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        assert scope["type"] == "http"
        assert {name for name, _ in scope["headers"]} <= {
            b"host",
            b"connection",
            b"upgrade",
            b"content-length",
            b"transfer-encoding",
        }
        body, more = b"", True
        while more:
            message = await receive()
            assert message["type"] == "http.request"
            body, more = body + message["body"], message["more_body"]
        got.append((scope["method"].encode(), body))
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}
        )
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    config = uvicorn.Config(
        application, http=bounded_protocol(BOUNDS), ws="none", lifespan="off", log_level="critical"
    )
    config.load()
    loop = asyncio.get_running_loop()
    client, server = socket.socketpair()
    with client:
        client.settimeout(0)
        protocol = bounded_protocol(BOUNDS)
        transport, _ = await loop.connect_accepted_socket(
            lambda: protocol(config, ServerState(), {}), server
        )
        answers = b""
        try:
            async with asyncio.timeout(SECONDS):
                for piece in pieces:
                    await loop.sock_sendall(client, piece)
                    await asyncio.sleep(0)
                while received := await loop.sock_recv(client, 65536):
                    answers += received
        finally:
            transport.abort()
    return got, re.findall(rb"HTTP/1\.1 (\d{3}) ", answers)


@settings(deadline=None, max_examples=150)
@given(st.lists(requests(), max_size=6), st.sets(st.integers(1, 10_000), max_size=12))
def test_the_application_gets_each_request_as_sent(sent: list[Sent], places: set[int]) -> None:
    everything = [*sent, LAST]
    wire = b"".join(request.wire for request in everything)
    cuts = sorted({place % len(wire) for place in places})
    pieces = [wire[start:end] for start, end in zip([0, *cuts], [*cuts, len(wire)], strict=True)]
    got, statuses = asyncio.run(exchanged(pieces))
    assert got == [(request.method, request.body) for request in everything]
    assert statuses == [b"200"] * len(everything)
