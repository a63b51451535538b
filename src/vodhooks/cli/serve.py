"""`vodhooks serve`: the reference receiver."""

from __future__ import annotations

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
) -> None:
    """Receive callbacks. Secrets, tokens and bounds are VODHOOKS_* environment variables."""
    from vodhooks.receiver.server import serve

    serve(settings(store), environment(), host, port, insecure=insecure)
