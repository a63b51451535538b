"""What a clean end leaves, and who may read it: one file with all that was acknowledged, for its owner alone."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.bench.endurance import Load
from tests.support.served import CLOSED, SECONDS, serving, status
from vodhooks.inbox.database import connect, own, reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOME = 300


def copied(folder: Path) -> set[str]:
    """Return the identities in a copy of the one file that is left of an inbox."""
    assert sorted(file.name for file in folder.glob("inbox*")) == [
        "inbox.sqlite3",
        "inbox.sqlite3.owner",
    ]
    copy = folder / "elsewhere"
    copy.mkdir()
    shutil.copyfile(folder / "inbox.sqlite3", copy / "copy")
    with closing(sqlite3.connect(copy / "copy")) as connection:
        return {identity for (identity,) in connection.execute("SELECT identity FROM events")}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("counting", ["0", "1"])
def test_a_receiver_leaves_one_file(tmp_path: Path, number: signal.Signals, counting: str) -> None:
    with serving(tmp_path, {**CLOSED, "VODHOOKS_COUNT_STORED": counting}) as served:
        with Load(served.port) as load:
            load.wait(SOME)
            assert status(served.get("/stored")) == (200 if counting == "1" else 404)
            served.process.send_signal(number)
            served.process.wait(SECONDS)
        assert served.process.returncode == -number
        assert load.acknowledged <= copied(tmp_path)
    assert len(load.acknowledged) >= SOME


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


@pytest.mark.parametrize("link", [False, True])
def test_all_files_of_an_inbox_are_their_owners_alone(
    tmp_path: Path, umask: int, *, link: bool
) -> None:
    os.umask(0o022)
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder / "inbox")
    url = f"sqlite:///{tmp_path / 'link' if link else folder / 'inbox'}"
    os.umask(umask)
    release = own(url)
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE vodhooks_inbox SET version = version")
    assert modes(folder) == dict.fromkeys(("inbox", "inbox-wal", "inbox-shm", "inbox.owner"), 0o600)
    engine.dispose()
    release()
    with reader(url).connect() as reading:
        assert reading.exec_driver_sql("SELECT count(*) FROM events").scalar_one() == 0
        assert modes(folder) == dict.fromkeys(
            ("inbox", "inbox-wal", "inbox-shm", "inbox.owner"), 0o600
        )
    assert os.umask(umask) == umask


def test_the_rights_that_an_operator_gave_stay(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox'}"
    connect(url).dispose()
    (tmp_path / "inbox").chmod(0o640)
    engine = connect(url)
    assert modes(tmp_path) == dict.fromkeys(("inbox", "inbox-wal", "inbox-shm"), 0o640)
    engine.dispose()
