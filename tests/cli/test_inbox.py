"""`vodhooks inbox` lists, shows, replays and exports what is stored, on each database."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from cloudevents.core.formats.json import JSONFormat

from tests.support.hostile_servers import (
    ENDLESS,
    INTERIM,
    PAUSE_SECONDS,
    SLOW,
    endlessly,
    serving,
    slowly,
)
from vodhooks import PolyvOutlineSigner, TencentCallbackSigner
from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message
from vodhooks.classification import Outcome, classify
from vodhooks.cli.app import app
from vodhooks.decoding import MAX_DEPTH
from vodhooks.inbox.attachments import Attachment, attach
from vodhooks.inbox.database import connect, own, reader
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.inbox.tables import KEY_BYTES, cursors, events
from vodhooks.testing import example
from vodhooks.vendor import redelivery

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.databases import Postgres

Run = Callable[..., subprocess.CompletedProcess[str]]

OUTLINE = "polyv.video_outline.generate_success"
PORN = "ucloud.umedia.porn"
SECOND = 1_000_000
SECONDS = 60.0
BUFFERS = 16 * 2**20
"""What the system may hold of an answer between a server and a client that has stopped reading."""

START = 1_700_000_000 * SECOND  # 2023-11-14T22:13:20Z


def arrival(channel: str, payload: dict[str, Any], second: int) -> ReceivedDelivery:
    body = json.dumps(payload, ensure_ascii=False).encode()
    return ReceivedDelivery.of(classify(body, channel), START + second * SECOND)


def outdated(channel: str, payload: dict[str, Any], second: int) -> ReceivedDelivery:
    """Return what an older contract put into quarantine and today's lets through."""
    body = json.dumps(payload).encode()
    return ReceivedDelivery(
        Outcome.QUARANTINED, channel, body, START + second * SECOND, body.hex(), body
    )


ARRIVALS = [
    arrival("polyv.video_outline", example(OUTLINE), 0),
    arrival("polyv.video_outline", example(OUTLINE), 1),
    arrival("polyv.video_outline", {**example(OUTLINE), "vid": "other"}, 2),
    arrival("tencent.vod", {"EventType": "NotYetKnown", "字": "幕\n"}, 3),
    arrival(PORN, {"x": 1}, 4),
    arrival(PORN, {**example(PORN), "new": 1}, 5),
]


def filled(url: str, *arrivals: ReceivedDelivery) -> str:
    engine = connect(url)
    inbox = Inbox(engine)
    for each in arrivals or ARRIVALS:
        inbox.keep([each])
    engine.dispose()
    return url


def rows(url: str, *columns: str) -> list[tuple[Any, ...]]:
    engine = reader(url)
    with engine.connect() as connection:
        query = (
            events.select()
            .with_only_columns(*(events.c[name] for name in columns))
            .order_by(events.c.id)
        )
        found = [tuple(row) for row in connection.execute(query)]
    engine.dispose()
    return found


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def test_the_list_is_newest_first_without_payloads(vodhooks: Run, store_url: str) -> None:
    done = vodhooks("inbox", "list", "--store", filled(store_url))
    assert (done.returncode, done.stderr) == (0, "")
    head, *entries = done.stdout.splitlines()
    assert head.split() == [
        "ID",
        "RECEIVED",
        "CHANNEL",
        "OUTCOME",
        "MESSAGE",
        "DELIVERIES",
        "FLAGS",
    ]
    assert [line.split()[3:] for line in entries] == [
        [PORN, "accepted", PORN, "1", "drift"],
        [PORN, "quarantined", PORN, "1"],
        ["tencent.vod", "unknown", "NotYetKnown", "1"],
        ["polyv.video_outline", "accepted", OUTLINE, "1", "conflict"],
        ["polyv.video_outline", "accepted", OUTLINE, "2", "repeated"],
    ]
    assert entries[-1].split()[1:3] == ["2023-11-14", "22:13:20"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), [5, 4, 3, 2, 0]),
        (("--channel", "polyv.video_outline"), [2, 0]),
        (("--outcome", "accepted"), [5, 2, 0]),
        (("--outcome", "unknown"), [3]),
        (("--outcome", "quarantined"), [4]),
        (("--flag", "conflict"), [2]),
        (("--flag", "drift"), [5]),
        (("--flag", "repeated"), [0]),
        (("--flag", "reused-signature"), []),
        (("--flag", "reused-seal"), []),  # its name until version 3 of the inbox
        (("--since", "2023-11-14T22:13:23"), [5, 4, 3]),
        (("--until", "2023-11-15T06:13:23+08:00"), [2, 0]),
        (("--since", "2023-11-14T22:13:22Z", "--until", "2023-11-14T22:13:24Z"), [3, 2]),
        (("--limit", "2"), [5, 4]),
        (("--channel", PORN, "--outcome", "accepted"), [5]),
    ],
)
def test_filters_narrow_the_list(
    vodhooks: Run, tmp_path: Path, filters: tuple[str, ...], found: list[int]
) -> None:
    url = filled(f"sqlite:///{tmp_path / 'inbox'}")
    listed = lines(
        vodhooks("inbox", "list", "--format", "ndjson", *filters, settings={"VODHOOKS_STORE": url})
    )
    assert [entry["content"] for entry in listed] == [
        ARRIVALS[number].content[:KEY_BYTES].hex() for number in found
    ]


def test_a_wrong_setting_shows_its_name_without_value(vodhooks: Run) -> None:
    done = vodhooks("inbox", "list", settings={"VODHOOKS_MAX_BODY": "much"})
    assert (done.returncode, done.stdout) == (2, "")
    said = " ".join(done.stderr.replace("│", "").split())
    assert "VODHOOKS_MAX_BODY: Input should be a valid integer" in said
    assert "much" not in said


def test_filters_mean_the_same_on_postgresql(vodhooks: Run, postgres: Postgres) -> None:
    filters = (
        "--flag",
        "drift",
        "--outcome",
        "accepted",
        "--since",
        "2023-11-14",
        "--channel",
        PORN,
    )
    [entry] = lines(
        vodhooks("inbox", "list", "--format", "ndjson", *filters, "--store", filled(postgres.url))
    )
    assert (entry["flags"], entry["received_at"]) == (["drift"], "2023-11-14T22:13:25+00:00")


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ((), 4),
        (("--channel", PORN), 1),
        (("--outcome", "quarantined"), 1),
        (("--flag", "conflict"), 1),
        (("--until", "2000-01-01"), 0),
    ],
)
def test_events_are_counted(
    vodhooks: Run, tmp_path: Path, filters: tuple[str, ...], number: int
) -> None:
    store = filled(f"sqlite:///{tmp_path / 'inbox.sqlite3'}")
    assert vodhooks("inbox", "count", "--store", store, *filters).stdout == f"{number}\n"


def test_the_next_page_begins_before_the_last_id(vodhooks: Run, store_url: str) -> None:
    filled(store_url)
    pages: list[int] = []
    for _ in range(3):
        before = ("--before", str(pages[-1])) if pages else ()
        page = vodhooks(
            "inbox", "list", "--format", "json", "--limit", "2", "--store", store_url, *before
        )
        pages += [entry["id"] for entry in json.loads(page.stdout)]
    assert pages == [row[0] for row in reversed(rows(store_url, "id"))]


def test_an_event_of_full_depth_shows_attachments(vodhooks: Run, tmp_path: Path) -> None:
    inner = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    url = filled(
        f"sqlite:///{tmp_path / 'inbox'}",
        arrival("tencent.vod", {"EventType": "Deep", "deep": json.loads(inner)}, 0),
    )
    engine = connect(url)
    attach(engine, 1, Attachment("acme.file", 0, drifts=False, body=f"[{inner}]".encode()))
    engine.dispose()
    shown = json.loads(vodhooks("inbox", "show", "1", "--store", url).stdout)
    assert (shown["payload"]["deep"], shown["attachments"][0]["payload"]) == (
        json.loads(inner),
        [json.loads(inner)],
    )


def test_one_event_is_shown_whole(vodhooks: Run, store_url: str) -> None:
    ids = [row[0] for row in rows(filled(store_url), "id")]
    shown = json.loads(vodhooks("inbox", "show", str(ids[0]), "--store", store_url).stdout)
    assert (shown["message"], shown["payload"], shown["report"]) == (
        OUTLINE,
        example(OUTLINE),
        None,
    )
    assert shown["body"].encode() == ARRIVALS[0].body
    broken = json.loads(vodhooks("inbox", "show", str(ids[3]), "--store", store_url).stdout)
    assert (broken["outcome"], broken["payload"]) == ("quarantined", None)
    assert broken["report"]["violations"][0]["keyword"] == "required"
    raw = vodhooks("inbox", "show", str(ids[2]), "--body", "--store", store_url)
    assert raw.stdout.encode() == ARRIVALS[3].body


def test_an_event_that_is_not_there_is_told(vodhooks: Run, store_url: str) -> None:
    done = vodhooks("inbox", "show", "99", "--store", filled(store_url))
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "vodhooks: there is no event 99\n",
    )


def test_everything_is_exported_oldest_first(vodhooks: Run, store_url: str) -> None:
    exported = lines(vodhooks("inbox", "export", "--store", filled(store_url)))
    assert [each["body"].encode() for each in exported] == [
        ARRIVALS[number].body for number in (0, 2, 3, 4, 5)
    ]
    assert [each["id"] for each in exported] == [row[0] for row in rows(store_url, "id")]
    after = lines(
        vodhooks(
            "inbox",
            "export",
            "--after",
            str(exported[1]["id"]),
            "--limit",
            "2",
            "--store",
            store_url,
        )
    )
    assert after == exported[2:4]


HOSTILE = "a\x1b[2J\x7f\x9b31m\u202e\u2066\u2028字"


def test_nothing_that_a_vendor_says_moves_the_cursor(vodhooks: Run, store_url: str) -> None:
    kind = {"EventType": HOSTILE, HOSTILE: {"x": [HOSTILE]}}
    broken = {**example(PORN), "retcode": HOSTILE, HOSTILE: 1}
    filled(store_url, arrival("tencent.vod", kind, 0), arrival(PORN, broken, 1))
    ids = [row[0] for row in rows(store_url, "id")]
    for arguments in (
        ("list",),
        ("list", "--format", "json"),
        ("list", "--format", "ndjson"),
        ("show", str(ids[0])),
        ("show", str(ids[1])),
        ("export",),
        ("export", "--cloudevents"),
        ("replay", "--quarantined"),
    ):
        done = vodhooks("inbox", *arguments, "--store", store_url)
        assert (
            done.returncode,
            [line for line in done.stdout.split("\n") if not line.isprintable()],
        ) == (0, [])
    shown = json.loads(vodhooks("inbox", "show", str(ids[0]), "--store", store_url).stdout)
    assert (shown["kind"], shown["payload"]) == (HOSTILE, kind)
    raw = vodhooks("inbox", "show", str(ids[0]), "--body", "--store", store_url)
    assert json.loads(raw.stdout) == kind


def test_a_body_on_a_terminal_is_spelled_out(tmp_path: Path) -> None:
    url = filled(
        f"sqlite:///{tmp_path / 'inbox'}", arrival("tencent.vod", {"EventType": HOSTILE}, 0)
    )
    terminal, output = pty.openpty()
    command = [sys.executable, "-m", "vodhooks", "inbox", "show", "1", "--body", "--store", url]
    subprocess.run(command, stdout=output, check=True, timeout=SECONDS)
    os.close(output)
    shown = b""
    with suppress(OSError):  # which is how Linux says that the other end has gone
        while part := os.read(terminal, 65536):
            shown += part
    os.close(terminal)
    assert shown.decode().rstrip("\r\n").isprintable()
    assert "\\u202e" in shown.decode()


def test_events_are_exported_as_cloudevents(vodhooks: Run, store_url: str) -> None:
    done = vodhooks("inbox", "export", "--cloudevents", "--store", filled(store_url))
    assert (done.returncode, done.stderr) == (0, "")
    first, conflict, unknown, drift = [
        JSONFormat().read(None, line) for line in done.stdout.splitlines()
    ]
    assert first.get_attributes()["dataschema"] == message(OUTLINE).id
    assert (first.get_type(), first.get_source(), first.get_specversion()) == (
        OUTLINE,
        "polyv.video_outline",
        "1.0",
    )
    masked = {**example(OUTLINE), "sign": "0" * 40}
    assert (first.get_data(), conflict.get_data()) == (masked, {**masked, "vid": "other"})
    occurred = first.get_time()
    assert occurred is not None
    assert round(occurred.timestamp() * 1000) == example(OUTLINE)["timestamp"]
    assert conflict.get_id().startswith(f"{first.get_id()}.")
    assert conflict.get_attributes()["flags"] == "conflict"
    assert (unknown.get_type(), unknown.get_data()) == (
        "tencent.vod.NotYetKnown",
        {"EventType": "NotYetKnown", "字": "幕\n"},
    )
    assert "dataschema" not in unknown.get_attributes()
    moment = unknown.get_time()
    assert moment is not None
    assert moment.timestamp() == START / SECOND + 3
    assert drift.get_attributes()["dataschema"] == message(PORN).id
    again = vodhooks("inbox", "export", "--cloudevents", "--store", store_url)
    assert again.stdout == done.stdout


def test_deliveries_valid_by_now_leave_quarantine(vodhooks: Run, store_url: str) -> None:
    kind = {"EventType": "NotYetKnown"}
    filled(
        store_url,
        arrival(PORN, {"x": 1}, 0),
        outdated(PORN, example(PORN), 1),
        outdated(PORN, example(PORN), 2),
        outdated("tencent.vod", kind, 3),
        outdated("a.channel.of.old", {}, 4),
    )
    done = vodhooks("inbox", "replay", "--quarantined", "--store", store_url)
    assert (done.returncode, done.stderr) == (0, "2 moved, 2 still quarantined\n")
    assert [line.split()[2] for line in done.stdout.splitlines()] == [
        "quarantined",
        "accepted",
        "unknown",
        "quarantined",
    ]
    expected = [
        (PORN, "quarantined", 1, START),
        ("a.channel.of.old", "quarantined", 1, START + 4 * SECOND),
        (PORN, "accepted", 2, START + SECOND),
        ("tencent.vod", "unknown", 1, START + 3 * SECOND),
    ]
    assert rows(store_url, "channel", "outcome", "deliveries", "received_at") == expected
    again = vodhooks("inbox", "replay", "--quarantined", "--store", store_url)
    assert again.stderr == "0 moved, 2 still quarantined\n"
    assert rows(store_url, "channel", "outcome", "deliveries", "received_at") == expected


def test_an_inbox_of_a_receiver_is_not_checked_again(vodhooks: Run, tmp_path: Path) -> None:
    url = filled(f"sqlite:///{tmp_path / 'inbox'}")
    release = own(url)
    done = vodhooks("inbox", "replay", "--quarantined", "--store", url)
    listed = vodhooks("inbox", "list", "--store", url)
    release()
    assert (done.returncode, done.stdout) == (2, "")
    assert "another process writes to" in done.stderr
    assert listed.returncode == 0


class Receiver(ThreadingHTTPServer):
    """Answers with the statuses it is given, then 200, and remembers what came."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.statuses: list[int] = []
        self.bodies: list[bytes] = []
        self.paths: list[str] = []
        self.named: list[tuple[str | None, str | None]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/callbacks?token=secret"


class Answering(BaseHTTPRequestHandler):
    server: Receiver  # pyright: ignore[reportIncompatibleVariableOverride] # no other server makes it

    def do_POST(self) -> None:
        assert self.headers["content-type"] == "application/json"
        self.server.paths.append(self.path)
        self.server.named.append(
            (self.headers["vodhooks-channel"], self.headers["vodhooks-event-id"])
        )
        self.server.bodies.append(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(self.server.statuses.pop(0) if self.server.statuses else 200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] # says nothing
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_stored_events_are_posted_as_they_came(
    vodhooks: Run, store_url: str, receiver: Receiver
) -> None:
    done = vodhooks(
        "inbox",
        "replay",
        "--to",
        receiver.url,
        "--outcome",
        "accepted",
        "--store",
        filled(store_url),
    )
    assert (done.returncode, done.stderr) == (0, "3 taken, 0 not\n")
    assert receiver.bodies == [ARRIVALS[number].body for number in (0, 2, 5)]
    assert [line.split()[-3] for line in done.stdout.splitlines()] == ["200"] * 3
    assert "secret" not in done.stdout


def test_a_replay_names_failures_and_resumes_there(
    vodhooks: Run, store_url: str, receiver: Receiver
) -> None:
    receiver.statuses = [200, 503, 302]
    ids = [row[0] for row in rows(filled(store_url), "id")]
    done = vodhooks("inbox", "replay", "--to", receiver.url, "--store", store_url)
    assert (done.returncode, done.stderr) == (
        1,
        f"2 taken, 2 not; the first of them comes after --after {ids[0]}\n",
    )
    receiver.bodies.clear()
    done = vodhooks(
        "inbox", "replay", "--to", receiver.url, "--after", str(ids[0]), "--store", store_url
    )
    assert (done.returncode, done.stderr) == (0, "3 taken, 0 not\n")
    assert len(receiver.bodies) == 3


def test_a_replay_adds_path_and_token_and_says_what_it_is(
    vodhooks: Run, store_url: str, receiver: Receiver
) -> None:
    ids = [row[0] for row in rows(filled(store_url), "id", "outcome") if row[1] != "quarantined"]
    channels = [row[0] for row in rows(store_url, "channel", "outcome") if row[1] != "quarantined"]
    done = vodhooks(
        "inbox",
        "replay",
        "--to",
        f"http://127.0.0.1:{receiver.server_port}",
        settings={
            "VODHOOKS_STORE": store_url,
            "VODHOOKS_TOKENS": "for-all",
            "VODHOOKS_TOKENS_TENCENT_VOD": "newest,older",
        },
    )
    assert (done.returncode, done.stderr) == (0, "4 taken, 0 not\n")
    tokens = {"tencent.vod": "newest"}
    assert receiver.paths == [
        f"{channel_of(channel).path}?token={tokens.get(channel, 'for-all')}" for channel in channels
    ]
    assert receiver.named == [
        (channel, str(number)) for channel, number in zip(channels, ids, strict=True)
    ]
    assert "newest" not in done.stdout


def test_quarantine_is_replayed_where_it_is_asked_for(
    vodhooks: Run, store_url: str, receiver: Receiver
) -> None:
    arguments = ("--to", receiver.url, "--outcome", "quarantined", "--store", filled(store_url))
    done = vodhooks("inbox", "replay", *arguments)
    assert (done.returncode, done.stderr) == (0, "1 taken, 0 not\n")
    assert receiver.bodies == [ARRIVALS[4].body]


def test_a_replay_signs_anew(vodhooks: Run, store_url: str, receiver: Receiver) -> None:
    arguments = ("--to", receiver.url, "--sign", "--store", filled(store_url))
    done = vodhooks("inbox", "replay", *arguments)
    assert (done.returncode, "set VODHOOKS_POLYV_SECRETS" in done.stderr) == (2, True)
    assert receiver.bodies == []
    secrets = {"VODHOOKS_POLYV_SECRETS": "new", "VODHOOKS_TENCENT_SIGN_KEYS": "other"}
    done = vodhooks("inbox", "replay", *arguments, settings=secrets)
    assert (done.returncode, done.stderr) == (0, "4 taken, 0 not\n")
    first, _, third, porn = map(json.loads, receiver.bodies)
    PolyvOutlineSigner("new").verify_payload(first)
    TencentCallbackSigner("other").verify_payload(third)
    assert (porn, third["字"]) == ({**example(PORN), "new": 1}, "幕\n")


def test_old_events_are_pruned(vodhooks: Run, store_url: str) -> None:
    recent = arrival(PORN, {**example(PORN), "task_id": "recent"}, 0)
    now = replace(recent, received_at=round(time.time() * 1e6))
    filled(store_url, *ARRIVALS, now)
    asked = ("inbox", "prune", "--store", store_url, "--older-than")
    assert vodhooks(*asked, "3000w").stderr == "0 removed\n"
    engine = connect(store_url)
    with engine.begin() as connection:
        connection.execute(cursors.insert().values(name="slow", position=1, moved_at=0))
    engine.dispose()
    done = vodhooks(*asked, "12h", "--keep-identity")
    assert (done.returncode, done.stderr) == (
        0,
        "2 removed; 3 kept, which a consumer has not handled yet\n",
    )
    assert vodhooks(*asked, "90d", "--keep-identity", "--past-cursors").stderr == "3 removed\n"
    assert [identity for (identity,) in rows(store_url, "identity")] == ['["recent"]']
    filled(store_url)
    assert len(rows(store_url, "id")) == 1
    assert vodhooks(*asked, "90d").stderr == "0 removed\n"
    filled(store_url)
    assert len(rows(store_url, "id")) == 6


@pytest.mark.parametrize("age", ["90", "d", "-1d", "1.5d", "90 d", "1y"])
def test_an_age_that_is_none_is_refused(vodhooks: Run, age: str) -> None:
    done = vodhooks("inbox", "prune", f"--older-than={age}")
    assert (done.returncode, "no age such as 90d" in done.stderr) == (2, True)


def test_an_event_is_erased_for_good(vodhooks: Run, store_url: str) -> None:
    first = rows(filled(store_url), "id")[0][0]
    asked = ("inbox", "erase", "--store", store_url)
    done = vodhooks(*asked, str(first))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"event {first} is erased\n")
    done = vodhooks(*asked, str(first))
    assert (done.returncode, done.stderr) == (1, f"vodhooks: there is no event {first}\n")
    assert first not in [number for (number,) in rows(filled(store_url), "id")]


def test_an_sqlite_file_that_a_receiver_owns_is_neither_erased_from_nor_imported_into(
    vodhooks: Run, tmp_path: Path
) -> None:
    url = filled(f"sqlite:///{tmp_path / 'inbox'}")
    release = own(url)
    for command in (("erase", "1"), ("import", os.devnull)):
        done = vodhooks("inbox", *command, "--store", url)
        assert (done.returncode, "another process writes" in done.stderr) == (2, True)
    release()


def test_an_export_is_imported_into_another_inbox(
    vodhooks: Run, tmp_path: Path, store_url: str
) -> None:
    old = filled(f"sqlite:///{tmp_path / 'old'}")
    done = vodhooks("inbox", "export", "--attachments", "--store", old)
    (tmp_path / "export.ndjson").write_text(done.stdout)
    asked = ("inbox", "import", str(tmp_path / "export.ndjson"), "--store", store_url)
    done = vodhooks(*asked)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "5 added, 0 known already\n")
    assert vodhooks(*asked).stderr == "0 added, 5 known already\n"
    columns = [column.name for column in events.columns if column.name != "id"]
    assert rows(store_url, *columns) == rows(old, *columns)


def test_a_receiver_that_is_not_there_is_told(vodhooks: Run, tmp_path: Path) -> None:
    url = filled(f"sqlite:///{tmp_path / 'inbox'}")
    done = vodhooks(
        "inbox",
        "replay",
        "--to",
        "http://127.0.0.1:1/?token=secret",
        "--limit",
        "2",
        "--store",
        url,
    )
    assert (done.returncode, done.stderr) == (
        1,
        "0 taken, 2 not; the first of them comes after --after 0\n",
    )
    assert done.stdout.count("not connected") == 2


@pytest.mark.parametrize("name", ENDLESS)
def test_a_replay_reads_no_endless_answer(vodhooks: Run, tmp_path: Path, name: str) -> None:
    url = filled(f"sqlite:///{tmp_path / 'inbox'}", *ARRIVALS[2:4])
    with serving(endlessly(*ENDLESS[name])) as server:
        done = vodhooks(
            "inbox", "replay", "--to", f"http://127.0.0.1:{server.port}/", "--store", url
        )
        assert server.requests == 2
        assert server.sent < 2 * BUFFERS
    assert done.returncode in {0, 1}
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["1", "2"]


@pytest.mark.parametrize("name", [*SLOW, "interim, endless"])
def test_a_replay_waits_for_no_answer_for_ever(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redelivery, "POST_SECONDS", 1.0)
    url = filled(f"sqlite:///{tmp_path / 'inbox'}", *ARRIVALS[2:4])
    parts = endlessly(*INTERIM) if name == "interim, endless" else slowly(SLOW[name])
    with serving(parts, pause=PAUSE_SECONDS if name in SLOW else 0) as server:
        done = CliRunner().invoke(
            app, ["inbox", "replay", "--store", url, "--to", f"http://127.0.0.1:{server.port}/"]
        )
        assert server.left.wait(SECONDS)
        assert server.requests == 2
    assert done.exit_code == 1
    assert done.stdout.count("timed out" if name in SLOW else "broken off") == 2


def test_a_replay_to_this_machine_uses_no_proxy(
    vodhooks: Run, store_url: str, receiver: Receiver
) -> None:
    proxies = dict.fromkeys(("http_proxy", "HTTP_PROXY", "all_proxy"), "http://127.0.0.1:1")
    done = vodhooks(
        "inbox",
        "replay",
        "--to",
        receiver.url,
        "--store",
        filled(store_url, *ARRIVALS[:1]),
        settings=proxies,
    )
    assert (done.returncode, done.stderr) == (0, "1 taken, 0 not\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("list", "--store", "sqlite:///nowhere"), "there is no inbox: nowhere does not exist"),
        (("list", "--store", "nonsense"), "the store is no database URL"),
        (
            ("list", "--store", "postgresql://me:secret@127.0.0.1:1/x"),
            "the store cannot be opened: ",
        ),
        (("list", "--channel", "poly"), "no channel is called 'poly'"),
        (("list", "--since", "yesterday"), "yesterday is no time"),
        (("list", "--outcome", "not-json"), "Invalid value for '--outcome'"),
        (("show", "one"), "Invalid value for 'ID'"),
        (("replay",), "say either --quarantined, --refused or --to URL"),
        (
            ("replay", "--quarantined", "--to", "http://x/"),
            "say either --quarantined, --refused or --to URL",
        ),
        (("replay", "--to", "ftp://x/"), "--to takes an http or https URL"),
        (("replay", "--to", "http://host:port/"), "--to takes an http or https URL"),
        (("export", "--cloudevents", "--outcome", "quarantined"), "is no event"),
    ],
)
def test_wrong_usage_is_told_in_a_line(
    vodhooks: Run, tmp_path: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    url = filled(f"sqlite:///{tmp_path / 'inbox'}")
    done = vodhooks("inbox", *arguments, settings={"VODHOOKS_STORE": url})
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_an_export_waits_for_events_on_their_way(postgres: Postgres) -> None:
    filled(postgres.url, ARRIVALS[0])
    slow, reading = connect(postgres.url), reader(postgres.url)
    late = slow.connect()
    copied = [column for column in events.columns if column.name not in {"id", "identity_key"}]
    late.execute(
        events.insert().from_select(
            [*(column.name for column in copied), "identity_key"],
            events.select().with_only_columns(*copied, events.c.content),
        )
    )
    filled(postgres.url, ARRIVALS[3])  # has the larger id, and is there first
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            late.commit()

    found = [stored.entry.id for stored in iterate_events(reading, EventFilter(), pause=pause)]
    late.close()
    slow.dispose()
    reading.dispose()
    assert (len(found), found, len(pauses)) == (3, sorted(found), 3)


def test_an_export_of_much_is_read_in_portions(vodhooks: Run, store_url: str) -> None:
    big = {**example(PORN), "note": "x" * 1_500_000}
    filled(
        store_url, *(arrival(PORN, {**big, "task_id": f"{number}"}, number) for number in range(12))
    )
    exported = lines(vodhooks("inbox", "export", "--store", store_url))
    assert [each["payload"]["task_id"] for each in exported] == [
        f"{number}" for number in range(12)
    ]
