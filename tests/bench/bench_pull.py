"""Events per second from pull to confirmed on SQLite, against the vendor's SDK that pulls and confirms and keeps nothing.

The stand-in for the vendor's API runs in a process of its own, and so does what is measured. A round measures all in turn.
"""

from __future__ import annotations

import copy
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tencentcloud.common.credential import Credential
from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717.vod_client import VodClient

from tests.bench.measuring import table
from vodhooks.pull.process import pull
from vodhooks.pull.settings import Settings
from vodhooks.receiver.settings import Settings as StoreSettings
from vodhooks.testing import example
from vodhooks.testing.tencent import SECRET_ID, SECRET_KEY, Behaviour, Queue
from vodhooks.testing.tencent.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MESSAGE = "tencent.vod.review_audio_video_complete"
ROUNDS = 5
EVENTS = 4_000
END_SECONDS = 120.0


def main() -> None:
    """Print one table: events per second, and their ratio to the SDK at its best."""
    found: dict[str, list[float]] = {name: [] for name in MEASURED}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            for name in MEASURED:
                with _served() as endpoint:
                    command = [
                        sys.executable,
                        "-m",
                        "tests.bench.bench_pull",
                        name,
                        endpoint,
                        f"{folder}/{number}.sqlite3",
                    ]
                    done = subprocess.run(
                        command,
                        stderr=subprocess.PIPE,
                        stdout=subprocess.DEVNULL,
                        timeout=END_SECONDS,
                        check=True,
                    )
                found[name].append(float(done.stderr.splitlines()[-1]))
    best = [
        max(rates)
        for rates in zip(*(rates for name, rates in found.items() if name in CEILINGS), strict=True)
    ]
    rows: list[list[object]] = [["pull to confirmed, SQLite", "per second", "ratio to the SDK"]]
    for name, rates in found.items():
        ratio = statistics.median(rate / ceiling for rate, ceiling in zip(rates, best, strict=True))
        rows.append([name, round(statistics.median(rates)), ratio])
    table(rows)


def _sdk(endpoint: str, _: str) -> None:
    """Pull and confirm as the SDK's documentation has it, without looking at the events."""
    profile = ClientProfile(
        httpProfile=HttpProfile(protocol="http", endpoint=endpoint, reqTimeout=10)
    )
    client: Any = VodClient(Credential(SECRET_ID, SECRET_KEY), "", profile)
    while True:
        try:
            events = client.call_json("PullEvents", {})["Response"]["EventSet"]
        except TencentCloudSDKException:  # there are no more
            return
        client.call_json(
            "ConfirmEvents", {"EventHandles": [event["EventHandle"] for event in events]}
        )


def _sdk_twice(endpoint: str, _: str) -> None:
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(_sdk, [endpoint] * 2, [""] * 2))


def _pull(endpoint: str, store: str) -> None:
    environ = {"VODHOOKS_TENCENT_SECRET_ID": SECRET_ID, "VODHOOKS_TENCENT_SECRET_KEY": SECRET_KEY}
    observed = pull(
        Settings(endpoint=endpoint, scheme="http"),
        StoreSettings(store=f"sqlite:///{store}"),
        environ,
        until_empty=True,
    )
    if observed.left:
        raise RuntimeError("not every event was confirmed")


CEILINGS: dict[str, Callable[[str, str], None]] = {
    "the SDK alone": _sdk,
    "the SDK alone, two threads": _sdk_twice,
}
MEASURED = {**CEILINGS, "vodhooks pull": _pull}


@contextmanager
def _served() -> Iterator[str]:
    """Run the stand-in with events for one run, and yield its endpoint."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.bench_pull", "serve"], stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().decode().strip()
        finally:
            process.kill()


def _serve() -> None:
    queue = Queue(time.monotonic)
    sample = example(MESSAGE)
    for number in range(EVENTS):
        event = copy.deepcopy(sample)
        event["ReviewAudioVideoCompleteEvent"]["TaskId"] = f"task-{number}"
        queue.put(event)
    server = Server(queue, Behaviour(hang_seconds=0), "127.0.0.1", 0)
    sys.stdout.write(f"{server.endpoint}\n")
    sys.stdout.flush()
    server.listen()


def _measure(name: str, endpoint: str, store: str) -> None:
    start = time.perf_counter()
    MEASURED[name](endpoint, store)
    sys.stderr.write(f"{EVENTS / (time.perf_counter() - start)}\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        _serve()
    elif len(sys.argv) > 1:
        _measure(*sys.argv[1:])
    else:
        main()
