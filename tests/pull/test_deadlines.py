"""A call that takes too long is abandoned: its result is discarded, and the caller goes on."""

from __future__ import annotations

from threading import Event

import pytest

from vodhooks.pull.deadlines import seconds_left, within


def for_ever() -> float:
    return 1e9


def over() -> float:
    raise TimeoutError


def test_a_result_is_returned() -> None:
    assert within(for_ever, lambda: 7) == 7


@pytest.mark.parametrize("error", [ValueError("x"), TimeoutError("its own"), KeyboardInterrupt()])
def test_an_error_is_raised(error: BaseException) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        within(for_ever, fail)
    assert caught.value is error


def test_what_comes_too_late_is_discarded() -> None:
    go, gone = Event(), Event()
    late: list[str] = []

    def discard(result: str) -> None:
        late.append(result)
        gone.set()

    def call() -> str:
        go.wait(60)
        return "a connection"

    with pytest.raises(TimeoutError):
        within(over, call, discard)
    assert late == []
    go.set()
    assert gone.wait(60)
    assert late == ["a connection"]


def test_an_error_that_comes_too_late_is_dropped() -> None:
    go, failed = Event(), Event()

    def call() -> None:
        go.wait(60)
        failed.set()
        raise ValueError

    with pytest.raises(TimeoutError):
        within(over, call)
    go.set()
    assert failed.wait(60)


def test_seconds_are_counted_down() -> None:
    now = [10.0]
    left = seconds_left(5.0, lambda: now[0])
    assert left() == 5.0
    now[0] = 14.0
    assert left() == 1.0
    now[0] = 15.0
    with pytest.raises(TimeoutError):
        left()
