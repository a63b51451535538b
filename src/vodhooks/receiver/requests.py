"""Reads a delivery from an ASGI request within bounds of size and time, and writes an answer to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from vodhooks.receiver.answers import problem
from vodhooks.receiver.decide import CUT_OFF, Delivery, Reason, Rejection, check_token

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from vodhooks.receiver.answers import HttpAnswer, Refusal
    from vodhooks.receiver.deadline import Deadline
    from vodhooks.receiver.decide import AuthPolicy

_TOKENS = re.compile(rb"(?:^|&)token(?:=([^&]*))?(?![^&])")


class Refused(Exception):
    """The request is no delivery: the reason, the answer, and whether the connection is closed."""

    def __init__(self, status: Refusal, rejection: Rejection, *, close: bool = False) -> None:
        self.rejection = rejection
        self.answer: HttpAnswer = problem(status, rejection.detail)
        self.close = close


@dataclass(slots=True, eq=False)
class _Body:
    """The bytes of a body that have arrived so far, unless it was given up."""

    data: bytearray = field(default_factory=bytearray)
    given_up: bool = False


class UnfinishedBodies:
    """Bounds the memory for incomplete bodies of all connections together.

    Beyond the bound the oldest is given up, since it is the most likely to be stalled.

    Args:
        limit: the bound in bytes.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held = 0
        self._bodies: dict[_Body, None] = {}

    def add(self, body: _Body, chunk: bytes) -> None:
        """Add a chunk of a body. Gives up the oldest bodies, possibly this one, to stay within the bound."""
        self._bodies[body] = None
        body.data += chunk
        self._held += len(chunk)
        while self._held > self._limit:
            oldest = next(iter(self._bodies))
            oldest.given_up = True
            self.release(oldest)

    def release(self, body: _Body) -> None:
        """Free the memory of a body."""
        if body in self._bodies:
            del self._bodies[body]
            self._held -= len(body.data)
            body.data = bytearray()


async def read(
    scope: Scope,
    receive: Receive,
    channel: str,
    policy: AuthPolicy,
    *,
    limit: int,
    deadline: Deadline,
    unfinished: UnfinishedBodies,
    keeps_refused: bool = False,
) -> Delivery:
    """Read a delivery.

    With a missing or wrong token the body is dropped while it arrives, and the delivery has an empty
    one: `decide` checks the token first.

    Args:
        scope: of the request.
        receive: of the request.
        channel: name of the channel whose URL was called.
        policy: who may deliver on the channel.
        limit: largest body in bytes. The bytes are counted; Content-Length is not used.
        deadline: how long the body may take.
        unfinished: holds it until it is complete.
        keeps_refused: whether the body is wanted without the right token, too.

    Raises:
        Refused: it cannot be read within bounds; without the right token that is 401.
    """
    media_type: str | None = None
    is_plain = True
    for name, value in scope["headers"]:
        if name == b"content-type":
            media_type = value.decode("latin-1")
        elif name == b"content-encoding":
            is_plain = value.lower() == b"identity"
    token = _find_token(scope["query_string"])
    rejection = check_token(token, policy)
    try:
        with deadline:
            body = await _read_body(
                receive, limit if keeps_refused or not rejection else 0, unfinished
            )
    except TimeoutError:
        if rejection:
            raise Refused(401, rejection, close=True) from None
        raise Refused(
            408, Rejection(Reason.TOO_SLOW, "the body did not arrive in time"), close=True
        ) from None
    except ConnectionError:
        raise Refused(400, rejection or CUT_OFF, close=True) from None
    if rejection:
        return Delivery(channel, body if body and is_plain else b"", media_type, token)
    if body is None:
        raise Refused(413, Rejection(Reason.TOO_LARGE, f"the body is larger than {limit} bytes"))
    if not is_plain:
        raise Refused(415, Rejection(Reason.COMPRESSED, "compressed bodies are not taken"))
    return Delivery(channel, body, media_type, token)


def _find_token(query: bytes) -> str | None:
    """Return the last token in a query, found by a pattern because parsing a long query would take too long."""
    values = _TOKENS.findall(query)
    return unquote_to_bytes(values[-1]).decode("latin-1") if values else None


async def _read_body(receive: Receive, limit: int, unfinished: UnfinishedBodies) -> bytes | None:
    """Read a body to its end, also one that is too large.

    A client that is cut off while it sends reads no answer.

    Returns:
        The body, or None if it is larger than the limit.

    Raises:
        ConnectionError: the client has hung up.
        Refused: too many bodies are unfinished, and this one was given up.
    """
    body = _Body()
    size = 0
    try:
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionError
            chunk: bytes = message.get("body", b"")
            size += len(chunk)
            is_last = not message.get("more_body", False)
            if is_last and size == len(chunk) <= limit:
                return chunk  # most bodies arrive in one piece: nothing was held
            if size > limit:
                unfinished.release(body)
            elif not body.given_up:
                unfinished.add(body, chunk)
            if is_last:
                break
        if size > limit:
            return None
        if body.given_up:
            raise Refused(
                503,
                Rejection(
                    Reason.TOO_MANY_UNFINISHED, "too many bodies are unfinished; deliver it again"
                ),
            )
        return bytes(body.data)
    finally:
        unfinished.release(body)


async def write(send: Send, answer: HttpAnswer, *, close: bool = False) -> None:
    """Write an answer; `close` closes the connection after it."""
    headers = [(name.encode(), value.encode("latin-1")) for name, value in answer.headers.items()]
    headers.append((b"content-length", b"%d" % len(answer.body)))
    if close:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
