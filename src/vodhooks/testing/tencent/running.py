"""Runs the stand-in on uvicorn: in a thread for tests, or in the foreground until a signal ends it."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from vodhooks.testing.tencent.app import CUT, Api, Behaviour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.testing.tencent.queue import Queue

__all__ = ["Server", "StandIn", "running"]

BACKLOG = 256
GRACE_SECONDS = 1
"""How long what is in flight may take at the end."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A stand-in that runs.

    Attributes:
        endpoint: host and port, as the vendor's SDK takes them; the protocol is http.
        queue: its events.
    """

    endpoint: str
    queue: Queue


class _Protocol(HttpToolsProtocol):
    """uvicorn's protocol, with a way for the application to cut the connection."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {CUT: {"cut": self.transport.close}}


class Server(uvicorn.Server):
    """The stand-in on a socket that listens already.

    Args:
        queue: the events.
        behaviour: how it behaves.
        host: address to listen on.
        port: port to listen on, or 0 for a free one.

    Attributes:
        endpoint: host and port, as the vendor's SDK takes them.

    Raises:
        OSError: the address cannot be listened on.
    """

    def __init__(self, queue: Queue, behaviour: Behaviour, host: str, port: int) -> None:
        self._api = Api(queue, behaviour)
        config = uvicorn.Config(
            self._api.application,
            loop="uvloop",
            http=_Protocol,
            ws="none",
            lifespan="off",
            access_log=False,
            date_header=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            log_level="error",
        )
        super().__init__(config)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listening = socket.create_server((host, port), family=family, backlog=BACKLOG)
        named = f"[{host}]" if ":" in host else host
        self.endpoint: str = f"{named}:{self._listening.getsockname()[1]}"

    def listen(self) -> None:
        """Serve until a signal, or `should_exit`."""
        self.run([self._listening])

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End, and first let no call hang any longer."""
        self._api.end()
        await super().shutdown(sockets)


@contextmanager
def running(queue: Queue, behaviour: Behaviour | None = None) -> Iterator[StandIn]:
    """Run the stand-in in a thread, on a free port of loopback, until the block ends.

    Args:
        queue: its events; put more whenever you like.
        behaviour: how it behaves; with its own credentials and without faults where it is not given.
    """
    server = Server(queue, behaviour or Behaviour(), "127.0.0.1", 0)
    thread = Thread(target=server.listen, daemon=True)
    thread.start()
    try:
        yield StandIn(server.endpoint, queue)
    finally:
        server.should_exit = True
        thread.join()
