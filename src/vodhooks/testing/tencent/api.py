"""The vendor's API as an ASGI application: PullEvents and ConfirmEvents of API 3.0 over a queue.

A call is read, authenticated, carried out and answered, with faults between these steps. Every
SubAppId shares the one queue. For people there is `/events` as well, on loopback only: POST puts an
event into the queue, GET counts the events.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from enum import StrEnum
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.testing.tencent.faults import Fault, Faults, no_faults
from vodhooks.testing.tencent.queue import HANDLE, Queue
from vodhooks.testing.tencent.requests import (
    SERVICE,
    ApiError,
    Call,
    Confirm,
    Pull,
    SignedRequest,
    authenticate,
    parse_call,
)
from vodhooks.testing.tencent.responses import (
    BLANKS,
    Ending,
    Response,
    corrupt,
    failure,
    fault_response,
    result,
)

CONTROL_PATH = "/events"

SECRET_ID = "AKIDvodhooksStandInForTheVendorsApi"  # noqa: S105 # it protects nothing
SECRET_KEY = "everybodyKnowsThisSecretKey"  # noqa: S105 # it protects nothing
"""The default credentials of a stand-in."""

HANG_SECONDS = 5.0
"""How long PullEvents hangs while the queue is empty; documented."""

STEP_SECONDS = 0.02
"""How often a call that hangs looks into the queue."""

MAX_BODY = 10 * 2**20
"""Largest request with this signature, in bytes; documented."""

CUT = "vodhooks.cut"
"""Name of the ASGI extension that cuts the connection after sending what was written."""

MAX_EVENT = 1 << 20
"""Largest event, in bytes."""

LOOPBACK = frozenset({"127.0.0.1", "::1"})


class Empty(StrEnum):
    """How PullEvents answers when there is no event; all three have been seen."""

    ERROR = "error"
    """The error ResourceNotFound."""
    NULL = "null"
    """`EventSet` is null."""
    LIST = "list"
    """`EventSet` is an empty array."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How the stand-in behaves; by default like the vendor's API on a good day.

    Attributes:
        secrets: SecretKey by SecretId.
        empty: how an empty queue is answered.
        hang_seconds: how long PullEvents waits for an event, in seconds.
        slow_seconds: how late a call with `Fault.SLOW` is answered, in seconds.
        byte_seconds: the pause after each byte with `Fault.SLOW_BYTES`, in seconds.
        faults: returns the fault of each call.
        clock: returns seconds since the Unix epoch, for timestamps and the Date header.
        pause: waits for some seconds.
        observe: takes a line for each call and its response.
    """

    secrets: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({SECRET_ID: SECRET_KEY})
    )
    empty: Empty = Empty.ERROR
    hang_seconds: float = HANG_SECONDS
    slow_seconds: float = 1.0
    byte_seconds: float = 1.0
    faults: Faults = no_faults
    clock: Callable[[], float] = time.time
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    observe: Callable[[str], None] = lambda _: None


class Api:
    """The API over a queue.

    Args:
        queue: the events.
        behaviour: how it behaves.

    Attributes:
        application: the API for an ASGI server, which must provide the extension `CUT` for the
            faults that cut connections.
    """

    def __init__(self, queue: Queue, behaviour: Behaviour) -> None:
        self._queue = queue
        self._behaviour = behaviour
        self._ending = False
        self.application: Starlette = Starlette(
            routes=[Route("/", self, methods=["POST"]), control_endpoint(queue)]
        )

    def end(self) -> None:
        """End all calls that hang."""
        self._ending = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a call."""
        call = fault = None
        try:
            request = await _read(scope, receive)
            authenticate(request, self._behaviour.secrets, SERVICE, self._behaviour.clock())
            call = parse_call(request)
            fault = self._behaviour.faults(call.action)
            if fault is Fault.SLOW:
                await self._behaviour.pause(self._behaviour.slow_seconds)
            response = fault_response(fault) or await self._carry_out(call)
        except ApiError as error:
            response = failure(error)
        self._behaviour.observe(
            f"{call.action if call else 'refused'}: {response.note}{f' ({fault})' if fault else ''}"
        )
        await self._send(corrupt(response, fault), scope, receive, send)

    async def _carry_out(self, call: Call) -> Response:
        return await self._pull() if isinstance(call, Pull) else self._confirm(call)

    async def _pull(self) -> Response:
        steps = round(self._behaviour.hang_seconds / STEP_SECONDS)
        while not (events := self._queue.pull()) and steps > 0 and not self._ending:
            steps -= 1
            await self._behaviour.pause(STEP_SECONDS)
        if events:
            return result(
                f"{len(events)} events",
                EventSet=[{HANDLE: handle, **event} for handle, event in events],
            )
        if self._behaviour.empty is Empty.ERROR:
            raise ApiError("ResourceNotFound", "no event")
        return result("0 events", EventSet=None if self._behaviour.empty is Empty.NULL else [])

    def _confirm(self, call: Confirm) -> Response:
        refused = self._queue.confirm(call.handles)
        if refused:
            raise ApiError(
                "InvalidParameterValue",
                f"{len(refused)} of EventHandles are unknown, used or too old.",
            )
        return result(f"{len(call.handles)} handles")

    async def _send(self, response: Response, scope: Scope, receive: Receive, send: Send) -> None:
        complete = False
        if response.status:
            headers = [
                (
                    b"date",
                    formatdate(self._behaviour.clock() + response.ahead, usegmt=True).encode(),
                ),
                (b"content-type", response.content_type),
            ]
            if response.ending is not Ending.BLANKS:
                headers.append((b"content-length", b"%d" % (len(response.body) + response.missing)))
            if response.encoding:
                headers.append((b"content-encoding", response.encoding))
            await send(
                {"type": "http.response.start", "status": response.status, "headers": headers}
            )
            complete = await self._send_body(response, receive, send)
        if not complete:
            scope["extensions"][CUT]["cut"]()
            await receive()  # until it is cut: the server would complete the response

    async def _send_body(self, response: Response, receive: Receive, send: Send) -> bool:
        """Send a body, while there is a client, and return whether the response is complete."""
        gone = asyncio.ensure_future(receive())  # sending to a client that has gone does not block

        async def is_wanted(seconds: float = 0.0) -> bool:
            await asyncio.sleep(seconds)
            return not (self._ending or gone.done())

        for byte in response.body if response.ending is Ending.BYTES else ():
            await send({"type": "http.response.body", "body": bytes([byte]), "more_body": True})
            await self._behaviour.pause(self._behaviour.byte_seconds)
            if not await is_wanted():
                return False
        body = b"" if response.ending is Ending.BYTES else response.body
        more = response.missing > 0 or response.ending is Ending.BLANKS
        await send({"type": "http.response.body", "body": body, "more_body": more})
        while response.ending is Ending.BLANKS and await is_wanted():
            await send({"type": "http.response.body", "body": BLANKS, "more_body": True})
        while response.ending is Ending.SILENCE and await is_wanted(STEP_SECONDS):
            pass
        gone.cancel()
        return not more


async def _read(scope: Scope, receive: Receive) -> SignedRequest:
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MAX_BODY:
            raise ApiError("RequestSizeLimitExceeded", "The request is too large.")
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    return SignedRequest(
        scope["method"],
        scope["raw_path"].decode("latin-1"),
        scope["query_string"].decode("latin-1"),
        headers,
        body,
    )


def control_endpoint(queue: Queue) -> Route:
    """Return the route of `/events`. Its requests are not signed, so it answers only loopback."""

    async def events(request: Request) -> JSONResponse | PlainTextResponse:
        if request.client is None or request.client.host not in LOOPBACK:
            return _refusal(403, "only from loopback")
        if request.method == "POST":
            # A web page may post to loopback without asking, but not as JSON.
            if request.headers.get("content-type") != "application/json":
                return _refusal(415, "the content type is application/json")
            body = b""
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_EVENT:
                    return _refusal(413, "too large")
            try:
                event = decode(body)
            except NotJson as error:
                return _refusal(400, f"not JSON: {error}")
            if not isinstance(event, dict):
                return _refusal(400, "an event is a JSON object")
            queue.put(event)
        records = queue.history()
        return JSONResponse(
            {
                "events": len(records),
                "pulled": sum(bool(record.pulled_at) for record in records),
                "confirmed": sum(record.confirmed_at is not None for record in records),
            }
        )

    return Route(CONTROL_PATH, events, methods=["GET", "POST"])


def _refusal(status: int, reason: str) -> PlainTextResponse:
    return PlainTextResponse(f"{reason}\n", status)
