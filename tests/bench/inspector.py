"""How fast the page is over a large inbox, how soon it is live, and what it costs a receiver.

python -m tests.bench.inspector [EVENTS] [SECONDS] [sqlite|postgresql ...]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import orjson

from tests.bench import loading
from tests.bench.measuring import table
from tests.support.databases import postgresql
from tests.support.inspecting import address, news, page, row_of
from tests.support.many_events import START, fill
from tests.support.served import CLOSED, OUTLINE, serving
from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message
from vodhooks.inbox.database import connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.support.served import Served

EVENTS = 1_000_000
LOAD_SECONDS = 60.0
REPEATS = 5
LIVE = 20
TABS = 3
"""How many live lists are open under load; one more client loads the list every second."""

CHANNEL = "ucloud.umedia.porn"


def main(events: str = str(EVENTS), seconds: str = str(LOAD_SECONDS), *databases: str) -> None:
    for name in databases or ("sqlite", "postgresql"):
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            url = f"sqlite:///{folder / 'inbox.sqlite3'}"
            if name == "postgresql":
                url = stack.enter_context(postgresql()).url
            engine = connect(url)
            fill(engine, int(events))
            engine.dispose()
            list_pages(name, url, int(events))
    live()
    under_load(float(seconds))


def list_pages(name: str, url: str, events: int) -> None:
    """Print how long pages take: the first of all, and each filter's first and a deep one."""
    middle = f"{events // 2}.{START + events // 2 * 1_000_000}"
    since = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(START / 1e6 + events * 0.9))
    until = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(START / 1e6 + events * 0.1))
    queries = {
        "all": "",
        "channel": f"channel={CHANNEL}",
        **{f"outcome {each}": f"outcome={each}" for each in ("accepted", "unknown", "quarantined")},
        **{f"flag {each}": f"flag={each}" for each in ("conflict", "drift", "repeated")},
        "since": f"since={since}",
        "until": f"until={until}",
        "channel, flag": f"channel={CHANNEL}&flag=drift",
        "channel, outcome, until": f"channel={CHANNEL}&outcome=unknown&until={until}",
        "an identity": f"q={events // 3}",
        "a text that is nowhere": "q=nowhere-at-all",
    }
    with page(url) as (home, _), httpx.Client(base_url=home, timeout=120) as client:
        first = _milliseconds(client, "/")
        rows: list[list[object]] = [
            [f"{name}, {events} events, ms", "first", "slowest", "from the middle, slowest"],
            ["the first list of all", first, "", ""],
        ]
        for title, query in queries.items():
            fast = [_milliseconds(client, f"/?{query}") for _ in range(REPEATS)]
            deep = [_milliseconds(client, f"/?{query}&before={middle}") for _ in range(REPEATS)]
            rows.append([title, fast[0], max(fast), max(deep)])
    table(rows)


def _milliseconds(client: httpx.Client, path: str) -> float:
    begun = time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - begun) * 1000


def live() -> None:
    """Print how long after its 200 a delivery stands in a live list."""
    with tempfile.TemporaryDirectory() as name, _receiver(Path(name)) as (served, home):
        requests = loading._requests(OUTLINE, 1, LIVE)  # noqa: SLF001 # of our own
        taken = []
        with news(home, "after=0") as lines:
            for request in requests:
                served.send(request.replace(b"host: x", b"host: x\r\nconnection: close"))
                begun = time.perf_counter()
                row_of(lines)
                taken.append((time.perf_counter() - begun) * 1000)
    table(
        [
            ["a live row, ms after the 200", "median", "slowest"],
            [f"{LIVE} deliveries", statistics.median(taken), max(taken)],
        ]
    )


def under_load(seconds: float) -> None:
    """Print what a busy receiver does without and with open pages, and the size of its log."""
    rows: list[list[object]] = [
        ["receiver under load", "per second", "p50 ms", "p99 ms", "log, MB"]
    ]
    p99s: dict[bool, list[float]] = {False: [], True: []}
    first = int(time.time()) * 1000
    for number, watched in enumerate((False, True, False, True)):
        with (
            tempfile.TemporaryDirectory() as name,
            _receiver(Path(name)) as (served, home),
            _watching(home if watched else ""),
            _largest(Path(name) / "inbox.sqlite3-wal") as sizes,
        ):
            rate, p50, p99 = _load(served.port, first + number * 10**7, seconds)
            p99s[watched].append(p99)
            title = f"{TABS} live lists, one loaded each second" if watched else "no page is open"
            rows.append([title, round(rate), p50, p99, max(sizes, default=0) / 1e6])
    table(rows)
    print(f"p99 with pages open: {min(p99s[True]) / min(p99s[False]):.2f} times that without\n")


@contextmanager
def _receiver(folder: Path) -> Iterator[tuple[Served, str]]:
    settings = {**CLOSED, "VODHOOKS_POLYV_SECRETS": loading.SECRET}
    with serving(folder, settings, "--inspect=0") as served:
        yield served, address(served.process)


def _load(port: int, first: int, seconds: float) -> tuple[float, float, float]:
    path = channel_of(message(loading.MESSAGE).channel or "").path
    numbers = [port, path, first, round(3000 * seconds), seconds]
    command = [sys.executable, "-m", "tests.bench.loading", *map(str, numbers)]
    rate, p50, p99 = orjson.loads(
        subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    )
    return rate, p50, p99


@contextmanager
def _watching(home: str) -> Iterator[None]:
    """Have pages open, where there is an address."""
    over = threading.Event()

    def follow() -> None:
        with news(home, "after=0") as lines:
            while not over.is_set():
                next(lines)

    def look() -> None:
        with httpx.Client(base_url=home, timeout=60) as client:
            while not over.wait(1):
                client.get("/").raise_for_status()

    watchers: Sequence[threading.Thread] = (
        [*(threading.Thread(target=follow) for _ in range(TABS)), threading.Thread(target=look)]
        if home
        else []
    )
    for watcher in watchers:
        watcher.start()
    yield
    over.set()
    for watcher in watchers:
        watcher.join(30)


@contextmanager
def _largest(file: Path) -> Iterator[list[int]]:
    """Look at the size of a file ten times a second."""
    sizes: list[int] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.1):
            if file.exists():
                sizes.append(file.stat().st_size)

    watcher = threading.Thread(target=look)
    watcher.start()
    yield sizes
    over.set()
    watcher.join()


if __name__ == "__main__":
    main(*sys.argv[1:])
