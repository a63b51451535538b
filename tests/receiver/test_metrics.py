"""What the observer does where its surroundings fail it, and how much it holds."""

from __future__ import annotations

import asyncio
import io
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import orjson
from prometheus_client import generate_latest

from vodhooks.receiver import metrics
from vodhooks.receiver.decide import AuthPolicy, Delivery, Reason, Rejection, decide
from vodhooks.receiver.metrics import DRIFT_SERIES, HELD, Complaints, Observer
from vodhooks.testing import example

if TYPE_CHECKING:
    import pytest

TOO_LARGE = Rejection(Reason.TOO_LARGE, "the body is larger than 10 bytes")


def test_a_closed_log_reader_costs_no_delivery() -> None:
    reader, writer = os.pipe()
    os.close(reader)

    async def run(observer: Observer) -> None:
        observer.log_refusal("a.channel", TOO_LARGE, 413, 0.1)
        observer.flush()

    with open(writer, "wb", buffering=0) as lines:
        asyncio.run(run(Observer(lines)))


def test_a_stopped_log_reader_holds_up_no_delivery(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()

    async def run(observer: Observer) -> None:
        for _ in range(2):
            for _ in range(HELD + 1):
                observer.log_refusal("a.channel", TOO_LARGE, 413, 0.1)
            observer.flush()

    with ThreadPoolExecutor(1) as pool:
        with open(writer, "wb") as lines:
            observer = Observer(lines)
            with monkeypatch.context() as patched:
                patched.setattr(metrics, "END_SECONDS", 0.01)
                asyncio.run(run(observer))
            read = pool.submit(drained, reader)
            observer.flush()
        written = read.result().splitlines()
    assert len(written) == 2 * HELD
    assert {orjson.loads(line)["status"] for line in written} == {413}


def drained(reader: int) -> bytes:
    with open(reader, "rb") as lines:
        return lines.read()


def test_drifting_places_are_bounded_without_indices() -> None:
    lines = io.BytesIO()

    async def run(observer: Observer) -> None:
        sample = example("polyv.video_outline.generate_success")
        chapter = {**sample["outlineInfo"][0], "new": 1}
        several = [
            {f"x{number + start}": 1 for number in range(100)} for start in range(0, 1000, 100)
        ]
        for payload in (
            {**sample, "outlineInfo": [chapter] * 50},
            *({**sample, **members} for members in several),
        ):
            delivery = Delivery("polyv.video_outline", orjson.dumps(payload), "application/json")
            decision = decide(delivery, AuthPolicy.open(), 0.0)
            observer.log_delivery(decision, "accepted", 200, 0.1, now=0.0)
        observer.flush()

    observer = Observer(lines)
    asyncio.run(run(observer))
    shown = [
        line
        for line in generate_latest(observer.registry).decode().splitlines()
        if line.startswith("vodhooks_drift_total{")
    ]
    assert len(shown) == DRIFT_SERIES + 1
    assert (
        'vodhooks_drift_total{message="polyv.video_outline.generate_success",pointer="/outlineInfo/*/new"} 50.0'
        in shown
    )
    assert (
        'vodhooks_drift_total{message="polyv.video_outline.generate_success",pointer="other"} 801.0'
        in shown
    )
    assert {orjson.loads(line)["outcome"] for line in lines.getvalue().splitlines()} == {"accepted"}


class Clock:
    """A clock that is set."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_cause_is_logged_once_in_ten_seconds() -> None:
    clock, said = Clock(), list[tuple[float, str]]()
    complaints = Complaints(lambda line: said.append((clock.now - 1000, line)), clock)
    for tenth in range(0, 250, 5):
        clock.now = 1000 + tenth / 10
        complaints.add("full")
        if tenth == 50:
            complaints.add("locked")
            complaints.add("locked")
    complaints.flush()
    complaints.flush()
    assert said == [
        (0, "the store fails: full"),
        (5, "the store fails: locked"),
        (10, "the store fails: full (19 times more in between)"),
        (15, "the store failed 1 times more: locked"),
        (20, "the store fails: full (19 times more in between)"),
        (24.5, "the store failed 9 times more: full"),
    ]


def test_causes_that_are_over_are_forgotten() -> None:
    clock, said = Clock(), list[str]()
    complaints = Complaints(said.append, clock)
    for number in range(1000):
        clock.now += 1
        complaints.add(f"cause {number}")
    complaints.flush()
    assert said == [f"the store fails: cause {number}" for number in range(1000)]
    assert not vars(complaints)["_said"]
