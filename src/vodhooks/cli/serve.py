"""`vodhooks serve`: the reference receiver."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from vodhooks.cli.settings import environment, settings


def serve(
    *,
    store: Annotated[
        str, typer.Option(help="Database URL of the inbox; VODHOOKS_STORE where it is not given.")
    ] = "",
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
    insecure: Annotated[
        bool,
        typer.Option(
            "--insecure", help="Accept deliveries without secret or token; on loopback only."
        ),
    ] = False,
    handlers: Annotated[
        str,
        typer.Option(
            metavar="MODULE:NAME",
            help="Also run these handlers, as `vodhooks handle` does, in a process of their own.",
        ),
    ] = "",
    name: Annotated[str, typer.Option(help="Of the handlers' cursor.")] = "handlers",
) -> None:
    """Receive callbacks. Secrets, tokens and bounds are VODHOOKS_* environment variables."""
    from vodhooks.receiver.server import serve

    configured = settings(store)
    start_beside = None
    if handlers:
        from vodhooks.outbox.beside import start_worker

        start_beside = partial(start_worker, handlers, name, configured.store)
    serve(configured, environment(), host, port, insecure=insecure, start_beside=start_beside)
