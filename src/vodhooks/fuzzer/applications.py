"""Serves an application of this process on loopback, so that it is reached as every receiver is: through sockets."""

from __future__ import annotations

import asyncio
import io
import socket
import time
from contextlib import contextmanager, suppress
from inspect import iscoroutinefunction
from socketserver import ThreadingMixIn
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from vodhooks.errors import FuzzingError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["AsgiApplication", "Receiver", "served"]

Message: TypeAlias = "MutableMapping[str, Any]"
AsgiApplication: TypeAlias = "Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]"
Receiver: TypeAlias = "str | AsgiApplication | WSGIApplication"
"""A URL, or an application."""

BACKLOG = 256

LOOK_SECONDS = 0.01
"""How long to wait before it is looked again whether an application has started, in seconds."""


@contextmanager
def served(receiver: Receiver, seconds: float) -> Iterator[str]:
    """Yield the URL of a receiver; an application is served meanwhile, by uvicorn or by wsgiref.

    An application is taken for ASGI if calling it makes a coroutine, and else for WSGI. What it raises is its server's answer
    500, and the traceback goes where the server writes it.

    Args:
        receiver: the receiver.
        seconds: how long an application may take to start, and to end.

    Raises:
        FuzzingError: the application does not start.
        ModuleNotFoundError: it is for ASGI, and uvicorn is not installed.
    """
    if isinstance(receiver, str):
        yield receiver
    elif iscoroutinefunction(receiver) or iscoroutinefunction(type(receiver).__call__):
        with _on_uvicorn(cast("AsgiApplication", receiver), seconds) as url:
            yield url
    else:
        with _on_wsgiref(cast("WSGIApplication", receiver)) as url:
            yield url


@contextmanager
def _on_uvicorn(application: AsgiApplication, seconds: float) -> Iterator[str]:
    import uvicorn

    async def called(
        scope: Message, receive: Any, send: Callable[[Message], Awaitable[None]]
    ) -> None:
        async def sending(message: Message) -> None:
            await send(message)
            await asyncio.sleep(
                0
            )  # an application that writes for ever lets others work all the same

        await application(scope, receive, sending)

    def serve() -> None:
        with suppress(SystemExit):  # uvicorn's way to say that the application does not start
            server.run([listener])

    listener = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
    config = uvicorn.Config(
        called,
        interface="asgi3",
        ws="none",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
        backlog=BACKLOG,
    )
    server = uvicorn.Server(config)
    # Nothing waits for the thread of an application that holds on to its event loop, not even the interpreter.
    thread = Thread(target=serve, name="asgi", daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + seconds
        while not server.started:
            if not thread.is_alive() or time.monotonic() >= deadline:
                raise FuzzingError("the application does not start")
            time.sleep(LOOK_SECONDS)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(seconds)
        listener.close()


@contextmanager
def _on_wsgiref(application: WSGIApplication) -> Iterator[str]:
    def called(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = str(environ.get("CONTENT_LENGTH", ""))
        body = io.BufferedReader(
            _Body(environ["wsgi.input"], int(length) if length.isdecimal() else 0)
        )
        return application(
            {**environ, "wsgi.input": body, "wsgi.multithread": True}, start_response
        )

    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.set_app(called)
        thread = Thread(target=server.serve_forever, args=(LOOK_SECONDS,), name="wsgi", daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Body(io.RawIOBase):
    """The body of a request; it ends where Content-Length says, as PEP 3333 wants it, and not where the client hangs up."""

    def __init__(self, stream: io.BufferedReader, left: int) -> None:
        self._stream = stream
        self._left = left

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read as much as there is, within the body."""
        chunk = self._stream.read1(min(len(buffer), self._left))
        self._left -= len(chunk)
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Server(ThreadingMixIn, WSGIServer):
    """wsgiref's server with a thread for each connection; none of them is waited for at the end."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = BACKLOG

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Take no notice of clients that have gone: some of them are meant to."""


class _Handler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as the standard library calls it
        """Say nothing of each request."""
