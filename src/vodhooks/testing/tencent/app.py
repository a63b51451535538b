"""The vendor's API as an ASGI application: PullEvents and ConfirmEvents of API 3.0 over a queue.

A call is read, authenticated, carried out and answered; what goes wrong on purpose is put between these steps. Any
SubAppId shares the one queue. For people there is `/events` as well, on loopback only.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import Route

from vodhooks.testing.tencent.answers import BLANKS, Answer, Then, befall, failure, result, spoiled
from vodhooks.testing.tencent.calls import SERVICE, Pull, call_of
from vodhooks.testing.tencent.control import desk
from vodhooks.testing.tencent.errors import ApiError
from vodhooks.testing.tencent.faults import Fault, none
from vodhooks.testing.tencent.queue import HANDLE
from vodhooks.testing.tencent.tc3 import SignedRequest, authenticate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.types import Receive, Scope, Send

    from vodhooks.testing.tencent.calls import Call, Confirm
    from vodhooks.testing.tencent.faults import Faults
    from vodhooks.testing.tencent.queue import Queue

__all__ = ["CUT", "SECRET_ID", "SECRET_KEY", "Api", "Behaviour", "Empty"]

SECRET_ID = "AKIDvodhooksStandInForTheVendorsApi"  # noqa: S105 # it protects nothing
SECRET_KEY = "everybodyKnowsThisSecretKey"  # noqa: S105 # it protects nothing
"""The credentials of a stand-in that is given none."""

HANG_SECONDS = 5.0
"""How long PullEvents hangs while the queue is empty; documented."""

STEP_SECONDS = 0.02
"""How often a call that hangs looks into the queue."""

MAX_BODY = 10 * 2**20
"""Largest request with this signature, in bytes; documented."""

CUT = "vodhooks.cut"
"""Name of the ASGI extension that cuts the connection once what was written has been sent."""


class Empty(StrEnum):
    """How PullEvents says that there is no event; consumers have met all three."""

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
        empty: how an empty queue is told.
        hang_seconds: how long PullEvents waits for an event.
        slow_seconds: how late a call is answered that is slow on purpose.
        byte_seconds: how long is waited after each byte of an answer that is to arrive so.
        faults: what goes wrong.
        clock: seconds since the Unix epoch, for timestamps and the Date header.
        pause: waits for some seconds.
        observe: told in a line what each call was, and what came of it.
    """

    secrets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({SECRET_ID: SECRET_KEY}))
    empty: Empty = Empty.ERROR
    hang_seconds: float = HANG_SECONDS
    slow_seconds: float = 1.0
    byte_seconds: float = 1.0
    faults: Faults = none
    clock: Callable[[], float] = time.time
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    observe: Callable[[str], None] = lambda _: None


class Api:
    """The API over a queue.

    Args:
        queue: the events.
        behaviour: how it behaves.

    Attributes:
        application: the API for an ASGI server, which must provide the extension `CUT` for the faults that cut connections.
    """

    def __init__(self, queue: Queue, behaviour: Behaviour) -> None:
        self._queue = queue
        self._behaviour = behaviour
        self._ending = False
        self.application: Starlette = Starlette(routes=[Route("/", self, methods=["POST"]), desk(queue)])

    def end(self) -> None:
        """Let no call hang any longer."""
        self._ending = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a call."""
        call = fault = None
        try:
            request = await _read(scope, receive)
            authenticate(request, self._behaviour.secrets, SERVICE, self._behaviour.clock())
            call = call_of(request)
            fault = self._behaviour.faults(call.action)
            if fault is Fault.SLOW:
                await self._behaviour.pause(self._behaviour.slow_seconds)
            answer = befall(fault) or await self._carry_out(call)
        except ApiError as error:
            answer = failure(error)
        self._behaviour.observe(f"{call.action if call else 'refused'}: {answer.note}{f' ({fault})' if fault else ''}")
        await self._send(spoiled(answer, fault), scope, receive, send)

    async def _carry_out(self, call: Call) -> Answer:
        return await self._pull() if isinstance(call, Pull) else self._confirm(call)

    async def _pull(self) -> Answer:
        steps = round(self._behaviour.hang_seconds / STEP_SECONDS)
        while not (events := self._queue.pull()) and steps > 0 and not self._ending:
            steps -= 1
            await self._behaviour.pause(STEP_SECONDS)
        if events:
            return result(f"{len(events)} events", EventSet=[{HANDLE: handle, **event} for handle, event in events])
        if self._behaviour.empty is Empty.ERROR:
            raise ApiError("ResourceNotFound", "no event")
        return result("0 events", EventSet=None if self._behaviour.empty is Empty.NULL else [])

    def _confirm(self, call: Confirm) -> Answer:
        refused = self._queue.confirm(call.handles)
        if refused:
            raise ApiError("InvalidParameterValue", f"{len(refused)} of EventHandles are unknown, used or too old.")
        return result(f"{len(call.handles)} handles")

    async def _send(self, answer: Answer, scope: Scope, receive: Receive, send: Send) -> None:
        complete = False
        if answer.status:
            headers = [
                (b"date", formatdate(self._behaviour.clock() + answer.ahead, usegmt=True).encode()),
                (b"content-type", answer.content_type),
            ]
            if answer.then is not Then.BLANKS:
                headers.append((b"content-length", b"%d" % (len(answer.body) + answer.missing)))
            if answer.encoding:
                headers.append((b"content-encoding", answer.encoding))
            await send({"type": "http.response.start", "status": answer.status, "headers": headers})
            complete = await self._send_body(answer, receive, send)
        if not complete:
            scope["extensions"][CUT]["cut"]()
            await receive()  # until it is cut: the server would add what seems to be missing

    async def _send_body(self, answer: Answer, receive: Receive, send: Send) -> bool:
        """Send a body as it is to be sent, for as long as there is a client, and return whether that was all of it."""
        gone = asyncio.ensure_future(receive())  # what is sent to a client that has gone waits for nothing

        async def is_wanted(seconds: float = 0.0) -> bool:
            await asyncio.sleep(seconds)
            return not (self._ending or gone.done())

        for byte in answer.body if answer.then is Then.BYTES else ():
            await send({"type": "http.response.body", "body": bytes([byte]), "more_body": True})
            await self._behaviour.pause(self._behaviour.byte_seconds)
            if not await is_wanted():
                return False
        body = b"" if answer.then is Then.BYTES else answer.body
        more = answer.missing > 0 or answer.then is Then.BLANKS
        await send({"type": "http.response.body", "body": body, "more_body": more})
        while answer.then is Then.BLANKS and await is_wanted():
            await send({"type": "http.response.body", "body": BLANKS, "more_body": True})
        while answer.then is Then.SILENCE and await is_wanted(STEP_SECONDS):
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
        scope["method"], scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1"), headers, body
    )
