"""What the reliability tests share: a load that can be watched, the ledger of what was acknowledged, disks that fail."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

import pytest
from sqlalchemy import select, text

from tests.support.load import Answered, deliver, request
from tests.support.served import CLOSED, OUTLINE, SECONDS, outline
from vodhooks.inbox.database import reader
from vodhooks.inbox.tables import events

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

__all__ = ["CONNECTIONS", "Disk", "Load", "disk", "lost", "pragmatic", "stored"]

CONNECTIONS = 64

_CUT = "import fcntl, os, struct, sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))"
"""Asks a file system, with EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH, to end here and now without flushing."""


class Load:
    """Outline callbacks, each with a number of its own, over 64 connections from a thread, until it is stopped.

    Args:
        port: where the receiver listens.
        first: the number of the first callback.
    """

    def __init__(self, port: int, first: int = 0) -> None:
        self._port = port
        self._first = first
        self._answered: list[Answered] = []
        self._tallied = 0
        self._tally: Counter[int] = Counter()
        self._sent = 0
        self._over = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over = True
        self._thread.join(3 * SECONDS)
        assert not self._thread.is_alive(), "a connection is neither answered nor cut"

    def wait(self, count: int, status: int = 200) -> None:
        """Return once as many more requests have been answered with a status."""
        with self._news:
            goal = self._tally[status] + count
            assert self._news.wait_for(lambda: self._tally[status] >= goal, 2 * SECONDS), (
                self._tally
            )

    @property
    def acknowledged(self) -> set[str]:
        """The identities of what was answered with 200; of a load that is over."""
        return {
            f'["generate_success",{self._first + one.number}]'
            for one in self._answered
            if one.status == 200
        }

    @property
    def statuses(self) -> set[int]:
        """What was answered; of a load that is over."""
        return {one.status for one in self._answered}

    @property
    def unanswered(self) -> int:
        """How many requests got no answer; of a load that is over."""
        return self._sent - len(self._answered)

    @property
    def longest(self) -> float:
        """How long the slowest answer took, in seconds; of a load that is over."""
        return max(one.seconds for one in self._answered)

    def _run(self) -> None:
        asyncio.run(deliver(self._port, self._requests(), CONNECTIONS, self._answered))

    def _requests(self) -> Iterator[bytes]:
        """Make the next request; it is asked for when one is answered, which is when there is news."""
        while not self._over:
            with self._news:
                self._tally.update(one.status for one in self._answered[self._tallied :])
                self._tallied = len(self._answered)
                self._news.notify_all()
            data = request(OUTLINE, outline(self._first + self._sent))
            self._sent += 1
            yield data


def stored(url: str) -> set[str]:
    """Return the identities of all events in an inbox that is intact and holds none of them twice."""
    engine = reader(url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        rows = connection.execute(select(events.c.identity, events.c.deliveries)).all()
    engine.dispose()
    assert {deliveries for _, deliveries in rows} <= {1}
    identities = {identity for identity, _ in rows}
    assert len(identities) == len(rows)
    return identities


def lost(acknowledged: Iterable[str], url: str) -> set[str]:
    """Return what was acknowledged and is not in the inbox."""
    return set(acknowledged) - stored(url)


def pragmatic(folder: Path, pragma: str) -> dict[str, str]:
    """Return settings of a receiver that does what `folder/pragma` says before each transaction on SQLite.

    It is for what the receiver has no setting for, and should need none.
    """
    (folder / "pragma").write_text(pragma)
    (folder / "sitecustomize.py").write_text(f"""
from pathlib import Path
from sqlalchemy import Pool, event
pragma = Path({str(folder / "pragma")!r})
event.listen(Pool, "checkout", lambda connection, *_: connection.execute(f"PRAGMA {{pragma.read_text()}}"))
""")
    return {
        **CLOSED,
        "PYTHONPATH": os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }


class Disk:
    """A small ext4 file system in a file, mounted at `path`.

    Args:
        folder: where its file and the folder it is mounted on are made.
        megabytes: its size.
    """

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.path = folder / "disk"
        self.path.mkdir()
        self._image = folder / "disk.image"
        with self._image.open("wb") as image:
            image.truncate(megabytes * 2**20)
        _privileged(
            "mkfs.ext4",
            "-q",
            "-F",
            "-E",
            f"root_owner={os.getuid()}:{os.getgid()}",
            str(self._image),
        )

    @property
    def store(self) -> str:
        """An inbox on it."""
        return f"sqlite:///{self.path / 'inbox.sqlite3'}"

    def mount(self) -> None:
        _privileged("mount", "-o", "loop", str(self._image), str(self.path))

    def unmount(self) -> None:
        _privileged("umount", str(self.path))

    def cut(self) -> None:
        """Cut its power: from now on it fails, and after it is mounted again it has what had reached it."""
        _privileged(sys.executable, "-c", _CUT, str(self.path))


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[Disk]:
    """Lend a disk, or skip the test and say why where the machine mounts none."""
    try:
        lent = Disk(folder, megabytes)
        lent.mount()
    except (OSError, subprocess.CalledProcessError) as error:
        reason = f"NOT TESTED: this machine mounts no loop device ({error})"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    try:
        yield lent
    finally:
        lent.unmount()


def _privileged(*command: str) -> None:
    """Run a command as root."""
    become = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    subprocess.run([*become, *command], check=True, capture_output=True)
