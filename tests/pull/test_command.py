"""`vodhooks pull` as its users run it: how it ends, what it says, and several of them at once."""

from __future__ import annotations

import shutil
import signal
import threading
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import orjson
import pytest
from sqlalchemy import create_engine, select

from vodhooks.inbox.database import own
from vodhooks.inbox.tables import events
from vodhooks.testing.tencent import SECRET_KEY, Behaviour, Fault, Queue, in_turn, serve

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from tests.support.databases import Postgres
    from tests.support.pullers import process, review
else:
    from tests.support.pullers import process, review

SECONDS = 60.0


def filled(count: int) -> Queue:
    queue = Queue(time.monotonic)
    for number in range(count):
        queue.put(review(number))
    return queue


def confirmed(queue: Queue) -> int:
    return sum(record.confirmed_at is not None for record in queue.history())


def kept(store: str) -> Sequence[Any]:
    engine = create_engine(store)
    with engine.connect() as connection:
        rows = connection.execute(select(events.c.deliveries)).scalars().all()
    engine.dispose()
    return rows


def ended(puller: subprocess.Popen[bytes]) -> tuple[int, list[dict[str, Any]], str]:
    """Return the exit code, the log and what was said, once a puller has ended."""
    output, said = puller.communicate(timeout=SECONDS)
    return puller.returncode, [orjson.loads(line) for line in output.splitlines()], said.decode()


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'inbox.sqlite3'}"


def test_once_drains_the_queue_and_ends(store: str, tmp_path: Path) -> None:
    queue = filled(40)
    (tmp_path / "key").write_text(f"{SECRET_KEY}\n")
    settings = {
        "VODHOOKS_TENCENT_SECRET_KEY": "not this",
        "VODHOOKS_TENCENT_SECRET_KEY_FILE": str(tmp_path / "key"),
    }
    with (
        serve(queue, Behaviour(hang_seconds=0)) as stand_in,
        process(stand_in.endpoint, store, "--once", settings=settings) as puller,
    ):
        code, log, said = ended(puller)
    assert code == 0
    assert kept(store) == [1] * 40
    assert confirmed(queue) == 40
    assert sum(line["events"] for line in log) == 40
    assert said.splitlines() == [
        f"vodhooks: tencent.vod: OPEN TO EVERY PROGRAM that listens at {stand_in.endpoint} on this machine, since there is no TLS",
        f"vodhooks: pulling from {stand_in.endpoint}",
        "vodhooks: 40 pulled, 40 stored (0 of them again, 0 in quarantine), 40 confirmed, 0 left",
    ]


def test_the_exit_code_of_once_warns_of_redelivery(store: str) -> None:
    behaviour = Behaviour(hang_seconds=0, faults=in_turn([Fault.LOST_ANSWER], "ConfirmEvents"))
    with (
        serve(filled(1), behaviour) as stand_in,
        process(stand_in.endpoint, store, "--once") as puller,
    ):
        code, _, said = ended(puller)
    assert code == 1
    assert "0 confirmed, 1 left" in said


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        (
            {"VODHOOKS_TENCENT_SECRET_ID": ""},
            "VODHOOKS_TENCENT_SECRET_ID (or VODHOOKS_TENCENT_SECRET_ID_FILE) holds no secret",
        ),
        (
            {"VODHOOKS_TENCENT_SECRET_KEY": "a-secret"},
            "does not take the credentials (AuthFailure.SignatureFailure)",
        ),
        (
            {"VODHOOKS_TENCENT_ENDPOINT": "vod.tencentcloudapi.com"},
            "VODHOOKS_TENCENT_SCHEME: http is for an endpoint on loopback",
        ),
    ],
)
def test_what_cannot_work_ends_at_once_with_a_reason(
    store: str, settings: Mapping[str, str], complaint: str
) -> None:
    with (
        serve(filled(1)) as stand_in,
        process(stand_in.endpoint, store, settings=settings) as puller,
    ):
        code, log, said = ended(puller)
    assert (code, log) == (2, [])
    assert complaint in " ".join(said.replace("\u2502", " ").split())
    assert "a-secret" not in said


def test_one_process_owns_an_sqlite_file(store: str) -> None:
    release = own(store)
    with serve(filled(1)) as stand_in, process(stand_in.endpoint, store) as puller:
        code, _, said = ended(puller)
    release()
    assert code == 2
    assert "another process writes to" in said


def test_sigterm_finishes_the_batch_in_hand(store: str) -> None:
    queue = filled(40)
    signalled = threading.Event()
    pulled = threading.Event()

    def hold(action: str) -> Fault | None:
        """Let the first pull be answered when the signal has been sent."""
        if action == "PullEvents" and not pulled.is_set():
            pulled.set()
            signalled.wait(SECONDS)
        return None

    settings = {"VODHOOKS_TENCENT_PULLERS": "1"}
    with (
        serve(queue, Behaviour(faults=hold)) as stand_in,
        process(stand_in.endpoint, store, settings=settings) as puller,
    ):
        assert pulled.wait(SECONDS)
        puller.send_signal(signal.SIGTERM)
        signalled.set()
        code, log, said = ended(puller)
    assert code == 0
    assert [line["pull_outcomes"] for line in log] == [{"confirmed": 16}]
    assert (confirmed(queue), len(kept(store))) == (16, 16)
    assert "16 pulled" in said


def test_sigint_ends_a_puller_that_waits_for_events(store: str) -> None:
    pulled = threading.Event()

    def note(_: str) -> None:
        pulled.set()

    with (
        serve(filled(0), Behaviour(faults=note, hang_seconds=0.2)) as stand_in,
        process(stand_in.endpoint, store) as puller,
    ):
        assert pulled.wait(SECONDS)
        puller.send_signal(signal.SIGINT)
        code, log, said = ended(puller)
    assert (code, log) == (0, [])
    assert "0 pulled" in said


def test_a_second_signal_waits_for_nothing(store: str) -> None:
    pulled, over = threading.Event(), threading.Event()

    def hang(_: str) -> None:
        pulled.set()
        over.wait(SECONDS)

    with (
        serve(filled(1), Behaviour(faults=hang)) as stand_in,
        process(stand_in.endpoint, store) as puller,
    ):
        assert pulled.wait(SECONDS)
        while puller.poll() is None:
            puller.send_signal(signal.SIGTERM)
            over.wait(0.05)
        over.set()
    assert puller.returncode == -signal.SIGTERM


def test_metrics_are_served_on_loopback(store: str) -> None:
    queue = filled(3)
    with (
        serve(queue, Behaviour(hang_seconds=0.1)) as stand_in,
        process(stand_in.endpoint, store, "--metrics-port", "0") as puller,
    ):
        assert puller.stderr
        assert puller.stdout
        port = int(puller.stderr.readline().rpartition(b" ")[2])
        puller.stdout.readline()
        connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        connection.request("GET", "/metrics")
        found = connection.getresponse().read().decode()
        connection.close()
        puller.terminate()
        assert ended(puller)[0] == 0
    assert 'vodhooks_pull_events_total{outcome="confirmed"} 3.0' in found
    assert 'vodhooks_deliveries_total{channel="tencent.vod"' in found


def test_several_pullers_share_the_work(postgres: Postgres) -> None:
    queue = filled(200)
    with serve(queue, Behaviour(hang_seconds=0)) as stand_in, ExitStack() as stack:
        pullers = [
            stack.enter_context(process(stand_in.endpoint, postgres.url, "--once"))
            for _ in range(2)
        ]
        results = [ended(puller) for puller in pullers]
    assert [code for code, _, _ in results] == [0, 0]
    assert sum(line["events"] for _, log, _ in results for line in log) == 200
    assert kept(postgres.url) == [1] * 200
    assert confirmed(queue) == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_one_file_with_all_confirmed(
    store: str, tmp_path: Path, number: signal.Signals
) -> None:
    queue = filled(40)
    with (
        serve(queue, Behaviour(hang_seconds=0.1)) as stand_in,
        process(stand_in.endpoint, store) as puller,
    ):
        assert puller.stdout
        puller.stdout.readline()
        puller.send_signal(number)
        code, _, _ = ended(puller)
    assert code == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "inbox.sqlite3",
        "inbox.sqlite3.owner",
    ]
    assert len(kept(store)) == confirmed(queue) > 0


@pytest.mark.parametrize("way", ["removed", "replaced", "log removed"])
def test_events_in_a_displaced_file_are_not_confirmed(store: str, tmp_path: Path, way: str) -> None:
    queue, inbox = filled(16), tmp_path / "inbox.sqlite3"
    with (
        serve(queue, Behaviour(hang_seconds=0.1)) as stand_in,
        process(stand_in.endpoint, store) as puller,
    ):
        assert puller.stdout
        puller.stdout.readline()
        before = confirmed(queue)
        if way == "replaced":
            shutil.copyfile(inbox, tmp_path / "copy").replace(inbox)
        else:
            (inbox if way == "removed" else tmp_path / "inbox.sqlite3-wal").unlink()
        for event in range(100, 116):
            queue.put(review(event))
        failure = orjson.loads(puller.stdout.readline())
        while "failure" not in failure:
            failure = orjson.loads(puller.stdout.readline())
        puller.terminate()
        _, _, said = ended(puller)
    assert failure["reason"].endswith("nothing is stored until a restart")
    first, *rest = [line for line in said.splitlines() if failure["reason"] in line]
    assert first == f"vodhooks: the store fails: {failure['reason']}"
    assert [line for line in rest if not line.startswith("vodhooks: the store failed ")] == []
    assert confirmed(queue) == before == 16
