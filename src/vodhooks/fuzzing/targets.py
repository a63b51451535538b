"""Delivers attacks over HTTP, on connections that are kept, and on sockets of their own. What comes back is an answer."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

from vodhooks.fuzzing.playing import played
from vodhooks.fuzzing.wire import Answer, Fault, Wire, place_of, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType
    from typing import Self

    from vodhooks.fuzzing.cases import Script
    from vodhooks.sending.requests import Request

__all__ = ["Answer", "Fault", "OverHttp", "Target"]


class Target(Protocol):
    """Something that deliveries can be sent to. A context manager: what it holds is let go of at the end."""

    sockets: bool
    """Whether scripts can be played."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        """Deliver a request; `afresh` on a connection that nothing else has used."""
        ...

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        """Deliver requests at once, each on a connection of its own."""
        ...

    def play(self, script: Script, patience: float) -> list[Answer]:
        """Play a script on its sockets and return what each of them answered in the end."""
        ...

    def stop(self) -> None:
        """Give up the scripts that are being played."""
        ...


class OverHttp:
    """A receiver behind a URL. One connection for each thread is kept alive. No proxy comes in between, and no redirect is followed.

    Args:
        url: its URL; of it only scheme, host and port count.
        timeout: how long connecting, delivering and the answer may take together, in seconds.
    """

    sockets = True

    def __init__(self, url: str, timeout: float) -> None:
        self._place = place_of(url)
        self._timeout = timeout
        self._own = threading.local()
        self._kept: set[Wire] = set()
        self._playing: set[tuple[asyncio.AbstractEventLoop, asyncio.Task[list[Answer]]]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()
        while self._kept:
            self._kept.pop().close()

    def send(self, request: Request, *, afresh: bool = False) -> Answer:
        """Deliver a request; `afresh` on a connection that nothing else uses."""
        start = time.monotonic()
        kept = None if afresh else self._usable()
        if kept is not None:
            answer = self._ask(kept, request, start)
            # The other side may end a kept connection at any time; then it has read nothing of what is being sent.
            if answer.fault != "broken off" or not kept.untouched:
                return answer
        wire = self._connected()
        if not isinstance(wire, Wire):
            return Answer(None, time.monotonic() - start, wire)
        if not afresh:
            self._keep(wire)
            return self._ask(wire, request, start)
        with closing(wire):
            return self._ask(wire, request, start)

    def together(self, requests: Sequence[Request]) -> list[Answer]:
        """Deliver requests at once, each on a connection of its own."""
        wires: list[Wire | Fault] = [self._connected() for _ in requests]
        start = time.monotonic()
        for wire, request in zip(wires, requests, strict=True):
            if isinstance(wire, Wire):
                wire.send(written(request))
        answers: list[Answer] = []
        for wire in wires:
            if isinstance(wire, Wire):
                with closing(wire):
                    answers.append(self._answer(wire, start))
            else:
                answers.append(Answer(None, time.monotonic() - start, wire))
        return answers

    def play(self, script: Script, patience: float) -> list[Answer]:
        """Play a script on its sockets and return what each of them answered in the end."""
        return asyncio.run(self._play(script, patience))

    def stop(self) -> None:
        """Give up the scripts that are being played."""
        for loop, task in list(self._playing):
            with suppress(RuntimeError):  # it has come to its end meanwhile
                loop.call_soon_threadsafe(task.cancel)

    async def _play(self, script: Script, patience: float) -> list[Answer]:
        playing = asyncio.create_task(played(script, self._place, patience, partial(self.send, afresh=True)))
        under_way = (asyncio.get_running_loop(), playing)
        self._playing.add(under_way)
        try:
            return await playing
        finally:
            self._playing.discard(under_way)

    def _connected(self) -> Wire | Fault:
        """Return a new connection, or why there is none."""
        try:
            return Wire(self._place, time.monotonic() + self._timeout)
        except TimeoutError:
            return "timed out"
        except OSError:
            return "not connected"

    def _ask(self, wire: Wire, request: Request, start: float) -> Answer:
        wire.send(written(request))
        return self._answer(wire, start)

    def _answer(self, wire: Wire, start: float) -> Answer:
        """Wait for the answer to what was sent on a connection."""
        fault: Fault
        try:
            read = wire.answer(start + self._timeout)
        except TimeoutError:
            fault = "timed out"
        except ConnectionError:
            fault = "broken off"
        else:
            return Answer(read.status, time.monotonic() - start, None, bytes(read.body))
        return Answer(None, time.monotonic() - start, fault)

    def _usable(self) -> Wire | None:
        """Return the connection that this thread has kept, if it is still of use."""
        kept: Wire | None = getattr(self._own, "wire", None)
        return kept if kept is not None and kept.usable else None

    def _keep(self, wire: Wire) -> None:
        """Keep a connection for this thread, instead of the one that it had."""
        had: Wire | None = getattr(self._own, "wire", None)
        if had is not None:
            self._kept.discard(had)
            had.close()
        self._own.wire = wire
        self._kept.add(wire)
