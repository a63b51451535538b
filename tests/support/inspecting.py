"""Inboxes with something of everything, and the page over them, in this process or in another."""

from __future__ import annotations

import os
import re
import subprocess
import time
from contextlib import contextmanager
from html import unescape
from itertools import count
from socket import create_server
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import orjson
import uvicorn
from sqlalchemy import insert

from tests.support.commands import start
from vodhooks.classification import classify
from vodhooks.inbox.attachments import Attachment, attach
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.refusals import RefusalBounds, RefusedDelivery, keep_refused
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.inbox.tables import cursors, failures
from vodhooks.inspector.actions import Actions
from vodhooks.inspector.app import inspector
from vodhooks.inspector.security import Password, Sessions
from vodhooks.inspector.views import Views
from vodhooks.testing import example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.types import ASGIApp

    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import RequestBatch

CHANNEL = "polyv.video_outline"
PORN = "ucloud.umedia.porn"
PASSWORD = "a password that is long enough"
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")}
SOON = 60.0
"""How long news may take in a test; on a machine that is not busy it is less than a second."""

SIGN = "5EC7E7" * 6 + "5EC7"
"""A signature that no page shows unless it is asked to."""

ELSEWHERE = "signature-of-a-file-SECRET"
"""A secret in the query of a URL."""

SCRIPT = "\"'><script>window.hit=1</script><img src=x onerror=window.hit=1>{{7*7}}\u202e\x07</pre>"
"""What a stranger would write everywhere."""

EVENTS = (1, 2, 3, 4, 5, 6, 9)
ACCEPTED, DRIFTING, QUARANTINED, HOSTILE, UNKNOWN, REPEATED, CONFLICT = EVENTS
"""The ids of the events in the inbox; those between were given to what was no new event."""


class NoMutations:
    """Knows two mutations, of which each sends a sample with another token."""

    def names(self, endpoint: Endpoint) -> list[str]:
        return [f"{endpoint.message}/first", "second"]

    def attack(self, name: str, endpoint: Endpoint) -> RequestBatch:
        raise AssertionError(name, endpoint)


def outline(task: int, **members: object) -> bytes:
    payload = {**example(f"{CHANNEL}.generate_success"), "taskId": task, "sign": SIGN}
    return orjson.dumps(payload | members)


def fill(url: str) -> None:
    """Make an inbox with each outcome, most flags, hostile texts, and failures of consumers."""
    engine = connect(url)
    inbox = Inbox(engine)
    moments = count(round(time.time() * 1e6) - 60_000_000, 1_000_000)
    hostile = {"taskId": SCRIPT, SCRIPT: [SCRIPT, {SCRIPT: SCRIPT}], "sign": SIGN}
    unknown = {
        "EventType": SCRIPT,
        "a": SCRIPT,
        "url": f"https://f.example/v.mp4?t=1&sign={ELSEWHERE}",
    }
    bodies = [
        (CHANNEL, outline(1)),
        (CHANNEL, outline(3, brandNew=[1], nested={"apiToken": SIGN})),
        (CHANNEL, outline(4, vid=[])),
        (CHANNEL, orjson.dumps({**orjson.loads(outline(5)), **hostile})),
        ("tencent.vod", orjson.dumps(unknown)),
        (PORN, orjson.dumps(example(PORN))),
        (CHANNEL, outline(1, vid="another")),
        (PORN, orjson.dumps(example(PORN))),
    ]
    for channel, body in bodies:
        inbox.keep([ReceivedDelivery.of(classify(body, channel), next(moments))])
    attach(
        engine,
        ACCEPTED,
        Attachment("tencent.vod.segment_set_file", 10**15, True, orjson.dumps([SCRIPT])),  # noqa: FBT003 # as the row has it
    )
    refused = RefusedDelivery(CHANNEL, b"{}", next(moments), "signature-mismatch", "one")
    keep_refused(engine, [refused], RefusalBounds(9, 9999, 10**15), next(moments))
    with engine.begin() as connection:
        rows: list[dict[str, Any]] = [
            {"name": "billing", "position": CONFLICT, "moved_at": 1},
            {"name": "search", "position": DRIFTING, "moved_at": 1},
        ]
        connection.execute(insert(cursors), rows)
        failed: dict[str, Any] = {"cursor": "billing", "tries": 8, "failed_at": 10**15}
        dead: list[dict[str, Any]] = [
            {
                **failed,
                "event_id": ACCEPTED,
                "next_try": None,
                "error": "TimeoutError",
                "dead": True,
            },
            {**failed, "event_id": UNKNOWN, "next_try": None, "error": SCRIPT, "dead": True},
            {**failed, "event_id": CONFLICT, "next_try": 10**15, "error": "OSError", "dead": False},
        ]
        connection.execute(insert(failures), dead)
    engine.dispose()


@contextmanager
def inspecting(
    url: str,
    *,
    passwords: Sequence[str] = (),
    receiver: str = "",
    targets: Sequence[str] = (),
    hosts: Sequence[str] = (),
    environ: dict[str, str] | None = None,
) -> Iterator[Browser]:
    """Run the page over an inbox in this process."""
    engine = reader(url, refuses_writes=True)
    actions = Actions(url, environ or {}, receiver, targets, NoMutations())
    sessions = Sessions(Password(passwords) if passwords else None)
    application = inspector(engine, Views(engine), actions, sessions, hosts=hosts)
    with running(application) as home, httpx.Client(base_url=home, timeout=60) as client:
        yield Browser(client)
    engine.dispose()


def address(process: subprocess.Popen[bytes]) -> str:
    """Wait until a process says where the page is, and return the URL without its path."""
    assert process.stderr
    said = ""
    while not (found := re.search(r"can be seen at (http://\S+)/\n", said)):
        line = process.stderr.readline().decode()
        assert line, said
        said += line
    return found[1]


@contextmanager
def running(application: ASGIApp) -> Iterator[str]:
    """Run an application in a thread, and yield its URL."""
    config = uvicorn.Config(application, log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    with create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


class Browser:
    """Asks for pages as a browser would: with cookies, and the origin and the token of forms."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.home = str(client.base_url).rstrip("/")

    def get(self, path: str, **headers: str) -> str:
        answer = self.client.get(path, headers=_spelled(headers))
        assert answer.status_code == 200, answer.text
        return answer.text

    def token(self, path: str = "/prune") -> str:
        found = re.search(r'name="token" value="(\w+)"', self.client.get(path).text)
        assert found
        return found[1]

    def post(self, path: str, _page: str = "/prune", **fields: str) -> tuple[int, str, str]:
        """Send a form, and return status, text and where it goes on."""
        data = {"token": self.token(_page), **fields}
        answer = self.client.post(path, data=data, headers={"origin": self.home})
        return answer.status_code, answer.text, answer.headers.get("location", "")


@contextmanager
def page(
    url: str, *arguments: str, **environ: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run `vodhooks inspect`, and yield its URL and its process."""
    command = ["inspect", "--store", url, "--port", "0", *arguments]
    pipe = subprocess.PIPE
    with start(command, {**ENVIRON, **environ}, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield address(process), process
        finally:
            process.kill()


@contextmanager
def news(home: str, query: str) -> Iterator[Iterator[str]]:
    """Follow a live list, and yield its lines."""
    with (
        httpx.Client(base_url=home, timeout=SOON) as client,
        client.stream("GET", f"/live?{query}") as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert next(lines) == "retry: 1000"
        yield lines


def row_of(lines: Iterator[str]) -> str:
    return next(line for line in lines if "<tr id=" in line)


def log_in(browser: Browser, password: str, cookie: str = "") -> httpx.Response:
    """Fill in the form; the cookie is only for TLS, and so has to be carried by hand."""
    page = browser.client.get("/login")
    cookie = cookie or page.headers["set-cookie"].partition(";")[0]
    found = re.search(
        r'name="token" value="(\w+)"', browser.client.get("/login", headers={"cookie": cookie}).text
    )
    assert found
    return browser.client.post(
        "/login",
        data={"token": found[1], "password": password},
        headers={"origin": browser.home, "cookie": cookie},
    )


def words(html: str) -> str:
    """Return the text of a page, blanks evened out."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _spelled(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
