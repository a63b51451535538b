"""Where a request ends, over raw sockets: no byte of one request is ever read as another, and none after a refusal."""

from __future__ import annotations

import itertools
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.support.served import (
    OUTLINE,
    SECONDS,
    Served,
    drained,
    outline,
    problem_of,
    serving,
    statuses,
    unmended,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PORN = "/callbacks/ucloud/umedia/porn"
HIDDEN = b"GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n"
UNFINISHED = b"GET /healthz HTTP/1.1\r\nhost: x\r\nx-swallow: "
CLOSE = "connection: close"
NUMBERS = itertools.count(1)

OFFERS = {
    "a protocol that nothing speaks": ["connection: upgrade", "upgrade: foo"],
    "HTTP/2, as the JDK's client does": [
        "connection: Upgrade, HTTP2-Settings",
        "http2-settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA",
        "upgrade: h2c",
    ],
    "a web socket": [
        "connection: keep-alive, Upgrade",
        "upgrade: websocket",
        "sec-websocket-version: 13",
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
    ],
    "mixed case": ["CONNECTION: uPgRaDe", "UPGRADE: FoO"],
    "several protocols": ["connection: upgrade", "upgrade: foo/1, bar"],
    "several headers": [
        "upgrade: foo",
        "connection: keep-alive",
        "connection: upgrade",
        "upgrade: bar",
    ],
    "no name": ["connection: upgrade", "upgrade: "],
    "upgrade alone": ["upgrade: foo"],
    "a proxy's header": ["proxy-connection: upgrade", "upgrade: foo"],
    "none": [],
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("receiver")) as found:
        yield found
        found.end()
        assert found.process.stderr
        assert found.process.stderr.read() == b""  # nothing has failed behind the answers


def head(request_line: str, *lines: str) -> bytes:
    return "\r\n".join(
        [request_line, "host: x", "content-type: application/json", *lines, "\r\n"]
    ).encode()


def framed(body: bytes, framing: str) -> tuple[str, bytes]:
    """Return the header that says where a body ends, and the body as it goes over the wire."""
    if framing == "length":
        return f"content-length: {len(body)}", body
    parts = (body[:7], body[7:], b"")
    return "transfer-encoding: chunked", b"".join(
        b"%x\r\n%b\r\n" % (len(part), part) for part in parts
    )


def delivery(number: int, *lines: str) -> bytes:
    length, body = framed(outline(number), "length")
    return head(f"POST {OUTLINE} HTTP/1.1", length, *lines) + body


def answers(served: Served, *pieces: bytes) -> bytes:
    """Send pieces over one connection, each in a packet of its own, and return all that comes back."""
    with served.connected() as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with suppress(BrokenPipeError, ConnectionResetError):
            for piece in pieces:
                connection.sendall(piece)
        return drained(connection)


def are_stored(served: Served, *numbers: int) -> list[bool]:
    stored = {str(identity) for (identity,) in served.kept("identity")}
    return [f'["generate_success",{number}]' in stored for number in numbers]


@pytest.mark.parametrize("arrival", ["at once", "headers first", "byte by byte"])
@pytest.mark.parametrize("framing", ["length", "chunks"])
@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_to_upgrade_is_ignored(
    served: Served, offer: str, framing: str, arrival: str
) -> None:
    first, second = next(NUMBERS), next(NUMBERS)
    length, body = framed(outline(first), framing)
    request = head(f"POST {OUTLINE} HTTP/1.1", *OFFERS[offer], length)
    pieces = [request + body]
    if arrival == "headers first":
        pieces = [request, body]
    elif arrival == "byte by byte":
        pieces = [bytes([byte]) for byte in request + body]
    assert statuses(answers(served, *pieces, delivery(second, CLOSE))) == [200, 200]
    assert are_stored(served, first, second) == [True, True]


@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/1.0"])
@pytest.mark.parametrize("offer", OFFERS)
def test_a_body_behind_an_offer_is_no_request(served: Served, offer: str, version: str) -> None:
    for method, expected in (("GET", 200), ("POST", 405)):
        length, body = framed(HIDDEN * 3, "length")
        answered = answers(
            served, head(f"{method} /healthz {version}", *OFFERS[offer], length, CLOSE) + body
        )
        assert statuses(answered) == [expected]


@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/1.0"])
def test_nothing_is_read_behind_a_closing_request(served: Served, version: str) -> None:
    first, second = next(NUMBERS), next(NUMBERS)
    last = delivery(first, CLOSE).replace(b"HTTP/1.1", version.encode(), 1)
    assert statuses(answers(served, last + delivery(second))) == [200]
    assert are_stored(served, first, second) == [True, False]


def test_many_offers_sent_ahead_are_each_answered(served: Served) -> None:
    numbers = [next(NUMBERS) for _ in range(20)]
    data = b"".join(delivery(number, *OFFERS["a web socket"]) for number in numbers)
    assert statuses(answers(served, data, head("GET /healthz HTTP/1.1", CLOSE))) == [200] * 21
    assert are_stored(served, *numbers) == [True] * 20


@pytest.mark.parametrize("arrival", ["at once", "body behind the answer"])
def test_a_request_after_an_upgrade_offer_is_answered(served: Served, arrival: str) -> None:
    number = next(NUMBERS)
    (refused, answered), stored = attacked(served, arrival, number)
    assert refused in {400, 401}
    assert answered == 200
    assert stored


def test_the_hostile_offer_is_one(tmp_path: Path) -> None:
    with serving(tmp_path, unmended(tmp_path)) as served:
        answered, stored = attacked(served, "body behind the answer", next(NUMBERS))
    assert not stored
    assert 200 in answered


def attacked(served: Served, arrival: str, number: int) -> tuple[list[int], bool]:
    """Return what a delivery is answered behind a body that ends in an unfinished request, and whether it is stored."""
    body = b"\r\n" * 10 + UNFINISHED
    request = head(
        f"POST {PORN} HTTP/1.1",
        "connection: upgrade",
        "upgrade: foo",
        f"content-length: {len(body)}",
    )
    found = b""
    with served.connected() as connection:
        if arrival == "at once":
            connection.sendall(request + body + delivery(number, CLOSE))
        else:
            connection.sendall(request)
            connection.settimeout(1.0)
            with suppress(TimeoutError):  # who reads the body by its framing answers later
                found = connection.recv(4096)
            connection.settimeout(SECONDS)
            connection.sendall(body + delivery(number, CLOSE))
        found += drained(connection)
    return statuses(found), are_stored(served, number) == [True]


LENGTH = framed(outline(0), "length")[0]
CHUNKED = "transfer-encoding: chunked"
BODY = outline(0)
LINE = f"POST {OUTLINE} HTTP/1.1"
REFUSED = {
    "a tunnel": head("CONNECT x:443 HTTP/1.1", LENGTH) + BODY,
    "a tunnel with an offer": head("CONNECT x:443 HTTP/1.1", LENGTH, *OFFERS["a web socket"])
    + BODY,
    "HTTP/2.0": head(f"POST {OUTLINE} HTTP/2.0", LENGTH) + BODY,
    "HTTP/2 with prior knowledge": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/0.9": f"GET {OUTLINE}\r\n\r\n".encode(),
    "HTTP/1.2": head(f"POST {OUTLINE} HTTP/1.2", LENGTH) + BODY,
    "no Host": f"{LINE}\r\n{LENGTH}\r\n\r\n".encode() + BODY,
    "two Hosts": head(LINE, "Host: y", LENGTH) + BODY,
    "the same Host twice": head(LINE, "host: x", LENGTH) + BODY,
    "two Hosts over HTTP/1.0": head(f"POST {OUTLINE} HTTP/1.0", "host: y", LENGTH) + BODY,
    "gzip, then chunks": head(LINE, "transfer-encoding: gzip, chunked") + framed(BODY, "chunks")[1],
    "gzip and chunks in two headers": head(LINE, "transfer-encoding: gzip", CHUNKED)
    + framed(BODY, "chunks")[1],
    "chunks, then gzip": head(LINE, "transfer-encoding: chunked, gzip") + framed(BODY, "chunks")[1],
    "gzip alone": head(LINE, "transfer-encoding: gzip") + BODY,
    "identity": head(LINE, "transfer-encoding: identity") + BODY,
    "an encoding that is nearly chunked": head(LINE, "transfer-encoding: xchunked")
    + framed(BODY, "chunks")[1],
    "no encoding": head(LINE, "transfer-encoding:") + framed(BODY, "chunks")[1],
    "chunked twice": head(LINE, CHUNKED, CHUNKED) + framed(BODY, "chunks")[1],
    "chunks over HTTP/1.0": head(f"POST {OUTLINE} HTTP/1.0", CHUNKED) + framed(BODY, "chunks")[1],
    "chunks, then a length": head(LINE, CHUNKED, LENGTH) + framed(BODY, "chunks")[1],
    "a length, then chunks": head(LINE, LENGTH, CHUNKED) + framed(BODY, "chunks")[1],
    "a list of lengths": head(LINE, f"{LENGTH}, {len(BODY)}") + BODY,
    "the same length twice": head(LINE, LENGTH, LENGTH) + BODY,
    "a length with a sign": head(LINE, f"content-length: +{len(BODY)}") + BODY,
    "a length with an underscore": head(LINE, "content-length: 1_0") + BODY,
    "a space before the colon": head(LINE, LENGTH.replace(":", " :")) + BODY,
    "a folded header": head(LINE, "x-folded: 1", f" {LENGTH}") + BODY,
    "a header before the first": f"{LINE}\r\n {LENGTH}\r\nhost: x\r\n\r\n".encode() + BODY,
    "a line feed alone": head(LINE, f"x-hidden: 1\n{LENGTH}") + BODY,
    "a carriage return alone": head(LINE, f"x-hidden: 1\r{LENGTH}") + BODY,
    "NUL": head(LINE, "x-hidden: 1\0", LENGTH) + BODY,
    "a chunk without a size": head(LINE, CHUNKED) + b"\r\n" + BODY,
    "a chunk of a hexadecimal prefix": head(LINE, CHUNKED) + b"0x2\r\n{}\r\n0\r\n\r\n",
    "a chunk of a negative size": head(LINE, CHUNKED) + b"-2\r\n{}\r\n0\r\n\r\n",
    "a chunk beyond all numbers": head(LINE, CHUNKED) + b"ffffffffffffffff2\r\n{}\r\n0\r\n\r\n",
    "a chunk's size before a line feed": head(LINE, CHUNKED) + b"2\n{}\r\n0\r\n\r\n",
    "an extension before a line feed": head(LINE, CHUNKED) + b"2;a\n{}\r\n0\r\n\r\n",
    "a chunk that is longer": head(LINE, CHUNKED) + b"2\r\n{}}\r\n0\r\n\r\n",
    "a length among the trailers": head(LINE, CHUNKED)
    + framed(BODY, "chunks")[1][:-2]
    + b"content-length: 5\r\n\r\n",
    "an encoding among the trailers": head(LINE, CHUNKED)
    + framed(BODY, "chunks")[1][:-2]
    + b"transfer-encoding: chunked\r\n\r\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_ambiguous_request_is_refused_and_ends(served: Served, name: str) -> None:
    number = next(NUMBERS)
    answered = answers(served, REFUSED[name] + delivery(number) * 2 + HIDDEN)
    assert statuses(answered) == [400]
    assert problem_of(answered)["status"] == 400
    assert b"\r\nconnection: close\r\n" in answered
    assert are_stored(served, 0, number) == [False, False]


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_read_behind_a_later_refusal(served: Served, name: str) -> None:
    number = next(NUMBERS)
    pieces = [bytes([byte]) for byte in REFUSED[name]]
    # Cut while it sends, a client may not get to read why.
    assert statuses(answers(served, *pieces, *[delivery(number)] * 3, HIDDEN)) in ([400], [])
    assert are_stored(served, 0, number) == [False, False]


def test_trailers_are_headers_of_no_request(served: Served) -> None:
    number = next(NUMBERS)
    length, body = framed(outline(number), "chunks")
    trailers = b"content-type: text/html\r\ncontent-encoding: gzip\r\nhost: y\r\nconnection: upgrade\r\nupgrade: foo\r\n\r\n"
    data = head(LINE, length) + body[:-2] + trailers + delivery(number + 1, CLOSE)
    assert statuses(answers(served, data)) == [200, 200]
    assert statuses(answers(served, *(bytes([byte]) for byte in data))) == [200, 200]
    assert are_stored(served, number, next(NUMBERS)) == [True, True]


def test_a_refused_expect_is_not_asked_to_continue(served: Served) -> None:
    """It may send the body that it announced or the next request; one must not be read as the other."""
    number = next(NUMBERS)
    asking = head("POST /nowhere HTTP/1.1", LENGTH, "expect: 100-continue")
    with served.connected() as connection:
        connection.sendall(asking)
        answered = connection.recv(65536)
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(delivery(number))
        answered += drained(connection)
    assert statuses(answered) == [404]
    assert b"\r\nconnection: close\r\n" in answered
    assert are_stored(served, number) == [False]


def test_a_client_that_asks_first_is_answered(served: Served) -> None:
    number = next(NUMBERS)
    request, _, body = delivery(number, "expect: 100-continue").partition(b"\r\n\r\n")
    with served.connected() as connection:
        connection.sendall(request + b"\r\n\r\n")
        answered = connection.recv(65536)
        assert statuses(answered) == [100]
        connection.sendall(body + delivery(number, CLOSE))
        answered = drained(connection)
        assert statuses(answered) == [200, 200]
        assert answered.count(b"\r\nconnection: close\r\n") == 1


def test_an_old_client_gets_only_answers_it_knows(served: Served) -> None:
    number = next(NUMBERS)
    data = delivery(number, "expect: 100-continue").replace(b"HTTP/1.1", b"HTTP/1.0", 1)
    assert statuses(answers(served, data)) == [200]
    assert are_stored(served, number) == [True]
