"""Traffic is read from whatever it was recorded in: lines, documents, exports of the inbox, the inbox, HTTP archives."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.batch import MAX_BODY, Source
from vodhooks.classification import classify
from vodhooks.drift.archives import MAX_ARCHIVE
from vodhooks.drift.traffic import InboxSource, Observation, Skipped, is_url, read_traffic
from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.export import as_cloudevent, as_document
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.store import Inbox, ReceivedDelivery

if TYPE_CHECKING:
    from pathlib import Path

PORN = {"retcode": 1, "task_id": "7"}
DELETED = {"EventType": "NotYetKnown", "字": "幕\n"}
BROKEN = {"retcode": "broken"}
ARRIVALS: list[tuple[str, Any, int]] = [
    ("ucloud.umedia.porn", PORN, 1),
    ("tencent.vod", DELETED, 2),
    ("ucloud.umedia.slice", BROKEN, 3),
    ("ucloud.umedia.porn", PORN, 9),
]


def seconds(count: int) -> datetime:
    return datetime.fromtimestamp(1_700_000_000 + count, UTC)


def read(source: Path | str) -> list[Observation | Skipped]:
    name = str(source)
    return list(read_traffic([InboxSource(name) if is_url(name) else Source.of(name)]))


def filled(url: str) -> str:
    engine = connect(url)
    for channel, payload, second in ARRIVALS:
        body = json.dumps(payload, ensure_ascii=False).encode()
        received_at = round(seconds(second).timestamp() * 1e6)
        Inbox(engine).keep([ReceivedDelivery.of(classify(body, channel), received_at)])
    engine.dispose()
    return url


def test_lines_are_numbered_and_blank_ones_are_none(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_bytes(b'{"a": 1}\r\n\n  \n{"a": 1, "a": 2}\nnope\n[2]')
    assert read(file) == [
        Observation({"a": 1}, None, f"{file}:1"),
        Skipped("not-json", f"{file}:4", "duplicate key 'a'"),
        Skipped("not-json", f"{file}:5", "not JSON"),
        Observation([2], None, f"{file}:6"),
    ]


def test_lines_go_on_from_part_to_part(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_bytes(b'{"a": "%s"}\n' % (b"x" * 200_000) * 9)
    assert [each.place for each in read(file)] == [f"{file}:{number}" for number in range(1, 10)]


def test_what_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b" " * (MAX_BODY + 1))
    assert read(file) == [Skipped("too-large", str(file), "longer than 16 MiB")]


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    for name in ("a.json", "a.ndjson", "a.har"):
        assert read(tmp_path / name) == [
            Skipped("unreadable", str(tmp_path / name), "No such file or directory")
        ]


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.json", "a.ndjson", "a.har")]
    for file in files:
        file.write_bytes(b'{"log": {"entries": []}}\n')
    sizes: list[int] = []
    list(read_traffic([Source.of(str(file)) for file in files], sizes.append))
    assert sum(sizes) == 3 * 25


def test_the_inbox_gives_bodies_channels_and_times(store_url: str) -> None:
    assert read(filled(store_url)) == [
        Observation(PORN, "ucloud.umedia.porn", "inbox:1", seconds(1), seconds(9)),
        Observation(DELETED, "tencent.vod", "inbox:2", seconds(2), seconds(2)),
        Observation(BROKEN, "ucloud.umedia.slice", "inbox:3", seconds(3), seconds(3)),
    ]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("sqlite:///a", True),
        ("postgresql+psycopg://u:p@h/d", True),
        ("mysql://u:p@h/d", True),
        ("sqlite:/a", False),
        ("a/b://c", False),
        ("-", False),
    ],
)
def test_an_inbox_is_named_by_a_url(name: str, *, url: bool) -> None:
    assert is_url(name) == url


def test_an_inbox_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no inbox"):
        read(f"sqlite:///{tmp_path}/none")


def test_exported_events_are_what_was_stored(tmp_path: Path) -> None:
    url = filled(f"sqlite:///{tmp_path}/inbox")
    engine = reader(url)
    stored = list(iterate_events(engine, EventFilter()))
    engine.dispose()
    file = tmp_path / "export.ndjson"
    file.write_bytes(b"\n".join(as_document(each) for each in stored))
    assert [each._replace(place="") for each in read(file)] == [
        each._replace(place="") for each in read(url)
    ]
    shown = tmp_path / "shown.json"
    shown.write_bytes(as_document(stored[0], []))
    assert read(shown) == [
        Observation(PORN, "ucloud.umedia.porn", str(shown), seconds(1), seconds(9))
    ]
    file.write_bytes(b"\n".join(as_cloudevent(each) for each in stored[:2]))
    assert read(file) == [
        Observation(PORN, "ucloud.umedia.porn", f"{file}:1", seconds(1), seconds(1)),
        Observation(DELETED, "tencent.vod", f"{file}:2", seconds(2), seconds(2)),
    ]


@pytest.mark.parametrize(
    "document",
    [
        {"specversion": "1.0", "type": "a", "source": "somebody else", "data": {}},
        {"received_at": "", "channel": "tencent.vod", "outcome": "accepted", "body": 1},
        {"log": {"entries": {}}},
        {"log": []},
    ],
)
def test_what_only_looks_recorded_is_a_payload(tmp_path: Path, document: Any) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(document))
    assert read(file) == [Observation(document, None, str(file))]


def test_odd_records_keep_only_their_payloads(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(
        json.dumps({"received_at": "soon", "channel": ["gone"], "outcome": 1, "body": "{}"})
    )
    assert read(file) == [Observation({}, None, str(file))]


def entry(
    url: Any, post: Any, method: str = "POST", started: Any = "2023-11-15T06:13:20.000+08:00"
) -> Any:
    return {"startedDateTime": started, "request": {"method": method, "url": url, "postData": post}}


def test_an_archive_gives_bodies_by_channel_path(tmp_path: Path) -> None:
    encoded = b64encode(json.dumps(DELETED).encode()).decode()
    entries: list[Any] = [
        entry("https://h/callbacks/ucloud/umedia/porn?token=x", {"text": json.dumps(PORN)}),
        entry("https://h/mounted/callbacks/tencent/vod/", {"text": encoded, "encoding": "base64"}),
        entry("https://h/callbacks/tencent/vod", {"text": "*", "encoding": "base64"}),
        entry("https://h/elsewhere", {"text": "[]"}, started="now"),
        entry("https://h/elsewhere", {"text": "a=b"}),
        entry("https://h/callbacks/tencent/vod", None, "GET"),
        entry("https://[h/callbacks/tencent/vod", {"text": "[]"}, started=None),
        entry(7, {"text": 7}),
        {"request": "POST"},
        "odd",
    ]
    file = tmp_path / "a.har"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"log": {"entries": entries}}).encode())
    found = [
        Observation(PORN, "ucloud.umedia.porn", f"{file}:1", seconds(0), seconds(0)),
        Observation(DELETED, "tencent.vod", f"{file}:2", seconds(0), seconds(0)),
        Skipped("not-json", f"{file}:3", "not base64"),
        Observation([], None, f"{file}:4"),
        Skipped("not-json", f"{file}:5", "not JSON"),
        Observation([], None, f"{file}:7"),
    ]
    assert read(file) == found
    document = tmp_path / "a.json"
    document.write_text(json.dumps({"log": {"entries": entries[:1]}}))
    assert [each.payload for each in read(document) if isinstance(each, Observation)] == [PORN]


def test_an_archive_not_json_or_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.HAR"
    file.write_bytes(b"{")
    assert read(file) == [Skipped("not-json", str(file), "not JSON, and so no archive")]
    with file.open("wb") as large:
        large.truncate(MAX_ARCHIVE + 1)
    assert read(file) == [
        Skipped(
            "unreadable", str(file), "an archive of more than 128 MiB, which is held as a whole"
        )
    ]
