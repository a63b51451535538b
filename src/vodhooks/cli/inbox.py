"""`vodhooks inbox`: look at what the receiver has stored, deliver it again, hand it on."""

from __future__ import annotations

import atexit
import re
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from vodhooks.cli.app import Group
from vodhooks.cli.completion import channels, files
from vodhooks.cli.headers import header_option, headers_from
from vodhooks.cli.inputs import shown_name
from vodhooks.cli.settings import LARGEST, environment, settings
from vodhooks.reports.escaping import json_text, printable, printable_json
from vodhooks.reports.layout import fold_row, terminal_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from click.decorators import FC
    from sqlalchemy import Engine

    from vodhooks.inbox.queries import EventFilter, EventSummary, Flag, StoredEvent
    from vodhooks.receiver.settings import Settings


@click.group(cls=Group)
def inbox() -> None:
    """Look at what the receiver has stored, deliver it again, hand it on."""


def store_option(command: FC) -> FC:
    """Let a command be given the inbox."""
    return click.option(
        "--store",
        default="",
        show_default=False,
        help="Database URL of the inbox; VODHOOKS_STORE where it is not given.",
    )(command)


_channel_option = click.option(
    "--channel", shell_complete=channels, help="Only what came on this channel."
)
_flag_option = click.option(
    "--flag",
    type=click.Choice(["conflict", "drift", "repeated", "reused-signature", "reused-seal"]),
    help="Only what carries this flag; reused-seal is an earlier name of reused-signature.",
)
_outcome_option = click.option(
    "--outcome",
    type=click.Choice(["accepted", "unknown", "quarantined"]),
    help="Only what became this.",
)
_since_option = click.option(
    "--since",
    metavar="TIME",
    help="Only what first came then or later, in ISO 8601; UTC without an offset.",
)
_until_option = click.option("--until", metavar="TIME", help="Only what first came before.")


def _filter_options(command: FC) -> FC:
    """Let a command be given which events it is about, by channel, outcome, flag and time."""
    for add in (_until_option, _since_option, _flag_option, _outcome_option, _channel_option):
        command = add(command)
    return command


_after_option = click.option(
    "--after",
    type=click.IntRange(min=0, max=LARGEST),
    default=0,
    metavar="ID",
    help="Only what has a larger id: where an earlier run ended.",
)

_past_cursors_option = click.option(
    "--past-cursors", is_flag=True, help="Also what a consumer has not handled yet, for good."
)

_WIDTHS = {"id": 8, "received": 19, "channel": 24, "outcome": 11, "message": 44, "deliveries": 10}


@inbox.command("list")
@store_option
@_filter_options
@click.option(
    "--limit", type=click.IntRange(min=1, max=LARGEST), default=50, help="How many at most."
)
@click.option(
    "--before",
    type=click.IntRange(min=1, max=LARGEST),
    metavar="ID",
    help="Only what has a smaller id: the next page.",
)
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "ndjson"]),
    default="text",
    help="What the list looks like.",
)
def list_(
    *,
    store: str,
    channel: str | None,
    outcome: Literal["accepted", "unknown", "quarantined"] | None,
    flag: Literal["conflict", "drift", "repeated", "reused-signature", "reused-seal"] | None,
    since: str | None,
    until: str | None,
    limit: int,
    before: int | None,
    output: Literal["text", "json", "ndjson"],
) -> None:
    """List events, the newest first. No payload is shown."""
    import orjson

    from vodhooks.inbox.export import summary
    from vodhooks.inbox.queries import list_newest

    wanted = _build_filter(channel, (outcome,) if outcome else None, flag, since, until)
    found = list_newest(_reader(store), wanted, limit, before)
    if output == "text":
        _print_row(**{name: name.upper() for name in (*_WIDTHS, "flags")})
        for entry in found:
            _print_entry(entry, " ".join(entry.flags))
    elif output == "json":
        click.echo(
            _escape(orjson.dumps([summary(entry) for entry in found], option=orjson.OPT_INDENT_2))
        )
    else:
        for entry in found:
            click.echo(_escape(orjson.dumps(summary(entry))))


@inbox.command()
@click.argument("number", type=int, metavar="ID", help="The event's id, as the list has it.")
@store_option
@click.option(
    "--body",
    is_flag=True,
    help="Only the body, byte for byte; what does not print is spelled out on a terminal.",
)
def show(number: int, *, store: str, body: bool) -> None:
    """Show all of one event, its payload, report and attachments included, as JSON. Exits with 1 if the event does not exist."""
    import orjson

    from vodhooks.inbox.attachments import list_attachments
    from vodhooks.inbox.export import as_document
    from vodhooks.inbox.queries import get_event

    reading = _reader(store)
    found = get_event(reading, number)
    if found is None:
        click.echo(f"vodhooks: there is no event {number}", err=True)
        raise click.exceptions.Exit(1)
    if body:
        if sys.stdout.isatty():
            click.echo("\n".join(map(printable, found.body.decode(errors="replace").split("\n"))))
        else:
            sys.stdout.buffer.write(found.body)
        return
    document = orjson.loads(as_document(found, list_attachments(reading, number)))
    # A payload of the maximum depth is deeper here, and orjson would refuse to write it.
    click.echo(json_text(document, ensure_ascii=False, indent=2).encode())


@inbox.command()
@store_option
@_filter_options
def count(
    *,
    store: str,
    channel: str | None,
    outcome: Literal["accepted", "unknown", "quarantined"] | None,
    flag: Literal["conflict", "drift", "repeated", "reused-signature", "reused-seal"] | None,
    since: str | None,
    until: str | None,
) -> None:
    """Print how many events there are, without what is quarantined unless that is asked for."""
    from vodhooks.inbox.queries import EVENTS, count_events

    click.echo(
        count_events(
            _reader(store),
            _build_filter(channel, (outcome,) if outcome else EVENTS, flag, since, until),
        )
    )


@inbox.command()
@store_option
@click.option(
    "--to",
    default="",
    show_default=False,
    metavar="URL",
    help="Post the bodies of events to this URL; to one without a path the channel's is added.",
)
@click.option(
    "--quarantined", is_flag=True, help="Validate quarantined deliveries by today's contract."
)
@header_option
@click.option(
    "--refused", is_flag=True, help="Verify refused deliveries with the secrets and tokens of now."
)
@click.option(
    "--sign", is_flag=True, help="With --to: sign anew, for now, where the channel is signed."
)
@_filter_options
@_after_option
@click.option("--limit", type=click.IntRange(min=1, max=LARGEST), help="How many to post at most.")
def replay(
    *,
    store: str,
    to: str,
    quarantined: bool,
    headers: tuple[str, ...],
    refused: bool,
    sign: bool,
    channel: str | None,
    outcome: Literal["accepted", "unknown", "quarantined"] | None,
    flag: Literal["conflict", "drift", "repeated", "reused-signature", "reused-seal"] | None,
    since: str | None,
    until: str | None,
    after: int,
    limit: int | None,
) -> None:
    """Validate quarantined deliveries again, verify refused ones, or post stored events to another URL.

    With --quarantined, deliveries that keep the contract now leave quarantine; with --refused, deliveries that
    VODHOOKS_KEEP_REFUSED has kept are verified as of the time when they came. No receiver may own an SQLite file meanwhile.
    With --to, bodies are posted as they came, oldest first, with the signatures they had unless --sign is given, and without quarantined
    deliveries unless --outcome asks for them. The token of the channel, where one is set, goes into the URL; the headers
    vodhooks-channel and vodhooks-event-id name the event. The exit code is 1 if any was refused.
    """
    from vodhooks.inbox.queries import EVENTS, iterate_events

    if [bool(to), quarantined, refused].count(True) != 1:
        raise click.BadParameter("say either --quarantined, --refused or --to URL")
    if sign and not to:
        raise click.BadParameter("--sign is for --to")
    wanted = _build_filter(channel, (outcome,) if outcome else EVENTS, flag, since, until)
    if quarantined:
        _revalidate_quarantine(settings(store).store, wanted)
    elif refused:
        _verify_refused(settings(store), wanted.channel)
    else:
        given = headers_from(headers)
        events = iterate_events(_reader(store), wanted, after, limit)
        _post(events, _url(to), given, after, sign=sign)


@inbox.command()
@store_option
@click.option(
    "--cloudevents", is_flag=True, help="As CloudEvents 1.0, without quarantined deliveries."
)
@click.option(
    "--attachments", "attached", is_flag=True, help="With the files that are kept beside events."
)
@_filter_options
@_after_option
@click.option("--limit", type=click.IntRange(min=1, max=LARGEST), help="How many at most.")
def export(
    *,
    store: str,
    cloudevents: bool,
    attached: bool,
    channel: str | None,
    outcome: Literal["accepted", "unknown", "quarantined"] | None,
    flag: Literal["conflict", "drift", "repeated", "reused-signature", "reused-seal"] | None,
    since: str | None,
    until: str | None,
    after: int,
    limit: int | None,
) -> None:
    """Write events with their payloads as NDJSON, the oldest first."""
    from vodhooks.inbox.attachments import list_attachments
    from vodhooks.inbox.export import as_cloudevent, as_document
    from vodhooks.inbox.queries import EVENTS, iterate_events

    if cloudevents and outcome == "quarantined":
        raise click.BadParameter("what is quarantined breaks the contract, and so is no event")
    if cloudevents and attached:
        raise click.BadParameter("--attachments does not go with --cloudevents")
    everything = EVENTS if cloudevents else None
    wanted = _build_filter(channel, (outcome,) if outcome else everything, flag, since, until)
    reading = _reader(store)
    for stored in iterate_events(reading, wanted, after, limit):
        files = list_attachments(reading, stored.entry.id) if attached else None
        document = as_cloudevent(stored) if cloudevents else as_document(stored, files)
        sys.stdout.buffer.write(_escape(document) + b"\n")


@inbox.command("import")
@click.argument(
    "file",
    shell_complete=files,
    metavar="FILE",
    help="What `inbox export` has written; - is standard input.",
)
@store_option
def import_(file: str, *, store: str) -> None:
    """Add exported events to this inbox, as they were, with new ids.

    What is there already stays as it is, so that this may be repeated. No receiver may own an SQLite file meanwhile.
    """
    from vodhooks.inbox.database import connect, own
    from vodhooks.inbox.imports import import_events

    url = settings(store).store
    with ExitStack() as undone:
        undone.callback(own(url))
        lines = sys.stdin.buffer if file == "-" else undone.enter_context(Path(file).open("rb"))
        engine = connect(url)
        undone.callback(engine.dispose)
        done = import_events(engine, (line for line in lines if line.strip()), shown_name(file))
    click.echo(f"{done.added} added, {done.known} known already", err=True)


@inbox.command()
@store_option
@click.option(
    "--older-than",
    required=True,
    metavar="AGE",
    help="Remove what first came before: 90d, 12h, 8w.",
)
@click.option(
    "--keep-identity",
    is_flag=True,
    help="Keep hashes of what is removed, to recognise a retry of it.",
)
@_past_cursors_option
def prune(*, store: str, older_than: str, keep_identity: bool, past_cursors: bool) -> None:
    """Remove old events with all that belongs to them; a receiver may write meanwhile.

    Without --keep-identity the hashes that earlier runs kept of events as old go, too.
    """
    from vodhooks.inbox.database import connect
    from vodhooks.inbox.retention import Retention, count_withheld
    from vodhooks.inbox.retention import prune as removing

    until = round(time.time() * 1e6) - _parse_age(older_than)
    wanted = Retention(until, keep_identity, 0 if keep_identity else until, past_cursors)
    engine = connect(settings(store).store)
    removed = 0
    start = time.monotonic()
    for step in removing(engine, wanted):
        removed += step
        time.sleep(time.monotonic() - start)  # a receiver that waits for the lock gets it
        start = time.monotonic()
    withheld = 0 if past_cursors else count_withheld(engine, wanted)
    engine.dispose()
    kept = f"; {withheld} kept, which a consumer has not handled yet" if withheld else ""
    click.echo(f"{removed} removed{kept}", err=True)


@inbox.command()
@click.argument(
    "number",
    type=click.IntRange(min=1, max=LARGEST),
    metavar="ID",
    help="The event's id, as the list has it.",
)
@store_option
@_past_cursors_option
def erase(number: int, *, store: str, past_cursors: bool) -> None:
    """Remove all of one event, from the file and its log as well. Exits with 1 if it is not there, or stays.

    No receiver may own an SQLite file meanwhile. A hash stays, so that a retry does not bring it back.
    """
    from vodhooks.inbox import retention
    from vodhooks.inbox.database import connect, own

    url = settings(store).store
    with ExitStack() as undone:
        undone.callback(own(url))
        engine = connect(url)
        undone.callback(engine.dispose)
        gone = retention.erase(engine, number, past_cursors=past_cursors)
    if gone:
        click.echo(f"event {number} is erased", err=True)
        return
    why = (
        f"there is no event {number}"
        if gone is None
        else f"event {number} stays, as a consumer has not handled it; --past-cursors erases it"
    )
    click.echo(f"vodhooks: {why}", err=True)
    raise click.exceptions.Exit(1)


def _revalidate_quarantine(store: str, wanted: EventFilter) -> None:
    from vodhooks.inbox.database import connect, own, reader
    from vodhooks.inbox.replay import revalidate_quarantine
    from vodhooks.inbox.store import Inbox

    moved = left = 0
    reading = reader(store)
    with ExitStack() as undone:
        undone.callback(own(store))
        for each in revalidate_quarantine(reading, Inbox(connect(store)), wanted):
            stays = each.outcome == each.entry.outcome
            moved, left = (moved, left + 1) if stays else (moved + 1, left)
            _print_row(
                id=str(each.entry.id),
                channel=each.entry.channel,
                outcome=each.outcome,
                message=each.message or "",
            )
    click.echo(f"{moved} moved, {left} still quarantined", err=True)


def _verify_refused(chosen: Settings, channel: str | None) -> None:
    from vodhooks.inbox.database import connect, own
    from vodhooks.inbox.export import moment
    from vodhooks.inbox.store import Inbox
    from vodhooks.receiver.refusals import verify_again
    from vodhooks.receiver.settings import auth_policies

    policies = auth_policies(chosen, environment(), insecure=True)
    moved = left = 0
    with ExitStack() as undone:
        undone.callback(own(chosen.store))
        engine = connect(chosen.store)
        undone.callback(engine.dispose)
        for each in verify_again(engine, Inbox(engine), policies, channel):
            moved, left = (moved + 1, left) if each.is_kept else (moved, left + 1)
            _print_row(
                received=f"{moment(each.refused.received_at):%Y-%m-%d %H:%M:%S}",
                channel=each.refused.channel,
                outcome=each.outcome,
                message=each.refused.message or "",
            )
    click.echo(f"{moved} stored, {left} still refused", err=True)


def _post(
    events: Iterator[StoredEvent], url: str, given: Mapping[str, str], after: int, *, sign: bool
) -> None:
    from vodhooks.catalogue import catalogue
    from vodhooks.vendor.endpoints import endpoints_at
    from vodhooks.vendor.redelivery import POST_SECONDS, redelivery
    from vodhooks.vendor.sender import sender

    endpoints = endpoints_at(url, catalogue().channels, environment(), headers=given)
    taken = missed = 0
    resume = after
    with sender(url, success=range(200, 300), timeout=POST_SECONDS) as vendor:
        for stored in events:
            entry = stored.entry
            request = redelivery(stored, endpoints, url, given, sign=sign)
            sent = vendor.deliver(request)
            _print_entry(
                entry, f"{sent.last.fault or sent.last.status} {sent.last.seconds * 1000:.0f} ms"
            )
            if sent.success:
                taken += 1
            else:
                missed += 1
            if not missed:
                resume = entry.id
    hint = f"; the first of them comes after --after {resume}" if missed else ""
    click.echo(f"{taken} taken, {missed} not{hint}", err=True)
    if missed:
        raise click.exceptions.Exit(1)


def _print_entry(entry: EventSummary, remark: str) -> None:
    from vodhooks.inbox.export import moment

    _print_row(
        id=str(entry.id),
        received=f"{moment(entry.received_at):%Y-%m-%d %H:%M:%S}",
        channel=entry.channel,
        outcome=entry.outcome,
        message=entry.message or entry.kind or "",
        deliveries=str(entry.deliveries),
        flags=remark,
    )


def _print_row(**cells: str) -> None:
    """Print one row of a table. Its columns have fixed widths, since the rows are not known in advance."""
    widths = [_WIDTHS.get(name, 0) for name in cells]
    for line in fold_row([*cells.values()], widths, terminal_columns(sys.stdout)):
        click.echo(line)


def _escape(document: bytes) -> bytes:
    return printable_json(document.decode()).encode()


def _reader(store: str) -> Engine:
    from vodhooks.inbox.database import reader

    engine = reader(settings(store).store)
    atexit.register(engine.dispose)
    return engine


def _build_filter(
    channel: str | None,
    outcomes: tuple[str, ...] | None,
    flag: Flag | Literal["reused-seal"] | None,
    since: str | None,
    until: str | None,
) -> EventFilter:
    from vodhooks.catalogue import channel as channel_of
    from vodhooks.inbox.queries import EventFilter

    name = channel_of(channel).name if channel else None
    if flag == "reused-seal":
        flag = "reused-signature"
    return EventFilter(name, outcomes, flag, microseconds(since), microseconds(until))


def microseconds(text: str | None) -> int | None:
    """Return a time of an option in microseconds since the Unix epoch.

    Raises:
        click.BadParameter: it is none.
    """
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text} is no time such as 2026-01-31T12:00:00+08:00") from None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1e6)


def _parse_age(text: str) -> int:
    """Return an age in microseconds."""
    found = re.fullmatch("([0-9]{1,6})([hdw])", text)
    if not found:
        raise click.BadParameter(f"{text} is no age such as 90d, 12h or 8w")
    return int(found[1]) * {"h": 1, "d": 24, "w": 7 * 24}[found[2]] * 3600 * 10**6


def _url(text: str) -> str:
    from vodhooks.errors import SendingError
    from vodhooks.vendor.requests import split_url

    try:
        split_url(text)
    except SendingError:
        raise click.BadParameter("--to takes an http or https URL") from None
    return text
