"""`vodhooks serve-tencent`: a stand-in for the vendor's API, to develop against without an account."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vodhooks.cli.settings import LARGEST, environment, finite

if TYPE_CHECKING:
    from vodhooks.testing.tencent import Fault


def serve_tencent(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(help="Port to listen on, 0 for a free one.", min=0, max=65535)
    ] = 8001,
    events: Annotated[
        typer.FileBinaryRead | None,
        typer.Option(
            help="Events to begin with, one JSON object a line; the contract's examples where it is not given."
        ),
    ] = None,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=CHANCE",
            help="Let calls go wrong by chance, as throttled=0.1; several times for several kinds.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of that chance.", min=-LARGEST, max=LARGEST)] = 0,
    empty: Annotated[
        Literal["error", "null", "list"],
        typer.Option(help="How an empty queue is answered: three ways have been seen."),
    ] = "error",
    hang: Annotated[
        float,
        typer.Option(
            help="How long a pull waits for an event, in seconds.", callback=finite, min=0, max=5
        ),
    ] = 5,
) -> None:
    """Serve PullEvents and ConfirmEvents as Tencent Cloud VOD does, for its SDK and for `vodhooks pull`."""
    from vodhooks.testing.tencent import Behaviour, Empty, Queue, at_random
    from vodhooks.testing.tencent.server import (
        Server,
        event_lines,
        example_events,
        instructions,
        secrets_of,
    )

    secrets = secrets_of(environment())
    queue = Queue(time.monotonic)
    try:
        faults = at_random(dict(map(_chance, fault or ())), Random(seed))  # noqa: S311 # to be repeated, not to be secret
        for event in example_events() if events is None else event_lines(events):
            queue.put(event)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    behaviour = Behaviour(
        secrets=secrets, empty=Empty(empty), hang_seconds=hang, faults=faults, observe=_log
    )
    server = Server(queue, behaviour, host, port)
    typer.echo(instructions(server.endpoint, secrets))
    server.listen()


def _log(line: str) -> None:
    typer.echo(f"vodhooks: {line}", err=True)


def _chance(text: str) -> tuple[Fault, float]:
    from vodhooks.testing.tencent import Fault

    name, _, chance = text.partition("=")
    if name not in set(Fault):
        raise typer.BadParameter(f"a fault is one of {', '.join(Fault)}")
    try:
        return Fault(name), float(chance)
    except ValueError:
        raise typer.BadParameter(f"{name}=CHANCE needs a number from 0 to 1") from None
