"""An export of one inbox, imported into another, is there as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.arrivals import Inbox, accepted, quarantined, stored
from vodhooks.errors import StoreError
from vodhooks.inbox.attachments import Attachment, attach, list_attachments
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.export import as_document
from vodhooks.inbox.imports import ImportedEvents, import_events
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.retention import erase
from vodhooks.inbox.tables import events

if TYPE_CHECKING:
    from pathlib import Path

BASE = 1_700_000_000_123_456
ARRIVALS = [
    accepted("a", signature="s", at=BASE),
    accepted("a", signature="s", at=BASE + 1),
    accepted("a", "other", at=BASE + 2),
    accepted("b", signature="s", at=BASE + 3, kind="字\0", message=None),
    quarantined(b'{"x": 1}', at=BASE + 4),
]
COLUMNS = [column.name for column in events.columns if column.name not in {"id", "report"}]


def exported(tmp_path: Path) -> list[bytes]:
    engine = connect(f"sqlite:///{tmp_path / 'old'}")
    inbox = Inbox(engine)
    for each in ARRIVALS:
        inbox.keep([each])
    attach(engine, 1, Attachment("a.file", BASE, drifts=True, body=b'[1,\n {"a": 2}]'))
    reading = reader(f"sqlite:///{tmp_path / 'old'}")
    found = [
        as_document(each, list_attachments(reading, each.entry.id))
        for each in iterate_events(reading, EventFilter())
    ]
    engine.dispose()
    assert not any(b"\n" in document for document in found)
    return found


def test_events_are_there_as_they_were(tmp_path: Path, store_url: str) -> None:
    documents = exported(tmp_path)
    old = connect(f"sqlite:///{tmp_path / 'old'}")
    engine = connect(store_url)
    assert import_events(engine, documents) == ImportedEvents(4, 0)
    assert stored(engine, *COLUMNS) == stored(old, *COLUMNS)
    reports = [[row.report for row in stored(each, "report")] for each in (old, engine)]
    assert reports[0] == reports[1]
    [attached] = list_attachments(engine, stored(engine, "id")[0].id)
    assert attached == Attachment("a.file", BASE, drifts=True, body=b'[1,{"a":2}]')
    assert import_events(engine, documents) == ImportedEvents(0, 4)
    assert stored(engine, *COLUMNS) == stored(old, *COLUMNS)
    found = Inbox(engine).keep([accepted("a"), accepted("a", "other"), accepted("new")])
    assert [each.duplicate for each in found] == [True, True, False]
    for each in (old, engine):
        each.dispose()


def test_what_meets_other_content_is_kept_as_a_conflict(tmp_path: Path, store_url: str) -> None:
    engine = connect(store_url)
    Inbox(engine).keep([accepted("b", "of its own")])
    assert import_events(engine, exported(tmp_path)) == ImportedEvents(4, 0)
    assert [
        (row.content, row.conflict)
        for row in stored(engine, "identity", "content", "conflict")
        if row.identity == "b"
    ] == [(b"of its own", False), (b"first", True)]
    engine.dispose()


def test_what_was_erased_does_not_come_back(tmp_path: Path, store_url: str) -> None:
    engine = connect(store_url)
    documents = exported(tmp_path)
    import_events(engine, documents)
    for row in stored(engine, "id"):
        erase(engine, row.id)
    assert import_events(engine, documents) == ImportedEvents(0, 4)
    assert stored(engine, "id") == []
    engine.dispose()


@pytest.mark.parametrize("line", [b"no JSON", b"[]", b'{"id": 1}', b'{"specversion": "1.0"}'])
def test_a_line_that_is_no_exported_event_is_named(
    tmp_path: Path, store_url: str, line: bytes
) -> None:
    engine = connect(store_url)
    with pytest.raises(StoreError, match=r"^line 2 is no event of `vodhooks inbox export`$"):
        import_events(engine, [exported(tmp_path)[0], line])
    engine.dispose()
