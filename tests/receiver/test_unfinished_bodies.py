"""Bodies that have arrived in part: together they have a bound, and a stalled client keeps no other out."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.served import (
    CLOSED,
    OUTLINE,
    Served,
    drained,
    outline,
    posted,
    problem_of,
    serving,
    status,
)

if TYPE_CHECKING:
    import socket

MEGABYTE = 2**20
SIZE = 1_500_000
BOUND = "VODHOOKS_UNFINISHED_BYTES"
PATIENT = {**CLOSED, "VODHOOKS_BODY_SECONDS": "120"}


def large(number: int) -> bytes:
    return posted(OUTLINE, outline(number, outlineInfo=[{"title": "x" * SIZE}]), connection="close")


def answers_of_unfinished(served: Served, count: int) -> list[bytes]:
    """Send large deliveries up to their last byte, deliver a small one meanwhile, then finish, and return what they are answered."""
    with ExitStack() as open_ones:
        waiting: list[tuple[socket.socket, bytes]] = []
        for number in range(count):
            connection = open_ones.enter_context(served.connected())
            data = large(number)
            connection.sendall(data[:-1])
            waiting.append((connection, data[-1:]))
        assert status(served.post(OUTLINE, outline(count))) == 200
        for connection, last in waiting:
            connection.sendall(last)
        return [drained(connection) for connection, _ in waiting]


def peak(served: Served) -> int:
    """Return the most memory that a receiver has had, in bytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{served.process.pid}/status").read_text())
    assert found
    return int(found[1]) * 1024


def test_beyond_their_bound_the_oldest_give_way(tmp_path: Path) -> None:
    count, fitting = 20, 5
    with serving(tmp_path, {**PATIENT, BOUND: str(8 * MEGABYTE)}) as served:
        answers = answers_of_unfinished(served, count)
        statuses = [status(answer) for answer in answers]
        assert statuses.count(200) + statuses.count(503) == count
        assert 0 < statuses.count(200) <= fitting
        assert statuses[-1] == 200
        refused = answers[statuses.index(503)]
        assert b"\r\nretry-after: " in refused
        assert problem_of(refused)["status"] == 503
        assert len(served.kept("id")) == statuses.count(200) + 1
        # What was held has been released.
        assert [status(answer) for answer in answers_of_unfinished(served, fitting)] == [
            200
        ] * fitting


def test_a_body_beyond_the_bound_alone_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path, {**PATIENT, BOUND: "100000"}) as served:
        assert status(served.send(large(1))) == 503
        assert status(served.post(OUTLINE, outline(2))) == 200


def test_clients_that_hang_up_release_what_was_held(tmp_path: Path) -> None:
    with serving(tmp_path, {**PATIENT, BOUND: str(2 * MEGABYTE)}) as served:
        for number in range(5):
            with served.connected() as connection:
                connection.sendall(large(number)[:-1])
        assert status(served.send(large(9))) == 200


@pytest.mark.parametrize(("bound", "is_bounded"), [(4 * MEGABYTE, True), (1024 * MEGABYTE, False)])
def test_memory_is_bounded_and_would_not_be(
    tmp_path: Path, bound: int, *, is_bounded: bool
) -> None:
    count = 120
    with serving(
        tmp_path, {**PATIENT, BOUND: str(bound), "VODHOOKS_ANSWER_SECONDS": "60"}
    ) as served:
        before = peak(served)
        answers_of_unfinished(served, count)
        grown = peak(served) - before
    assert (grown < count * SIZE) == is_bounded, grown
