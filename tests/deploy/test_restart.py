"""A restart behind a socket that systemd keeps open refuses no delivery, and loses none."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.support.activation import activated, deliver_through_restarts, wait_until
from tests.support.served import OUTLINE, SECONDS, Served, drained, outline, posted, serving, status
from vodhooks.inbox.database import reader
from vodhooks.inbox.queries import EventFilter, count_events

if TYPE_CHECKING:
    from pathlib import Path

DELIVERIES = 300


def stored(folder: Path) -> int:
    engine = reader(f"sqlite:///{folder}/inbox.sqlite3")
    try:
        return count_events(engine, EventFilter())
    finally:
        engine.dispose()


def accepts(served: Served) -> bool:
    try:
        served.connected().close()
    except ConnectionRefusedError:
        return False
    return True


def test_a_restart_refuses_no_delivery(tmp_path: Path) -> None:
    with activated(tmp_path) as receiver:
        answers = deliver_through_restarts(receiver, DELIVERIES, restarts=2)
        assert answers == {200: DELIVERIES}
        assert receiver.starts() == 3
        assert stored(tmp_path) == DELIVERIES


def test_who_has_just_connected_is_answered_by_a_receiver_that_ends(tmp_path: Path) -> None:
    with serving(tmp_path) as served, served.connected() as fresh, served.connected() as kept:
        kept.sendall(posted(OUTLINE, outline(1)))
        assert status(kept.recv(65536)) == 200
        served.process.terminate()
        wait_until(lambda: not accepts(served))
        for number, connection in enumerate((fresh, kept), 2):
            connection.sendall(posted(OUTLINE, outline(number)))
            answer = drained(connection)
            assert status(answer) == 200
            assert b"connection: close" in answer.lower()
        assert served.process.wait(SECONDS) == -15
        assert len(served.kept("id")) == 3


def test_a_hangup_ends_no_receiver(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        served.process.send_signal(1)
        assert status(served.post(OUTLINE, outline())) == 200


def test_what_is_handed_over_has_to_be_a_socket_that_listens(tmp_path: Path) -> None:
    script = 'export LISTEN_PID=$BASHPID LISTEN_FDS=1; exec "$@" 3< /dev/null'
    command = ["bash", "-c", script, "x", sys.executable, "-m", "vodhooks", "serve", "--insecure"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.startswith("vodhooks: descriptor 3 is no socket: ")
