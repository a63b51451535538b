"""`vodhooks relay`: hands the events of the inbox on to a NATS stream or an HTTP endpoint."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from vodhooks.cli.consumers import (
    From,
    MetricsPort,
    Name,
    Rewind,
    Seconds,
    Since,
    Tries,
    UntilEmpty,
    build_options,
)
from vodhooks.cli.inbox import Store
from vodhooks.cli.settings import environment, read_settings, settings


def relay(
    *,
    name: Name,
    to: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="nats://host:4222/STREAM or https://host/path; VODHOOKS_RELAY_TO where it is not given.",
        ),
    ] = "",
    store: Store = "",
    concurrency: Annotated[
        int | None,
        typer.Option(
            help="How many events are on their way at the same time: 64 to a stream, 8 to an endpoint.",
            min=1,
            max=4096,
            show_default=False,
        ),
    ] = None,
    seconds: Seconds = 10.0,
    tries: Tries = 8,
    from_: From = None,
    since: Since = None,
    rewind: Rewind = False,
    until_empty: UntilEmpty = False,
    metrics_port: MetricsPort = None,
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
        raise typer.Exit(1)
