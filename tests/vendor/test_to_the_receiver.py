"""The vendor's side against the reference receiver in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from vodhooks.catalogue import catalogue, message
from vodhooks.fuzzer.mutations import mutation, mutations
from vodhooks.vendor.connections import get
from vodhooks.vendor.endpoints import Endpoint, endpoints_at
from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.sender import sender

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENVIRON = {
    "VODHOOKS_POLYV_SECRETS": "secret",
    "VODHOOKS_TENCENT_SIGN_KEYS": "signKey1",
    "VODHOOKS_TOKENS": "unguessable",
}
PUSHED = [name for name, known in catalogue().messages.items() if known.channel]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("receiver") / "inbox.sqlite3"


@pytest.fixture(scope="module")
def receiver(store: Path) -> Iterator[str]:
    """Run the receiver, and return its URL once it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "vodhooks",
        "serve",
        "--store",
        f"sqlite:///{store}",
        "--port",
        str(port),
    ]
    log = store.with_suffix(".log")
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, env={**os.environ, **ENVIRON}, stdout=output, stderr=output
        ) as process,
    ):
        try:
            assert is_ready(url)
            yield url
        finally:
            process.terminate()
            process.wait(30)
    assert "unguessable" not in log.read_text()


def is_ready(url: str) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError):
            return get(f"{url}/readyz", 10).status == 200
        time.sleep(0.05)
    return False


def endpoint(name: str, url: str, number: int = 0) -> Endpoint:
    where = message(name).channel or ""
    return endpoints_at(url, [where], ENVIRON, numbers=count(number))[where].carrying(name)


def status(name: str, url: str, mutated: str = "", number: int = 0) -> int | None:
    there = endpoint(name, url, number)
    attack = (
        mutation(mutated, there).attack(there) if mutated else RequestBatch((there.delivery(),))
    )
    with sender(url, success=(200,)) as vendor:
        [sent] = vendor.perform(attack)
    return sent.last.status


@pytest.mark.parametrize("name", PUSHED)
def test_every_pushed_message_is_accepted(receiver: str, name: str) -> None:
    assert status(name, receiver, number=1) == 200
    forgeries = sorted(
        mutations(endpoint(name, receiver)).keys()
        & {"bad-sign", "no-sign", "stale", "future", "no-token", "bad-token"}
    )
    assert {"no-token", "bad-token"} <= set(forgeries)
    assert [status(name, receiver, forgery) for forgery in forgeries] == [401] * len(forgeries)


@pytest.mark.parametrize(
    ("mutated", "answer"),
    [
        ("wrong-type", 422),
        ("unknown-field", 200),
        ("not-json", 400),
        ("duplicate-key", 400),
        ("deep", 400),
        ("huge", 413),
    ],
)
def test_a_mutation_gets_the_answer_that_it_should(
    receiver: str, mutated: str, answer: int
) -> None:
    assert status("ucloud.umedia.slice", receiver, mutated, number=50) == answer


def test_a_retry_is_deduplicated(receiver: str, store: Path) -> None:
    again = endpoint("polyv.video_outline.generate_fail", receiver, 77).delivery()
    with sender(receiver, success=(200,)) as vendor:
        assert [vendor.deliver(again).last.status for _ in range(3)] == [200, 200, 200]
    engine = create_engine(f"sqlite:///{store}")
    with engine.connect() as connection:
        rows = (
            connection.execute(
                text("SELECT * FROM events WHERE body = :body"), {"body": again.body}
            )
            .mappings()
            .all()
        )
    engine.dispose()
    assert [row["deliveries"] for row in rows] == [3]
