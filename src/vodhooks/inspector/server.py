"""Runs the page on a port of its own."""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING

from vodhooks.errors import SecretError
from vodhooks.inbox.database import reader
from vodhooks.inspector.actions import Actions
from vodhooks.inspector.app import STREAM_SECONDS, inspector, warm_up
from vodhooks.inspector.security import Password, Sessions
from vodhooks.inspector.views import Views
from vodhooks.receiver.metrics import say
from vodhooks.receiver.protocol import ConnectionBounds
from vodhooks.receiver.server import run
from vodhooks.receiver.sockets import LOOPBACK, listen
from vodhooks.signatures.secrets import optional_secrets_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import uvicorn

    from vodhooks.inspector.actions import Mutations

PASSWORD = "VODHOOKS_INSPECT_PASSWORD"  # noqa: S105 # the setting's name
"""The setting of the password; several are divided by commas, as all secrets are."""

ANYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 # it is compared with
SHORTEST = 12
"""How many characters a password has at least."""

NICE = 10
"""How much more of the processors is another's: a receiver on the same machine goes first."""

BOUNDS = ConnectionBounds(answer_seconds=STREAM_SECONDS + 60, connections=200)


def serve(
    store: str,
    environ: Mapping[str, str],
    host: str,
    port: int,
    *,
    receiver: str = "",
    targets: Sequence[str] = (),
    hosts: Sequence[str] = (),
    mutations: Mutations,
    end_with_input: bool = False,
) -> None:
    """Show the inbox until the process gets a signal to end.

    Args:
        store: URL of the inbox, which exists.
        environ: environment variables, for the password, secrets and tokens.
        host: the address to listen on.
        port: the port to listen on; 0 for a free one.
        receiver: URL of the receiver that samples are sent to; empty: none.
        targets: URLs that events may be delivered to again.
        hosts: names by which the page may be asked for, beside those of loopback and `host`.
        mutations: changes that a sample can be sent with.
        end_with_input: whether to end when standard input does, as when a parent ends.

    Raises:
        SecretError: it would be open beyond loopback without a password, or the password is short.
        StoreError: the inbox cannot be opened.
        OSError: the address cannot be listened on.
    """
    passwords = optional_secrets_from(environ, PASSWORD)
    if host not in LOOPBACK and not passwords:
        raise SecretError(f"beyond loopback the page needs a password: set {PASSWORD}")
    if any(len(each) < SHORTEST for each in passwords):
        raise SecretError(f"{PASSWORD} has to have {SHORTEST} characters at least")
    if host in ANYWHERE and not hosts:
        raise SecretError("name each host that browsers ask for with --allow-host")
    sessions = Sessions(Password(passwords) if passwords else None)
    engine = reader(store, refuses_writes=True)
    servers: list[uvicorn.Server] = []
    actions = Actions(store, environ, receiver, targets, mutations)
    named = [*hosts, *([] if host in ANYWHERE else [host])]
    views = Views(engine)
    application = inspector(
        engine,
        views,
        actions,
        sessions,
        hosts=named,
        ending=lambda: any(server.should_exit for server in servers),
    )

    listening = listen(host, port)

    def begin(server: uvicorn.Server) -> None:
        servers.append(server)
        warm_up(views)  # before it is said to be there
        name = f"[{host}]" if ":" in host else host
        say(f"the inbox can be seen at http://{name}:{listening.getsockname()[1]}/")

    if end_with_input:
        Thread(target=_end_with_input, name="input", daemon=True).start()
    os.nice(NICE)
    try:
        run(application, BOUNDS, [listening], begin)
    finally:
        engine.dispose()


def _end_with_input() -> None:
    """End the process, as a signal would, when standard input ends."""
    while sys.stdin.buffer.read(65_536):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
