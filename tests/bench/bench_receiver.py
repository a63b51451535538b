"""Durable, authenticated, validated deliveries per second over HTTP, against the same receiver without parts of its work.

Each receiver runs in a process of its own, and the load in another. A round measures all of them in turn.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import uvicorn
import uvloop
from measuring import table
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from vodhooks import PolyvOutlineSigner
from vodhooks.catalogue import bundle, catalogue
from vodhooks.catalogue import channel as channel_of
from vodhooks.receiving.app import receiver
from vodhooks.receiving.bounding import ConnectionBounds, bounded_protocol
from vodhooks.receiving.committing import GroupCommit
from vodhooks.receiving.decide import Admission
from vodhooks.receiving.inbox import Inbox, Kept
from vodhooks.receiving.observing import Observer
from vodhooks.receiving.serving import SWITCH_SECONDS
from vodhooks.receiving.settings import Settings
from vodhooks.receiving.stores import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from vodhooks.receiving.inbox import Arrival

CHANNEL = "polyv.video_outline"
MESSAGE = f"{CHANNEL}.generate_success"
SECRET = "a secret for measuring"
ROUNDS = 5
DELIVERIES = 10_000
CONNECTIONS = 64
END_SECONDS = 30.0
LOAD_SECONDS = 120.0

TESTS = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print one table: deliveries per second, their ratio to a bare endpoint on the same server, and latencies."""
    numbers = count(int(time.time()) * 1_000_000)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stores = {name: store.format(folder=folder) for name, (_, store) in RECEIVERS.items()}
        postgresql = stack.enter_context(_postgresql(folder))
        if postgresql:
            stores[GROUP_POSTGRESQL] = postgresql
        else:
            stores.pop(GROUP_POSTGRESQL)
        ports = {name: stack.enter_context(_served(name, store)) for name, store in stores.items()}
        found: dict[str, list[list[float]]] = {name: [] for name in ports}
        for _ in range(ROUNDS):
            for name, port in ports.items():
                found[name].append(_loaded(port, next(numbers) * DELIVERIES % 2**53))
    bare = [rate for rate, _, _ in found[BARE]]
    rows: list[list[object]] = [[f"receiver, {CONNECTIONS} connections", "per second", "ratio to bare", "p50 ms", "p99 ms"]]
    for name, rounds in found.items():
        rates, p50s, p99s = zip(*rounds, strict=True)
        ratio = statistics.median(rate / floor for rate, floor in zip(rates, bare, strict=True))
        rows.append([name, round(statistics.median(rates)), ratio, statistics.median(p50s), statistics.median(p99s)])
    table(rows)


class _Nowhere:
    """A store that keeps nothing and takes no time."""

    async def keep(self, arrival: Arrival) -> Kept:
        del arrival
        return Kept(duplicate=False, conflict=False, reused_seal=False)

    async def probe(self) -> None:
        pass

    async def close(self) -> None:
        pass


def _bare(_: str) -> ASGIApp:
    async def taken(request: Request) -> Response:
        await request.body()
        return Response()

    return Starlette(routes=[Route(channel_of(CHANNEL).path, taken, methods=["POST"])])


def _without_store(_: str) -> ASGIApp:
    return receiver(_admissions(), _Nowhere(), Settings(), Observer())


def _grouping(batch: int) -> Callable[[str], ASGIApp]:
    def made(store: str) -> ASGIApp:
        observer = Observer()
        return receiver(_admissions(), GroupCommit(Inbox(connect(store)), observer.committed, batch=batch), Settings(), observer)

    return made


def _admissions() -> dict[str, Admission]:
    return {name: Admission(PolyvOutlineSigner(SECRET)) for name in catalogue().channels}


BARE = "bare Starlette endpoint"
GROUP_POSTGRESQL = "group commit, PostgreSQL"
RECEIVERS: dict[str, tuple[Callable[[str], ASGIApp], str]] = {
    BARE: (_bare, ""),
    "without a store": (_without_store, ""),
    "one commit per request, SQLite": (_grouping(1), "sqlite:///{folder}/one.sqlite3"),
    "group commit, SQLite": (_grouping(256), "sqlite:///{folder}/group.sqlite3"),
    GROUP_POSTGRESQL: (_grouping(256), ""),
}


@contextmanager
def _served(name: str, store: str) -> Iterator[int]:
    """Run a receiver in a process of its own, and yield its port."""
    command = [sys.executable, __file__, "serve", name, store]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            yield int(line)
        finally:
            process.terminate()
            process.wait(END_SECONDS)


def _loaded(port: int, first: int) -> list[float]:
    """Return deliveries per second, and the median and the 99th percentile of the time of one, in milliseconds."""
    command = [sys.executable, __file__, "load", str(port), str(first)]
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=LOAD_SECONDS, check=True)
    found: list[float] = orjson.loads(done.stdout)
    return found


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL server, and yield its URL; nothing where this machine has none."""
    if not shutil.which("initdb") or not shutil.which("pg_ctl"):
        yield ""
        return
    cluster = folder / "cluster"
    cluster.mkdir()
    user: dict[str, str] = {}
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        user = {"user": "postgres"}
        folder.chmod(0o755)
        shutil.chown(cluster, "postgres")
    run = partial(subprocess.run, check=True, cwd=cluster, timeout=END_SECONDS, stdout=subprocess.DEVNULL, **user)
    run(["initdb", "--pgdata", cluster, "--username", "vodhooks", "--auth", "trust", "--no-sync"])
    run(["pg_ctl", "start", "--wait", "--pgdata", cluster, "--log", cluster / "log", "--options", f"-h '' -k {cluster}"])
    try:
        yield f"postgresql+psycopg://vodhooks@/postgres?host={cluster}"
    finally:
        run(["pg_ctl", "stop", "--wait", "--mode", "fast", "--pgdata", cluster])


def _serve(name: str, store: str) -> None:
    application, _ = RECEIVERS[name]
    config = uvicorn.Config(
        application(store),
        port=0,
        loop="uvloop",
        http=bounded_protocol(ConnectionBounds()),
        ws="none",
        access_log=False,
        server_header=False,
        log_level="error",
    )
    sys.setswitchinterval(SWITCH_SECONDS)
    socket = config.bind_socket()
    sys.stderr.write(f"{socket.getsockname()[1]}\n")
    sys.stderr.flush()
    uvicorn.Server(config).run([socket])


def _load(port: int, first: int) -> None:
    sys.path.insert(0, str(TESTS / "receiving"))
    from load import deliver, request

    signer = PolyvOutlineSigner(SECRET)
    sample = bundle(MESSAGE)["examples"][0]
    # Each signature is made for a moment of its own, as a vendor's would be.
    start = time.time() - DELIVERIES / 1000
    requests = [
        request(
            channel_of(CHANNEL).path,
            orjson.dumps(signer.sign_payload({**sample, "taskId": first + number}, start + number / 1000)),
        )
        for number in range(DELIVERIES)
    ]
    begun = time.perf_counter()
    answered = uvloop.run(deliver(port, iter(requests), CONNECTIONS))
    seconds = time.perf_counter() - begun
    if len(answered) != DELIVERIES or any(one.status != 200 for one in answered):
        raise RuntimeError("not every delivery was taken")
    times = sorted(one.seconds for one in answered)
    sys.stdout.buffer.write(
        orjson.dumps([DELIVERIES / seconds, 1e3 * times[len(times) // 2], 1e3 * times[len(times) * 99 // 100]])
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        _serve(*sys.argv[2:])
    elif sys.argv[1:2] == ["load"]:
        _load(*map(int, sys.argv[2:]))
    else:
        main()
