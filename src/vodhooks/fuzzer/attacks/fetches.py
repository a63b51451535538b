"""Attacks with URLs in payloads that a receiver must not fetch: they lead to a canary."""

from __future__ import annotations

import secrets
import socket
import time
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

from vodhooks.fuzzer.attacks.cases import waiting
from vodhooks.payloads.generator import UNKNOWN_PROPERTY
from vodhooks.payloads.sampling import sample_evenly
from vodhooks.payloads.shapes import shapes
from vodhooks.pointers import places, pointer_of, put
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.pointers import Path
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["Canary", "canary", "cases"]

WAIT_SECONDS = 1.5
"""How long after the answer a receiver is given to fetch, in seconds."""

MESSAGES = 6
"""How many messages of a channel are delivered so at most."""

_UNKNOWN = ("url", "callback_url", UNKNOWN_PROPERTY)
"""Members that no contract knows, which get a URL too."""


class Canary:
    """A server on loopback that nothing has reason to ask. It notes the path of each request."""

    def __init__(self) -> None:
        self._asked: list[str] = []
        self._news = Condition()
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                canary.note(self.path)
                self.send_response(204)
                self.end_headers()

            do_HEAD = do_POST = do_PUT = do_GET  # noqa: N815 # as the standard library calls them

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # its name
                """Say nothing of each request."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.url: str = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, name="canary", daemon=True).start()

    def note(self, path: str) -> None:
        """Take down that a path was asked for."""
        with self._news:
            self._asked.append(path)
            self._news.notify_all()

    def asked(self, prefix: str, seconds: float) -> tuple[str, ...]:
        """Return the paths below a prefix that were asked for, and wait a while for the first."""
        deadline = time.monotonic() + seconds
        with self._news:
            while not (found := tuple(p for p in self._asked if p.startswith(prefix))):
                if not self._news.wait(deadline - time.monotonic()):
                    break
        return found


@cache
def canary() -> Canary:
    """Return the canary of this process, which sings until the process ends."""
    return Canary()


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for message in sample_evenly(endpoint.channel.messages, MESSAGES, lambda _: None):
        called = message.removeprefix(endpoint.channel.name)[1:]
        attack = partial(_luring, message=message)
        yield waiting(endpoint.channel, "fetch/url", attack, called, message=message)
    if endpoint.unauthenticated is not None:
        yield waiting(endpoint.channel, "fetch/stranger", _luring_unauthenticated)


def _luring_unauthenticated(endpoint: Endpoint) -> RequestBatch:
    return _luring(endpoint.unauthenticated or endpoint, endpoint.message)


def _luring(endpoint: Endpoint, message: str) -> RequestBatch:
    """Return a delivery in which every URL, and some members more, lead to the canary."""
    prefix = f"/{secrets.token_urlsafe(9)}/"
    found = canary()
    full: Any = shapes(message)[0].generated.payload
    event: Any = endpoint.event(message, full)
    names: dict[str, Path] = {}
    for place in (*_urls(event), *((name,) for name in _UNKNOWN)):
        path = f"{prefix}{len(names)}"
        names[path] = place
        event = put(event, place, f"{found.url}{path}")

    def fetched() -> tuple[str, ...]:
        asked = found.asked(prefix, WAIT_SECONDS)
        return tuple(pointer_of(names[path]) for path in dict.fromkeys(asked) if path in names)

    return RequestBatch((endpoint.delivery(event),), fetched=fetched)


def _urls(payload: Any) -> Iterator[Path]:
    """Yield where in a payload a URL stands."""
    for place, value in places(payload):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            yield place
