"""The receiver removes old events while it runs, recognises their retries, and says how an old inbox is brought over."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, text

from tests.inbox.test_tables import make_old
from tests.support.served import CLOSED, OUTLINE, outline, serving
from vodhooks.classification import classify
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import Inbox, ReceivedDelivery

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400 * 10**6
SECONDS = 60.0


def fill(store: str, *ages: float) -> None:
    """Put outlines into an inbox, numbered from 0, that came so many days ago."""
    engine = connect(store)
    now = round(time.time() * 1e6)
    for number, age in enumerate(ages):
        found = classify(outline(number), "polyv.video_outline")
        Inbox(engine).keep([ReceivedDelivery.of(found, now - round(age * DAY))])
    engine.dispose()


def test_old_events_go_and_their_retries_are_recognised(tmp_path: Path) -> None:
    fill(f"sqlite:///{tmp_path / 'inbox.sqlite3'}", 40, 31, 29)
    with serving(tmp_path, {**CLOSED, "VODHOOKS_RETENTION_DAYS": "30"}) as served:
        end = time.monotonic() + SECONDS
        while len(served.kept("id")) > 1:
            assert time.monotonic() < end
            time.sleep(0.05)
        for number in (0, 1, 2, 3):
            assert served.post(OUTLINE, outline(number)).startswith(b"HTTP/1.1 200 ")
        assert served.end() == -15
        assert served.kept("deliveries") == [(2,), (1,)]
    flags = [line.get("flags") for line in served.lines() if line.get("outcome") == "accepted"]
    assert flags == [["duplicate"], ["duplicate"], ["duplicate"], None]


def test_nothing_goes_where_it_is_not_asked_for(tmp_path: Path) -> None:
    fill(f"sqlite:///{tmp_path / 'inbox.sqlite3'}", 4000)
    with serving(tmp_path) as served:
        assert served.post(OUTLINE, outline(1)).startswith(b"HTTP/1.1 200 ")
        assert served.end() == -15
        assert len(served.kept("id")) == 2


def test_it_is_said_how_far_an_old_inbox_has_been_brought_over(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    make_old(store, 2)
    with serving(tmp_path) as served:
        assert "bringing the inbox to this release: 2 of 2 events\n" in served.said
        assert served.post(OUTLINE, outline(1)).startswith(b"HTTP/1.1 200 ")
        assert served.end() == -15
    engine = create_engine(store)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM payloads")).scalar_one() == 3
    engine.dispose()
