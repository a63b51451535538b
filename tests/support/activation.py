"""A receiver behind a socket that outlives it: systemd's own tool opens the socket, and a shell starts the receiver again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.proxies import free_port, tool
from tests.support.served import CLOSED, OUTLINE, SECONDS, drained, outline, posted, status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Activated", "activated", "deliver_through_restarts", "wait_until"]

SUPERVISOR = """
while :; do
    (export LISTEN_PID=$BASHPID; echo $BASHPID > pid; exec "$@" 2>> said)
done
"""
"""What systemd does with a service: the same socket, for one process after the other."""


@dataclass(frozen=True, slots=True)
class Activated:
    """A receiver that is started again whenever it ends."""

    port: int
    folder: Path

    def pid(self) -> int:
        """Return the process id of the receiver; it may have ended already."""
        return int((self.folder / "pid").read_text() or 0)

    def starts(self) -> int:
        """Return how many receivers have begun to listen."""
        with suppress(FileNotFoundError):
            return (self.folder / "said").read_text().count("listening on")
        return 0

    def restart(self) -> None:
        """End the receiver as `systemctl restart` does, and wait until the next one listens."""
        before = self.starts()
        os.kill(self.pid(), signal.SIGTERM)
        wait_until(lambda: self.starts() > before)

    def deliver(self, number: int) -> int:
        """Deliver an event on a connection of its own, and return the status; 0 without an answer."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), SECONDS) as connection:
                connection.sendall(posted(OUTLINE, outline(number), connection="close"))
                return status(drained(connection))
        except OSError:
            return 0


def wait_until(is_so: Callable[[], object], seconds: float = 2 * SECONDS) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.02)


@contextmanager
def activated(folder: Path) -> Iterator[Activated]:
    """Run a receiver on a socket that is handed to it, with its inbox in a folder."""
    port = free_port()
    environment = {**CLOSED, "PATH": os.environ["PATH"]}
    serve = [sys.executable, "-m", "vodhooks", "serve"]
    inbox = ["--store", f"sqlite:///{folder}/inbox.sqlite3"]
    command = [
        tool("systemd-socket-activate"),
        *(f"--setenv={name}={value}" for name, value in environment.items()),
        f"--listen=127.0.0.1:{port}",
        *(tool("bash"), "-c", SUPERVISOR, "supervisor", *serve, *inbox),
    ]
    with (
        open(folder / "log", "wb") as log,
        subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        try:
            found = Activated(port, folder)
            _knock(port)
            wait_until(lambda: found.starts() > 0)
            yield found
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # a session of its own
            process.wait(SECONDS)


def _knock(port: int) -> None:
    """Make the connection that has the tool start its program, once it listens."""

    def reaches() -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), SECONDS):
            return True
        return False

    wait_until(reaches)


def deliver_through_restarts(
    receiver: Activated, deliveries: int, restarts: int, clients: int = 8
) -> Counter[int]:
    """Deliver events from several clients while the receiver restarts, and count the statuses of the answers."""
    with ThreadPoolExecutor(clients) as pool:
        waiting = [pool.submit(receiver.deliver, number) for number in range(1, deliveries + 1)]
        for number in range(1, restarts + 1):
            due = waiting[number * deliveries // (restarts + 1)]
            due.result()
            receiver.restart()
        return Counter(each.result() for each in waiting)
