"""For people who develop against the stand-in: `POST /events` puts an event into the queue, `GET /events` counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from vodhooks.decoding import decode
from vodhooks.errors import NotJson

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from vodhooks.testing.tencent.queue import Queue

__all__ = ["PATH", "desk"]

PATH = "/events"

MAX_BODY = 1 << 20
"""Largest event, in bytes."""

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def desk(queue: Queue) -> Route:
    """Return the route of `/events`. It has no signature, and so is open to loopback alone."""

    async def events(request: Request) -> Response:
        if request.client is None or request.client.host not in LOOPBACK:
            return _refusal(403, "only from loopback")
        if request.method == "POST":
            # A web page may post to loopback without asking, but not as JSON.
            if request.headers.get("content-type") != "application/json":
                return _refusal(415, "the content type is application/json")
            body = b""
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BODY:
                    return _refusal(413, "too large")
            try:
                event = decode(body)
            except NotJson as error:
                return _refusal(400, f"not JSON: {error}")
            if not isinstance(event, dict):
                return _refusal(400, "an event is a JSON object")
            queue.put(event)
        records = queue.ledger()
        return JSONResponse(
            {
                "events": len(records),
                "pulled": sum(bool(record.pulled_at) for record in records),
                "confirmed": sum(record.confirmed_at is not None for record in records),
            }
        )

    return Route(PATH, events, methods=["GET", "POST"])


def _refusal(status: int, reason: str) -> Response:
    return PlainTextResponse(f"{reason}\n", status)
