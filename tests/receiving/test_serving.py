"""`vodhooks serve` as a process: it refuses to start open, logs without secrets, and ends without losing anything."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import orjson
import pytest
from load import Answered, deliver, request
from served import CLOSED, OUTLINE, SECONDS, SECRET, TOKEN, outline, serving, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def refused(folder: Path, settings: Mapping[str, str], *arguments: str) -> str:
    """Return what a receiver says that does not start."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")}
    command = [sys.executable, "-m", "vodhooks", "serve", "--port", "0", *arguments]
    done = subprocess.run(
        command, cwd=folder, env={**inherited, **settings}, capture_output=True, timeout=SECONDS, check=False, text=True
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_it_does_not_start_open(tmp_path: Path) -> None:
    assert "polyv.video_outline: nobody is kept out; set VODHOOKS_POLYV_SECRETS" in refused(tmp_path, {})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("settings", "arguments", "said"),
    [
        ({}, ("--insecure", "--host", "0.0.0.0"), "--insecure lets everybody in, and so works on loopback only"),  # noqa: S104 # refused
        (CLOSED, ("--store", "mysql://x"), "the store is sqlite or postgresql+psycopg, not mysql"),
        (CLOSED, ("--store", "nonsense"), "the store is no database URL"),
        (CLOSED, ("--store", "postgresql://127.0.0.1:1/x"), "the store cannot be opened: connection failed"),
        ({**CLOSED, "VODHOOKS_MAX_BODY": "much"}, (), "VODHOOKS_MAX_BODY: Input should be a valid integer"),
        ({**CLOSED, "VODHOOKS_POLYV_SECRETS": ""}, (), "VODHOOKS_POLYV_SECRETS"),
        (
            {**CLOSED, "VODHOOKS_MAX_AGE_TENCENT_VOD": "0"},
            (),
            "VODHOOKS_MAX_AGE_TENCENT_VOD: Input should be greater than 0",
        ),
        ({**CLOSED, "VODHOOKS_MAX_AHEAD_ACME": "60"}, (), "VODHOOKS_MAX_AHEAD_ACME: no channel with a signature is called so"),
    ],
)
def test_it_says_what_keeps_it_from_starting(
    tmp_path: Path, settings: Mapping[str, str], arguments: tuple[str, ...], said: str
) -> None:
    assert said in " ".join(refused(tmp_path, settings, *arguments).replace("│", "").split())


def test_a_second_receiver_on_one_sqlite_file_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path):
        assert "another process writes to" in refused(tmp_path, CLOSED, "--store", f"sqlite:///{tmp_path / 'inbox.sqlite3'}")


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(tmp_path, CLOSED, "--port", str(port))
    assert said.startswith("vodhooks: Address already in use")
    assert str(port) in said


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, CLOSED, "--host", "256.0.0.1").startswith("vodhooks: ")


def test_insecure_works_on_loopback(tmp_path: Path) -> None:
    with serving(tmp_path, {}, "--insecure") as served:
        assert status(served.post(OUTLINE, outline())) == 200


def test_each_delivery_is_one_line_without_values_secrets_or_tokens(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        served.post(OUTLINE, outline(1, vid="payload-value"))
        served.post(OUTLINE, outline(1, vid="payload-value"))
        served.post(OUTLINE, outline(1, vid=["payload-value"]))
        served.post(f"{OUTLINE}?token={TOKEN}%0A%7B%22forged%22%3A1%7D", b'{"\\n{\\"forged\\":1}\\n": 1')
        served.post(f"/callbacks/tencent/vod?token={TOKEN}", orjson.dumps({"EventType": 'payload-value\n{"forged":1}\n'}))
        served.post(OUTLINE, b"x" * 3_000_000)
        served.get(f"/nowhere?token={TOKEN}")
        served.end()
        log = (tmp_path / "log").read_text()
        lines = served.lines()
    assert [line["outcome"] for line in lines] == ["accepted", "accepted", "quarantined", "not-json", "unknown", "not-read"]
    assert [line["status"] for line in lines] == [200, 200, 422, 400, 200, 413]
    assert lines[1]["flags"] == ["duplicate"]
    assert lines[0]["identity"] == lines[1]["identity"]
    assert all(line.keys() <= KEYS for line in lines)
    assert not [word for word in ("payload-value", "forged", SECRET, TOKEN) if word in log]


KEYS = {"channel", "message", "outcome", "status", "bytes", "seconds", "identity", "flags"}


def test_being_told_to_end_under_load_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        enough = threading.Event()

        def requests() -> Iterator[bytes]:
            for number in range(1_000_000):
                if number == 500:
                    enough.set()
                yield request(OUTLINE, outline(number))

        answered: list[Answered] = []
        load = threading.Thread(target=lambda: answered.extend(asyncio.run(deliver(served.port, requests(), 64))))
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
