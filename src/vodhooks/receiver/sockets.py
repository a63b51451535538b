"""Where the receiver listens: on an address of its own, or on the sockets that a service manager has opened for it."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from vodhooks.errors import ListenError

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

__all__ = ["BACKLOG", "LOOPBACK", "hosts", "inherited", "listen"]

BACKLOG = 2048

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""The names and addresses of this machine alone: no foreign site can have one of them."""

_VARIABLES = ("LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES")

FIRST_FD = 3
"""The number of the first socket that is handed over: sd_listen_fds(3)."""


def inherited(environ: MutableMapping[str, str]) -> list[socket.socket]:
    """Return the sockets that systemd, or whatever speaks its protocol, has handed to this process; mostly none.

    Args:
        environ: environment variables; LISTEN_PID and LISTEN_FDS say whether sockets are handed over, and how many. They are
            for this process alone, and so are removed.

    Raises:
        ListenError: what is handed over is no TCP socket that listens.
    """
    process, number, _ = (environ.pop(name, "") for name in _VARIABLES)
    if process != str(os.getpid()):
        return []
    if not number.isascii() or not number.isdecimal() or not 0 < int(number) < 100:
        raise ListenError("LISTEN_FDS names no sockets")
    return [_take_over(FIRST_FD + index) for index in range(int(number))]


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on an address.

    Raises:
        OSError: it cannot be listened on.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def hosts(sockets: Sequence[socket.socket]) -> frozenset[str]:
    """Return the addresses that sockets listen on."""
    return frozenset(str(each.getsockname()[0]) for each in sockets)


def _take_over(fd: int) -> socket.socket:
    try:
        taken = socket.socket(fileno=fd)
        listens = taken.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    except OSError as error:
        raise ListenError(f"descriptor {fd} is no socket: {error.strerror}") from None
    internet = taken.family in {socket.AF_INET, socket.AF_INET6}
    if not internet or taken.type != socket.SOCK_STREAM or not listens:
        taken.detach()
        raise ListenError(f"descriptor {fd} is no TCP socket that listens (ListenStream=)")
    taken.set_inheritable(False)
    return taken
