"""`vodhooks serve`: the reference receiver."""

from __future__ import annotations

import click

from vodhooks.cli.settings import HOST, PORT, environment, settings

INSPECT_PORT = 8001


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
@click.option(
    "--inspect",
    type=click.IntRange(min=0, max=65535),
    is_flag=False,
    flag_value=INSPECT_PORT,
    show_default=False,
    metavar="[PORT]",
    help=f"Also show the inbox as `vodhooks inspect` does, on loopback, port {INSPECT_PORT} or this.",
)
def serve(
    *,
    store: str,
    host: str,
    port: int,
    insecure: bool,
    handlers: str,
    name: str,
    inspect: int | None,
) -> None:
    """Receive callbacks. Secrets, tokens and bounds are VODHOOKS_* environment variables.

    Where a service manager hands over sockets, as systemd does with a socket unit, these are listened on instead.
    """
    from vodhooks.receiver.server import serve
    from vodhooks.receiver.sockets import inherited

    sockets = inherited(environment())
    configured = settings(store)

    def start_beside(address: str, at: int) -> None:
        if not handlers and inspect is None:
            return
        from vodhooks.outbox.beside import start_worker

        if handlers:
            command = ["handle", handlers, "--name", name]
            start_worker(command, configured.store, "the handlers have")
        if inspect is not None:
            here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)  # noqa: S104 # where it listens
            receiver = f"http://{f'[{here}]' if ':' in here else here}:{at}"
            command = ["inspect", "--port", str(inspect), "--receiver", receiver]
            start_worker(command, configured.store, "the inspector has")

    serve(
        configured,
        environment(),
        host,
        port,
        insecure=insecure,
        sockets=sockets,
        start_beside=start_beside,
    )
