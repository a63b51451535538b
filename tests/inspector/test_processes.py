"""The page as a process: beside a receiver, before there is one, live."""

from __future__ import annotations

import re
import time
from contextlib import closing
from typing import TYPE_CHECKING

import httpx
import psycopg
import pytest

from tests.support.commands import run
from tests.support.consuming import delivery, keep
from tests.support.inspecting import (
    ENVIRON,
    PASSWORD,
    SOON,
    Browser,
    address,
    inspecting,
    log_in,
    news,
    page,
    row_of,
    words,
)
from tests.support.served import CLOSED, OUTLINE, SECONDS, outline, serving, status

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.databases import Postgres


def test_the_page_runs_beside_a_receiver_and_ends_with_it(tmp_path: Path) -> None:
    with serving(tmp_path, CLOSED, "--inspect=0") as served:
        home = address(served.process)
        with news(home, "after=0") as lines:
            assert status(served.post(OUTLINE, outline(1))) == 200
            assert '<tr id="event-1" class="accepted">' in row_of(lines)
            assert status(served.post(OUTLINE, outline(2))) == 200
            assert '<tr id="event-2" class="accepted">' in row_of(lines)
            with closing(httpx.Client(base_url=home, timeout=SOON)) as client:
                browser = Browser(client)
                message = "polyv.video_outline.generate_fail"
                assert "Answers 200" in words(browser.post("/send", message=message)[1])
            served.process.terminate()
            assert served.process.wait(SECONDS) in {0, -15}
            end = time.monotonic() + SOON
            while not is_gone(home):
                assert time.monotonic() < end
                time.sleep(0.05)


def is_gone(home: str) -> bool:
    try:
        httpx.get(home, timeout=SOON)
    except httpx.TransportError:
        return True
    return False


def test_a_live_list_goes_on_where_it_was_and_has_only_what_matches(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(task) for task in (1, 2, 3)])
    with inspecting(url) as browser:
        for query, headers, first in (
            ("after=1", {}, 3),
            ("after=1", {"last-event-id": "2"}, 3),
            ("after=0&flag=drift", {}, 4),
        ):
            with browser.client.stream("GET", f"/live?{query}", headers=headers) as answer:
                if first == 4:
                    keep(url, [delivery(4, brandNew=1)])
                lines = answer.iter_lines()
                assert f'"event-{first}"' in row_of(lines)
        for query in ("", "after=x", f"after={10**30}", "after=1&flag=x"):
            assert browser.client.get(f"/live?{query}").status_code == 400


def test_a_live_list_ends_with_its_session(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    with inspecting(url, passwords=[PASSWORD]) as browser:
        cookie = log_in(browser, PASSWORD).headers["set-cookie"].partition(";")[0]
        headers = {"origin": browser.home, "cookie": cookie}
        with browser.client.stream("GET", "/live?after=0", headers=headers) as answer:
            lines = answer.iter_lines()
            row_of(lines)
            token = re.search(
                r'name="token" value="(\w+)"', browser.client.get("/", headers=headers).text
            )
            assert token
            browser.client.post("/logout", data={"token": token[1]}, headers=headers)
            assert [line for line in lines if "<tr" in line] == []


def test_live_lists_are_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    monkeypatch.setattr("vodhooks.inspector.app.STREAMS", 1)
    with inspecting(url) as browser, browser.client.stream("GET", "/live?after=0") as first:
        lines = first.iter_lines()  # has to stay, or the list would end
        row_of(lines)
        with browser.client.stream("GET", "/live?after=0") as second:
            assert second.status_code == 503
        del lines


def test_a_live_list_holds_no_transaction(postgres: Postgres) -> None:
    keep(postgres.url, [delivery(1)])
    with page(postgres.url) as (home, _), news(home, "after=0") as lines:
        row_of(lines)
        with psycopg.connect(postgres.url.replace("+psycopg", ""), autocommit=True) as watching:
            for _ in range(20):
                held = watching.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'vodhooks'"
                    " AND xact_start < clock_timestamp() - interval '5 seconds'"
                ).fetchone()
                assert held == (0,)
                time.sleep(0.05)


def test_the_log_is_emptied_while_a_live_list_is_read(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    with page(url) as (home, _), news(home, "after=0") as lines:
        row_of(lines)
        for task in range(2, 6):
            keep(
                url, [delivery(task)]
            )  # its last connection moves the log into the file, if it can
            row_of(lines)
        log = tmp_path / "inbox.sqlite3-wal"
        assert not log.exists() or log.stat().st_size < 2**20


def test_the_page_may_be_there_before_a_receiver(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, [delivery(1)])
    with page(url) as (home, process), httpx.Client(base_url=home, timeout=SOON) as client:
        browser = Browser(client)
        assert "event-1" in browser.get("/")
        with serving(tmp_path) as served:
            assert status(served.post(OUTLINE, outline(2))) == 200
            assert "event-2" in browser.get("/")
            assert status(served.post(OUTLINE, outline(3))) == 200
            served.end()
            assert served.complaints() == ""
        assert "event-3" in browser.get("/")
        process.terminate()
        assert process.wait(SECONDS) in {0, -15}


@pytest.mark.parametrize(
    ("arguments", "environ", "complaint"),
    [
        ((), {}, "there is no inbox: "),
        (
            ("--host", "0.0.0.0"),  # noqa: S104 # is refused
            {},
            "beyond loopback the page needs a password: set VODHOOKS_INSPECT_PASSWORD\n",
        ),  # is refused
        (
            ("--target", "ftp://x"),
            {},
            "the URL to send to is not of the form http://host:port/path\n",
        ),
        ((), {"VODHOOKS_INSPECT_TARGETS": "x y"}, "the URL to send to is not of the form"),
        ((), {"VODHOOKS_INSPECT_PASWORD": "x"}, "did you mean VODHOOKS_INSPECT_PASSWORD?"),
    ],
)
def test_wrong_usage_ends_with_2(
    tmp_path: Path, arguments: tuple[str, ...], environ: dict[str, str], complaint: str
) -> None:
    command = ["inspect", "--store", f"sqlite:///{tmp_path / 'none.sqlite3'}", "--port", "0"]
    done = run([*command, *arguments], {**ENVIRON, **environ}, b"", tmp_path)
    assert (done.returncode, complaint in done.stderr) == (2, True), done.stderr
