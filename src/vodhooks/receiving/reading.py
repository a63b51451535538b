"""Reads a delivery from an ASGI request within bounds of size and time, and writes an answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from vodhooks.receiving.answers import problem
from vodhooks.receiving.decide import Delivery

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from vodhooks.receiving.answers import Answer, Refusal
    from vodhooks.receiving.patience import Patience

__all__ = ["Refused", "read", "write"]


class Refused(Exception):
    """The request is no delivery: what is answered, and whether the connection is of no further use."""

    def __init__(self, status: Refusal, detail: str, *, close: bool = False) -> None:
        self.answer: Answer = problem(status, detail)
        self.close = close


async def read(scope: Scope, receive: Receive, channel: str, limit: int, patience: Patience) -> Delivery:
    """Read a delivery.

    Args:
        scope: of the request.
        receive: of the request.
        channel: name of the channel whose URL was called.
        limit: largest body in bytes. It is counted: what Content-Length says is the server's business.
        patience: how long the body may take.

    Raises:
        Refused: it cannot be read within bounds.
    """
    media_type: str | None = None
    is_plain = True
    for name, value in scope["headers"]:
        if name == b"content-type":
            media_type = value.decode("latin-1")
        elif name == b"content-encoding":
            is_plain = value.lower() == b"identity"
    query = scope["query_string"]
    token = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True)).get("token") if query else None
    try:
        with patience:
            body = await _body(receive, limit)
    except TimeoutError:
        raise Refused(408, "the body did not arrive in time", close=True) from None
    if not is_plain:
        raise Refused(415, "compressed bodies are not taken")
    return Delivery(channel, body, media_type, token)


async def _body(receive: Receive, limit: int) -> bytes:
    """Read a body, also one that is too large to its end: a client that is cut off while it sends reads no answer."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "the body ends too early", close=True)
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= limit:
            chunks.append(chunk)
        else:
            chunks.clear()
        if not message.get("more_body", False):
            break
    if size > limit:
        raise Refused(413, f"the body is larger than {limit} bytes")
    return b"".join(chunks)


async def write(send: Send, answer: Answer, *, close: bool = False) -> None:
    """Write an answer, and close the connection behind it where that is asked for."""
    headers = [(name.encode(), value.encode("latin-1")) for name, value in answer.headers.items()]
    headers.append((b"content-length", b"%d" % len(answer.body)))
    if close:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
