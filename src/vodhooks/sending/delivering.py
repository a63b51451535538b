"""Delivers requests over HTTP and tries again as a vendor does. The clock and sleeping come in as arguments."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Literal, TypeAlias

import httpx

from vodhooks.errors import SendingError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from vodhooks.sending.requests import Request

__all__ = ["Fault", "Sender", "Sent", "Try", "sender"]

ANSWER_BYTES = 64 * 1024
"""How much of an answer is read before the connection is given up, in bytes."""

Fault: TypeAlias = Literal["not connected", "timed out", "broken off"]
"""Why there is no answer: no connection could be made, it came too late, or the connection ended before it."""


@dataclass(frozen=True, slots=True)
class Try:
    """One try to deliver.

    Attributes:
        status: the status that was answered, or None.
        seconds: how long it took.
        fault: why there is no status, or None.
    """

    status: int | None
    seconds: float
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one event: its number, from 0, its tries in order, and whether the last was a success."""

    number: int
    tries: tuple[Try, ...]
    success: bool

    @property
    def last(self) -> Try:
        """The try that decided."""
        return self.tries[-1]


class Sender:
    """Delivers requests one after the other, as one vendor would.

    Attributes:
        success: the statuses that the vendor takes for success.
        retries: how often a delivery is tried again at most.
        pause: how long the vendor waits before it tries again, in seconds; no vendor documents it.
    """

    def __init__(
        self,
        client: httpx.Client,
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
        self._client = client
        self._clock = clock
        self._sleep = sleep

    def deliver(self, request: Request, number: int = 0) -> Sent:
        """Deliver a request until it succeeds or the retries are used up: the same URL, headers and bytes every time."""
        tries = [self._try(request)]
        while tries[-1].status not in self.success and len(tries) <= self.retries:
            self._sleep(self.pause)
            tries.append(self._try(request))
        return Sent(number, tuple(tries), tries[-1].status in self.success)

    def series(self, make: Callable[[int], Request], count: int, rate: float | None = None) -> Iterator[Sent]:
        """Deliver the requests that `make` returns for the numbers from 0; of `rate` a second at most, if that is given."""
        start = self._clock()
        for number in range(count):
            if rate:
                wait = start + number / rate - self._clock()
                if wait > 0:
                    self._sleep(wait)
            yield self.deliver(make(number), number)

    def _try(self, request: Request) -> Try:
        start = self._clock()
        status: int | None = None
        fault: Fault | None = None
        try:
            with self._client.stream("POST", request.url, content=request.body, headers=dict(request.headers)) as answer:
                status = answer.status_code
                size = 0
                for chunk in answer.iter_raw():
                    size += len(chunk)
                    if size > ANSWER_BYTES:
                        break
        except httpx.InvalidURL:
            raise SendingError("the URL to send to is not of the form http://host:port/path") from None
        except httpx.TransportError as error:
            # An answer whose body breaks off is an answer all the same: vendors read the status.
            fault = _fault(error) if status is None else None
        return Try(status, self._clock() - start, fault)


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

    httpx logs the URLs that it posts to, tokens included, at level INFO.

    Args:
        to: the URL to deliver to.
        success: the statuses that the vendor takes for success.
        retries: how often a delivery is tried again at most.
        pause: how long to wait before that, in seconds.
        timeout: how long to wait for a connection, and then each time for more of an answer, in seconds.

    Raises:
        SendingError: `to` is no URL.
    """
    try:
        host = httpx.URL(to).host
    except httpx.InvalidURL:
        raise SendingError("the URL to send to is not of the form http://host:port/path") from None
    with httpx.Client(timeout=timeout, follow_redirects=False, trust_env=not _is_loopback(host)) as client:
        yield Sender(client, success=success, retries=retries, pause=pause)


def _fault(error: httpx.TransportError) -> Fault:
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)):
        return "not connected"
    return "timed out" if isinstance(error, httpx.TimeoutException) else "broken off"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
