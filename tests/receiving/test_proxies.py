"""The receiver behind real proxies that keep their connections to it: a stranger's request takes nobody's place."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from proxies import CONFIGURATIONS, proxied
from served import CLOSED, OUTLINE, SECONDS, outline, posted, serving, statuses, unmended

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TRIES = 10
DELIVERIES = 3
"""How many genuine deliveries follow each attack: it may have hit any of the proxy's connections."""

HIDDEN = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Swallow: "
BODY = b"\r\n" * 200_000 + HIDDEN
"""So long that the receiver answers before it has all of it, where it takes the request to end with its headers."""

ATTACK = posted("/callbacks/ucloud/umedia/porn", BODY, connection="Upgrade", upgrade="foo")


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
    return answers, {number for number in range(TRIES * DELIVERIES) if f'["generate_success",{number}]' not in stored}


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_a_hostile_offer_to_upgrade_swallows_no_delivery(proxy: str, tmp_path: Path) -> None:
    answers, missing = played(proxy, tmp_path, CLOSED)
    assert missing == set()
    assert [statuses(answer) for answer in answers] == [[200]] * len(answers)


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_it_does_swallow_deliveries_without_the_mending(proxy: str, tmp_path: Path) -> None:
    answers, missing = played(proxy, tmp_path, unmended(tmp_path))
    swallowed = {number for number, answer in enumerate(answers) if statuses(answer) == [200]} & missing
    assert len(swallowed) > TRIES / 2


@pytest.mark.parametrize("proxy", CONFIGURATIONS)
def test_an_honest_offer_reaches_the_inbox(proxy: str, tmp_path: Path) -> None:
    with serving(tmp_path) as served, proxied(proxy, served.port, tmp_path) as port:
        for number in range(DELIVERIES):
            offer = {"connection": "Upgrade, HTTP2-Settings", "upgrade": "h2c", "http2_settings": "AAMAAABkAAQAoAAAAAIAAAAA"}
            assert statuses(asked(port, posted(OUTLINE, outline(number), **offer))) == [200]
        assert len(served.kept("identity")) == DELIVERIES
