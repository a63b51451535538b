"""10,000 deliveries while the receiver restarts again and again, behind a socket that systemd keeps open.

python -m pytest --capture no tests/bench/restart_endurance.py
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.support.activation import activated, deliver_through_restarts
from vodhooks.inbox.database import reader
from vodhooks.inbox.queries import EventFilter, count_events

if TYPE_CHECKING:
    from pathlib import Path

DELIVERIES = 10_000
RESTARTS = 10


def test_no_delivery_is_refused_while_the_receiver_restarts(tmp_path: Path) -> None:
    begin = time.monotonic()
    with activated(tmp_path) as receiver:
        answers = deliver_through_restarts(receiver, DELIVERIES, RESTARTS, clients=32)
    engine = reader(f"sqlite:///{tmp_path}/inbox.sqlite3")
    kept = count_events(engine, EventFilter())
    engine.dispose()
    seconds = time.monotonic() - begin
    print(f"{dict(answers)} in {seconds:.0f} s with {RESTARTS} restarts, {kept} stored")
    assert (answers, kept) == ({200: DELIVERIES}, DELIVERIES)
