"""Runs the stand-in on uvicorn: in a thread for tests, or for `vodhooks serve-tencent`."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from vodhooks.catalogue import bundle
from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.pull.settings import credentials
from vodhooks.testing.tencent.api import CONTROL_PATH, CUT, SECRET_ID, SECRET_KEY, Api, Behaviour
from vodhooks.testing.tencent.queue import Queue

BACKLOG = 256
GRACE_SECONDS = 1
"""How long open requests may take at the end."""

_OWN = f"""
export VODHOOKS_TENCENT_SECRET_ID={SECRET_ID}
export VODHOOKS_TENCENT_SECRET_KEY={SECRET_KEY}"""
_INSTRUCTIONS = """\
# vodhooks pull, in another shell{credentials}:
export VODHOOKS_TENCENT_ENDPOINT={endpoint} VODHOOKS_TENCENT_SCHEME=http{own}
vodhooks pull --once

# The vendor's SDK:
HttpProfile(protocol="http", endpoint="{endpoint}", reqTimeout=10)

# One more event, and how many have been pulled and confirmed:
curl -H 'content-type: application/json' -d @event.json http://{endpoint}{path}
curl http://{endpoint}{path}
"""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A running stand-in.

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
    """The stand-in on a listening socket.

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
        """End all calls that hang, then the server."""
        self._api.end()
        await super().shutdown(sockets)


@contextmanager
def serve(queue: Queue, behaviour: Behaviour | None = None) -> Iterator[StandIn]:
    """Run the stand-in in a thread, on a free port of loopback, until the block ends.

    Args:
        queue: its events; more can be put at any time.
        behaviour: how it behaves; by default with its own credentials and without faults.
    """
    server = Server(queue, behaviour or Behaviour(), "127.0.0.1", 0)
    thread = Thread(target=server.listen, daemon=True)
    thread.start()
    try:
        yield StandIn(server.endpoint, queue)
    finally:
        server.should_exit = True
        thread.join()


def secrets_of(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the credentials of `vodhooks pull`, or else the stand-in's: SecretKey by SecretId.

    Raises:
        SecretError: one of the two is set and the other is not, or a file cannot be read.
    """
    if not any(name.startswith("VODHOOKS_TENCENT_SECRET_") for name in environ):
        return {SECRET_ID: SECRET_KEY}
    given = credentials(environ)
    return {given.secret_id: given.secret_key}


def example_events() -> list[dict[str, Any]]:
    """Return the events of the contract's sample replies."""
    replies = bundle("tencent.vod.pull_events")["examples"]
    return [event for reply in replies for event in reply["Response"].get("EventSet") or ()]


def event_lines(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Yield the events of an NDJSON file. They may break the contract.

    Raises:
        ValueError: a line is no JSON object.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                event = decode(line)
            except NotJson as error:
                raise ValueError(f"line {number}: {error.reason}") from None
            if not isinstance(event, dict):
                raise ValueError(f"line {number}: not a JSON object")
            yield event


def instructions(endpoint: str, secrets: Mapping[str, str]) -> str:
    """Return shell lines that point clients at the stand-in.

    They hold no credentials but its own, which are public.
    """
    own = SECRET_ID in secrets
    return _INSTRUCTIONS.format(
        endpoint=endpoint,
        path=CONTROL_PATH,
        own=_OWN if own else "",
        credentials="" if own else " with the same credentials",
    )
