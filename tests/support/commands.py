"""Runs `vodhooks` in processes of its own, each forked off one that has imported all of it already.

Most of what a short command takes is the import of its libraries. Here that is done once, and a fork has done it.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from threading import Thread, active_count
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 100_000
SECONDS = 60.0
"""How long a command may take."""


class Commands:
    """A process to fork commands off."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def run(
        self, arguments: list[str], *, stdin: bytes, environment: Mapping[str, str], folder: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run `vodhooks` as in a new process: on pipes and files of its own, with its own environment and folder."""
        readable, writable = os.pipe()
        feeding = Thread(target=_feed, args=(writable, stdin))
        with (
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
            open(readable, "rb") as given,
        ):
            request = json.dumps([arguments, dict(environment), str(folder)]).encode()
            streams = [stream.fileno() for stream in (given, out, err)]
            socket.send_fds(self._connection, [request], streams)
            given.close()
            feeding.start()
            pid = int(self._connection.recv(LARGEST))
            try:
                code = int(self._connection.recv(LARGEST))
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                code = int(self._connection.recv(LARGEST))
            feeding.join()
            return subprocess.CompletedProcess(
                arguments, code, *(_read(stream.fileno()) for stream in (out, err))
            )


def _feed(pipe: int, data: bytes) -> None:
    try:
        with open(pipe, "wb") as stream:
            stream.write(data)
    except BrokenPipeError:
        pass  # the command does not want all of it


def _read(file: int) -> str:
    return os.pread(file, os.fstat(file).st_size, 0).decode()


@contextmanager
def forking() -> Iterator[Commands]:
    """Start the process, and end it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(SECONDS)
    command = [sys.executable, "-m", __name__, str(theirs.fileno())]
    with (
        ours,
        subprocess.Popen(
            command,
            cwd=ROOT,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ),
    ):
        theirs.close()
        yield Commands(ours)
        ours.close()


@pytest.fixture(scope="session")
def commands() -> Iterator[Commands]:
    """A process to fork commands off, for each process that runs tests."""
    with forking() as started:
        yield started


def _serve(connection: socket.socket) -> None:
    """Fork off what is asked for, until the connection ends; only the forks return."""
    while True:
        request, streams, _, _ = socket.recv_fds(connection, LARGEST, 3)
        if not request:
            sys.exit()
        pid = os.fork()
        if not pid:
            connection.close()
            arguments, environment, folder = json.loads(request)
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
                os.close(stream)
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(environment)
            sys.argv = ["vodhooks", *arguments]
            sys.path[0] = folder
            return
        for stream in streams:
            os.close(stream)
        connection.send(str(pid).encode())
        connection.send(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())


if __name__ == "__main__":
    import vodhooks
    from vodhooks.cli import main

    for module in walk_packages(vodhooks.__path__, "vodhooks."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    assert active_count() == 1, "a fork would lose threads"
    _serve(socket.socket(fileno=int(sys.argv[1])))
    main()
