"""What follows the inbox: named cursors, handlers in Python, and relays to other services.

At least once, in the order of arrival, idempotent by the event's id. Nothing here stands in the way of the receiver's 200.
"""

from __future__ import annotations

from vodhooks.outbox.handlers import Handlers

__all__ = ["Handlers"]
