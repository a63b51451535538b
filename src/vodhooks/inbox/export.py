"""Stored events as documents: plain JSON, and CloudEvents 1.0."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import orjson

from vodhooks.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vodhooks.inbox.attachments import Attachment
    from vodhooks.inbox.queries import EventSummary, StoredEvent

_NONCHARACTERS = [plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)]


_NOT_IN_STRINGS = re.compile(
    "[%\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + "".join(map(chr, _NONCHARACTERS)) + "]"
)
"""What CloudEvents excludes from strings: control characters, surrogates and noncharacters; and the sign that escapes them.

https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#type-system
"""


_ON_ONE_LINE = bytes.maketrans(b"\r\n", b"  ")


def moment(microseconds: int) -> datetime:
    """Return a time in UTC, from microseconds since the Unix epoch."""
    return datetime.fromtimestamp(microseconds / 1e6, UTC)


def summary(entry: EventSummary) -> dict[str, Any]:
    """Return all that is known of an event but its payload, for JSON."""
    return {
        "id": entry.id,
        "received_at": moment(entry.received_at).isoformat(),
        "last_received_at": moment(entry.last_received_at).isoformat(),
        "deliveries": entry.deliveries,
        "channel": entry.channel,
        "outcome": entry.outcome,
        "message": entry.message,
        "kind": entry.kind,
        "identity": entry.identity,
        "content": entry.content.hex(),
        "occurred_at": None
        if entry.occurred_at is None
        else moment(entry.occurred_at * 1000).isoformat(),
        "flags": entry.flags,
        "size": entry.size,
    }


def as_document(stored: StoredEvent, attached: Iterable[Attachment] | None = None) -> bytes:
    """Return all of an event as JSON, with what is attached to it where that is given.

    The body is text, since nothing is kept that is not UTF-8.
    """
    document = summary(stored.entry)
    document["body"] = stored.body.decode()
    document["payload"] = orjson.Fragment(stored.payload) if stored.payload else None
    document["report"] = orjson.Fragment(stored.report) if stored.report else None
    if attached is not None:
        document["attachments"] = [_attachment(each) for each in attached]
    return orjson.dumps(document)


def _attachment(attached: Attachment) -> dict[str, Any]:
    return {
        "message": attached.message,
        "fetched_at": moment(attached.fetched_at).isoformat(),
        "drifts": attached.drifts,
        # On one line: a line end is no part of a JSON string, and orjson would not write what is deep.
        "payload": orjson.Fragment(attached.body.translate(_ON_ONE_LINE)),
    }


def as_cloudevent(stored: StoredEvent) -> bytes:
    """Return an event, accepted or unknown, as a CloudEvent in JSON.

    Its id is the same in every export: the hash of the identity, and for a conflict that of its content as well. In its type, what
    CloudEvents does not allow there is written as in a URL, `%0A` for a line end.

    A signature of a vendor is valid for other events too. So it does not leave: see `mask_signature`.
    """
    payload = mask_signature(orjson.loads(stored.body), stored.entry.channel)
    # A payload of the maximum depth is deeper here, and orjson would refuse to write it.
    return _write(stored, {"data": orjson.Fragment(orjson.dumps(payload))})


def as_reference(stored: StoredEvent) -> bytes:
    """Return an event as a CloudEvent without its payload, which `vodhooks inbox show` has under the number in `dataref`."""
    return _write(stored, {"dataref": f"vodhooks:events/{stored.entry.id}"})


def mask_signature(payload: Any, channel: str) -> Any:
    """Return a payload with zeros for each character of the texts that differ between deliveries of one event.

    Those are signatures and handles. The payload still keeps its contract.

    Args:
        payload: decoded.
        channel: name of the channel that it came on.
    """
    known = catalogue().channels.get(channel)
    if known is None or not isinstance(payload, dict):
        return payload
    masked = {
        name: "0" * len(payload[name])
        for name in known.excluded_from_comparison
        if isinstance(payload.get(name), str)
    }
    return payload | masked


def _write(stored: StoredEvent, others: Mapping[str, Any]) -> bytes:
    """Return a CloudEvent with further members. The library would take as long as all else that a relay does."""
    entry = stored.entry
    known = catalogue().messages.get(entry.message or "")
    time = entry.received_at if entry.occurred_at is None else entry.occurred_at * 1000
    event: dict[str, Any] = {
        "specversion": "1.0",
        "id": entry.event_id,
        "source": quote(entry.channel),
        "type": _NOT_IN_STRINGS.sub(
            _quote, entry.message or ".".join(filter(None, (entry.channel, entry.kind)))
        ),
        "time": moment(time),
        "datacontenttype": "application/json",
    }
    if known:
        event["dataschema"] = known.id
    if entry.flags:
        event["flags"] = ",".join(entry.flags)
    return orjson.dumps({**event, **others}, option=orjson.OPT_UTC_Z)


def _quote(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode(errors="surrogatepass"))
