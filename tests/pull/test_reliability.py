"""Faults and kill -9: every event is in the inbox once, all are confirmed in the end, and none before it was durable."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.pull_endurance import survive
else:
    from tests.bench.pull_endurance import survive

EVENTS = 1000
KILLS = 5


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_lost_whatever_goes_wrong(seed: int, tmp_path: Path) -> None:
    left = survive(seed, EVENTS, KILLS, f"sqlite:///{tmp_path / 'inbox.sqlite3'}")
    assert (left.missing, left.surplus, left.twice) == (set(), set(), set())
    assert left.premature == []
    assert left.unconfirmed == 0
    assert left.code in {0, -signal.SIGKILL}
    assert left.kills
    assert left.faults
