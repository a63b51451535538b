"""A stand-in for the vendor's API: PullEvents and ConfirmEvents for the real SDK, without an account.

from vodhooks.testing.tencent import Behaviour, Fault, Queue, in_turn, running

queue = Queue(time.monotonic)
queue.put({"EventType": "NewFileUpload"})
with running(queue, Behaviour(faults=in_turn([Fault.THROTTLED]))) as stand_in:
    ...  # HttpProfile(protocol="http", endpoint=stand_in.endpoint), SECRET_ID, SECRET_KEY
assert all(record.confirmed_at for record in queue.ledger())
"""

from __future__ import annotations

from vodhooks.testing.tencent.app import SECRET_ID, SECRET_KEY, Behaviour, Empty
from vodhooks.testing.tencent.faults import Fault, Faults, at_random, in_turn
from vodhooks.testing.tencent.queue import Queue, Record
from vodhooks.testing.tencent.running import StandIn, running

__all__ = [
    "SECRET_ID",
    "SECRET_KEY",
    "Behaviour",
    "Empty",
    "Fault",
    "Faults",
    "Queue",
    "Record",
    "StandIn",
    "at_random",
    "in_turn",
    "running",
]
