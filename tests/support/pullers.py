"""Events, a clock that moves with every wait, and a puller on the real SDK and SQLite."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

import orjson
from sqlalchemy import select

from tests.support.commands import start
from vodhooks.inbox.database import connect
from vodhooks.inbox.group_commit import commit
from vodhooks.inbox.store import Inbox
from vodhooks.inbox.tables import events
from vodhooks.pull.client import Client
from vodhooks.pull.loop import Puller
from vodhooks.pull.observer import Observer
from vodhooks.pull.settings import Credentials, Settings
from vodhooks.testing import example
from vodhooks.testing.tencent import SECRET_ID, SECRET_KEY, Behaviour, Queue, serve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from vodhooks.pull.loop import Api

REVIEW = "tencent.vod.review_audio_video_complete"


def review(number: int = 1, **members: Any) -> dict[str, Any]:
    """Return an event that has an identity of its own."""
    event: dict[str, Any] = example(REVIEW)
    event.pop("EventHandle", None)
    return {
        **event,
        "ReviewAudioVideoCompleteEvent": {
            **event["ReviewAudioVideoCompleteEvent"],
            "TaskId": f"task-{number}",
        },
        **members,
    }


def client_of(endpoint: str, secret_key: str = SECRET_KEY, **settings: Any) -> Client:
    """Return a client of the API at an endpoint on loopback."""
    return Client(
        Settings(endpoint=endpoint, scheme="http", **settings), Credentials(SECRET_ID, secret_key)
    )


@dataclass(slots=True)
class Time:
    """Seconds that pass with every wait.

    Attributes:
        rests: how long was waited for each time.
        ends_after: after how many waits a stop is requested.
    """

    now: float = 0.0
    rests: list[float] = field(default_factory=list)
    ends_after: int = 10_000

    def __call__(self) -> float:
        return self.now

    def rest(self, seconds: float) -> bool:
        if seconds > 0:
            self.now += seconds
            self.rests.append(seconds)
        return len(self.rests) >= self.ends_after

    async def pause(self, seconds: float) -> None:
        self.now += seconds


@dataclass(frozen=True, slots=True)
class Pulling:
    """A puller and all around it."""

    time: Time
    queue: Queue
    engine: Engine
    api: Api
    log: BytesIO
    observer: Observer

    def run(self, *, until_empty: bool = True, random: float = 1.0) -> None:
        keep = partial(commit, Inbox(self.engine), observe=self.observer.count_commit)
        Puller(
            self.api,
            keep,
            self.observer,
            self.time.rest,
            until_empty=until_empty,
            monotonic=self.time,
            clock=lambda: 1_700_000_000.0 + self.time(),
            random=lambda: random,
        ).run()

    def kept(self, *columns: str) -> Sequence[Any]:
        """Return columns of all events in the inbox."""
        with self.engine.connect() as connection:
            rows = connection.execute(
                select(*(events.c[name] for name in columns)).order_by(events.c.id)
            ).all()
        return [row[0] if len(columns) == 1 else tuple(row) for row in rows]

    def lines(self) -> list[dict[str, Any]]:
        """Return what was logged."""
        return [orjson.loads(line) for line in self.log.getvalue().splitlines()]

    def samples(self, name: str) -> dict[str, float]:
        """Return a counter's values, by those of its labels."""
        return {
            " ".join(sample.labels.values()): sample.value
            for metric in self.observer.registry.collect()
            for sample in metric.samples
            if sample.name == name
        }

    @property
    def confirmed(self) -> int:
        return sum(record.confirmed_at is not None for record in self.queue.history())


@contextmanager
def process(
    endpoint: str,
    store: str,
    *arguments: str,
    settings: Mapping[str, str] | None = None,
    output: int | IO[bytes] = subprocess.PIPE,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run `vodhooks pull` in a process of its own."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }
    variables = {
        "VODHOOKS_TENCENT_ENDPOINT": endpoint,
        "VODHOOKS_TENCENT_SCHEME": "http",
        "VODHOOKS_TENCENT_SECRET_ID": SECRET_ID,
        "VODHOOKS_TENCENT_SECRET_KEY": SECRET_KEY,
        **(settings or {}),
    }
    command = ["pull", "--store", store, *arguments]
    environment = {**inherited, **variables}
    with start(command, environment, stdout=output, stderr=subprocess.PIPE) as started:
        try:
            yield started
        finally:
            started.kill()


@contextmanager
def pulling(
    folder: Path,
    *put: dict[str, Any],
    time: Time | None = None,
    api: Api | None = None,
    **behaviour: Any,
) -> Iterator[Pulling]:
    """Lend a puller of some events, with a clock that moves without waiting."""
    time = time or Time()
    queue = Queue(time)
    for event in put:
        queue.put(event)
    engine = connect(f"sqlite:///{folder / 'inbox.sqlite3'}")
    log = BytesIO()
    with serve(queue, Behaviour(pause=time.pause, **behaviour)) as stand_in:
        client = client_of(stand_in.endpoint)
        yield Pulling(time, queue, engine, api or client, log, Observer(log))
        client.close()
    engine.dispose()
