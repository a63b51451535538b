"""kill -9 under load: what was acknowledged is there afterwards, once, and the database is intact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.endurance import Load, lost
from tests.support.served import CLOSED, SECONDS, serving

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 10
NUMBERS = 1_000_000
"""How many callbacks a round may send at most."""


def test_a_killed_receiver_keeps_what_it_acknowledged(tmp_path: Path, store_url: str) -> None:
    acknowledged: set[str] = set()
    for round_ in range(ROUNDS):
        with (
            serving(tmp_path, CLOSED, "--store", store_url) as served,
            Load(served.port, round_ * NUMBERS) as load,
        ):
            load.wait(200 + 67 * round_)  # each round dies somewhere else
            served.process.kill()
            served.process.wait(SECONDS)
        assert load.acknowledged
        acknowledged |= load.acknowledged
        assert not lost(acknowledged, store_url)
