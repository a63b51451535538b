"""A store that fails under load: 503 while it lasts, then all is well without a restart, and nothing acknowledged is lost."""

from __future__ import annotations

import resource
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.bench.endurance import CONNECTIONS, Load, disk, lost, pragmatic
from tests.support.served import CLOSED, OUTLINE, SECONDS, outline, serving, status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.support.databases import Postgres
    from tests.support.served import Served

SOME = 300
"""Answers, after which what was to be seen has been seen."""

IMPATIENT = {**CLOSED, "VODHOOKS_ANSWER_SECONDS": "0.5"}
MARGIN = 10.0
"""How much later than its deadline an answer may be, in seconds, on a machine that has other things to do."""

MEGABYTES = 32
"""Size of the disk that gets full."""

AS_LARGE_AS_IT_LIKES = "max_page_count=4294967294"

OTHERS = 900_000_000
"""Numbers of callbacks that are not part of the load."""


@contextmanager
def enduring(served: Served, store: str, fail: Callable[[], object]) -> Iterator[None]:
    """Let the store of a receiver fail under load, until the caller has mended it."""
    with Load(served.port) as load:
        load.wait(SOME)
        fail()
        load.wait(CONNECTIONS, 503)
        assert b"\r\nretry-after: 5\r\n" in refusal(served)
        assert status(served.get("/healthz")) == 200
        yield
        load.wait(SOME)
        assert status(served.get("/readyz")) == 200
    assert load.statuses == {200, 503}
    assert load.unanswered == 0
    assert load.longest < float(IMPATIENT["VODHOOKS_ANSWER_SECONDS"]) + MARGIN
    assert served.end() == -signal.SIGTERM
    assert not lost(load.acknowledged, store)


def refusal(served: Served) -> bytes:
    """Return the first answer that is 503; a full disk may have room for a few small transactions yet."""
    answers = (served.post(OUTLINE, outline(OTHERS + number)) for number in range(100))
    return next(answer for answer in answers if status(answer) == 503)


@contextmanager
def embedded(folder: Path, settings: Mapping[str, str] = IMPATIENT) -> Iterator[tuple[Served, str]]:
    store = f"sqlite:///{folder / 'inbox.sqlite3'}"
    with serving(folder, settings) as served:
        yield served, store


def test_a_full_disk_is_endured(tmp_path: Path) -> None:
    ballast = tmp_path / "disk" / "ballast"

    def fill() -> None:
        with pytest.raises(OSError, match="No space left"):
            ballast.write_bytes(bytes(MEGABYTES * 2**20))

    with (
        disk(tmp_path, MEGABYTES) as lent,
        serving(tmp_path, IMPATIENT, "--store", lent.store) as served,
        enduring(served, lent.store, fill),
    ):
        ballast.unlink()


def test_a_database_that_may_not_grow_is_endured(tmp_path: Path) -> None:
    with (
        embedded(tmp_path, {**IMPATIENT, **pragmatic(tmp_path, AS_LARGE_AS_IT_LIKES)}) as (
            served,
            store,
        ),
        enduring(served, store, lambda: (tmp_path / "pragma").write_text("max_page_count=1")),
    ):
        (tmp_path / "pragma").write_text(AS_LARGE_AS_IT_LIKES)


def test_failing_writes_are_endured(tmp_path: Path) -> None:
    with embedded(tmp_path) as (served, store):
        pid, bound = served.process.pid, resource.RLIMIT_FSIZE
        usual = resource.prlimit(pid, bound)
        with enduring(served, store, lambda: resource.prlimit(pid, bound, (4096, usual[1]))):
            assert status(served.get("/readyz")) == 503
            resource.prlimit(pid, bound, usual)


@pytest.mark.parametrize(("fail", "mend"), [("stop", "start"), ("freeze", "thaw")])
def test_a_server_that_hangs_or_is_gone_is_endured(
    tmp_path: Path, postgres: Postgres, fail: str, mend: str
) -> None:
    with (
        serving(tmp_path, IMPATIENT, "--store", postgres.url) as served,
        enduring(served, postgres.url, getattr(postgres, fail)),
    ):
        assert status(served.get("/readyz")) == 503
        getattr(postgres, mend)()


def test_a_restart_of_the_server_is_endured(tmp_path: Path, postgres: Postgres) -> None:
    with serving(tmp_path, IMPATIENT, "--store", postgres.url) as served:
        with Load(served.port) as load:
            load.wait(SOME)
            postgres.stop()
            postgres.start()
            load.wait(SOME)
        assert load.statuses <= {200, 503}
        assert load.unanswered == 0
    assert not lost(load.acknowledged, postgres.url)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_receiver_ends_although_its_store_hangs(
    tmp_path: Path, postgres: Postgres, number: signal.Signals
) -> None:
    with serving(tmp_path, IMPATIENT, "--store", postgres.url) as served:
        with Load(served.port) as load:
            load.wait(SOME)
            postgres.freeze()
            load.wait(CONNECTIONS, 503)
            served.process.send_signal(number)
            served.process.wait(SECONDS)
        postgres.thaw()
    assert load.statuses == {200, 503}
    assert not lost(load.acknowledged, postgres.url)
