"""The receiver behind real proxies that keep their connections to it: a stranger's request takes no other's place."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.support.proxies import CONFIGURATIONS, proxied
from tests.support.served import (
    CLOSED,
    OUTLINE,
    SECONDS,
    outline,
    posted,
    serving,
    statuses,
    unmended,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TRIES = 10
PATIENCE = 0.5
"""How long a stranger waits for an answer, in seconds."""

DELIVERIES = 3
"""How many genuine deliveries follow each attack: it may have hit any of the proxy's connections."""

HIDDEN = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Swallow: "
BODY = b"\r\n" * 200_000 + HIDDEN
"""So long that the receiver answers before it has all of it, where it takes the request to end with its headers."""

ATTACK = posted("/callbacks/ucloud/umedia/porn", BODY, connection="Upgrade", upgrade="foo")


OFFER = {
    "connection": "Upgrade, HTTP2-Settings",
    "upgrade": "h2c",
    "http2_settings": "AAMAAABkAAQAoAAAAAIAAAAA",
}
NEXT = posted("/healthz", b"")
CHUNKS = b"%x\r\n%b\r\n0\r\n" % (len(HIDDEN), HIDDEN)


def chunked(path: str, rest: bytes, **headers: str) -> bytes:
    """Return a request whose body is in chunks, with what comes behind the last."""
    data = CHUNKS + rest
    return posted(path, data, transfer_encoding="chunked", **headers).replace(
        f"content-length: {len(data)}\r\n".encode(), b""
    )


HOSTILE = {
    "an offer": posted(OUTLINE, HIDDEN, **OFFER),
    "an offer at a path that takes no body": posted("/healthz", NEXT + HIDDEN, **OFFER),
    "an offer, in chunks": chunked(OUTLINE, b"\r\n", **OFFER),
    "a web socket": posted(
        OUTLINE, HIDDEN, connection="Upgrade", upgrade="websocket", sec_websocket_version="13"
    ),
    "trailers": chunked(
        OUTLINE, b"content-length: 5\r\nconnection: upgrade\r\nupgrade: foo\r\nhost: y\r\n\r\n"
    ),
    "a length and chunks": posted(OUTLINE, CHUNKS + b"\r\n" + HIDDEN, transfer_encoding="chunked"),
    "gzip and chunks": chunked(OUTLINE, b"\r\n").replace(
        b"encoding: chunked", b"encoding: gzip, chunked"
    ),
    "a body that is asked for and kept back": posted(
        "/nowhere", b"", expect="100-continue", content_length="1000"
    ),
    "a body that is asked for at a path that takes none": posted(
        "/nowhere", HIDDEN, expect="100-continue"
    ),
    "a request that does not end": posted(OUTLINE, HIDDEN, content_length="1000"),
    "HTTP/1.0": posted(OUTLINE, HIDDEN, connection="keep-alive").replace(
        b"HTTP/1.1", b"HTTP/1.0", 1
    ),
    "a tunnel": b"CONNECT x:443 HTTP/1.1\r\nhost: x\r\n\r\n" + HIDDEN,
    "the hostile offer": ATTACK,
}


def asked(port: int, data: bytes) -> bytes:
    """Return the answer to one request on a connection of its own."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        connection.sendall(data)
        answered = b""
        while b"\r\n\r\n" not in answered:
            received = connection.recv(65536)
            if not received:
                break
            answered += received
        return answered


def played(proxy: str, folder: Path, settings: Mapping[str, str]) -> tuple[list[bytes], set[int]]:
    """Attack a receiver behind a proxy, and return what genuine deliveries were answered and which of them are not stored."""
    answers: list[bytes] = []
    with serving(folder, settings) as served, proxied(proxy, served.port, folder) as port:
        for turn in range(TRIES):
            asked(port, ATTACK)
            numbers = range(turn * DELIVERIES, (turn + 1) * DELIVERIES)
            answers += [asked(port, posted(OUTLINE, outline(number))) for number in numbers]
        stored = {str(identity) for (identity,) in served.kept("identity")}
    return answers, {
        number
        for number in range(TRIES * DELIVERIES)
        if f'["generate_success",{number}]' not in stored
    }


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_a_hostile_upgrade_loses_no_delivery(proxy: str, tmp_path: Path) -> None:
    answers, missing = played(proxy, tmp_path, CLOSED)
    assert missing == set()
    assert [statuses(answer) for answer in answers] == [[200]] * len(answers)


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_a_hostile_upgrade_loses_some_without_the_fix(proxy: str, tmp_path: Path) -> None:
    answers, missing = played(proxy, tmp_path, unmended(tmp_path))
    swallowed = {
        number for number, answer in enumerate(answers) if statuses(answer) == [200]
    } & missing
    assert len(swallowed) > TRIES / 2


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_no_request_changes_what_others_are_answered(proxy: str, tmp_path: Path) -> None:
    answers: dict[str, list[list[int]]] = {}
    with serving(tmp_path) as served, proxied(proxy, served.port, tmp_path) as port:
        numbers = iter(range(len(HOSTILE) * DELIVERIES))
        for name, data in HOSTILE.items():
            with socket.create_connection(("127.0.0.1", port), SECONDS) as stranger:
                stranger.sendall(data)
                stranger.settimeout(PATIENCE)
                with suppress(TimeoutError, ConnectionResetError):
                    stranger.recv(65536)
                answers[name] = [
                    statuses(asked(port, posted(OUTLINE, outline(next(numbers)))))
                    for _ in range(DELIVERIES)
                ]
        assert answers == dict.fromkeys(HOSTILE, [[200]] * DELIVERIES)
        assert len(served.kept("id")) == len(HOSTILE) * DELIVERIES


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_an_honest_offer_reaches_the_inbox(proxy: str, tmp_path: Path) -> None:
    with serving(tmp_path) as served, proxied(proxy, served.port, tmp_path) as port:
        for number in range(DELIVERIES):
            assert statuses(asked(port, posted(OUTLINE, outline(number), **OFFER))) == [200]
        assert len(served.kept("identity")) == DELIVERIES
