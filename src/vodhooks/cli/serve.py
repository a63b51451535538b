"""`vodhooks serve`: the reference receiver."""

from __future__ import annotations

from functools import partial

import click

from vodhooks.cli.settings import HOST, PORT, environment, settings


@click.command()
@click.option(
    "--store",
    default="",
    show_default=False,
    help="Database URL of the inbox; VODHOOKS_STORE where it is not given.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    envvar=HOST,
    show_envvar=True,
    help="Address to listen on.",
)
@click.option(
    "--port",
    type=click.IntRange(min=0, max=65535),
    default=8000,
    envvar=PORT,
    show_envvar=True,
    help="Port to listen on.",
)
@click.option(
    "--insecure", is_flag=True, help="Accept deliveries without secret or token; on loopback only."
)
@click.option(
    "--handlers",
    default="",
    show_default=False,
    metavar="MODULE:NAME",
    help="Also run these handlers, as `vodhooks handle` does, in a process of their own.",
)
@click.option("--name", default="handlers", help="Of the handlers' cursor.")
def serve(*, store: str, host: str, port: int, insecure: bool, handlers: str, name: str) -> None:
    """Receive callbacks. Secrets, tokens and bounds are VODHOOKS_* environment variables.

    Where a service manager hands over sockets, as systemd does with a socket unit, these are listened on instead.
    """
    from vodhooks.receiver.server import serve
    from vodhooks.receiver.sockets import inherited

    sockets = inherited(environment())
    configured = settings(store)
    start_beside = None
    if handlers:
        from vodhooks.outbox.beside import start_worker

        start_beside = partial(start_worker, handlers, name, configured.store)
    serve(
        configured,
        environment(),
        host,
        port,
        insecure=insecure,
        sockets=sockets,
        start_beside=start_beside,
    )
