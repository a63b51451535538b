"""`vodhooks serve-tencent`: a stand-in for the vendor's API, to develop against without an account."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING, Literal

import click

from vodhooks.cli.settings import LARGEST, FiniteRange, environment

if TYPE_CHECKING:
    from typing import BinaryIO

    from vodhooks.testing.tencent import Fault


@click.command()
@click.option("--host", default="127.0.0.1", help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(min=0, max=65535),
    default=8001,
    help="Port to listen on, 0 for a free one.",
)
@click.option(
    "--events",
    type=click.File("rb"),
    help="Events to begin with, one JSON object a line; the contract's examples where it is not given.",
)
@click.option(
    "--fault",
    multiple=True,
    metavar="NAME=CHANCE",
    help="Let calls go wrong by chance, as throttled=0.1; several times for several kinds.",
)
@click.option(
    "--seed", type=click.IntRange(min=-LARGEST, max=LARGEST), default=0, help="Seed of that chance."
)
@click.option(
    "--empty",
    type=click.Choice(["error", "null", "list"]),
    default="error",
    help="How an empty queue is answered: three ways have been seen.",
)
@click.option(
    "--hang",
    type=FiniteRange(min=0, max=5),
    default=5,
    help="How long a pull waits for an event, in seconds.",
)
def serve_tencent(
    *,
    host: str,
    port: int,
    events: BinaryIO | None,
    fault: tuple[str, ...],
    seed: int,
    empty: Literal["error", "null", "list"],
    hang: float,
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
        faults = at_random(dict(map(_chance, fault)), Random(seed))  # noqa: S311 # to be repeated, not to be secret
        for event in example_events() if events is None else event_lines(events):
            queue.put(event)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    behaviour = Behaviour(
        secrets=secrets, empty=Empty(empty), hang_seconds=hang, faults=faults, observe=_log
    )
    server = Server(queue, behaviour, host, port)
    click.echo(instructions(server.endpoint, secrets))
    server.listen()


def _log(line: str) -> None:
    click.echo(f"vodhooks: {line}", err=True)


def _chance(text: str) -> tuple[Fault, float]:
    from vodhooks.testing.tencent import Fault

    name, _, chance = text.partition("=")
    if name not in set(Fault):
        raise click.BadParameter(f"a fault is one of {', '.join(Fault)}")
    try:
        return Fault(name), float(chance)
    except ValueError:
        raise click.BadParameter(f"{name}=CHANCE needs a number from 0 to 1") from None
