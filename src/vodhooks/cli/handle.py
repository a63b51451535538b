"""`vodhooks handle`: runs handlers over the events of the inbox, and shows what they could not handle."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Literal

import click

from vodhooks.cli.consumers import build_options, consumer_options
from vodhooks.cli.inbox import store_option
from vodhooks.cli.settings import LARGEST, settings
from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Engine

    from vodhooks.outbox.loop import Sink
    from vodhooks.outbox.metrics import Observer

_LISTED = 1000
"""How many dead letters are shown at most."""


@click.command()
@click.argument(
    "handlers",
    default="",
    metavar="[MODULE:NAME]",
    help="Your vodhooks.outbox.Handlers, such as app:handlers.",
)
@click.option(
    "--dead",
    type=click.Choice(["list", "retry"]),
    help="Show the events that are not tried any more, or let them be tried again.",
)
@click.option(
    "--event",
    type=click.IntRange(min=1, max=LARGEST),
    multiple=True,
    metavar="ID",
    help="With --dead retry: only this one; several times for several.",
)
@store_option
@click.option(
    "--concurrency",
    type=click.IntRange(min=1, max=10_000),
    default=8,
    help="How many events are handed on at the same time.",
)
@consumer_options(seconds=30.0)
@click.option(
    "--end-with-input", is_flag=True, help="End when standard input does, as when a parent ends."
)
def handle(
    handlers: str,
    *,
    name: str,
    dead: Literal["list", "retry"] | None,
    event: tuple[int, ...],
    store: str,
    concurrency: int,
    seconds: float,
    tries: int,
    from_: int | None,
    since: str | None,
    rewind: bool,
    until_empty: bool,
    metrics_port: int | None,
    end_with_input: bool,
) -> None:
    """Hand each event to your handler for it, in the order of arrival, until a signal arrives.

    An event that fails is tried again later, and holds up no other. With --until-empty, the exit code is 1 if some have failed.
    """
    url = settings(store).store
    if bool(dead) == bool(handlers):
        raise click.BadParameter("say either MODULE:NAME or --dead list|retry")
    if event and dead != "retry":
        raise click.BadParameter("--event is for --dead retry")
    if dead:
        from vodhooks.inbox.database import join, reader
        from vodhooks.outbox.cursors import retry_dead

        engine = (reader if dead == "list" else join)(url)
        try:
            if dead == "list":
                _list_dead(engine, name)
            else:
                again = retry_dead(engine, name, event)
                click.echo(f"{again} to be tried again", err=True)
        finally:
            engine.dispose()
        return
    from vodhooks.outbox.process import HandlerSink, load_handlers, run

    loaded = load_handlers(handlers, transactions=url.startswith("postgresql"))

    @asynccontextmanager
    async def open_sink(_: Observer) -> AsyncIterator[Sink]:
        yield HandlerSink(loaded, seconds)

    left = run(
        url,
        open_sink,
        build_options(name, concurrency, tries, from_, since, rewind=rewind, end=until_empty),
        answer_seconds=seconds,
        metrics_port=metrics_port,
        end_with_input=end_with_input,
    )
    if until_empty and left:
        raise click.exceptions.Exit(1)


def _list_dead(engine: Engine, name: str) -> None:
    from vodhooks.inbox.export import moment
    from vodhooks.outbox.cursors import list_dead

    for each in list_dead(engine, name, _LISTED):
        cells = (
            f"{each.event_id:<8}",
            f"{moment(each.failed_at):%Y-%m-%d %H:%M:%S}",
            f"{each.tries} tries",
            each.message or each.channel,
            each.error,
        )
        click.echo("  ".join(map(printable, cells)))
