"""Delivers requests and tries again as a vendor does. The clock and sleeping come in as arguments."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.scripts import Script

__all__ = ["Sender", "Sent", "sender"]


@dataclass(frozen=True, slots=True)
class Sent:
    """The result of one event: its number, from 0, the answers in order, and whether the last is a success."""

    number: int
    answers: tuple[Answer, ...]
    success: bool

    @property
    def last(self) -> Answer:
        """The answer that decided."""
        return self.answers[-1]


class Sender:
    """Delivers requests one after the other, as one vendor would.

    Attributes:
        success: the statuses that the vendor takes for success.
        retries: how often a delivery is tried again at most.
        pause: how long the vendor waits before it tries again, in seconds; no vendor documents it.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        success: Collection[int],
        retries: int = 0,
        pause: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.success = success
        self.retries = retries
        self.pause = pause
        self._transport = transport
        self._clock = clock
        self._sleep = sleep

    def deliver(self, request: Request, number: int = 0) -> Sent:
        """Deliver a request until it succeeds or the retries are used up: the same URL, headers and bytes every time."""
        answers = [self._transport.send(request)]
        while answers[-1].status not in self.success and len(answers) <= self.retries:
            self._sleep(self.pause)
            answers.append(self._transport.send(request))
        return Sent(number, tuple(answers), answers[-1].status in self.success)

    def perform(self, attack: RequestBatch | Script, number: int = 0) -> Iterator[Sent]:
        """Deliver requests one after the other, or a script or parallel requests once, and yield each result."""
        transport = self._transport
        if isinstance(attack, RequestBatch) and not attack.together:
            yield from (self.deliver(request, number) for request in attack.requests)
        else:
            answers = (
                transport.together(attack.requests)
                if isinstance(attack, RequestBatch)
                else transport.play(attack, transport.timeout)
            )
            yield from (
                Sent(number, (answer,), answer.status in self.success) for answer in answers
            )
        if isinstance(attack, RequestBatch) and attack.then:
            self._sleep(attack.then.pause)
            yield from self.perform(attack.then, number)

    def series(
        self, make: Callable[[int], RequestBatch | Script], count: int, rate: float | None = None
    ) -> Iterator[Sent]:
        """Perform what `make` returns for the numbers from 0; of `rate` a second at most, if that is given."""
        start = self._clock()
        for number in range(count):
            if rate:
                wait = start + number / rate - self._clock()
                if wait > 0:
                    self._sleep(wait)
            yield from self.perform(make(number), number)


@contextmanager
def sender(
    to: str,
    *,
    success: Collection[int],
    retries: int = 0,
    pause: float = 1.0,
    timeout: float = 10.0,
) -> Iterator[Sender]:
    """Open a sender; it follows no redirects, and a proxy from the environment does not come between it and this machine.

    Args:
        to: the URL to deliver to.
        success: the statuses that the vendor takes for success.
        retries: how often a delivery is tried again at most.
        pause: how long to wait before that, in seconds.
        timeout: how long connecting, delivering and the answer may take together, in seconds.

    Raises:
        SendingError: `to` is no URL.
    """
    with Transport(to, timeout, through_proxy=True) as transport:
        yield Sender(transport, success=success, retries=retries, pause=pause)
