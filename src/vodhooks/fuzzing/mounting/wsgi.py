"""A WSGI application as a target. What it raises is its answer 500."""

from __future__ import annotations

import io
import sys
import time
from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from vodhooks.fuzzing.wire import ANSWER_BYTES, EXCERPT, Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Any, Self
    from wsgiref.types import WSGIApplication

    from vodhooks.fuzzing.cases import Script
    from vodhooks.sending.requests import Request

__all__ = ["InWsgi"]


class InWsgi:
    """A WSGI application; each request has a thread of its own.

    Args:
        application: the application.
        timeout: how long an answer may take, in seconds.
    """

    sockets = False

    def __init__(self, application: WSGIApplication, timeout: float) -> None:
        self._application = application
        self._timeout = timeout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        """Deliver a request."""
        del afresh
        return self.together([request])[0]

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        """Deliver requests at once."""
        calls: list[Future[Answer]] = []
        for request in requests:
            calls.append(Future())
            # Nobody waits for the thread of a call that never ends, not even the interpreter.
            Thread(target=self._call, args=(request, calls[-1]), name="wsgi", daemon=True).start()
        wait(calls, self._timeout)
        return [call.result() if call.done() else Answer(None, self._timeout, "timed out") for call in calls]

    def play(self, script: Script, patience: float) -> list[Answer]:
        """Not for applications: they have no sockets."""
        raise NotImplementedError

    def stop(self) -> None:
        """Nothing is being played."""

    def _call(self, request: Request, call: Future[Answer]) -> None:
        start = time.monotonic()
        try:
            status, body = _answer(self._application, request)
        except BaseException as error:  # noqa: BLE001 # whatever it is, the application's answer is 500
            status, body = 500, type(error).__name__.encode()
        call.set_result(Answer(status, time.monotonic() - start, None, body[:EXCERPT]))


def _answer(application: WSGIApplication, request: Request) -> tuple[int, bytes]:
    """Call an application and return the status and the beginning of the body."""
    said: list[str] = []
    body = bytearray()

    def start_response(status: str, headers: object, exc_info: object = None, /) -> Callable[[bytes], None]:
        del headers, exc_info
        said.append(status)
        return body.extend

    chunks = application(_environ(request), start_response)
    try:
        for chunk in chunks:
            body += chunk
            if len(body) > ANSWER_BYTES:
                break
    finally:
        close = getattr(chunks, "close", None)
        if close is not None:
            close()
    return int(said[-1].partition(" ")[0]), bytes(body)


def _environ(request: Request) -> dict[str, Any]:
    """Return a request as PEP 3333 has it."""
    parts = urlsplit(request.url)
    given = {name.upper().replace("-", "_"): value for name, value in request.headers.items()}
    content_type = {"CONTENT_TYPE": given.pop("CONTENT_TYPE")} if "CONTENT_TYPE" in given else {}
    return {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
        "QUERY_STRING": parts.query,
        "SERVER_NAME": parts.hostname,
        "SERVER_PORT": str(parts.port or 80),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(request.body)),
        **content_type,
        "HTTP_HOST": parts.netloc,
        **{f"HTTP_{name}": value for name, value in given.items()},
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": parts.scheme,
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
