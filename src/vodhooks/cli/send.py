"""`vodhooks send`: delivers messages to a receiver as their vendor would, or with mutations."""

from __future__ import annotations

import itertools
import os
import time
from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any

import click

from vodhooks.cli.completion import files, messages, mutations
from vodhooks.cli.headers import header_option, headers_from
from vodhooks.cli.inputs import read_json, shown_name
from vodhooks.cli.settings import LARGEST, FiniteRange, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.attacks.cases import Attack, Case
    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.sender import Sent

_LIST = "list"
_NO_SIGN = "no-sign"
_NOWHERE = "http://receiver.test"
"""The receiver while cases are listed; nothing is sent."""


@click.command()
@click.argument(
    "message", shell_complete=messages, metavar="MESSAGE", help="Full name of the message."
)
@click.option(
    "--to",
    default="",
    show_default=False,
    metavar="URL",
    help="The callback URL; to a URL without a path the channel's is added.",
)
@click.option(
    "--example",
    type=click.IntRange(min=0, max=LARGEST),
    show_default="0",
    metavar="N",
    help="Which sample payload to send.",
)
@click.option(
    "--file",
    default="",
    show_default=False,
    metavar="FILE",
    shell_complete=files,
    help="A file that holds the payload instead; - is standard input.",
)
@click.option(
    "--set",
    "edits",
    multiple=True,
    metavar="POINTER=JSON",
    help="Set a value in the payload; may be repeated.",
)
@click.option(
    "--mutate",
    multiple=True,
    shell_complete=mutations,
    metavar="NAME",
    help="Send the fuzz case of this name; may be repeated. 'list' shows the names.",
)
@click.option(
    "--retry", is_flag=True, help="Try again as often as the vendor does, until it succeeds."
)
@click.option(
    "--pause",
    type=FiniteRange(min=0, max=3600),
    default=1.0,
    metavar="SECONDS",
    help="How long to wait before that.",
)
@click.option(
    "--count",
    type=click.IntRange(min=1, max=LARGEST),
    default=1,
    metavar="N",
    help="How many events to send, each with its own identity.",
)
@click.option(
    "--rate",
    type=FiniteRange(min=0.001),
    show_default="unbounded",
    metavar="PER_SECOND",
    help="How many a second at most.",
)
@header_option
@click.option(
    "--timeout",
    type=FiniteRange(min=0.001, max=3600),
    default=10.0,
    metavar="SECONDS",
    help="How long to wait for an answer.",
)
def send(
    message: str,
    *,
    to: str,
    example: int | None,
    file: str,
    edits: tuple[str, ...],
    mutate: tuple[str, ...],
    retry: bool,
    pause: float,
    count: int,
    rate: float | None,
    headers: tuple[str, ...],
    timeout: float,
) -> None:
    """Send a message as its vendor would: signed now, with the token in the URL if one is set.

    Exits with 0 if every answer is a success to the vendor, with 1 if not, and with 2 if no connection could be
    made. Secrets and tokens are read from the same VODHOOKS_* variables as the receiver's. The same command sends
    the same events again.
    """
    from vodhooks.vendor.endpoints import endpoints_at
    from vodhooks.vendor.events import pushing_channel, renumber
    from vodhooks.vendor.requests import RequestBatch
    from vodhooks.vendor.sender import sender

    channel = pushing_channel(message)
    payload = _payload(message, example, file)
    changes = [_edit(text) for text in edits]
    signed = _LIST not in mutate and set(mutate) != {_NO_SIGN}
    given = endpoints_at(
        to or _NOWHERE,
        [channel.name],
        environment(),
        numbers=itertools.count(),
        signed=signed,
        headers=headers_from(headers),
    )
    endpoint = given[channel.name].carrying(message, payload, changes)
    if _LIST in mutate:
        for line in _list_cases(_with_any_secret(endpoint)):
            click.echo(line)
        return
    if not to:
        raise click.BadParameter("name the URL to send to: --to http://host:port")
    if count > 1 and endpoint.payload is not None:
        renumber(message, endpoint.payload, 1)  # raises SendingError if events cannot differ
    if mutate:
        endpoint = _with_any_secret(endpoint)
    cases = [
        _case(name, endpoint, own=bool(changes or file or example is not None)) for name in mutate
    ]

    def attack(number: int) -> Attack:
        if cases:
            return cases[number % len(cases)].attack(endpoint)
        return RequestBatch((endpoint.delivery(),))

    retries = _retries(channel) if retry else 0
    with sender(
        to, success=channel.delivery.success, retries=retries, pause=pause, timeout=timeout
    ) as vendor:
        sent = _print_answers(vendor.series(attack, count * max(len(cases), 1), rate))
    missing = [item.last.detail for item in sent if item.last.fault == "not connected"]
    if missing:
        click.echo(f"vodhooks: no connection could be made: {missing[-1]}", err=True)
        raise click.exceptions.Exit(2)
    if not all(item.success for item in sent):
        raise click.exceptions.Exit(1)


def _with_any_secret(endpoint: Endpoint) -> Endpoint:
    """Return an endpoint that signs, with a made-up secret if none is set."""
    from vodhooks.signatures import scheme

    signature = endpoint.channel.signature
    return (
        endpoint
        if endpoint.signer or not signature
        else replace(endpoint, signer=scheme(signature)("unknown"))
    )


def _case(name: str, endpoint: Endpoint, *, own: bool) -> Case:
    """Return the case of a name. `own`: the payload was chosen by the user."""
    from vodhooks.errors import SendingError
    from vodhooks.fuzzer.mutations import mutation

    case = mutation(name, endpoint)
    if own and case.check.folder == "contract/":
        raise SendingError(
            f"{name} brings a payload of its own: leave --set, --file and --example out"
        )
    return case


def _payload(message: str, example: int | None, file: str) -> dict[str, Any]:
    from vodhooks.catalogue import bundle

    if file and example is not None:
        raise click.BadParameter("--file and --example exclude one another")
    if not file:
        samples: list[dict[str, Any]] = bundle(message)["examples"]
        if (example or 0) >= len(samples):
            raise click.BadParameter(
                f"{message} has {len(samples)} sample payloads, from 0 to {len(samples) - 1}"
            )
        return samples[example or 0]
    from vodhooks.errors import SendingError

    payload = read_json(file)
    if not isinstance(payload, dict):
        raise SendingError(f"{shown_name(file)}: holds no JSON object")
    return payload


def _edit(text: str) -> tuple[str, JsonValue]:
    from vodhooks.decoding import decode
    from vodhooks.errors import NotJson

    pointer, equals, value = text.partition("=")
    try:
        if equals:
            return pointer, decode(os.fsencode(value))
    except NotJson as error:
        raise click.BadParameter(
            f"--set {pointer}: the value is no JSON ({error}); a string needs quotes: '{pointer}=\"text\"'"
        ) from None
    raise click.BadParameter(
        "--set is a JSON Pointer, an equals sign and a JSON value: '/pointer=1'"
    )


def _retries(channel: Channel) -> int:
    if channel.delivery.retries is None:
        click.echo(
            f"vodhooks: the vendor does not say whether it tries {channel.name} again; --retry does nothing",
            err=True,
        )
    return channel.delivery.retries or 0


def _list_cases(endpoint: Endpoint) -> Iterator[str]:
    from vodhooks.fuzzer.mutations import mutations

    known = mutations(endpoint)
    width = max(map(len, known))
    prefix = f"{endpoint.channel.name}/"
    for name, case in known.items():
        own = case.name.removeprefix(prefix)
        yield f"{name.ljust(width)}  {case.check.title if name == own else own}"


def _print_answers(answers: Iterator[Sent]) -> list[Sent]:
    """Print each answer as it comes, then a summary, and return the results."""
    sent: list[Sent] = []
    start = time.monotonic()
    for item in answers:
        if not sent:
            click.echo(f"{'EVENT':>7}  {'MILLISECONDS':>12}  {'ATTEMPTS':>8}  STATUS")
        sent.append(item)
        milliseconds = item.last.seconds * 1000
        click.echo(
            f"{item.number + 1:>7}  {milliseconds:>12.1f}  {len(item.answers):>8}  {_status(item)}"
        )
    seconds = time.monotonic() - start
    times = [item.last.seconds * 1000 for item in sent]
    statuses = Counter(_status(item) for item in sent)
    click.echo("")
    click.echo(", ".join(f"{status}: {number}" for status, number in sorted(statuses.items())))
    click.echo(
        f"events: {len(sent)}, attempts: {sum(len(item.answers) for item in sent)}, seconds: {seconds:.1f},"
        f" median: {median(times):.1f} ms, slowest: {max(times):.1f} ms"
    )
    return sent


def _status(item: Sent) -> str:
    return item.last.fault or str(item.last.status)
