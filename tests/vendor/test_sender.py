from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from vodhooks.errors import SendingError
from vodhooks.vendor.connections import ANSWER_BYTES
from vodhooks.vendor.requests import Request, RequestBatch
from vodhooks.vendor.scripts import Script
from vodhooks.vendor.sender import Sender, sender
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import StandIn


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def transport(stand_in: StandIn) -> Iterator[Transport]:
    with Transport(stand_in.url, 30) as transport:
        yield transport


def batch(stand_in: StandIn, body: bytes = b"{}") -> RequestBatch:
    return RequestBatch((request_to(stand_in, body),))


def request_to(stand_in: StandIn, body: bytes = b"{}") -> Request:
    return Request(f"{stand_in.url}/callback?token=t", {"content-type": "application/json"}, body)


@pytest.mark.parametrize(
    ("answers", "retries", "statuses"),
    [
        ([200], 3, [200]),
        ([503, 201, 200, 200], 3, [503, 201, 200]),
        ([503], 3, [503, 503, 503, 503]),
        ([503, 200], 0, [503]),
        ([204, 200], 1, [204, 200]),
        ([0, 200], 1, [None, 200]),
    ],
)
def test_a_delivery_is_retried_until_success_or_limit(
    stand_in: StandIn, clock: Clock, answers: list[int], retries: int, statuses: list[int | None]
) -> None:
    stand_in.answers = answers
    with Transport(stand_in.url, 30) as transport:
        vendor = Sender(
            transport, success=(200,), retries=retries, pause=2.5, clock=clock, sleep=clock.sleep
        )
        sent = vendor.deliver(request_to(stand_in))
    assert [item.status for item in sent.answers] == statuses
    assert (sent.success, sent.last) == (statuses[-1] == 200, sent.answers[-1])
    assert clock.slept == [2.5] * (len(statuses) - 1)


def test_a_retry_is_the_same_delivery_again(
    stand_in: StandIn, transport: Transport, clock: Clock
) -> None:
    stand_in.answers = [503]
    Sender(transport, success=(200,), retries=3, clock=clock, sleep=clock.sleep).deliver(
        request_to(stand_in, b'{"a": 1}')
    )
    assert len(stand_in.posts) == 4
    assert all(post == stand_in.posts[0] for post in stand_in.posts)
    path, headers, body = stand_in.posts[0]
    assert (path, headers["content-type"], body) == (
        "/callback?token=t",
        "application/json",
        b'{"a": 1}',
    )


def test_a_series_keeps_to_its_rate_by_the_clock(
    stand_in: StandIn, transport: Transport, clock: Clock
) -> None:
    vendor = Sender(transport, success=(200,), clock=clock, sleep=clock.sleep)
    sent = list(vendor.series(lambda number: batch(stand_in, str(number).encode()), 5, rate=4.0))
    assert [item.number for item in sent] == [0, 1, 2, 3, 4]
    assert clock.slept == [0.25] * 4
    assert [body for _, _, body in stand_in.posts] == [b"0", b"1", b"2", b"3", b"4"]


def test_a_series_that_is_late_does_not_wait(
    stand_in: StandIn, transport: Transport, clock: Clock
) -> None:
    def slow(number: int) -> RequestBatch:
        clock.now += 10.0
        return batch(stand_in, str(number).encode())

    list(
        Sender(transport, success=(200,), clock=clock, sleep=clock.sleep).series(slow, 3, rate=4.0)
    )
    assert clock.slept == []


def test_a_series_without_a_rate_never_waits(
    stand_in: StandIn, transport: Transport, clock: Clock
) -> None:
    vendor = Sender(transport, success=(200,), clock=clock, sleep=clock.sleep)
    assert len(list(vendor.series(lambda _: batch(stand_in), 20))) == 20
    assert clock.slept == []


def test_batches_and_scripts_are_performed_once(
    stand_in: StandIn, transport: Transport, clock: Clock
) -> None:
    stand_in.answers = [503]
    vendor = Sender(transport, success=(200,), retries=3, clock=clock, sleep=clock.sleep)
    together = list(vendor.perform(RequestBatch((request_to(stand_in),) * 3, together=True), 7))
    assert [(sent.number, len(sent.answers), sent.last.status) for sent in together] == [
        (7, 1, 503)
    ] * 3
    [played] = vendor.perform(Script((b"POST /x HTTP/1.1\r\ncontent-length: 0\r\n\r\n",)))
    assert (played.last.status, played.success, len(stand_in.posts), clock.slept) == (
        503,
        False,
        4,
        [],
    )


def test_a_receiver_that_hangs_up_has_broken_off(stand_in: StandIn, transport: Transport) -> None:
    stand_in.answers = [stand_in.HANG_UP]
    assert (
        Sender(transport, success=(200,)).deliver(request_to(stand_in)).last.fault == "broken off"
    )


def test_a_silent_receiver_is_not_waited_for_forever(stand_in: StandIn) -> None:
    stand_in.answers = [stand_in.SILENCE]
    with sender(stand_in.url, success=(200,), timeout=0.05) as vendor:
        assert vendor.deliver(request_to(stand_in)).last.fault == "timed out"


def test_a_closed_port_is_not_connected() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with sender(url, success=(200,)) as vendor:
            last = vendor.deliver(Request(url, {}, b"")).last
    assert (last.status, last.fault) == (None, "not connected")


def test_a_redirect_is_an_answer_and_not_followed(stand_in: StandIn) -> None:
    stand_in.answers = [307]
    with sender(stand_in.url, success=(200,)) as vendor:
        sent = vendor.deliver(request_to(stand_in))
    assert (sent.last.status, sent.success, len(stand_in.posts)) == (307, False, 1)


def test_an_endless_answer_is_not_read_to_its_end(stand_in: StandIn, transport: Transport) -> None:
    stand_in.content = b"x" * (ANSWER_BYTES * 2)
    assert Sender(transport, success=(200,)).deliver(request_to(stand_in)).success


def test_no_proxy_is_used_on_this_machine(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with sender(stand_in.url, success=(200,)) as vendor:
        assert vendor.deliver(request_to(stand_in)).success


def test_elsewhere_the_environments_proxy_is_used(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", stand_in.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with sender("http://receiver.example/callback", success=(200,)) as vendor:
        assert vendor.deliver(Request("http://receiver.example/callback", {}, b"{}")).success
    assert stand_in.posts[0][0] == "http://receiver.example/callback"


def test_a_url_that_http_cannot_write_is_refused(transport: Transport) -> None:
    with pytest.raises(SendingError, match="the URL to send to"):
        Sender(transport, success=(200,)).deliver(Request("http://receiver/\x00", {}, b""))


def test_what_is_no_url_is_refused() -> None:
    with (
        pytest.raises(SendingError, match="the URL to send to"),
        sender("http://a\x00b", success=(200,)),
    ):
        pass
