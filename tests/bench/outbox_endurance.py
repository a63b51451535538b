"""Kills workers, relays, receivers and the broker under load, and counts what was lost and what came twice.

python -m tests.bench.outbox_endurance [KILLS] [sqlite|postgresql ...]

Lost is what was acknowledged to the vendor and never handed on. What comes twice has to lie in the batch that a kill broke:
handed on, and the cursor not yet written.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import select, text

from tests.bench.endurance import Load
from tests.support.consuming import command, delivery, keep, position, wait_until
from tests.support.databases import postgresql
from tests.support.nats_servers import Broker, broker
from tests.support.served import CLOSED
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.tables import events
from vodhooks.outbox.cursors import measure
from vodhooks.outbox.loop import BATCH

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

NAME = "endurance"
DRAIN_SECONDS = 600.0

APP = """
import os
from sqlalchemy import text
from vodhooks.outbox import Handlers

handlers, transactional = Handlers(), Handlers()
log = os.open("handled", os.O_WRONLY | os.O_APPEND | os.O_CREAT)


@handlers.otherwise
async def rest(event):
    os.write(log, b"%d\\n" % event.payload["taskId"])


@transactional.otherwise
def once(event, connection):
    connection.execute(text("INSERT INTO effects VALUES (:task)"), {"task": event.payload["taskId"]})
"""


@dataclass
class Run:
    """One part of the endurance run, in a folder and on a database of its own."""

    folder: Path
    url: str
    acknowledged: set[str] = field(default_factory=set)
    kills: list[int] = field(default_factory=list)
    """The cursor's position after each kill."""
    loads: int = 0

    @contextmanager
    def receiving(self) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
        """Run a receiver, and yield its port and its process."""
        with command(self.folder, "serve", "--port", "0", "--store", self.url, **CLOSED) as process:
            assert process.stderr
            said = b""
            while not (port := re.search(rb"listening on .*, port (\d+)\n", said)):
                line = process.stderr.readline()
                assert line, said
                said += line
            yield int(port[1]), process

    @contextmanager
    def loading(self, port: int) -> Iterator[Load]:
        """Send callbacks until the block ends; no two loads send the same."""
        self.loads += 1
        load = Load(port, self.loads * 10_000_000)
        with load:
            yield load
        self.acknowledged |= load.acknowledged

    def note_kill(self) -> None:
        self.kills.append(position(self.url, NAME) or 0)

    def drained(self) -> bool:
        engine = reader(self.url)
        found = measure(engine, NAME)
        engine.dispose()
        return found.lag == 0

    def check(self, title: str, handled: Counter[int], *, exact: bool) -> None:
        """Print what was lost and doubled, and fail where it was not to be."""
        engine = reader(self.url)
        with engine.connect() as connection:
            stored = connection.execute(select(events.c.identity, events.c.id)).all()
        engine.dispose()
        ids = {orjson.loads(identity)[1]: number for identity, number in stored}
        wanted = {orjson.loads(identity)[1] for identity in self.acknowledged}
        lost = wanted - handled.keys()
        twice = [task for task, count in handled.items() if count > 1]
        outside = [
            task
            for task in twice
            if not any(place < ids[task] <= place + 2 * BATCH for place in self.kills)
        ]
        print(
            f"{title:40} {len(self.kills):3} kills {len(wanted):7} acknowledged {len(lost):3} lost"
            f" {len(twice):6} twice, {len(outside)} of them outside a broken batch",
            flush=True,
        )
        assert not lost
        assert not outside
        assert not (exact and twice)


def sleep() -> None:
    time.sleep(random.uniform(0.3, 1.2))  # noqa: S311 # when a kill falls


def kill_consumers(run: Run, kills: int, *arguments: str) -> None:
    """Kill a worker or a relay again and again while the receiver is under load."""
    with run.receiving() as (port, _), run.loading(port):
        for _ in range(kills):
            with command(run.folder, *arguments) as process:
                before = position(run.url, NAME)
                wait_until(lambda before=before: position(run.url, NAME) != before, DRAIN_SECONDS)  # type: ignore[misc]
                sleep()
                process.kill()
                process.wait()
            run.note_kill()
    drain(run, *arguments)


def kill_receivers(run: Run, kills: int, *arguments: str) -> None:
    """Kill the receiver again and again while a worker follows it."""
    with command(run.folder, *arguments):
        for _ in range(kills):
            with run.receiving() as (port, process), run.loading(port) as load:
                load.wait(200)
                process.kill()
            run.note_kill()
        wait_until(run.drained, DRAIN_SECONDS)


def kill_broker(run: Run, kills: int, server: Broker, *arguments: str) -> None:
    """Kill the broker again and again while a relay publishes."""
    with command(run.folder, *arguments), run.receiving() as (port, _):
        with run.loading(port):
            for _ in range(kills):
                before = position(run.url, NAME)
                wait_until(lambda before=before: position(run.url, NAME) != before, DRAIN_SECONDS)  # type: ignore[misc]
                sleep()
                server.kill()
                run.note_kill()
                sleep()
                server.start()
        wait_until(run.drained, DRAIN_SECONDS)


def drain(run: Run, *arguments: str) -> None:
    with command(run.folder, *arguments, "--until-empty") as process:
        assert process.wait(DRAIN_SECONDS) == 0


def logged(run: Run) -> Counter[int]:
    return Counter(map(int, (run.folder / "handled").read_bytes().split()))


def effects(run: Run) -> Counter[int]:
    engine = reader(run.url)
    with engine.connect() as connection:
        found = Counter(connection.execute(text("SELECT task FROM effects")).scalars())
    engine.dispose()
    return found


def published(server: Broker) -> Counter[int]:
    return Counter(orjson.loads(each.data)["data"]["taskId"] for each in server.messages())


def main(arguments: list[str]) -> None:
    kills = int(arguments[0]) if arguments else 20
    for database in arguments[1:] or ["sqlite", "postgresql"]:
        with ExitStack() as exits:
            server = exits.enter_context(postgresql()) if database == "postgresql" else None
            for part in ("worker", "receiver", "relay", "broker", "transactional"):
                if part == "transactional" and server is None:
                    continue
                with tempfile.TemporaryDirectory() as name:
                    if server:
                        server.empty()
                    run_part(part, Path(name), server.url if server else "", kills, database)


def run_part(part: str, folder: Path, url: str, kills: int, database: str) -> None:
    run = Run(folder, url or f"sqlite:///{folder / 'inbox.sqlite3'}")
    title = f"{database}, {part} killed"
    (folder / "app.py").write_text(APP)
    keep(run.url, [delivery(1)])
    shared = ("--name", NAME, "--store", run.url)
    handle = ("handle", "app:handlers", *shared)
    if part in {"relay", "broker"}:
        with broker(folder) as server:
            relay = ("relay", "--to", server.target, *shared)
            if part == "relay":
                kill_consumers(run, kills, *relay)
            else:
                kill_broker(run, kills, server, *relay)
            run.check(title, published(server), exact=True)
    elif part == "transactional":
        engine = connect(run.url)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE effects (task BIGINT)"))
        engine.dispose()
        kill_consumers(run, kills, "handle", "app:transactional", *shared)
        run.check(title, effects(run), exact=True)
    else:
        (kill_consumers if part == "worker" else kill_receivers)(run, kills, *handle)
        run.check(title, logged(run), exact=False)


if __name__ == "__main__":
    main(sys.argv[1:])
