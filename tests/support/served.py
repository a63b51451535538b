"""Runs `vodhooks serve` in a process of its own and talks to it over sockets."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import create_engine, select

from tests.support.commands import start
from vodhooks.inbox.tables import events
from vodhooks.testing import example, sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

OUTLINE = "/callbacks/polyv/video-outline"
SECRET = "a secret that only the vendor knows"
TOKEN = "a-token-that-nobody-guesses"
CLOSED = {
    "VODHOOKS_POLYV_SECRETS": SECRET,
    "VODHOOKS_TOKENS_TENCENT_VOD": TOKEN,
    "VODHOOKS_TOKENS_UCLOUD_UMEDIA_TRANSCODE": TOKEN,
    "VODHOOKS_TOKENS_UCLOUD_UMEDIA_SCREENSHOT": TOKEN,
    "VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE": TOKEN,
    "VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN": TOKEN,
}
SECONDS = 20.0
"""How long any single wait may take before a test fails."""


@dataclass(frozen=True, slots=True)
class Served:
    """A receiver that runs."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path
    said: str = ""
    """What it said on standard error before it listened."""

    def complaints(self) -> str:
        """Return what the receiver, which has ended, has said on standard error since it listened."""
        assert self.process.stderr
        return self.process.stderr.read().decode()

    def send(self, data: bytes, *, finish: bool = False) -> bytes:
        """Send bytes over a connection of their own, and return all that comes back."""
        with self.connected() as connection:
            connection.sendall(data)
            if finish:
                connection.shutdown(socket.SHUT_WR)
            return drained(connection)

    def connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), SECONDS)

    def get(self, path: str) -> bytes:
        return self.send(f"GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode())

    def post(self, path: str, body: bytes, **headers: str) -> bytes:
        return self.send(posted(path, body, connection="close", **headers))

    def lines(self) -> list[dict[str, object]]:
        """Return what the receiver, which has ended, has logged."""
        return [orjson.loads(line) for line in (self.folder / "log").read_bytes().splitlines()]

    def kept(self, *columns: str) -> list[tuple[object, ...]]:
        """Return columns of all events in the inbox."""
        engine = create_engine(f"sqlite:///{self.folder / 'inbox.sqlite3'}")
        with engine.connect() as connection:
            rows = connection.execute(
                select(*(events.c[column] for column in columns)).order_by(events.c.id)
            ).all()
        engine.dispose()
        return [tuple(row) for row in rows]

    def end(self) -> int:
        """Tell it to end, and return its exit code."""
        self.process.terminate()
        return self.process.wait(SECONDS)


@contextmanager
def serving(
    folder: Path, settings: Mapping[str, str] = CLOSED, *arguments: str
) -> Iterator[Served]:
    """Run a receiver on a port of its own, with its inbox and log in a folder."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }
    store = f"sqlite:///{folder / 'inbox.sqlite3'}"
    command = ["serve", "--port", "0", "--store", store, *arguments]
    environment = {**inherited, **settings}
    with (
        open(folder / "log", "ab") as log,
        start(command, environment, stdout=log, stderr=subprocess.PIPE) as process,
    ):
        try:
            assert process.stderr
            said = ""
            while not (port := re.search(r"listening on .*, port (\d+)\n", said)):
                line = process.stderr.readline().decode()
                assert line, said
                said += line
            yield Served(process, int(port[1]), folder, said)
        finally:
            process.kill()
            process.wait(SECONDS)


def posted(path: str, body: bytes, **headers: str) -> bytes:
    """Return a POST as it goes over the wire; headers in Python's spelling, each may be replaced."""
    named = {
        "host": "x",
        "content_type": "application/json",
        "content_length": str(len(body)),
        **headers,
    }
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items())
    return f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def outline(task: int = 1, **members: object) -> bytes:
    """Return a signed outline callback."""
    payload = {**example("polyv.video_outline.generate_success"), "taskId": task, **members}
    return orjson.dumps(sign(payload, "polyv.video_outline", SECRET, time.time()))


def drained(connection: socket.socket) -> bytes:
    """Return all that still comes."""
    received = b""
    while chunk := _chunk(connection):
        received += chunk
    return received


def _chunk(connection: socket.socket) -> bytes:
    try:
        return connection.recv(65536)
    except ConnectionResetError:
        return b""


def status(answer: bytes) -> int:
    """Return the status of an answer, 0 where there is none."""
    return int(answer[9:12] or 0)


def problem_of(answer: bytes) -> dict[str, object]:
    """Return the problem details of an answer."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"content-type: application/problem+json" in head
    found: dict[str, object] = orjson.loads(body)
    return found


def unmended(folder: Path) -> dict[str, str]:
    """Return settings of a receiver on uvicorn's own protocol, as a control: what is mended must show there."""
    (folder / "sitecustomize.py").write_text("""
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from vodhooks.receiver import protocol
protocol.bounded_protocol = lambda bounds: HttpToolsProtocol
""")
    return {
        **CLOSED,
        "PYTHONPATH": os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }


def statuses(answers: bytes) -> list[int]:
    """Return the statuses of the answers on one connection."""
    return [int(found) for found in re.findall(rb"HTTP/1\.1 (\d{3}) ", answers)]
