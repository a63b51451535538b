"""Pictures of the inspector's pages, taken in a browser while the site is built."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import orjson
from playwright.sync_api import sync_playwright
from sqlalchemy import insert

from vodhooks.catalogue import bundle, catalogue
from vodhooks.classification import classify
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.inbox.tables import cursors, failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["add"]

CHANNEL = "polyv.video_outline"
PAGE = "inspector.md"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SHOTS = {
    "list": ("/", "The list, with the state of the inbox above it"),
    "quarantined": (
        "/events/{quarantined}",
        "A delivery in quarantine, marked where it breaks the contract",
    ),
    "conflict": ("/events/{conflict}", "An event with another content than the one before it"),
    "rule": (
        f"/rule?message={CHANNEL}.generate_success&form=wire&pointer=/properties/vid/type",
        "A rule of the contract",
    ),
    "dead": ("/dead", "Dead letters"),
    "send": (
        f"/send?message={CHANNEL}.generate_fail",
        "A sample, to be sent with or without a mutation",
    ),
    "prune": ("/prune", "Removing old events"),
}
"""The address of each page, and what the picture shows."""


def add(pages: Path) -> None:
    """Take the pictures, and show them at the end of the inspector's page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("NOT MADE: no Chromium is installed that could take pictures of the inspector")
        return
    lines = ["\n## What it looks like\n"]
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/inbox.sqlite3"
        numbers = _fill(url)
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        with _inspecting(url) as home:
            page = launched.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB")
            for name, (path, title) in SHOTS.items():
                page.goto(home + path.format(**numbers))
                page.screenshot(path=pages / "assets" / f"inspector-{name}.png", full_page=True)
                lines.append(f"![{title}](assets/inspector-{name}.png)\n\n*{title}.*\n")
        launched.close()
    with (pages / PAGE).open("a", encoding="utf-8") as written:
        written.write("\n".join(lines))


def _fill(url: str) -> dict[str, int]:
    """Make an inbox of the vendors' samples, and return the ids of two events in it."""
    engine = connect(url)
    inbox = Inbox(engine)
    samples = [
        (message.channel, bundle(name)["examples"][0])
        for name, message in catalogue().messages.items()
        if message.channel
    ]
    success = bundle(f"{CHANNEL}.generate_success")["examples"][0]
    made: list[tuple[str, dict[str, Any]]] = [
        *samples[::3],
        ("tencent.vod", {"EventType": "NotYetKnown", "Number": 7}),
        (CHANNEL, {**success, "vid": ["c560fac50f"]}),
        (CHANNEL, {**success, "title": "Another title"}),
    ]
    ids = [
        inbox.keep([_delivery(channel, payload, len(made) - number)])[0].id
        for number, (channel, payload) in enumerate(made)
    ]
    failed = {"cursor": "billing", "tries": 8, "failed_at": _ago(60), "next_try": None}
    with engine.begin() as connection:
        connection.execute(
            insert(cursors).values(name="billing", position=ids[-2], moved_at=_ago(60))
        )
        connection.execute(
            insert(failures).values(event_id=ids[0], error="TimeoutError", dead=True, **failed)
        )
    engine.dispose()
    return {"quarantined": ids[-2], "conflict": ids[-1]}


def _delivery(channel: str, payload: dict[str, Any], minutes: int) -> ReceivedDelivery:
    return ReceivedDelivery.of(classify(orjson.dumps(payload), channel), _ago(minutes * 60))


def _ago(seconds: float) -> int:
    return round((time.time() - seconds) * 1e6)


@contextmanager
def _inspecting(url: str) -> Iterator[str]:
    """Run the inspector, and yield its URL without a path."""
    command = [sys.executable, "-m", "vodhooks", "inspect", "--store", url, "--port", "0"]
    command += ["--receiver", "http://127.0.0.1:8000"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stderr or ():
                if found := re.search(r"can be seen at (http://\S+)/", line):
                    yield found[1]
                    break
            else:
                sys.exit("the inspector has not started")
        finally:
            process.terminate()
