"""Durable, authenticated, validated deliveries per second over HTTP, against the same receiver without parts of its work.

Each receiver runs in a process of its own, on uvicorn as `vodhooks serve` sets it up; two workers are two such processes
with one database, and half of the connections each. The load is another process. A round measures all of them in turn.
The databases are where TMPDIR says: on a disk that takes milliseconds to sync, that is what is measured.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
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
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from tests.bench import loading
from tests.bench.measuring import table
from vodhooks import PolyvOutlineSigner
from vodhooks.catalogue import catalogue, message
from vodhooks.catalogue import channel as channel_of
from vodhooks.inbox.database import connect
from vodhooks.inbox.group_commit import BATCH, GroupCommit
from vodhooks.inbox.store import Inbox, StoreResult
from vodhooks.receiver.app import receiver
from vodhooks.receiver.decide import AuthPolicy
from vodhooks.receiver.metrics import Observer
from vodhooks.receiver.protocol import ConnectionBounds
from vodhooks.receiver.server import run
from vodhooks.receiver.settings import Settings
from vodhooks.receiver.sockets import listen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from vodhooks.inbox.store import ReceivedDelivery

PATH = channel_of(message(loading.MESSAGE).channel or "").path
ROUNDS = 5
DELIVERIES = 20_000
"""In a round, unless time is up before."""
ROUND_SECONDS = 2.0
MEMORY_DELIVERIES = (10_000, 100_000)
MEMORY_SECONDS = 60.0
END_SECONDS = 30.0


def main() -> None:
    """Print deliveries per second, ratios and latencies of all, and the memory that one of them takes."""
    firsts = count(int(time.time()) * 1000 * MEMORY_DELIVERIES[1] % 2**52, MEMORY_DELIVERIES[1])
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        targets, left_out = _targets(stack, folder)
        found: dict[str, list[list[float]]] = {name: [] for name in targets}
        for _ in range(ROUNDS):
            for name, (ports, path) in targets.items():
                found[name].append(_loaded(ports, path, next(firsts), DELIVERIES, ROUND_SECONDS))
    rows: list[list[object]] = [
        [
            f"receiver, {loading.CONNECTIONS} connections",
            "per second",
            "of bare",
            "without store",
            "one commit",
            "p50 ms",
            "p99 ms",
        ]
    ]
    for name, rounds in found.items():
        rates, p50s, p99s = zip(*rounds, strict=True)
        floors = (_ratio(rates, found[floor]) for floor in (BARE, NOWHERE, SINGLE))
        rows.append(
            [
                name,
                round(statistics.median(rates)),
                *floors,
                statistics.median(p50s),
                statistics.median(p99s),
            ]
        )
    table(rows)
    for name, why in left_out.items():
        print(f"{name}: left out: {why}\n")
    _memory(firsts)


def _ratio(rates: tuple[float, ...], floor: list[list[float]]) -> float:
    return statistics.median(rate / under for rate, (under, _, _) in zip(rates, floor, strict=True))


class _Nowhere:
    """A store that keeps nothing and takes no time."""

    async def keep(self, arrival: ReceivedDelivery) -> StoreResult:
        del arrival
        return StoreResult(0, duplicate=False, conflict=False, reused_signature=False)

    async def probe(self) -> None:
        pass

    async def close(self) -> None:
        pass


def _bare(_: str) -> ASGIApp:
    async def taken(request: Request) -> Response:
        await request.body()
        return Response()

    return Starlette(routes=[Route(PATH, taken, methods=["POST"])])


def _without_store(_: str) -> ASGIApp:
    return receiver(_policies(), _Nowhere(), Settings(), Observer())


def _grouping(batch: int) -> Callable[[str], ASGIApp]:
    def made(store: str) -> ASGIApp:
        observer = Observer()
        return receiver(
            _policies(),
            GroupCommit(Inbox(connect(store)), observer.count_commit, batch=batch),
            Settings(),
            observer,
        )

    return made


def _policies() -> dict[str, AuthPolicy]:
    return {name: AuthPolicy(PolyvOutlineSigner(loading.SECRET)) for name in catalogue().channels}


BARE = "bare Starlette endpoint"
NOWHERE = "without a store"
SINGLE = "one commit per request, SQLite"
GROUP = "group commit, SQLite"
POSTGRESQL = {"group commit, PostgreSQL": 1, "group commit, PostgreSQL, two workers": 2}
"""How many workers each has."""
WEBHOOK = "Debian's webhook, which keeps nothing"
RECEIVERS: Mapping[str, Callable[[str], ASGIApp]] = {
    BARE: _bare,
    NOWHERE: _without_store,
    SINGLE: _grouping(1),
    GROUP: _grouping(BATCH),
    **dict.fromkeys(POSTGRESQL, _grouping(BATCH)),
}


def _targets(
    stack: ExitStack, folder: Path
) -> tuple[dict[str, tuple[list[int], str]], dict[str, str]]:
    """Start everything, and return the ports and the path of each, and why some are left out."""
    stores = {
        BARE: "",
        NOWHERE: "",
        SINGLE: f"sqlite:///{folder}/one.sqlite3",
        GROUP: f"sqlite:///{folder}/group.sqlite3",
    }
    targets = {
        name: ([stack.enter_context(_served(name, store))[0]], PATH)
        for name, store in stores.items()
    }
    left_out: dict[str, str] = {}
    server = stack.enter_context(_postgresql(folder))
    for name, workers in POSTGRESQL.items():
        if server:
            targets[name] = (
                [stack.enter_context(_served(name, server))[0] for _ in range(workers)],
                PATH,
            )
        else:
            left_out[name] = "initdb and pg_ctl are not on the path"
    webhook = shutil.which("webhook")
    if webhook:
        targets[WEBHOOK] = ([stack.enter_context(_webhook(webhook, folder))], f"/hooks{PATH}")
    else:
        left_out[WEBHOOK] = "not installed"
    return targets, left_out


def _memory(firsts: Iterator[int]) -> None:
    """Print how much memory a receiver takes after some and after many deliveries."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _served(GROUP, f"sqlite:///{folder}/memory.sqlite3") as (port, pid),
    ):
        taken: list[float] = []
        before = 0
        for deliveries in MEMORY_DELIVERIES:
            _loaded([port], PATH, next(firsts), deliveries - before, MEMORY_SECONDS)
            before = deliveries
            status = Path(f"/proc/{pid}/status").read_text()
            taken.append(int(status.partition("VmRSS:")[2].split()[0]) / 1000)
    first, last = taken
    heads = [f"after {deliveries:,}" for deliveries in MEMORY_DELIVERIES]
    table([["memory, MB", *heads, "ratio"], [GROUP, first, last, last / first]])


@contextmanager
def _served(name: str, store: str) -> Iterator[tuple[int, int]]:
    """Run a receiver in a process of its own, and yield its port and the id of the process."""
    command = [sys.executable, "-m", "tests.bench.bench_receiver", name, store]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            assert process.stderr
            port = next(filter(None, map(re.compile(rb"port (\d+)").search, process.stderr)), None)
            assert port, process.stderr.read()
            yield int(port[1]), process.pid
        finally:
            process.terminate()
            process.wait(END_SECONDS)


def _loaded(
    ports: list[int], path: str, first: int, deliveries: int, seconds: float
) -> list[float]:
    """Return deliveries per second, and the median and the 99th percentile of the time of one, in milliseconds."""
    arguments = [",".join(map(str, ports)), path, first, deliveries, seconds]
    command = [sys.executable, loading.__file__, *map(str, arguments)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, timeout=seconds + END_SECONDS, check=True
    )
    found: list[float] = orjson.loads(done.stdout)
    return found


@contextmanager
def _webhook(program: str, folder: Path) -> Iterator[int]:
    """Run `webhook` with a hook that runs `true`, and yield its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    hooks = folder / "hooks.json"
    hooks.write_text(
        json.dumps(
            [
                {
                    "id": PATH.strip("/"),
                    "execute-command": shutil.which("true"),
                    "include-command-output-in-response": True,
                }
            ]
        )
    )
    command = [program, "-hooks", str(hooks), "-ip", "127.0.0.1", "-port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + END_SECONDS
            while socket.socket().connect_ex(("127.0.0.1", port)):
                assert time.monotonic() < end, "webhook does not listen"
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()
            process.wait(END_SECONDS)


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
    command = partial(
        subprocess.run,
        check=True,
        cwd=cluster,
        timeout=END_SECONDS,
        stdout=subprocess.DEVNULL,
        **user,
    )
    command(
        ["initdb", "--pgdata", cluster, "--username", "vodhooks", "--auth", "trust", "--no-sync"]
    )
    command(
        [
            "pg_ctl",
            "start",
            "--wait",
            "--pgdata",
            cluster,
            "--log",
            cluster / "log",
            "--options",
            f"-h '' -k {cluster}",
        ]
    )
    try:
        yield f"postgresql+psycopg://vodhooks@/postgres?host={cluster}"
    finally:
        command(["pg_ctl", "stop", "--wait", "--mode", "fast", "--pgdata", cluster])


def _serve(name: str, store: str) -> None:
    run(RECEIVERS[name](store), ConnectionBounds(), [listen("127.0.0.1", 0)])


if __name__ == "__main__":
    _serve(*sys.argv[1:])
