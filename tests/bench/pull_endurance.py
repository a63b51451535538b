"""Random faults and kill -9 of `vodhooks pull`: what each seed does to so many events, and what is left of them.

`python -m tests.bench.pull_endurance [EVENTS [SEEDS]]` does more of it than the tests have time for.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import create_engine, select, text

from vodhooks.cli import main as vodhooks
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import event_key
from vodhooks.inbox.tables import events
from vodhooks.pull.loop import classify_pulled
from vodhooks.testing.tencent import (
    SECRET_ID,
    SECRET_KEY,
    Behaviour,
    Fault,
    Queue,
    at_random,
    serve,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.support.pullers import review
else:
    from tests.support.pullers import review

VISIBILITY = 0.5
"""How long a handle works here, in seconds: the vendor's 30 would take too long."""

PULLERS = 4
CHANCES = {
    Fault.SLOW: 0.02,
    Fault.THROTTLED: 0.01,
    Fault.INTERNAL_ERROR: 0.01,
    Fault.CLOCK: 0.005,
    Fault.SERVER_ERROR: 0.01,
    Fault.BAD_GATEWAY: 0.005,
    Fault.LOST_REQUEST: 0.01,
    Fault.LOST_ANSWER: 0.01,
    Fault.TRUNCATED: 0.01,
    Fault.BROKEN_JSON: 0.01,
    Fault.CONTENT_TYPE: 0.05,
}
SECONDS = 300.0
"""How long a seed may take before it fails."""

_processes = get_context("forkserver")
_processes.set_forkserver_preload(
    ["vodhooks.cli.pull", "vodhooks.pull.process"]
)  # a process then starts within milliseconds


@dataclass(frozen=True, slots=True)
class Survived:
    """What is left of a run.

    Attributes:
        missing: identities that are not in the inbox.
        surplus: identities that are there and were never sent.
        twice: identities that are there more than once.
        unconfirmed: how many events the vendor would hand out again.
        premature: identities that were confirmed before they were durable.
        redelivered: how many events came more than once.
        kills: how many processes were killed.
        faults: how often each fault happened.
        code: the last process's exit code, negative if it was killed, None if the time is over.
        seconds: how long it took.
    """

    missing: set[str]
    surplus: set[str]
    twice: set[str]
    unconfirmed: int
    premature: list[str]
    redelivered: int
    kills: int
    faults: Counter[str]
    code: int | None
    seconds: float


def event_of(number: int) -> dict[str, Any]:
    """Return an event; some are of an unknown type, some break the contract."""
    match number % 10:
        case 3:
            return {"EventType": "NotYetKnown", "NotYetKnownEvent": {"FileId": str(number)}}
        case 7:
            return {
                "EventType": "ReviewAudioVideoComplete",
                "ReviewAudioVideoCompleteEvent": {"TaskId": number},
            }
        case _:
            return review(number)


class Reaper:
    """Lets calls go wrong, and kills processes a moment after one of them; all by chance.

    Args:
        seed: of chance.
        calls: about how many calls apart the kills are.
        kills: how many there are.
    """

    def __init__(self, seed: int, calls: int, kills: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 # to be repeated, not to be secret
        self._faults = at_random(CHANCES, random.Random(seed))  # noqa: S311 # likewise
        self._calls = calls
        self._left = kills
        self.pid = 0
        self.kills = 0
        self.happened: Counter[str] = Counter()

    def __call__(self, action: str) -> Fault | None:
        if self.pid and self._left and self._random.random() * self._calls < 1:
            self._left -= 1
            threading.Timer(self._random.uniform(0, 0.01), self._kill, [self.pid]).start()
            self.pid = 0
        fault = self._faults(action)
        if fault:
            self.happened[fault] += 1
        return fault

    def _kill(self, pid: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.kills += 1


def survive(seed: int, count: int, kills: int, store: str) -> Survived:
    """Let pullers bring events into a store while everything goes wrong, until all are confirmed.

    Args:
        seed: of chance.
        count: how many events.
        kills: how many processes are killed.
        store: an inbox that holds nothing yet.
    """
    start = time.monotonic()
    sent = [event_of(number) for number in range(count)]
    identities = {
        orjson.dumps(event): classify_pulled(orjson.dumps(event), 0).identity for event in sent
    }
    connect(store).dispose()
    engine = create_engine(store, isolation_level="AUTOCOMMIT")
    premature: list[str] = []
    unconfirmed = set(identities.values())

    def look(event: dict[str, Any]) -> None:
        identity = identities[orjson.dumps(event)]
        key = event_key("tencent.vod", identity)
        with engine.connect() as connection:
            if (
                connection.execute(
                    select(events.c.id).where(
                        events.c.identity_key == key, events.c.conflict.is_(False)
                    )
                ).first()
                is None
            ):
                premature.append(identity)
        unconfirmed.discard(identity)

    queue = Queue(time.monotonic, visibility=VISIBILITY, on_confirm=look)
    for event in sent:
        queue.put(event)
    reaper = Reaper(seed, calls=max(1, count // 16 * 2 // (kills + 1)), kills=kills)
    deadline = start + SECONDS
    code = None
    with serve(queue, Behaviour(hang_seconds=0.2, slow_seconds=0.05, faults=reaper)) as stand_in:
        while code is None and time.monotonic() < deadline:
            process = _processes.Process(target=_pull, args=[stand_in.endpoint, store])
            process.start()
            reaper.pid = process.pid or 0
            while unconfirmed and process.is_alive() and time.monotonic() < deadline:
                process.join(0.01)
            if not unconfirmed:
                reaper.pid = 0
                process.terminate()
                process.join(SECONDS)
                code = process.exitcode
            process.kill()
            process.join()
            process.close()
        records = queue.history()
    rows = _rows(store)
    found = Counter(identity for identity, _ in rows)
    engine.dispose()
    return Survived(
        missing=set(identities.values()) - found.keys(),
        surplus=found.keys() - set(identities.values()),
        twice={identity for identity, number in found.items() if number > 1},
        unconfirmed=sum(record.confirmed_at is None for record in records),
        premature=premature,
        redelivered=sum(deliveries > 1 for _, deliveries in rows),
        kills=reaper.kills,
        faults=reaper.happened,
        code=code,
        seconds=time.monotonic() - start,
    )


def _pull(endpoint: str, store: str) -> None:
    """Do what `vodhooks pull` does, in a process that is there already."""
    os.environ.update(
        VODHOOKS_TENCENT_ENDPOINT=endpoint,
        VODHOOKS_TENCENT_SCHEME="http",
        VODHOOKS_TENCENT_SECRET_ID=SECRET_ID,
        VODHOOKS_TENCENT_SECRET_KEY=SECRET_KEY,
        VODHOOKS_TENCENT_PULLERS=str(PULLERS),
    )
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    sys.argv = ["vodhooks", "pull", "--store", store]
    vodhooks()


def _rows(store: str) -> Sequence[Any]:
    engine = create_engine(store)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        rows = connection.execute(select(events.c.identity, events.c.deliveries)).all()
    engine.dispose()
    return rows


def main(count: int = 10_000, seeds: int = 10) -> None:
    """Print what is left after each seed."""
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as folder:
            left = survive(seed, count, 10, f"sqlite:///{Path(folder) / 'inbox.sqlite3'}")
        print(  # it is a program
            f"seed {seed}: {len(left.missing)} missing, {len(left.surplus)} surplus, {len(left.twice)} twice, "
            f"{left.unconfirmed} unconfirmed, {len(left.premature)} premature, {left.redelivered} redelivered, "
            f"{left.kills} kills, {left.faults.total()} faults, exit code {left.code}, {left.seconds:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
