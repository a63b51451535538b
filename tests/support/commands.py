"""Starts `vodhooks` in processes of its own, each forked off one that has imported all of it already.

Most of what a short command takes is the import of its libraries. Here each process that runs tests has that done once.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import threading
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from selectors import EVENT_READ, DefaultSelector
from typing import IO, TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["run", "start"]

ROOT = Path(__file__).resolve().parents[2]
Stream: TypeAlias = int | IO[bytes] | None
LARGEST = 100_000
"""How long a request may be, in bytes."""


def start(
    arguments: list[str],
    env: Mapping[str, str],
    *,
    cwd: Path | None = None,
    stdin: Stream = None,
    stdout: Stream = None,
    stderr: Stream = None,
) -> subprocess.Popen[bytes]:
    """Start `vodhooks`; streams and folder are as for `Popen`.

    Where the environment sets up the interpreter in another way than this one, it starts from nothing.
    """
    if _of_python(env) == _of_python(os.environ):
        return _Forked(arguments, env=env, cwd=cwd, stdin=stdin, stdout=stdout, stderr=stderr)
    command = [sys.executable, "-m", "vodhooks", *arguments]
    return subprocess.Popen(command, env=env, cwd=cwd, stdin=stdin, stdout=stdout, stderr=stderr)


def run(
    arguments: list[str], env: Mapping[str, str], stdin: bytes, folder: Path, seconds: float = 60
) -> subprocess.CompletedProcess[str]:
    """Run `vodhooks` to its end."""
    pipe = subprocess.PIPE
    with start(arguments, env, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            output = process.communicate(stdin, seconds)
        finally:
            process.kill()
    return subprocess.CompletedProcess(
        arguments, process.returncode, *(stream.decode() for stream in output)
    )


def _of_python(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith("PYTHON")}


class _Forked(subprocess.Popen[bytes]):
    """A process that another one forks and waits for."""

    def _execute_child(self, args: list[str], *options: Any) -> None:
        """Have it forked, as `Popen` has a program executed."""
        _, _, _, _, cwd, env, _, _, _, *pipes = options[:15]
        given, _, _, output, _, errors = pipes
        streams = [
            own if own >= 0 else number for number, own in enumerate((given, output, errors))
        ]
        self._ending, theirs = socket.socketpair()
        os.umask(mask := os.umask(0))
        request = json.dumps([args, dict(env), str(cwd or Path.cwd()), mask]).encode()
        with theirs:
            socket.send_fds(_forking(), [request], [*streams, theirs.fileno()])
        self.pid = int(self._ending.recv(LARGEST))
        self._child_created = True
        self._close_pipe_fds(*pipes)  # type: ignore[attr-defined] # Popen has it

    def _try_wait(self, wait_flags: int) -> tuple[int, int]:
        try:
            status = self._ending.recv(
                LARGEST, socket.MSG_DONTWAIT if wait_flags & os.WNOHANG else 0
            )
        except BlockingIOError:
            return 0, 0
        self._ending.close()
        return self.pid, int(status)

    def _internal_poll(self, _deadstate: int | None = None) -> int | None:
        if self.returncode is None:
            pid, status = self._try_wait(os.WNOHANG)
            if pid:
                self._handle_exitstatus(status)  # type: ignore[attr-defined] # Popen has it
        return self.returncode


@cache
def _forking() -> socket.socket:
    """Start the process to fork off, until this one ends, and return the connection to it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            cwd=ROOT,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.PIPE,  # pipes, as the streams of most commands are: those of files can seek
            stdout=subprocess.PIPE,
        )

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _serve(requests: socket.socket) -> list[str]:
    """Fork off what is requested, as long as the connection lasts; return in the forks, with their arguments."""
    with DefaultSelector() as ready:
        ready.register(requests, EVENT_READ)
        while True:
            for key, _ in ready.select():
                if key.fileobj is not requests:
                    pid, ending = key.data
                    ending.send(str(os.waitpid(pid, 0)[1]).encode())
                    ending.close()
                    ready.unregister(key.fd)
                    os.close(key.fd)
                    continue
                request, handed, _, _ = socket.recv_fds(requests, LARGEST, 4)
                if not request:
                    sys.exit()
                *streams, reply = handed
                pid = os.fork()
                if not pid:
                    return _become(request, streams)
                for stream in streams:
                    os.close(stream)
                ending = socket.socket(fileno=reply)
                ending.send(str(pid).encode())
                ready.register(os.pidfd_open(pid), EVENT_READ, (pid, ending))


def _become(request: bytes, streams: list[int]) -> list[str]:
    """Take over what a process inherits from the one that asked for it, and return its arguments."""
    arguments, environment, folder, mask = json.loads(request)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    os.umask(mask)
    sys.path[0] = folder
    found: list[str] = arguments
    return found


if __name__ == "__main__":
    import vodhooks

    for module in walk_packages(vodhooks.__path__, "vodhooks."):
        import_module(module.name)
    assert threading.active_count() == 1, "a fork would lose threads"
    gc.freeze()  # what forks do not look through stays shared
    arguments = _serve(socket.socket(fileno=int(sys.argv[1])))
    main = sys.modules["__main__"] = sys.modules["vodhooks.__main__"]
    sys.argv = [str(main.__file__), *arguments]
    try:
        main.main()
    except SystemExit as ended:
        # As the interpreter ends, but for taking all modules apart: that would copy what is shared.
        threading._shutdown()  # type: ignore[attr-defined] # noqa: SLF001
        atexit._run_exitfuncs()  # noqa: SLF001
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(ended.code or 0))
