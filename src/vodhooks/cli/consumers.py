"""The options that `handle` and `relay` share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vodhooks.cli.inbox import microseconds
from vodhooks.cli.settings import LARGEST, FiniteRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.outbox.loop import Options


def consumer_options(seconds: float) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that gives a command the options of every consumer.

    Args:
        seconds: how long one event may take where --seconds does not say.
    """
    options = (
        click.option(
            "--name",
            required=True,
            help="Of the cursor. Each name gets every event; of several workers with one name, one works.",
        ),
        click.option(
            "--seconds",
            type=FiniteRange(min=0.01),
            default=seconds,
            help="How long one event may take, in seconds.",
        ),
        click.option(
            "--tries",
            type=click.IntRange(min=1, max=8),
            default=8,
            help="After how many tries an event is dead.",
        ),
        click.option(
            "--from",
            "from_",
            type=click.IntRange(min=1, max=LARGEST),
            metavar="ID",
            help="The first event for a new name, which otherwise gets all.",
        ),
        click.option(
            "--since",
            metavar="TIME",
            help="Likewise by the time of arrival, in ISO 8601; UTC without an offset.",
        ),
        click.option(
            "--rewind",
            is_flag=True,
            help="Move a name that exists to --from or --since, too: events come again.",
        ),
        click.option("--until-empty", is_flag=True, help="End when there are no more events."),
        click.option(
            "--metrics-port",
            type=click.IntRange(min=0, max=65535),
            help="Serve metrics on this port of loopback.",
        ),
    )

    def add(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def build_options(
    name: str,
    concurrency: int,
    tries: int,
    from_: int | None,
    since: str | None,
    *,
    rewind: bool,
    end: bool,
) -> Options:
    """Return how a consumer works.

    Raises:
        click.BadParameter: options exclude each other.
    """
    from vodhooks.outbox.cursors import Start
    from vodhooks.outbox.loop import Options

    if from_ is not None and since is not None:
        raise click.BadParameter("say either --from or --since")
    if rewind and from_ is None and since is None:
        raise click.BadParameter("--rewind needs --from or --since")
    start = Start(None if from_ is None else from_ - 1, microseconds(since), rewind)
    return Options(name, concurrency, tries, start, end)
