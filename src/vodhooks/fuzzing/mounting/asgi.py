"""An ASGI application as a target. What it raises is its answer 500."""

from __future__ import annotations

import asyncio
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from urllib.parse import unquote, urlsplit

from vodhooks.errors import FuzzingError
from vodhooks.fuzzing.wire import ANSWER_BYTES, EXCERPT, Answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, MutableMapping, Sequence
    from types import TracebackType
    from typing import Self

    from vodhooks.fuzzing.cases import Script
    from vodhooks.sending.requests import Request

__all__ = ["AsgiApplication", "InAsgi"]

Message: TypeAlias = "MutableMapping[str, Any]"
AsgiApplication: TypeAlias = (
    "Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]"
)
T = TypeVar("T")

MARGIN_SECONDS = 1.0
"""How much later than the event loop itself whoever waits for it gives up, in seconds."""

FAULT_SECONDS = 1.0
"""How long an application that has answered an error may take to raise what was behind it, in seconds."""


class InAsgi:
    """An ASGI application, on an event loop of its own in a thread of its own.

    Args:
        application: the application; its lifespan is run, if it has one.
        timeout: how long an answer may take, and starting and ending, in seconds.
    """

    sockets = False

    def __init__(self, application: AsgiApplication, timeout: float) -> None:
        self._application = application
        self._timeout = timeout
        self._state: dict[str, Any] = {}
        self._to_lifespan: asyncio.Queue[Message] = asyncio.Queue()
        self._lifespan: asyncio.Task[None] | None = None
        self._calls: set[asyncio.Task[None]] = set()

    def __enter__(self) -> Self:
        """Start the application.

        Raises:
            FuzzingError: it does not start.
        """
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=_run, args=(self._loop,), name="asgi", daemon=True)
        self._thread.start()
        if not self._run(self._start(), otherwise=False):
            self.__exit__(None, None, None)
            raise FuzzingError("the application does not start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the application."""
        self._run(self._end(), otherwise=None)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(self._timeout)

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        """Deliver a request."""
        del afresh
        return self._run(self._answer(request), otherwise=Answer(None, self._timeout, "timed out"))

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        """Deliver requests at once."""

        async def answers() -> list[Answer]:
            return await asyncio.gather(*map(self._answer, requests))

        return self._run(answers(), otherwise=[Answer(None, self._timeout, "timed out") for _ in requests])

    def play(self, script: Script, patience: float) -> list[Answer]:
        """Not for applications: they have no sockets."""
        raise NotImplementedError

    def stop(self) -> None:
        """Nothing is being played."""

    def _run(self, work: Coroutine[Any, Any, T], *, otherwise: T) -> T:
        """Return what becomes of work on the loop, or something else where the application does not let go of the loop."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(self._timeout + MARGIN_SECONDS)
        except TimeoutError:
            future.cancel()
            return otherwise

    async def _answer(self, request: Request) -> Answer:
        loop = asyncio.get_running_loop()
        start = loop.time()
        exchange = _Exchange(request.body)
        call = self._called(_scope(request, self._state), exchange.receive, exchange.send)
        answered = asyncio.create_task(exchange.answered.wait())
        await asyncio.wait({call, answered}, timeout=self._timeout, return_when=asyncio.FIRST_COMPLETED)
        answered.cancel()
        if exchange.status is not None and exchange.status >= 500:
            await asyncio.wait({call}, timeout=FAULT_SECONDS)
        seconds = loop.time() - start
        raised = call.exception() if call.done() and not call.cancelled() else None
        if raised is not None and (exchange.status is None or exchange.status >= 500):
            return Answer(500, seconds, None, type(raised).__name__.encode())
        if exchange.status is not None:
            return Answer(exchange.status, seconds, None, bytes(exchange.body[:EXCERPT]))
        if call.done():
            return Answer(500, seconds, None, b"no answer")
        call.cancel()
        return Answer(None, seconds, "timed out")

    def _called(self, *arguments: Any) -> asyncio.Task[None]:
        """Return the application at work on something."""

        async def called() -> None:
            await self._application(*arguments)

        task = asyncio.create_task(called())
        self._calls.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, call: asyncio.Task[None]) -> None:
        self._calls.discard(call)
        if not call.cancelled():
            call.exception()  # asked for, so that it is not reported as one that nobody has seen

    async def _start(self) -> bool:
        """Start the application, and return whether it says that it runs, or has no lifespan."""
        said: asyncio.Queue[str] = asyncio.Queue()

        async def send(message: Message) -> None:
            said.put_nowait(message["type"])

        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": self._state}
        self._to_lifespan.put_nowait({"type": "lifespan.startup"})
        self._lifespan = self._called(scope, self._to_lifespan.get, send)
        hearing = asyncio.create_task(said.get())
        await asyncio.wait({self._lifespan, hearing}, return_when=asyncio.FIRST_COMPLETED)
        hearing.cancel()
        return not hearing.done() or hearing.result() == "lifespan.startup.complete"

    async def _end(self) -> None:
        if self._lifespan is not None and not self._lifespan.done():
            self._to_lifespan.put_nowait({"type": "lifespan.shutdown"})
            await asyncio.wait({self._lifespan}, timeout=self._timeout)
        for call in list(self._calls):
            call.cancel()
        if self._calls:
            await asyncio.wait(list(self._calls), timeout=self._timeout)


class _Exchange:
    """One request and what the application answers to it.

    Attributes:
        status: the status, once there is one.
        body: the beginning of the body.
        answered: set at the end of the answer, or when it is longer than anybody reads.
    """

    def __init__(self, body: bytes) -> None:
        self.status: int | None = None
        self.body = bytearray()
        self.answered = asyncio.Event()
        self._received: bytes | None = body

    async def receive(self) -> Message:
        """Return the body, and then that the client has gone, when it has its answer."""
        if self._received is None:
            await self.answered.wait()
            return {"type": "http.disconnect"}
        body, self._received = self._received, None
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message: Message) -> None:
        """Take a part of the answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body", False) or len(self.body) > ANSWER_BYTES:
                self.answered.set()
        await asyncio.sleep(0)  # an application that writes for ever lets others work all the same


def _run(loop: asyncio.AbstractEventLoop) -> None:
    """Run an event loop until it is told to stop; who does so need not wait until the application lets go of it."""
    with closing(loop):
        loop.run_forever()


def _scope(request: Request, state: dict[str, Any]) -> Message:
    """Return a request as the ASGI specification has it."""
    parts = urlsplit(request.url)
    headers = {"host": parts.netloc, "content-length": str(len(request.body)), **request.headers}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": parts.scheme,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
        "client": ("127.0.0.1", 50_000),
        "server": (parts.hostname, parts.port or 80),
        "state": state.copy(),
    }
