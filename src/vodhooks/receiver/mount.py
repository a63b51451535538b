"""The whole receiver as a part of another ASGI application."""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from vodhooks.inbox.database import connect, own
from vodhooks.inbox.group_commit import GroupCommit
from vodhooks.inbox.store import Bounds, Inbox
from vodhooks.receiver.app import receiver
from vodhooks.receiver.metrics import Observer
from vodhooks.receiver.settings import Settings, auth_policies

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send

PREFIX = "/callbacks"
"""What the paths of all channels begin with; the path of the mount takes its place."""

BESIDE = frozenset({"/healthz", "/readyz", "/metrics", "/openapi.json"})
"""Paths of the receiver that are below the mount as they are."""


class Mounted:
    """The receiver, to be mounted in FastAPI or Starlette. Made by `mounted`."""

    def __init__(self, settings: Settings, environ: Mapping[str, str], *, insecure: bool) -> None:
        self._settings = settings
        self._policies = auth_policies(settings, environ, insecure=insecure)
        self._receiver: ASGIApp | None = None

    @asynccontextmanager
    async def lifespan(self, _: object = None) -> AsyncIterator[None]:
        """Open the inbox, and close it at the end: the lifespan of the application, or a part of it.

        Raises:
            StoreError: the inbox cannot be opened, or another process owns its SQLite file.
        """
        settings = self._settings
        with ExitStack() as exits:
            exits.callback(own(settings.store))
            engine = await asyncio.to_thread(connect, settings.store, settings.answer_seconds)
            exits.callback(engine.dispose)
            inbox = Inbox(engine, Bounds(settings.quarantine_count, settings.quarantine_bytes))
            observer = Observer()
            application = receiver(
                self._policies, GroupCommit(inbox, observer.count_commit), settings, observer
            )
            async with application.router.lifespan_context(application):
                self._receiver = application
                try:
                    yield
                finally:
                    self._receiver = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request below the mount.

        Raises:
            RuntimeError: the application does not run `lifespan`.
        """
        if self._receiver is None:
            raise RuntimeError("the inbox is not open: give the application the mount's lifespan")
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if path not in BESIDE:
            path = PREFIX + path
        own_paths = {**scope, "path": path, "raw_path": path.encode(), "root_path": ""}
        await self._receiver(own_paths, receive, send)


def mounted(
    settings: Settings | None = None,
    environ: Mapping[str, str] | None = None,
    *,
    insecure: bool = False,
) -> Mounted:
    """Return the receiver, to be mounted in FastAPI or Starlette. Its inbox is open during its `lifespan`.

    Args:
        settings: bounds, and where the inbox is; from the environment where they are not given.
        environ: environment variables, for secrets and tokens.
        insecure: whether anyone may deliver where neither is set.

    Raises:
        SecretError: a channel has neither secret nor token.
    """
    return Mounted(
        settings or Settings(), os.environ if environ is None else environ, insecure=insecure
    )
