"""A power cut under load: what was acknowledged had reached the disk. A control shows that the cut does lose things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.endurance import Load, disk, lost, pragmatic
from tests.support.served import CLOSED, SECONDS, serving
from vodhooks.inbox.database import connect

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NUMBERS = 1_000_000
"""How many callbacks a round may send at most."""

MEGABYTES = 128


def losses(folder: Path, rounds: int, settings: Mapping[str, str]) -> list[int]:
    """Return how many acknowledged events were missing after each power cut of a series, on one disk with one inbox."""
    acknowledged: set[str] = set()
    losses = []
    with disk(folder, MEGABYTES) as lent:
        connect(lent.store).dispose()  # an inbox to begin with, whatever the settings
        for round_ in range(rounds):
            with (
                serving(folder, settings, "--store", lent.store) as served,
                Load(served.port, round_ * NUMBERS) as load,
            ):
                load.wait(200 + 67 * round_)  # each round dies somewhere else
                # It dies before its disk: a kernel that has to shut a file system down may still confirm the one
                # fdatasync that is under way, as no disk without power does.
                served.process.kill()
                served.process.wait(SECONDS)
                lent.cut()
            lent.unmount()
            lent.mount()
            acknowledged |= load.acknowledged
            losses.append(len(lost(acknowledged, lent.store)))
    return losses


def test_a_power_cut_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    assert losses(tmp_path, 10, CLOSED) == [0] * 10


def test_a_power_cut_loses_what_was_not_synchronised(tmp_path: Path) -> None:
    found = losses(tmp_path, 3, pragmatic(tmp_path, "synchronous=NORMAL"))
    assert sum(found) > 0, found
