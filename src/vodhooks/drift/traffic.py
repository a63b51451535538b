"""Reads recorded traffic, in any of its forms, as payloads with the channel and the time they came with.

Reads files and streams of payloads, what `vodhooks inbox export` and `vodhooks inbox show` write, HTTP archives and the
inbox itself. Checks nothing, and holds one part of a stream, one document or one page of the inbox at a time.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from vodhooks.batch.parts import MAX_BODY, Source, Unreadable, load, parts_of
from vodhooks.catalogue import catalogue
from vodhooks.decoding import decode
from vodhooks.drift.archives import MAX_ARCHIVE, is_archive, read_archive, requests_of
from vodhooks.errors import NotJson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vodhooks.pointers import JsonValue

__all__ = ["InboxSource", "Observation", "Skipped", "is_url", "read_traffic"]

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_EXPORTED = frozenset({"received_at", "channel", "outcome", "body"})
"""Members of an exported event; no payload has all of them."""

_EVENT = frozenset({"specversion", "type", "source", "data"})
"""Members of a CloudEvent."""


class Observation(NamedTuple):
    """A payload as it came.

    Attributes:
        payload: the payload, decoded.
        channel: the channel it came on, where that is recorded.
        place: its place in the traffic, such as `traffic.ndjson:12` or `inbox:7`.
        first: when it came, where that is recorded.
        last: when it came for the last time; the same, if it came once.
    """

    payload: JsonValue
    channel: str | None
    place: str
    first: datetime | None = None
    last: datetime | None = None


class InboxSource(NamedTuple):
    """An inbox; its name is its database URL, which may hold a password and is never shown."""

    name: str


class Skipped(NamedTuple):
    """Something that was not checked, and why; `unreadable` is a fault of the environment."""

    kind: Literal["not-json", "too-large", "not-identified", "unreadable"]
    place: str
    detail: str


def is_url(name: str) -> bool:
    """Whether a name is the URL of an inbox rather than the name of a file."""
    return _URL.match(name) is not None


def read_traffic(
    sources: Iterable[Source | InboxSource], advance: Callable[[int], None] = lambda _: None
) -> Iterator[Observation | Skipped]:
    """Yield the payloads of all sources, in their order.

    Args:
        sources: files, `-` for standard input, and inboxes.
        advance: called repeatedly with the number of bytes read since its last call.

    Raises:
        StoreError: an inbox cannot be opened or read.
    """
    for source in sources:
        if isinstance(source, InboxSource):
            yield from _read_inbox(source.name, advance)
        elif source.name.lower().endswith(".har"):
            yield from _read_har(source.name, advance)
        else:
            yield from _read_parts(source, advance)


def _read_parts(source: Source, advance: Callable[[int], None]) -> Iterator[Observation | Skipped]:
    number = 0
    for part in parts_of(source):
        data = load(part.body)
        if isinstance(data, Unreadable):
            yield Skipped("unreadable", source.name, data.reason)
        elif not source.streams:
            yield from _read_document(data, source.name)
            advance(len(data))
        else:
            lines = data.split(b"\n")
            for line in lines if lines[-1] else lines[:-1]:
                number += 1
                if line.strip(b" \t\r"):
                    yield from _read_document(line, f"{source.name}:{number}")
            advance(len(data))


def _read_document(body: bytes, place: str) -> Iterator[Observation | Skipped]:
    """Yield the payloads of a document: itself, the payload of an exported event, or the requests of an archive."""
    value = _decode_body(body, place)
    if isinstance(value, Skipped):
        yield value
    elif is_archive(value.payload):
        yield from _read_requests(value.payload, place)
    else:
        yield _unwrap(value)


def _decode_body(body: bytes, place: str, *recorded: Any) -> Observation | Skipped:
    if len(body) > MAX_BODY:
        return Skipped("too-large", place, f"longer than {MAX_BODY >> 20} MiB")
    try:
        return Observation(decode(body), recorded[0] if recorded else None, place, *recorded[1:])
    except NotJson as error:
        return Skipped("not-json", place, error.reason)


def _unwrap(found: Observation) -> Observation | Skipped:
    """Return the payload of an event that `vodhooks inbox` has exported, as its own document or as a CloudEvent."""
    value = found.payload
    if not isinstance(value, dict):
        return found
    if value.keys() >= _EXPORTED and isinstance(value["body"], str):
        first = _parse_moment(value["received_at"])
        last = _parse_moment(value.get("last_received_at")) or first
        return _decode_body(
            value["body"].encode(), found.place, _known_channel(value["channel"]), first, last
        )
    if value.keys() >= _EVENT and (channel := _known_channel(value["source"])):
        moment = _parse_moment(value.get("time"))
        return Observation(value["data"], channel, found.place, moment, moment)
    return found


def _read_har(name: str, advance: Callable[[int], None]) -> Iterator[Observation | Skipped]:
    try:
        document = read_archive(name)
    except NotJson as error:
        yield Skipped("not-json", name, error.reason)
    except OSError as error:
        yield Skipped("unreadable", name, error.strerror or type(error).__name__)
    else:
        if document is None:
            yield Skipped(
                "unreadable",
                name,
                f"an archive of more than {MAX_ARCHIVE >> 20} MiB, which is held as a whole",
            )
            return
        advance(document.size)
        yield from _read_requests(document.value, name)


def _read_requests(document: JsonValue, name: str) -> Iterator[Observation | Skipped]:
    for number, request in requests_of(document):
        place = f"{name}:{number}"
        if request.body is None:
            yield Skipped("not-json", place, "not base64")
            continue
        moment = _parse_moment(request.started)
        yield _decode_body(request.body, place, _channel_at(request.path), moment, moment)


def _read_inbox(url: str, advance: Callable[[int], None]) -> Iterator[Observation | Skipped]:
    from vodhooks.inbox.database import reader
    from vodhooks.inbox.export import moment
    from vodhooks.inbox.queries import EventFilter, iterate_events

    engine = reader(url)
    try:
        for stored in iterate_events(engine, EventFilter()):
            entry = stored.entry
            times = moment(entry.received_at), moment(entry.last_received_at)
            yield _decode_body(
                stored.body, f"inbox:{entry.id}", _known_channel(entry.channel), *times
            )
            advance(len(stored.body))
    finally:
        engine.dispose()


def _known_channel(name: JsonValue) -> str | None:
    """Return the name of a channel if the contract has it; of other payloads the content decides."""
    return name if isinstance(name, str) and name in catalogue().channels else None


def _channel_at(path: str) -> str | None:
    """Return the channel whose path ends a URL's path: a receiver may be mounted below any prefix."""
    ending = [
        channel
        for channel in catalogue().channels.values()
        if path.rstrip("/").endswith(channel.path)
    ]
    return max(ending, key=lambda channel: len(channel.path)).name if ending else None


def _parse_moment(text: JsonValue) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
        return moment and (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
