"""`vodhooks serve`: the reference receiver."""

from __future__ import annotations

import os
from typing import Annotated

import typer


def serve(
    *,
    store: Annotated[str, typer.Option(help="Database URL of the inbox; VODHOOKS_STORE where it is not given.")] = "",
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
    insecure: Annotated[bool, typer.Option("--insecure", help="Let everybody in; on loopback only.")] = False,
) -> None:
    """Receive callbacks. Secrets, tokens and bounds are VODHOOKS_* environment variables."""
    from pydantic import ValidationError

    from vodhooks.receiving.serving import serve
    from vodhooks.receiving.settings import Settings

    try:
        settings = Settings(store=store) if store else Settings()
    except ValidationError as error:
        faults = [f"VODHOOKS_{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors(include_input=False)]
        raise typer.BadParameter("; ".join(faults)) from None
    serve(settings, os.environ, host, port, insecure=insecure)
