"""`vodhooks segments`: prints all segments that a review flagged; the event lists only the first of them."""

from __future__ import annotations

from functools import partial
from ipaddress import ip_network
from typing import TYPE_CHECKING, NoReturn

import click
import orjson

from vodhooks.cli.completion import files
from vodhooks.cli.inputs import read_bytes, shown_name
from vodhooks.cli.settings import (
    FILE_HOSTS,
    FILE_NETWORKS,
    FILE_PORTS,
    LARGEST,
    FiniteRange,
    environment,
    settings,
)
from vodhooks.errors import ContractViolation, FileExpired, FileMissing, NotIdentified, NotJson
from vodhooks.reports import quantity
from vodhooks.reports.escaping import json_text, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from ipaddress import IPv4Network, IPv6Network

    from vodhooks.pull.segments import ReviewedPart, SegmentFile, Segments


@click.command()
@click.argument(
    "event",
    metavar="EVENT_FILE_OR_ID",
    shell_complete=files,
    help="A file with the event's body, - for standard input, or the event's id in the inbox.",
)
@click.option(
    "--store",
    default="",
    show_default=False,
    help="Database URL of the inbox; VODHOOKS_STORE where it is not given.",
)
@click.option("--cover", is_flag=True, help="Print what was found in the cover picture instead.")
@click.option(
    "--always", is_flag=True, help="Fetch the file also if the event lists fewer than ten."
)
@click.option("--again", is_flag=True, help="Fetch the file also if the inbox has it.")
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAME",
    envvar=FILE_HOSTS,
    show_envvar=True,
    help="Fetch from this host too, and from those below it.",
)
@click.option(
    "--allow-port",
    type=click.IntRange(min=1, max=65535),
    multiple=True,
    metavar="PORT",
    envvar=FILE_PORTS,
    show_envvar=True,
    help="Fetch from this port too.",
)
@click.option(
    "--allow-network",
    multiple=True,
    metavar="CIDR",
    envvar=FILE_NETWORKS,
    show_envvar=True,
    help="Fetch from addresses in this network too, beside the public ones.",
)
@click.option(
    "--seconds",
    type=FiniteRange(min=0.1, max=3600),
    default=30.0,
    help="How long fetching may take in all.",
)
@click.option(
    "--size",
    type=click.IntRange(min=1, max=LARGEST),
    default=16 * 2**20,
    help="Largest file, in bytes.",
)
def segments(
    event: str,
    *,
    store: str,
    cover: bool,
    always: bool,
    again: bool,
    allow_host: tuple[str, ...],
    allow_port: tuple[int, ...],
    allow_network: tuple[str, ...],
    seconds: float,
    size: int,
) -> None:
    """Print all segments of a ReviewAudioVideoComplete event as JSON, and keep the fetched file beside a stored event.

    The file that the event names is fetched if the event lists ten segments, which may not be all. Nothing is fetched but from
    the vendor's domains and public addresses. Exits with 1 if the file is gone or not what it should be, and with 2 if it
    cannot be fetched.
    """
    from vodhooks.pull.destinations import AllowList
    from vodhooks.pull.downloads import Limits, fetch
    from vodhooks.pull.segments import COVER, HOSTS, MEDIA, all_segments

    environment()
    networks = tuple(map(_network, allow_network))
    allowed = AllowList((*HOSTS, *allow_host), allow_port, networks)
    part = COVER if cover else MEDIA
    find = partial(
        all_segments,
        part=part,
        always=always,
        fetch=partial(fetch, allowed=allowed, limits=Limits(size, seconds)),
    )
    if event.isascii() and event.isdecimal():
        # Python reads no number of several thousand digits, and no id has as many as are left here.
        _find_stored(settings(store).store, int(event[:40]), find, part, again=again)
    else:
        found = _find_or_fail(find, read_bytes(event), f"{shown_name(event)}: ")
        _print(found.items, _remark(found.file))


def _find_stored(
    store: str, number: int, find: Callable[..., Segments], part: ReviewedPart, *, again: bool
) -> None:
    from vodhooks.inbox.attachments import Attachment, attach, list_attachments
    from vodhooks.inbox.database import connect, reader
    from vodhooks.inbox.queries import get_event

    reading = reader(store)
    stored = get_event(reading, number)
    if stored is None:
        _fail(f"there is no event {number}")
    kept = [each for each in list_attachments(reading, number) if each.message == part.contract]
    if kept and not again:
        _print(orjson.loads(kept[0].body), f"kept with event {number}")
        return
    found = _find_or_fail(find, stored.body)
    file = found.file
    if file is not None:
        attach(
            connect(store),
            number,
            Attachment(
                part.contract, round(file.fetched_at.timestamp() * 1e6), file.drifts, file.body
            ),
        )
    _print(found.items, _remark(file) + (f", kept with event {number}" if file else ""))


def _find_or_fail(find: Callable[..., Segments], body: bytes, place: str = "") -> Segments:
    from vodhooks.pull.segments import review

    try:
        return find(review(body))
    except (ContractViolation, NotIdentified, NotJson) as error:
        _fail(f"{place}{error}")
    except (FileExpired, FileMissing) as error:
        _fail(str(error))


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text)
    except ValueError:
        raise click.BadParameter("--allow-network takes a network such as 10.0.0.0/8") from None


def _remark(file: SegmentFile | None) -> str:
    if file is None:
        return "the event lists them all"
    return f"from {file.host}{', with what the contract does not know' if file.drifts else ''}"


def _print(items: Sequence[object], remark: str) -> None:
    click.echo(json_text(items, ensure_ascii=False, indent=2).encode())
    click.echo(f"{quantity(len(items), 'segment')}, {printable(remark)}", err=True)


def _fail(text: str) -> NoReturn:
    click.echo(f"vodhooks: {printable(text)}", err=True)
    raise click.exceptions.Exit(1)
