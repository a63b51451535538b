from __future__ import annotations

import sys
import time
from itertools import chain, repeat
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.support.listening import answer, listening, request
from vodhooks.errors import FuzzingError, SendingError
from vodhooks.fuzzer import effects
from vodhooks.fuzzer.effects import Counter, from_command, from_url
from vodhooks.pointers import ABSENT

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

PATIENCE = 10.0
NO_NUMBERS = [
    b"",
    b"many",
    b"-1",
    b"1.5",
    b"true",
    b"null",
    b"[1]",
    b'{"events": "1"}',
    b'{"count": 1}',
    b"x" * 10_000,
]


def saying(status: int, body: bytes = b"") -> Callable[[socket.socket], None]:
    """Return a server that gives every request the same answer."""

    def talk(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(answer(status, body))

    return talk


def silent(connection: socket.socket) -> None:
    connection.recv(1_000)
    connection.recv(1)


@pytest.mark.parametrize(
    ("body", "number"), [(b"7", 7), (b" 0\n", 0), (b'{"events": 12, "more": 1}', 12)]
)
def test_a_url_says_how_many_events_are_stored(body: bytes, number: int) -> None:
    with listening(saying(200, body)) as url:
        assert from_url(f"{url}/stored?key=x")() == number


def test_beside_the_number_the_newest_event_is_read_whole() -> None:
    event = {"text": "x" * 10_000, "number": 2**53 + 1}
    with listening(saying(200, orjson.dumps({"events": 3, "event": event}))) as url:
        counter = Counter(from_url(f"{url}/stored"))
        assert (counter.now(), counter.newest()) == (3, event)
    assert Counter(lambda: 3).newest() is ABSENT


@pytest.mark.parametrize("body", NO_NUMBERS)
def test_a_url_that_says_anything_else_is_no_counter(body: bytes) -> None:
    with (
        listening(saying(200, body)) as url,
        pytest.raises(FuzzingError, match="neither a number nor"),
    ):
        from_url(url)()


def test_a_url_that_fails_is_named_without_its_query() -> None:
    with (
        listening(saying(403)) as url,
        pytest.raises(
            FuzzingError,
            match=r"^http://127.0.0.1:\d+/stored does not say how many events are stored: 403$",
        ),
    ):
        from_url(f"{url}/stored?key=secret")()


def test_a_url_that_does_not_answer_is_given_up() -> None:
    start = time.monotonic()
    with listening(silent) as url, pytest.raises(FuzzingError, match=r"no answer within 0\.2 s"):
        from_url(url, 0.2)()
    assert time.monotonic() - start < PATIENCE


def test_what_is_no_url_is_refused() -> None:
    with pytest.raises(SendingError):
        from_url("localhost:8000")


def test_a_command_prints_how_many_events_are_stored() -> None:
    assert from_command(f"'{sys.executable}' -c 'print(3)'")() == 3


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("print('many')", "neither a number nor"),
        ("raise SystemExit(3)", "exit code 3"),
        ("import time; time.sleep(60)", "not done within 0.2 s"),
    ],
)
def test_a_command_that_does_not_is_no_counter(code: str, complaint: str) -> None:
    with pytest.raises(FuzzingError, match=complaint):
        from_command(f"'{sys.executable}' -c \"{code}\"", 0.2 if "sleep" in code else PATIENCE)()


@pytest.mark.parametrize(("command", "complaint"), [("", "empty"), ("'", "quotation")])
def test_what_is_no_command_is_refused(command: str, complaint: str) -> None:
    with pytest.raises(FuzzingError, match=complaint):
        from_command(command)


def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(FuzzingError, match=r"^/no/such/command does not say .*: No such file"):
        from_command("/no/such/command --count")()


def test_a_counter_waits_for_late_storing() -> None:
    numbers = chain([1, 1, 2], repeat(3))
    counter = Counter(lambda: next(numbers))
    assert counter.settled(2) == 3
    assert counter.is_careful


def test_a_counter_believes_a_punctual_store() -> None:
    numbers = chain([2], repeat(5))
    assert Counter(lambda: next(numbers)).settled(2) == 2


def test_a_careful_counter_waits_until_it_is_at_rest() -> None:
    numbers = chain([2, 2, 3], repeat(4))
    assert Counter(lambda: next(numbers)).settled(2, careful=True) == 4


def test_a_counter_loses_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effects, "SETTLE_SECONDS", 0.4)
    counter = Counter(lambda: 1)
    start = time.monotonic()
    assert [counter.settled(2) for _ in range(20)] == [1] * 20
    assert time.monotonic() - start < PATIENCE / 2
