"""`vodhooks relay`: hands the events of the inbox on to a NATS stream or an HTTP endpoint."""

from __future__ import annotations

from functools import partial

import click

from vodhooks.cli.consumers import build_options, consumer_options
from vodhooks.cli.inbox import store_option
from vodhooks.cli.settings import environment, read_settings, settings


@click.command()
@click.option(
    "--to",
    default="",
    show_default=False,
    metavar="URL",
    help="nats://host:4222/STREAM or https://host/path; VODHOOKS_RELAY_TO where it is not given.",
)
@store_option
@click.option(
    "--concurrency",
    type=click.IntRange(min=1, max=4096),
    show_default="64 to a stream, 8 to an endpoint",
    help="How many events are on their way at the same time.",
)
@consumer_options(seconds=10.0)
def relay(
    *,
    name: str,
    to: str,
    store: str,
    concurrency: int | None,
    seconds: float,
    tries: int,
    from_: int | None,
    since: str | None,
    rewind: bool,
    until_empty: bool,
    metrics_port: int | None,
) -> None:
    """Hand each event on as a CloudEvent, in the order of arrival, until a signal arrives.

    To NATS JetStream, on the subject vodhooks.<message>, once by the event's id. To an endpoint, signed as Standard Webhooks with
    VODHOOKS_RELAY_SECRETS, whsec_ and base64. With --until-empty, the exit code is 1 if some have failed.
    """
    from vodhooks.outbox.process import run
    from vodhooks.outbox.relay import open_endpoint, open_stream, parse_keys, split_target
    from vodhooks.outbox.settings import SECRETS, RelaySettings
    from vodhooks.signatures.secrets import secrets_from

    target = read_settings(RelaySettings, **({"to": to} if to else {}))
    http = target.to.startswith(("https://", "http://"))
    if http:
        keys = parse_keys(secrets_from(environment(), SECRETS))
        open_sink = partial(open_endpoint, target.to, keys, seconds)
    else:
        split_target(target.to)
        open_sink = partial(open_stream, target.to, target.nats_credentials, seconds)
    left = run(
        settings(store).store,
        open_sink,
        build_options(
            name,
            concurrency or (8 if http else 64),
            tries,
            from_,
            since,
            rewind=rewind,
            end=until_empty,
        ),
        answer_seconds=seconds,
        metrics_port=metrics_port,
    )
    if until_empty and left:
        raise click.exceptions.Exit(1)
