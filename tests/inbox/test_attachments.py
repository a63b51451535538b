"""Files are kept beside the events that name them, on each database, one for each contract."""

from __future__ import annotations

import json

import orjson
import pytest
from sqlalchemy import delete, select

from vodhooks.classification import classify
from vodhooks.errors import StoreError
from vodhooks.inbox.attachments import Attachment, attach, list_attachments
from vodhooks.inbox.database import connect, own, reader
from vodhooks.inbox.export import as_document
from vodhooks.inbox.queries import get_event
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.inbox.tables import events

FIRST = Attachment(
    "tencent.vod.segment_set_file",
    1_700_000_000_000_000,
    drifts=False,
    body=b'[ {"Confidence": 1.0} ]',
)
SECOND = Attachment("tencent.vod.segment_set_file", 1_700_000_001_000_000, drifts=True, body=b"[]")
OTHER = Attachment("acme.other_file", 1, drifts=False, body=b"{}")


def with_an_event(url: str) -> int:
    engine = connect(url)
    body = json.dumps({"EventType": "NotYetKnown"}).encode()
    Inbox(engine).keep([ReceivedDelivery.of(classify(body, "tencent.vod"), 1)])
    with engine.connect() as connection:
        number = connection.execute(select(events.c.id)).scalar_one()
    engine.dispose()
    return int(number)


def test_attachments_keep_bytes_and_the_latest_counts(store_url: str) -> None:
    number = with_an_event(store_url)
    engine = connect(store_url)
    assert list_attachments(engine, number) == []
    for attachment in (FIRST, OTHER):
        attach(engine, number, attachment)
    assert list_attachments(engine, number) == [OTHER, FIRST]
    attach(engine, number, SECOND)
    assert list_attachments(engine, number) == [OTHER, SECOND]
    assert list_attachments(engine, number + 1) == []
    engine.dispose()


def test_an_event_is_shown_with_its_attachments(store_url: str) -> None:
    number = with_an_event(store_url)
    writing = connect(store_url)
    attach(writing, number, FIRST)
    writing.dispose()
    reading = reader(store_url)
    stored = get_event(reading, number)
    assert stored is not None
    assert "attachments" not in orjson.loads(as_document(stored))
    assert orjson.loads(as_document(stored, list_attachments(reading, number)))["attachments"] == [
        {
            "message": FIRST.message,
            "fetched_at": "2023-11-14T22:13:20+00:00",
            "drifts": False,
            "payload": [{"Confidence": 1.0}],
        }
    ]
    reading.dispose()


def test_a_file_can_be_attached_beside_a_receiver(store_url: str) -> None:
    number = with_an_event(store_url)
    release = own(store_url)
    receiving, attaching = connect(store_url), connect(store_url)
    Inbox(receiving).probe()
    attach(attaching, number, FIRST)
    Inbox(receiving).probe()
    assert list_attachments(receiving, number) == [FIRST]
    receiving.dispose()
    attaching.dispose()
    release()


def test_a_refusal_to_attach_shows_no_content(store_url: str) -> None:
    number = with_an_event(store_url)
    engine = connect(store_url)
    with pytest.raises(StoreError, match=r"^the store failed: ") as failed:
        attach(engine, number, Attachment(None, 1, drifts=False, body=b"payload"))  # type: ignore[arg-type] # no database takes it
    assert "payload" not in str(failed.value)
    engine.dispose()


def test_attachments_leave_with_events_on_postgresql(store_url: str) -> None:
    number = with_an_event(store_url)
    engine = connect(store_url)
    attach(engine, number, FIRST)
    with engine.begin() as connection:
        connection.execute(delete(events))
    left = list_attachments(engine, number)
    engine.dispose()
    # SQLite does not look at foreign keys unless asked to for each connection; an id never comes back there.
    assert left == ([] if engine.dialect.name == "postgresql" else [FIRST])
