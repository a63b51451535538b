"""A transport to an application of this process."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from vodhooks.fuzzer.applications import served
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.fuzzer.applications import Receiver


@contextmanager
def transport_to(receiver: Receiver, timeout: float) -> Iterator[Transport]:
    with served(receiver, timeout) as url, Transport(url, timeout) as transport:
        yield transport
