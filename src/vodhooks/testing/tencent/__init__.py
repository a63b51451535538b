"""A stand-in for the vendor's API: PullEvents and ConfirmEvents for the SDK, without an account.

from vodhooks.testing.tencent import Behaviour, Fault, Queue, in_turn, serve

queue = Queue(time.monotonic)
queue.put({"EventType": "NewFileUpload"})
with serve(queue, Behaviour(faults=in_turn([Fault.THROTTLED]))) as stand_in:
    ...  # HttpProfile(protocol="http", endpoint=stand_in.endpoint), SECRET_ID, SECRET_KEY
assert all(record.confirmed_at for record in queue.history())
"""

from __future__ import annotations

from vodhooks.testing.tencent.api import SECRET_ID, SECRET_KEY, Behaviour, Empty
from vodhooks.testing.tencent.faults import Fault, Faults, at_random, in_turn
from vodhooks.testing.tencent.queue import Queue, Record
from vodhooks.testing.tencent.server import StandIn, serve

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
    "serve",
]
