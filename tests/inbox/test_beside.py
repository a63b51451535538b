"""A process that writes beside the receiver may be killed in the middle of it, and the receiver goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.arrivals import Inbox, accepted, stored
from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect, own

if TYPE_CHECKING:
    from pathlib import Path

WRITE = """
import os, signal, sqlite3, sys
from vodhooks.inbox.database import join

url, how = sys.argv[1:]
if how == "beside":
    connection = join(url).connect()
    run = connection.exec_driver_sql
else:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    run = connection.execute
    run("BEGIN IMMEDIATE")
run("PRAGMA cache_size=2")
numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 300)"
run(f"INSERT INTO cursors {numbers} SELECT hex(randomblob(2000)), i, 0 FROM n")
assert os.stat(url.removeprefix("sqlite:///") + "-wal").st_size > 500_000
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_while_it_writes(url: str, how: str) -> None:
    """Write more than memory may hold, so that the log has it before a commit, and be killed."""
    done = subprocess.run([sys.executable, "-c", WRITE, url, how], check=False)
    assert done.returncode == -signal.SIGKILL


def test_a_writer_beside_that_is_killed_is_no_foreign_hand(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    release = own(url)
    engine = connect(url)
    inbox = Inbox(engine)
    for name in ("one", "two", "three"):
        inbox.keep([accepted(name)])
        killed_while_it_writes(url, "beside")
    inbox.keep([accepted("four")])
    assert len(stored(engine, "identity")) == 4
    killed_while_it_writes(url, "without a word")  # the control
    with pytest.raises(StoreError, match="written to by another program"):
        inbox.keep([accepted("five")])
    engine.dispose()
    release()
