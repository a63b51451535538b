"""`vodhooks pull`: the vendor's reliable notifications into the inbox."""

from __future__ import annotations

import click

from vodhooks.cli.settings import environment, read_settings, settings


@click.command()
@click.option("--once", is_flag=True, help="End when there are no more events.")
@click.option(
    "--store",
    default="",
    show_default=False,
    help="Database URL of the inbox; VODHOOKS_STORE where it is not given.",
)
@click.option(
    "--metrics-port",
    type=click.IntRange(min=0, max=65535),
    help="Serve metrics on this port of loopback.",
)
def pull(*, once: bool, store: str, metrics_port: int | None) -> None:
    """Pull events from Tencent Cloud VOD, keep them, and confirm them once they are durable.

    The key of the API is VODHOOKS_TENCENT_SECRET_ID and VODHOOKS_TENCENT_SECRET_KEY, or the files that these name with _FILE
    behind; VODHOOKS_TENCENT_ENDPOINT, _SCHEME, _REGION, _SUB_APP_ID and _PULLERS say how it is called. With --once, the exit code
    is 1 if an event was left for the vendor to hand it out again, or if a signal came first.
    """
    from vodhooks.pull.process import pull
    from vodhooks.pull.settings import Settings

    observed = pull(
        read_settings(Settings),
        settings(store),
        environment(),
        until_empty=once,
        metrics_port=metrics_port,
    )
    if once and (observed.left or observed.interrupted):
        raise click.exceptions.Exit(1)
