"""`vodhooks serve` as a process: it refuses to start open, logs without secrets, and ends without losing anything."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import struct
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.support.load import Answered, deliver, request
from tests.support.served import (
    CLOSED,
    OUTLINE,
    SECONDS,
    SECRET,
    TOKEN,
    outline,
    posted,
    serving,
    status,
)
from vodhooks.testing import example, sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def forged(secret: str, ahead: float = 0.0) -> bytes:
    """Return an outline callback that is signed with some secret for some time from now."""
    channel = "polyv.video_outline"
    return orjson.dumps(
        sign(example(f"{channel}.generate_fail"), channel, secret, time.time() + ahead)
    )


def refused(folder: Path, settings: Mapping[str, str], *arguments: str) -> str:
    """Return what a receiver says that does not start."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }
    command = [sys.executable, "-m", "vodhooks", "serve", "--port", "0", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**inherited, **settings},
        capture_output=True,
        timeout=SECONDS,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_it_does_not_start_open(tmp_path: Path) -> None:
    assert (
        "polyv.video_outline: anyone could deliver on this channel; set VODHOOKS_POLYV_SECRETS"
        in refused(tmp_path, {})
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("settings", "arguments", "said"),
    [
        (
            {},
            ("--insecure", "--host", "0.0.0.0"),  # noqa: S104
            "--insecure lets everybody in, and so works on loopback only",
        ),  # refused
        (CLOSED, ("--store", "mysql://x"), "the store is sqlite or postgresql+psycopg, not mysql"),
        (CLOSED, ("--store", "nonsense"), "the store is no database URL"),
        (
            CLOSED,
            ("--store", "postgresql://127.0.0.1:1/x"),
            "the store cannot be opened: connection failed",
        ),
        (
            {**CLOSED, "VODHOOKS_MAX_BODY": "much"},
            (),
            "VODHOOKS_MAX_BODY: Input should be a valid integer",
        ),
        ({**CLOSED, "VODHOOKS_POLYV_SECRETS": ""}, (), "VODHOOKS_POLYV_SECRETS"),
        (
            {**CLOSED, "VODHOOKS_TOKENS_TENCENT_VOD": "newest,with+plus"},
            (),
            "VODHOOKS_TOKENS_TENCENT_VOD (or VODHOOKS_TOKENS_TENCENT_VOD_FILE): a token holds more than letters, digits and - . _ ~",
        ),
        (
            {
                **CLOSED,
                "VODHOOKS_TOKENS_POLYV_VIDEO_OUTLIN": TOKEN,
                "VODHOOKS_POLYV_SECRET": SECRET,
            },
            (),
            (
                "VODHOOKS_POLYV_SECRET: nothing reads this variable; did you mean VODHOOKS_POLYV_SECRETS?; "
                "VODHOOKS_TOKENS_POLYV_VIDEO_OUTLIN: nothing reads this variable; did you mean VODHOOKS_TOKENS_POLYV_VIDEO_OUTLINE?"
            ),
        ),
        (
            {**CLOSED, "VODHOOKS_MAX_AGE_TENCENT_VOD": "0"},
            (),
            "VODHOOKS_MAX_AGE_TENCENT_VOD: Input should be greater than 0",
        ),
        (
            {**CLOSED, "VODHOOKS_MAX_AHEAD_ACME": "60"},
            (),
            "VODHOOKS_MAX_AHEAD_ACME: nothing reads this variable; did you mean VODHOOKS_MAX_AHEAD_TENCENT_VOD?",
        ),
    ],
)
def test_it_says_what_keeps_it_from_starting(
    tmp_path: Path, settings: Mapping[str, str], arguments: tuple[str, ...], said: str
) -> None:
    assert said in " ".join(refused(tmp_path, settings, *arguments).replace("│", "").split())


def test_a_second_receiver_on_one_file_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path):
        assert "another process writes to" in refused(
            tmp_path, CLOSED, "--store", f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
        )


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(tmp_path, CLOSED, "--port", str(port))
    assert "\nvodhooks: Address already in use" in said
    assert str(port) in said


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, CLOSED, "--host", "256.0.0.1").startswith("vodhooks: ")


def test_insecure_works_on_loopback(tmp_path: Path) -> None:
    with serving(tmp_path, {}, "--insecure") as served:
        assert status(served.post(OUTLINE, outline())) == 200


def test_a_delivery_is_one_line_without_secrets(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    with serving(tmp_path) as served:
        served.post(OUTLINE, outline(1, vid="payload-value"))
        served.post(OUTLINE, outline(1, vid="payload-value"))
        served.post(OUTLINE, outline(1, vid=["payload-value"]))
        served.post(
            f"{OUTLINE}?token={TOKEN}%0A%7B%22forged%22%3A1%7D", b'{"\\n{\\"forged\\":1}\\n": 1'
        )
        served.post(
            f"/callbacks/tencent/vod?token={TOKEN}",
            orjson.dumps({"EventType": 'payload-value\n{"forged":1}\n'}),
        )
        served.post(OUTLINE, b"x" * 3_000_000)
        served.get(f"/nowhere?token={TOKEN}")
        served.end()
        log = (tmp_path / "log").read_text()
        [(first,), (broken,), (unknown,)] = served.kept("id")
        lines = served.lines()
    assert [line["outcome"] for line in lines] == [
        "accepted",
        "accepted",
        "quarantined",
        "not-json",
        "unknown",
        "not-read",
        "not-read",
    ]
    assert [line["status"] for line in lines] == [200, 200, 422, 400, 200, 413, 404]
    assert lines[1]["flags"] == ["duplicate"]
    assert lines[0]["identity"] == lines[1]["identity"]
    assert [line.get("id") for line in lines] == [first, first, broken, None, unknown, None, None]
    assert [line.get("reason") for line in lines] == [
        None,
        None,
        "contract",
        "not-json",
        None,
        "too-large",
        "not-found",
    ]
    times = [
        datetime.strptime(str(line["time"]), "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
        for line in lines
    ]
    assert before <= times[0] < times[1] < times[-1] <= datetime.now(UTC)
    assert all(line.keys() <= KEYS for line in lines)
    assert not [word for word in ("payload-value", "forged", SECRET, TOKEN) if word in log]


KEYS = {
    "time",
    "channel",
    "message",
    "outcome",
    "status",
    "bytes",
    "seconds",
    "id",
    "identity",
    "flags",
    "reason",
    "by_seconds",
    "at_byte",
    "method",
    "path",
}

PORN = f"/callbacks/ucloud/umedia/porn?token={TOKEN}"
DAY = 86_400
REFUSALS: dict[str, tuple[bytes, int, dict[str, object]]] = {
    "no token": (posted("/callbacks/ucloud/umedia/porn", b"{}"), 401, {"reason": "token-missing"}),
    "a wrong token": (
        posted("/callbacks/ucloud/umedia/porn?token=guessed", b"{}"),
        401,
        {"reason": "token-wrong"},
    ),
    "no signature": (posted(OUTLINE, b"{}"), 401, {"reason": "signature-missing"}),
    "a malformed signature": (
        posted(OUTLINE, b'{"sign":"x","timestamp":"x"}'),
        401,
        {"reason": "signature-malformed"},
    ),
    "a wrong secret": (posted(OUTLINE, forged("guessed")), 401, {"reason": "signature-mismatch"}),
    "a clock that is slow": (
        posted(OUTLINE, forged(SECRET, -DAY - 3600)),
        401,
        {"reason": "signature-stale", "by_seconds": 3600},
    ),
    "a clock that is fast": (
        posted(OUTLINE, forged(SECRET, 300 + 7200)),
        401,
        {"reason": "signature-early", "by_seconds": 7200},
    ),
    "no JSON": (posted(PORN, b'{"a": payload-value}'), 400, {"reason": "not-json", "at_byte": 6}),
    "no UTF-8": (posted(PORN, b'{"a": "\xff"}'), 400, {"reason": "encoding", "at_byte": 7}),
    "a duplicate key": (
        posted(PORN, b'{"a":1,"a":2}'),
        400,
        {"reason": "duplicate-key", "at_byte": 7},
    ),
    "a large number": (
        posted(PORN, b"[1e400]"),
        400,
        {"reason": "number-out-of-range", "at_byte": 1},
    ),
    "too deep": (posted(PORN, b"[" * 300 + b"]" * 300), 400, {"reason": "too-deep"}),
    "another media type": (
        posted(OUTLINE, b"{}", content_type="text/plain"),
        415,
        {"reason": "media-type"},
    ),
    "a compressed body": (
        posted(OUTLINE, b"{}", content_encoding="gzip"),
        415,
        {"reason": "compressed"},
    ),
    "a large body": (posted(OUTLINE, b"x" * 3_000_000), 413, {"reason": "too-large"}),
    "a slow body": (posted(OUTLINE, b"{", content_length="2"), 408, {"reason": "too-slow"}),
    "a broken contract": (posted(PORN, b"{}"), 422, {"reason": "contract"}),
    "another method": (
        b"PUT /callbacks/ucloud/umedia/porn?token=guessed HTTP/1.1\r\nhost: x\r\n\r\n",
        405,
        {"reason": "wrong-method", "method": "PUT", "path": "/callbacks/ucloud/umedia/porn"},
    ),
}


def test_each_refusal_is_logged_and_counted(tmp_path: Path) -> None:
    with serving(tmp_path, {**CLOSED, "VODHOOKS_BODY_SECONDS": "0.5"}) as served:
        answered = [
            served.send(data.replace(b"\r\n", b"\r\nconnection: close\r\n", 1))
            for data, _, _ in REFUSALS.values()
        ]
        metrics = served.get("/metrics").decode()
        served.end()
        lines = served.lines()
    assert [status(one) for one in answered] == [expected for _, expected, _ in REFUSALS.values()]
    for (name, (_, expected, because)), line in zip(REFUSALS.items(), lines, strict=True):
        assert line["status"] == expected, name
        shown = {
            key: line[key]
            for key in ("reason", "by_seconds", "at_byte", "method", "path")
            if key in line
        }
        assert shown == {
            **because,
            **(
                {"by_seconds": pytest.approx(because["by_seconds"], abs=600)}
                if "by_seconds" in because
                else {}
            ),
        }
        counted = f'vodhooks_refusals_total{{channel="{line["channel"]}",reason="{because["reason"]}"}} 1.0'
        assert counted in metrics, name
    assert "payload-value" not in (tmp_path / "log").read_text()


def test_a_caller_that_hangs_up_is_one_log_line(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        for reset in (False, True):
            with served.connected() as connection:
                connection.sendall(posted(OUTLINE, outline(1))[:-1])
                if reset:
                    connection.setsockopt(
                        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                    )
        with served.connected() as connection:
            connection.sendall(posted("/callbacks/ucloud/umedia/porn?token=guessed", b"{}")[:-1])
        assert status(served.post(OUTLINE, outline(2))) == 200
        served.end()
        lines = served.lines()
        assert served.complaints() == ""
    assert sorted(str(line.get("reason")) for line in lines) == [
        "None",
        "cut-off",
        "cut-off",
        "token-wrong",
    ]


def test_why_the_store_fails_is_said_once(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        with closing(sqlite3.connect(tmp_path / "inbox.sqlite3", timeout=SECONDS)) as database:
            database.execute("ALTER TABLE events RENAME TO away")
        answered = [status(served.post(OUTLINE, outline(number))) for number in range(5)]
        served.end()
        lines = served.lines()
        said = served.complaints()
    assert answered == [503] * 5
    assert {(line["outcome"], line["reason"]) for line in lines} == {("not-stored", "store-failed")}
    cause = f"{tmp_path / 'inbox.sqlite3'} was restored, or its tables were changed; nothing is stored until a restart"
    assert (
        said
        == f"vodhooks: the store fails: {cause}\nvodhooks: the store failed 4 times more: {cause}\n"
    )


def test_the_start_says_what_protects_each_channel(tmp_path: Path) -> None:
    settings = {
        **CLOSED,
        "VODHOOKS_TOKENS_POLYV_VIDEO_OUTLINE": TOKEN,
        "VODHOOKS_MAX_AGE_POLYV_VIDEO_OUTLINE": "90.5",
    }
    del settings["VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN"]
    with serving(tmp_path, settings, "--insecure") as served:
        *protections, _ = served.said.splitlines()
    assert protections == [
        "vodhooks: polyv.video_outline: signature (up to 90.5 s back and 300 s ahead) and token",
        "vodhooks: tencent.vod: token",
        "vodhooks: ucloud.umedia.transcode: token",
        "vodhooks: ucloud.umedia.screenshot: token",
        "vodhooks: ucloud.umedia.slice: token",
        "vodhooks: ucloud.umedia.porn: OPEN TO EVERYBODY, since neither a secret nor a token is set",
    ]
    assert TOKEN not in served.said
    assert SECRET not in served.said


def test_an_end_under_load_keeps_acknowledged_events(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        enough = threading.Event()

        def requests() -> Iterator[bytes]:
            for number in range(1_000_000):
                if number == 500:
                    enough.set()
                yield request(OUTLINE, outline(number))

        answered: list[Answered] = []
        load = threading.Thread(
            target=lambda: answered.extend(asyncio.run(deliver(served.port, requests(), 64)))
        )
        load.start()
        assert enough.wait(SECONDS)
        served.end()
        load.join(SECONDS)
        assert not load.is_alive()
        identities = [str(identity) for (identity,) in served.kept("identity")]
    assert len(answered) >= 400
    assert {one.status for one in answered} == {200}
    assert {f'["generate_success",{one.number}]' for one in answered} <= set(identities)
    assert len(identities) == len(set(identities))
