"""Workers as processes: killed, taken over from, ended, and beside a receiver."""

from __future__ import annotations

import signal
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.support.consuming import SECONDS, command, delivery, keep, wait_until
from tests.support.served import CLOSED, OUTLINE, outline, serving, status
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.store import Inbox
from vodhooks.outbox.cursors import measure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.databases import Postgres

TASKS = 600

APP = """
import os
from vodhooks.outbox import Handlers

handlers = Handlers()
log = os.open("handled", os.O_WRONLY | os.O_APPEND | os.O_CREAT)


@handlers.otherwise
async def rest(event):
    os.write(log, b"%d\\n" % event.payload["taskId"])
"""

TRANSACTIONAL = """
from sqlalchemy import text
from vodhooks.outbox import Handlers

handlers = Handlers()


@handlers.otherwise
def rest(event, connection):
    connection.execute(text("INSERT INTO effects VALUES (:task)"), {"task": event.payload["taskId"]})
"""


def handled(folder: Path) -> list[int]:
    file = folder / "handled"
    lines = file.read_bytes().split(b"\n")[:-1] if file.exists() else []
    return [int(line) for line in lines]


def write(url: str, first: int, last: int) -> None:
    engine = connect(url)
    inbox = Inbox(engine)
    for task in range(first, last, 10):
        inbox.keep([delivery(each) for each in range(task, task + 10)])
    engine.dispose()


def test_killed_workers_lose_nothing_and_a_standby_takes_over(
    store_url: str, tmp_path: Path
) -> None:
    (tmp_path / "app.py").write_text(APP)
    arguments = ("handle", "app:handlers", "--name", "billing", "--store", store_url)
    keep(store_url, [delivery(-1)])
    with ThreadPoolExecutor(1) as thread, command(tmp_path, *arguments) as first:
        wait_until(lambda: handled(tmp_path))
        with command(tmp_path, *arguments) as standby, command(tmp_path, *arguments) as third:
            writing = thread.submit(write, store_url, 0, TASKS // 2)
            wait_until(lambda: len(handled(tmp_path)) > TASKS // 4)
            first.kill()
            before = len(handled(tmp_path))  # it may have handled its whole half
            rest = thread.submit(write, store_url, TASKS // 2, TASKS)
            wait_until(lambda: len(handled(tmp_path)) > before + TASKS // 4)
            standby.kill()  # it may be the active one, or the third
            writing.result(SECONDS)
            rest.result(SECONDS)
            engine = reader(store_url)
            wait_until(lambda: measure(engine, "billing").lag == 0)
            engine.dispose()
            third.send_signal(signal.SIGTERM)
            assert third.wait(SECONDS) == 0
    counts = Counter(handled(tmp_path))
    assert counts.keys() == {-1, *range(TASKS)}
    # A kill falls into one batch: of what it had handed on, the mark was not written.
    assert max(counts.values()) <= 3


def test_killed_workers_do_each_transaction_once(postgres: Postgres, tmp_path: Path) -> None:
    url = postgres.url
    (tmp_path / "app.py").write_text(TRANSACTIONAL)
    keep(url, [delivery(-1)])
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE effects (task BIGINT)")

    def done() -> list[int]:
        with engine.connect() as connection:
            return list(connection.exec_driver_sql("SELECT task FROM effects").scalars())

    def reached(wanted: int) -> bool:
        return len(done()) > wanted

    arguments = ("handle", "app:handlers", "--name", "billing", "--store", url)
    with ThreadPoolExecutor(1) as thread:
        writing = thread.submit(write, url, 0, TASKS)
        for wanted in (TASKS // 5, TASKS // 2):
            with command(tmp_path, *arguments):
                wait_until(partial(reached, wanted))
        writing.result(SECONDS)
        with command(tmp_path, *arguments, "--until-empty") as last:
            assert last.wait(SECONDS) == 0
    assert sorted(done()) == [-1, *range(TASKS)]
    engine.dispose()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_handlers_run_beside_a_receiver_and_end_with_it(
    end: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.py").write_text(APP)
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    with serving(tmp_path, {**CLOSED}, "--handlers", "app:handlers") as receiver:
        for task in range(5):
            assert status(receiver.post(OUTLINE, outline(task))) == 200
        wait_until(lambda: len(handled(tmp_path)) == 5)
        receiver.process.send_signal(end)
        receiver.process.wait(SECONDS)
    keep(url, [delivery(9)])
    with command(tmp_path, "handle", "app:handlers", "--name", "handlers", "--store", url) as next_:
        wait_until(lambda: 9 in handled(tmp_path))  # the one beside the receiver has let go
        next_.terminate()
        assert next_.wait(SECONDS) == 0
    assert Counter(handled(tmp_path)) == Counter([*range(5), 9])
