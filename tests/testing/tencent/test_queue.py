"""The stand-in's queue: 16 at a time, 30 seconds to confirm, four days to live."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest

from vodhooks.testing.tencent import Queue, Record


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def filled(count: int, clock: Clock | None = None, **options: Any) -> Queue:
    queue = Queue(clock or Clock(), **options)
    for number in range(count):
        queue.put({"EventType": "Some", "Number": number})
    return queue


def numbers(batch: list[tuple[str, dict[str, Any]]]) -> list[int]:
    return [event["Number"] for _, event in batch]


def test_events_come_in_order_and_16_at_a_time() -> None:
    queue = filled(40)
    assert [numbers(queue.pull()) for _ in range(4)] == [
        [*range(16)],
        [*range(16, 32)],
        [*range(32, 40)],
        [],
    ]


def test_a_smaller_batch_can_be_asked_for() -> None:
    assert numbers(filled(3).pull(limit=2)) == [0, 1]


def test_a_handle_in_a_new_event_is_no_part_of_it() -> None:
    queue = Queue(Clock())
    queue.put({"EventHandle": "example", "EventType": "Some"})
    [(handle, event)] = queue.pull()
    assert event == {"EventType": "Some"}
    assert handle != "example"


@pytest.mark.parametrize(("later", "again"), [(29.999, 0), (30.0, 1)])
def test_an_unconfirmed_event_is_back_in_30_seconds(later: float, again: int) -> None:
    clock = Clock()
    queue = filled(1, clock)
    [(first, _)] = queue.pull()
    clock.now = later
    handles = [handle for handle, _ in queue.pull()]
    assert len(handles) == again
    assert first not in handles


def test_what_is_confirmed_is_not_pulled_again() -> None:
    clock = Clock()
    queue = filled(2, clock)
    (handle, _), _ = queue.pull()
    assert queue.confirm([handle]) == []
    clock.now = 30.0
    assert numbers(queue.pull()) == [1]


def test_what_can_be_pulled_for_longer_comes_first() -> None:
    clock = Clock()
    queue = filled(1, clock)
    queue.pull()
    clock.now = 31.0
    queue.put({"Number": 1})
    assert numbers(queue.pull()) == [0, 1]


def test_a_handle_confirms_once_within_30_seconds() -> None:
    clock = Clock()
    queue = filled(3, clock)
    used, late, good = [handle for handle, _ in queue.pull()]
    assert queue.confirm([used]) == []
    clock.now = 29.999
    assert queue.confirm([used, "unknown", good, good]) == [used, "unknown"]
    clock.now = 30.0
    assert queue.confirm([late]) == [late]
    [(handle, _)] = queue.pull()
    assert queue.confirm([late, handle]) == [late]
    assert all(record.confirmed_at is not None for record in queue.history())


@pytest.mark.parametrize(("later", "kept"), [(4 * 86_400 - 1, 1), (4 * 86_400, 0)])
def test_an_event_is_kept_for_four_days(later: float, kept: int) -> None:
    clock = Clock()
    queue = filled(1, clock)
    queue.pull()
    clock.now = later
    assert len(queue.pull()) == kept
    assert len(queue.history()) == 1


def test_the_history_has_every_event() -> None:
    clock = Clock()
    queue = filled(2, clock, visibility=5.0)
    queue.pull(limit=1)
    clock.now = 5.0
    _, (handle, _) = queue.pull()
    clock.now = 6.0
    queue.confirm([handle])
    assert queue.history() == (
        Record({"EventType": "Some", "Number": 0}, 0.0, (0.0, 5.0), 6.0),
        Record({"EventType": "Some", "Number": 1}, 0.0, (5.0,), None),
    )


def test_the_hook_runs_before_a_confirmation_counts() -> None:
    heard: list[tuple[int, float | None]] = []

    def listen(event: dict[str, Any]) -> None:
        heard.append((event["Number"], queue.history()[event["Number"]].confirmed_at))

    queue = filled(2, on_confirm=listen)
    queue.confirm([handle for handle, _ in queue.pull()])
    assert heard == [(0, None), (1, None)]


def test_a_hook_that_raises_keeps_the_event() -> None:
    def object_to(event: dict[str, Any]) -> None:
        if event["Number"] == 1:
            raise LookupError

    queue = filled(3, on_confirm=object_to)
    handles = [handle for handle, _ in queue.pull()]
    with pytest.raises(LookupError):
        queue.confirm(handles)
    assert [record.confirmed_at for record in queue.history()] == [0.0, None, None]
    assert queue.confirm([handles[2]]) == []


def test_several_threads_share_out_the_events() -> None:
    queue = filled(1000)
    refused: list[str] = []

    def work() -> None:
        while batch := queue.pull():
            refused.extend(queue.confirm([handle for handle, _ in batch]))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
    assert [(len(record.pulled_at), record.confirmed_at) for record in queue.history()] == [
        (1, 0.0)
    ] * 1000
