"""Plays scripts: bytes on separate sockets at a given pace, while answers are read."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from vodhooks.vendor.connections import CHUNK, Answer, Answers, explain_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.vendor.connections import Address, ConnectionFault
    from vodhooks.vendor.requests import Request

__all__ = ["Ending", "Script", "Step", "play"]


class Ending(Enum):
    """How a client stops sending."""

    HALF = "it sends nothing more, and still listens"
    GONE = "it has gone"


Step: TypeAlias = bytes | float | Ending
"""Bytes to send; seconds to wait, or less where an answer comes; or the end."""


@dataclass(frozen=True, slots=True)
class Script:
    """Bytes to write to separate sockets, at a given pace.

    Attributes:
        steps: what happens on each socket.
        answers: which answer on a socket counts, from 1.
        connections: how many sockets there are.
        meanwhile: a request that is delivered when all steps are done; if given, its answer counts instead.
    """

    steps: tuple[Step, ...]
    answers: int = 1
    connections: int = 1
    meanwhile: Request | None = None


async def play(
    script: Script, address: Address, seconds: float, deliver: Callable[[Request], Answer]
) -> list[Answer]:
    """Play a script and return the answer on each of its sockets, or else the answer to the request meanwhile.

    Args:
        script: the script.
        address: where the receiver listens.
        seconds: how long each socket has, in seconds.
        deliver: delivers that request.
    """
    players = [_Player(script) for _ in range(script.connections)]
    playing = [asyncio.create_task(player.play(address, seconds)) for player in players]
    if script.meanwhile is None:
        return await asyncio.gather(*playing)
    await asyncio.gather(*(player.stepped.wait() for player in players))
    answer = await asyncio.to_thread(deliver, script.meanwhile)
    for task in playing:
        task.cancel()
    await asyncio.wait(playing)
    return [answer]


class _Player:
    """Plays a script on one socket.

    Attributes:
        stepped: set when there are no more steps to do.
    """

    def __init__(self, script: Script) -> None:
        self._script = script
        self._answers = Answers()
        self._news = asyncio.Event()
        self.stepped = asyncio.Event()

    async def play(self, address: Address, seconds: float) -> Answer:
        """Play, and return the answer that the script waits for."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        fault: ConnectionFault = "not connected"
        detail = ""
        try:
            async with asyncio.timeout(seconds):
                reader, writer = await asyncio.open_connection(
                    address.host, address.port, ssl=address.tls
                )
                fault = "broken off"
                try:
                    await self._converse(reader, writer)
                finally:
                    writer.transport.abort()
        except TimeoutError:
            fault = "timed out"
        except OSError as error:
            detail = explain_failure(error) if fault == "not connected" else ""
        finally:
            self.stepped.set()
        elapsed = loop.time() - start
        if len(self._answers.read) < self._script.answers:
            return Answer(None, elapsed, fault, detail=detail)
        return self._answers.read[self._script.answers - 1].answer(elapsed)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Write and read at the same time, until the answer is complete or can no longer come."""
        listening = asyncio.create_task(self._listen(reader))
        try:
            for step in self._script.steps:
                if listening.done():
                    break
                await self._step(step, writer)
            self.stepped.set()
            await listening
        finally:
            listening.cancel()
            await asyncio.wait([listening])

    async def _step(self, step: Step, writer: asyncio.StreamWriter) -> None:
        if isinstance(step, bytes):
            self._news.clear()
            writer.write(step)
        elif isinstance(step, float):
            await _at_most(step, self._news)
        elif step is Ending.GONE:
            writer.transport.abort()
        elif writer.can_write_eof():
            writer.write_eof()

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        answers = self._answers
        while answers.complete < self._script.answers and not answers.over:
            complete = answers.complete
            try:
                answers.feed(await reader.read(CHUNK))
            except OSError:
                answers.feed(b"")
            if answers.complete > complete:
                self._news.set()
        self._news.set()


async def _at_most(seconds: float, event: asyncio.Event) -> None:
    """Wait for an event, but not for longer than that."""
    await asyncio.wait([waiting := asyncio.create_task(event.wait())], timeout=seconds)
    waiting.cancel()
