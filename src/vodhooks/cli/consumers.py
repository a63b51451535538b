"""The options that `handle` and `relay` share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vodhooks.cli.inbox import microseconds
from vodhooks.cli.settings import LARGEST, finite

if TYPE_CHECKING:
    from vodhooks.outbox.loop import Options

Name = Annotated[
    str,
    typer.Option(
        help="Of the cursor. Each name gets every event; of several workers with one name, one works."
    ),
]
Concurrency = Annotated[
    int, typer.Option(help="How many events are handed on at the same time.", min=1, max=10_000)
]
Seconds = Annotated[
    float,
    typer.Option(help="How long one event may take, in seconds.", min=0.01, callback=finite),
]
Tries = Annotated[int, typer.Option(help="After how many tries an event is dead.", min=1, max=8)]
From = Annotated[
    int | None,
    typer.Option(
        "--from",
        metavar="ID",
        help="The first event for a new name, which otherwise gets all.",
        min=1,
        max=LARGEST,
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="Likewise by the time of arrival, in ISO 8601; UTC without an offset.",
        show_default=False,
    ),
]
Rewind = Annotated[
    bool,
    typer.Option(
        "--rewind", help="Move a name that exists to --from or --since, too: events come again."
    ),
]
UntilEmpty = Annotated[
    bool, typer.Option("--until-empty", help="End when there are no more events.")
]
MetricsPort = Annotated[
    int | None,
    typer.Option(
        help="Serve metrics on this port of loopback.", min=0, max=65535, show_default=False
    ),
]
EndWithInput = Annotated[
    bool,
    typer.Option("--end-with-input", help="End when standard input does, as when a parent ends."),
]


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
        typer.BadParameter: options exclude each other.
    """
    from vodhooks.outbox.cursors import Start
    from vodhooks.outbox.loop import Options

    if from_ is not None and since is not None:
        raise typer.BadParameter("say either --from or --since")
    if rewind and from_ is None and since is None:
        raise typer.BadParameter("--rewind needs --from or --since")
    start = Start(None if from_ is None else from_ - 1, microseconds(since), rewind)
    return Options(name, concurrency, tries, start, end)
