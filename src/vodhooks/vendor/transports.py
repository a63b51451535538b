"""The HTTP client: delivers requests on connections that are kept alive, and plays scripts on separate sockets."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from vodhooks.vendor.connections import (
    Answer,
    Connection,
    ConnectionFault,
    address_of,
    explain_failure,
    proxy_authorization,
)
from vodhooks.vendor.requests import to_bytes
from vodhooks.vendor.scripts import play

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType
    from typing import Self

    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.scripts import Script

__all__ = ["TOO_MANY_REQUESTS", "TRIES", "Pace", "Transport"]


TOO_MANY_REQUESTS = 429
TRIES = 5
"""How often a request is made again that was one too many."""

LONGEST_PAUSE = 10.0
"""How long a receiver that wants a pause gets one at most, in seconds."""

SLOWEST = 1.0
"""How long the pace lets pass between two requests at most, unless it was given as slower, in seconds."""


class Pace:
    """How fast requests may follow one another, over all threads.

    Args:
        rate: how many a second at most; None: as fast as they can.
    """

    def __init__(self, rate: float | None = None) -> None:
        self._interval = 1.0 / rate if rate else 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def delay(self) -> float:
        """Take the next request's turn, and return how long it has to wait, in seconds."""
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next)
            self._next = start + self._interval
        return start - now

    def slow_down(self, retry_after: str = "") -> None:
        """Pause for as many seconds as a receiver asks for, and go on at half the speed."""
        pause = float(retry_after) if retry_after.isdecimal() else 1.0
        with self._lock:
            slower = max(2 * self._interval, 0.01)
            self._interval = max(min(slower, SLOWEST), self._interval)
            self._next = max(self._next, time.monotonic() + min(pause, LONGEST_PAUSE))


class Transport:
    """Delivers to a receiver behind a URL. One connection for each thread is kept alive, and no redirect is followed.

    A context manager: what it holds is let go of at the end.

    Attributes:
        timeout: how long connecting, delivering and the answer may take together, in seconds.
        deadline: when nothing is waited for any more, by `time.monotonic`.

    Args:
        url: the receiver's URL; of it only scheme, host and port count.
        timeout: how long connecting, delivering and the answer may take together, in seconds.
        through_proxy: whether the environment's proxy comes in between, except on the way to this machine.
        pace: how fast requests follow one another; None: as fast as they can. Where a receiver answers 429, it becomes slower,
            and the request is made again.

    Raises:
        SendingError: the URL is no absolute HTTP URL.
    """

    def __init__(
        self, url: str, timeout: float, *, through_proxy: bool = False, pace: Pace | None = None
    ) -> None:
        self._address = address_of(url, through_proxy=through_proxy)
        self.timeout = timeout
        self.deadline = math.inf
        self._pace = pace
        self._aborted = threading.Event()
        self._own = threading.local()
        self._kept: set[Connection] = set()
        self._in_use: set[Connection] = set()
        self._playing: set[tuple[asyncio.AbstractEventLoop, asyncio.Task[list[Answer]]]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        while self._kept:
            self._kept.pop().close()

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        """Deliver a request; `afresh` on a connection that nothing else uses."""
        if self._pace is None:
            return self._send(request, afresh=afresh)
        self.pause(self._pace.delay())
        answer = self._send(request, afresh=afresh)
        for _ in range(TRIES):
            if answer.status != TOO_MANY_REQUESTS:
                break
            self._pace.slow_down(answer.header("retry-after"))
            self.pause(self._pace.delay())
            answer = self._send(request, afresh=afresh)
        return answer

    def _send(self, request: Request, *, afresh: bool) -> Answer:
        start = time.monotonic()
        kept = None if afresh else self._find_kept()
        if kept is not None:
            answer = self._ask(kept, request, start)
            # The other side may end a kept connection at any time; then it has read nothing of what is being sent.
            if answer.fault != "broken off" or not kept.untouched:
                return answer
        connection = self._connect()
        if not isinstance(connection, Connection):
            return replace(connection, seconds=time.monotonic() - start)
        if not afresh:
            self._keep(connection)
            return self._ask(connection, request, start)
        with self._closing(connection):
            return self._ask(connection, request, start)

    def in_turn(self, requests: Sequence[Request]) -> list[Answer]:
        """Deliver requests one after the other on one new connection, as many as it takes."""
        start = time.monotonic()
        connection = self._connect()
        if not isinstance(connection, Connection):
            return [replace(connection, seconds=time.monotonic() - start)]
        answers: list[Answer] = []
        with self._closing(connection):
            for request in requests:
                if self._pace is not None:
                    self.pause(self._pace.delay())
                if answers and not connection.usable:
                    break
                answer = self._ask(connection, request, time.monotonic())
                if answers and answer.fault == "broken off" and connection.untouched:
                    break  # it was ended between two requests, as any connection may be
                answers.append(answer)
        return answers

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        """Deliver requests at once, each on a connection of its own. Those that are too many are made again one by one."""
        answers = self._together(requests)
        if self._pace is None:
            return answers
        return [
            self.send(request, afresh=True) if answer.status == TOO_MANY_REQUESTS else answer
            for request, answer in zip(requests, answers, strict=True)
        ]

    def _together(self, requests: Sequence[Request]) -> list[Answer]:
        connections: list[Connection | Answer] = [self._connect() for _ in requests]
        start = time.monotonic()
        for connection, request in zip(connections, requests, strict=True):
            if isinstance(connection, Connection):
                connection.send(self._bytes(request))
        answers: list[Answer] = []
        for connection in connections:
            if isinstance(connection, Connection):
                with self._closing(connection):
                    answers.append(self._answer(connection, start))
            else:
                answers.append(replace(connection, seconds=time.monotonic() - start))
        return answers

    def play(self, script: Script, seconds: float) -> list[Answer]:
        """Play a script on its sockets and return the last answer on each.

        Raises:
            asyncio.CancelledError: it was stopped.
        """
        left = max(0.0, min(seconds, self.deadline - time.monotonic()))
        return asyncio.run(self._play(script, left))

    def stop(self) -> None:
        """Give up the scripts that are being played."""
        for loop, task in list(self._playing):
            with suppress(RuntimeError):  # it has ended meanwhile
                loop.call_soon_threadsafe(task.cancel)

    def pause(self, seconds: float) -> None:
        """Wait for so many seconds, but no longer than anything is waited for."""
        self._aborted.wait(max(0.0, min(seconds, self.deadline - time.monotonic())))

    def abort(self) -> None:
        """Give up whatever is waited for, from any thread; what is asked for later fails at once."""
        self.deadline = -math.inf
        self._aborted.set()
        self.stop()
        for connection in [*self._kept, *self._in_use]:
            connection.abort()

    @contextmanager
    def _closing(self, connection: Connection) -> Iterator[None]:
        self._in_use.add(connection)
        try:
            yield
        finally:
            self._in_use.discard(connection)
            connection.close()

    async def _play(self, script: Script, seconds: float) -> list[Answer]:
        playing = asyncio.create_task(
            play(script, self._address, seconds, partial(self.send, afresh=True))
        )
        under_way = (asyncio.get_running_loop(), playing)
        self._playing.add(under_way)
        try:
            return await playing
        finally:
            self._playing.discard(under_way)

    def _connect(self) -> Connection | Answer:
        """Return a new connection, or an answer that says why there is none."""
        try:
            return Connection(self._address, self._until(time.monotonic()))
        except TimeoutError:
            return Answer(None, 0.0, "timed out")
        except OSError as error:
            return Answer(None, 0.0, "not connected", detail=explain_failure(error))

    def _ask(self, connection: Connection, request: Request, start: float) -> Answer:
        connection.send(self._bytes(request))
        return self._answer(connection, start)

    def _answer(self, connection: Connection, start: float) -> Answer:
        """Wait for the answer to what was sent on a connection."""
        fault: ConnectionFault
        try:
            read = connection.answer(self._until(start))
        except TimeoutError:
            fault = "timed out"
        except ConnectionError:
            fault = "broken off"
        else:
            return read.answer(time.monotonic() - start)
        return Answer(None, time.monotonic() - start, fault)

    def _until(self, start: float) -> float:
        return min(start + self.timeout, self.deadline)

    def _bytes(self, request: Request) -> bytes:
        if not self._address.absolute:
            return to_bytes(request)
        line, rest = to_bytes(request, absolute=True).split(b"\r\n", 1)
        return b"%b\r\n%b%b" % (line, proxy_authorization(self._address).encode(), rest)

    def _find_kept(self) -> Connection | None:
        """Return the connection that this thread has kept, if it can still be used."""
        kept: Connection | None = getattr(self._own, "connection", None)
        return kept if kept is not None and kept.usable else None

    def _keep(self, connection: Connection) -> None:
        """Keep a connection for this thread, instead of the one that it had."""
        had: Connection | None = getattr(self._own, "connection", None)
        if had is not None:
            self._kept.discard(had)
            had.close()
        self._own.connection = connection
        self._kept.add(connection)
