"""Many waits under one time limit: each ends for itself, and nothing else is ended."""

from __future__ import annotations

import asyncio

import pytest

from vodhooks.receiver.deadline import Deadline


async def late(deadline: Deadline) -> str:
    try:
        with deadline:
            await asyncio.Event().wait()
    except TimeoutError:
        return "late"
    return "done"


async def swift(deadline: Deadline) -> str:
    with deadline:
        await asyncio.sleep(0)
    return "done"


def test_only_a_wait_that_is_too_long_ends() -> None:
    async def run() -> list[str]:
        deadline = Deadline(0.05)
        return await asyncio.gather(*(late(deadline), swift(deadline)) * 20)

    assert asyncio.run(run()) == ["late", "done"] * 20


def test_it_works_again_after_it_has_rested() -> None:
    async def run() -> list[str]:
        deadline = Deadline(0.02)
        return [await late(deadline), await swift(deadline), await late(deadline)]

    assert asyncio.run(run()) == ["late", "done", "late"]


def test_a_task_cancelled_elsewhere_stays_cancelled() -> None:
    async def run() -> None:
        task = asyncio.create_task(late(Deadline(20)))
        await asyncio.sleep(0)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(run())


def test_a_fault_inside_comes_out_as_it_is() -> None:
    async def run() -> None:
        with Deadline(20):
            raise KeyError

    with pytest.raises(KeyError):
        asyncio.run(run())
