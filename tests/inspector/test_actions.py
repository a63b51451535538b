"""What the page does: each action on a real inbox, beside a real receiver."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from tests.support.arrivals import stored
from tests.support.consuming import broken, delivery, keep
from tests.support.inspecting import CHANNEL, PORN, Browser, inspecting, words
from tests.support.served import CLOSED, TOKEN, serving
from vodhooks.classification import Outcome
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import ReceivedDelivery
from vodhooks.inbox.tables import cursors, events, failures
from vodhooks.inspector import actions

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import StandIn


def rows(url: str, *columns: str) -> list[tuple[object, ...]]:
    engine = connect(url)
    found = [tuple(row) for row in stored(engine, *columns)]
    engine.dispose()
    return found


def quarantine_wrongly(url: str, *tasks: int) -> None:
    """Keep deliveries in quarantine that keep today's contract, as an earlier release may have."""
    kept = [delivery(task) for task in tasks]
    keep(
        url,
        [
            ReceivedDelivery(
                Outcome.QUARANTINED,
                CHANNEL,
                each.body,
                each.received_at,
                each.body.hex(),
                each.body[-16:],
                report=broken(1).report,
            )
            for each in kept
        ],
    )


def test_a_dead_letter_is_tried_again(store_url: str) -> None:
    keep(store_url, [delivery(task) for task in (1, 2, 3)])
    engine = connect(store_url)
    with engine.begin() as connection:
        for name in ("billing", "search"):
            connection.execute(insert(cursors).values(name=name, position=3, moved_at=1))
        for number in (1, 2, 3):
            row: dict[str, object] = {
                "event_id": number,
                "tries": 8,
                "failed_at": 1,
                "next_try": None,
            }
            row |= {"cursor": "billing", "error": "OSError", "dead": True}
            connection.execute(insert(failures).values(row))

    def dead() -> list[int]:
        query = select(failures.c.event_id).where(failures.c.dead).order_by(failures.c.event_id)
        with engine.connect() as connection:
            return [*connection.execute(query).scalars()]

    with inspecting(store_url) as browser:
        assert browser.post("/dead", cursor="billing", event="2")[::2] == (
            303,
            "/events/2?notice=retried&n=1&m=0",
        )
        assert "1 dead letters will be tried again." in browser.get("/events/2?notice=retried&n=1")
        assert dead() == [1, 3]
        assert browser.post("/dead", cursor="search")[2] == "/dead?notice=retried&n=0&m=0"
        assert browser.post("/dead", cursor="billing", event="x")[0] == 400
        assert dead() == [1, 3]
        assert browser.post("/dead", cursor="billing")[2] == "/dead?notice=retried&n=2&m=0"
        assert dead() == []
    engine.dispose()


def test_quarantine_is_validated_again_one_by_one(store_url: str) -> None:
    quarantine_wrongly(store_url, 1, 2)
    keep(store_url, [broken(3)])
    with inspecting(store_url) as browser:
        first, _, last = (number for (number,) in rows(store_url, "id"))
        assert browser.post(f"/events/{first}/validate")[2] == "/?notice=moved&n=1&m=0"
        assert browser.post(f"/events/{last}/validate")[2] == f"/events/{last}?notice=still&n=1&m=0"
        assert browser.post("/events/99/validate")[0] == 404
    assert sorted(str(outcome) for (outcome,) in rows(store_url, "outcome")) == [
        "accepted",
        "quarantined",
        "quarantined",
    ]


def test_all_of_quarantine_is_validated_in_steps(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store_url, [broken(1)])
    quarantine_wrongly(store_url, 2, 3)
    (stuck, second, third) = (number for (number,) in rows(store_url, "id"))
    del third
    monkeypatch.setattr(actions, "STEP_SECONDS", 0.0)
    with inspecting(store_url) as browser:
        where = browser.post("/quarantine")[2]
        assert where == f"/?outcome=quarantined&go_on={stuck}&notice=moved_all&n=0&m=1"
        html = browser.get(where)
        assert f'name="after" value="{stuck}"' in html
        assert "Go on validating" in html
        assert browser.post("/quarantine", after=str(stuck))[2].startswith(
            f"/?outcome=quarantined&go_on={second}&notice=moved_all&n=1"
        )
        monkeypatch.setattr(actions, "STEP_SECONDS", 60.0)
        assert browser.post("/quarantine", after=str(second))[2] == (
            "/?outcome=quarantined&notice=moved_all&n=1&m=0"
        )
    assert sorted(str(outcome) for (outcome,) in rows(store_url, "outcome")) == [
        "accepted",
        "accepted",
        "quarantined",
    ]


def test_old_events_are_removed_only_if_sure(store_url: str) -> None:
    now = time.time()
    keep(store_url, [delivery(1, at=now - 10 * 86_400), delivery(2, at=now - 86_400 / 2)])
    with inspecting(store_url) as browser:
        for fields in (
            {"days": "5"},
            {"days": "0", "sure": "yes"},
            {"days": "99999", "sure": "yes"},
        ):
            assert browser.post("/prune", **fields)[2] == "/prune?notice=unsure&n=0&m=0"
        assert len(rows(store_url, "id")) == 2
        assert browser.post("/prune", days="5", sure="yes", keep="yes")[2] == (
            "/prune?notice=pruned&n=1&m=0"
        )
        assert "1 events removed" in words(browser.get("/prune?notice=pruned&n=1&m=0"))
    assert len(rows(store_url, "id")) == 1


def test_what_a_consumer_has_not_handled_is_not_removed(store_url: str) -> None:
    keep(store_url, [delivery(1, at=time.time() - 10 * 86_400)])
    engine = connect(store_url)
    with engine.begin() as connection:
        connection.execute(insert(cursors).values(name="billing", position=0, moved_at=1))
    engine.dispose()
    with inspecting(store_url) as browser:
        assert browser.post("/prune", days="5", sure="yes")[2] == "/prune?notice=pruned&n=0&m=1"


def test_an_event_is_delivered_again_to_a_target_of_the_list(
    tmp_path: Path, stand_in: StandIn
) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    environ = {"VODHOOKS_TOKENS": TOKEN, "VODHOOKS_POLYV_SECRETS": "x"}
    with inspecting(url, targets=["http://127.0.0.1:9", stand_in.url], environ=environ) as browser:
        status, html, _ = browser.post("/events/1/replay", target="1")
        assert (status, "Answers 200" in words(html)) == (200, True)
        assert TOKEN not in html
        (path, headers, body) = stand_in.posts[0]
        assert path == f"/callbacks/polyv/video-outline?token={TOKEN}"
        assert headers["vodhooks-event-id"] == "1"
        assert body == delivery(1).body
        browser.post("/events/1/replay", target="1", sign="yes")
        assert stand_in.posts[1][2] != body
        assert "not connected" in browser.post("/events/1/replay", target="0")[1]
        for fields in ({"target": "2"}, {"target": stand_in.url}, {"target": "-1"}, {}):
            assert browser.post("/events/1/replay", **fields)[0] in {400, 404}
        assert browser.post("/events/9/replay", target="1")[0] == 404
    assert len(stand_in.posts) == 2


def test_signing_anew_without_the_secret_is_an_error_of_the_page(
    tmp_path: Path, stand_in: StandIn
) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    with inspecting(url, targets=[stand_in.url]) as browser:
        status, html, _ = browser.post("/events/1/replay", target="0", sign="yes")
    assert (status, "set VODHOOKS_POLYV_SECRETS" in html) == (422, True)
    assert stand_in.posts == []


def test_every_action_works_beside_a_receiver(tmp_path: Path) -> None:
    """On SQLite the receiver owns the file, and takes foreign writers for the end of its store."""
    with serving(tmp_path) as served:
        url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
        receiver = f"http://127.0.0.1:{served.port}"
        with inspecting(url, receiver=receiver, environ=CLOSED) as browser:
            act_on_everything(browser, url)
            status, html, _ = browser.post("/send", message=PORN)
            assert (status, "Answers 200" in words(html)) == (200, True)
        assert [row for row in served.kept("outcome") if row == ("quarantined",)] == []
        served.end()
        assert "store" not in served.complaints()


def act_on_everything(browser: Browser, url: str) -> None:
    for message in (PORN, f"{CHANNEL}.generate_fail"):
        status, html, _ = browser.post("/send", message=message)
        assert (status, "Answers 200" in words(html)) == (200, True), html
    quarantine_wrongly(url, 77)
    engine = connect(url)
    with engine.connect() as connection:
        query = select(events.c.id).where(events.c.outcome == Outcome.QUARANTINED)
        (number,) = connection.execute(query).scalars()
    engine.dispose()
    assert browser.post(f"/events/{number}/validate")[2] == "/?notice=moved&n=1&m=0"
    assert browser.post("/prune", days="1", sure="yes")[2] == "/prune?notice=pruned&n=0&m=0"
    assert browser.post("/dead", cursor="billing")[0] == 303


def test_a_sample_needs_a_receiver_and_a_message(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    with inspecting(url) as browser:
        assert "No receiver was named" in browser.get("/send?message=x")
        assert browser.post("/send", message=PORN)[0] == 404
    with inspecting(url, receiver="http://127.0.0.1:9") as browser:
        assert browser.post("/send", message="x")[0] == 404
        status, html, _ = browser.post("/send", message=f"{CHANNEL}.generate_fail")
        assert (status, "VODHOOKS_POLYV_SECRETS" in html) == (422, True)
        assert "not connected" in browser.post("/send", message=PORN)[1]
        assert "second" in browser.get(f"/send?message={PORN}")
