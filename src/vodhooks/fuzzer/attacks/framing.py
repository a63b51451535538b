"""Attacks on how a receiver tells where requests begin and end: lengths and chunks that lie, and what is hardly HTTP."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from vodhooks.fuzzer.attacks.cases import scripted
from vodhooks.vendor.requests import head, to_bytes
from vodhooks.vendor.scripts import Ending, Script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.scripts import Step

__all__ = ["cases"]

LARGE = 100_000
"""The size in bytes of a header that no receiver needs to hold."""

MANY = 10_000
"""How many headers no receiver needs to hold."""

ASKING_SECONDS = 0.5
"""How long a client waits for a word after the headers, in seconds, before it sends the body unasked."""

CHUNKS = "transfer-encoding: chunked"
OFFER = ("connection: upgrade", "upgrade: vodhooks")
OFFERS: dict[str, tuple[str, ...]] = {
    "h2c": (
        "connection: Upgrade, HTTP2-Settings",
        "upgrade: h2c",
        "http2-settings: AAMAAABkAAQAoAAAAAIAAAAA",
    ),
    "websocket": (
        "connection: keep-alive, Upgrade",
        "upgrade: websocket",
        "sec-websocket-version: 13",
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
    ),
    "other": OFFER,
}
UNFINISHED = b"GET /nothing-is-here HTTP/1.1\r\nhost: x\r\nx-swallow: "
"""A request that ends in the middle of a header: whatever comes behind it becomes the rest."""

END = b"0\r\n\r\n"


Steps: TypeAlias = "Callable[[Request], tuple[Step, ...]]"


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for check, detail, steps in _STEPS:
        yield scripted(endpoint.channel, check, partial(_paced, steps), detail)
    yield scripted(endpoint.channel, "framing/smuggled", _smuggled)
    yield scripted(endpoint.channel, "framing/upgrade-swallowed", _swallowed)


def _paced(steps: Steps, endpoint: Endpoint) -> Script:
    return Script(steps(endpoint.delivery()))


def _smuggled(endpoint: Endpoint) -> Script:
    """Return a script with one request by Content-Length, and two by Transfer-Encoding."""
    inner = END + to_bytes(endpoint.delivery())
    return Script((head(endpoint.delivery(), _length(inner), CHUNKS) + inner,), answers=2)


def _swallowed(endpoint: Endpoint) -> Script:
    """Return a script with a bad request that has a body, and a delivery behind it."""
    first = head(endpoint.delivery(), *OFFER, _length(UNFINISHED))
    second = to_bytes(endpoint.delivery())
    return Script((first, ASKING_SECONDS, UNFINISHED, ASKING_SECONDS, second), answers=2)


def _announced(length: str, request: Request) -> tuple[Step, ...]:
    return head(request, f"content-length: {length}") + request.body, Ending.HALF


def _offered(offer: tuple[str, ...], request: Request) -> tuple[Step, ...]:
    return (head(request, *offer, _length(request.body)) + request.body,)


def _spelled(change: Callable[[bytes], bytes], request: Request) -> tuple[Step, ...]:
    """Spell the names of the headers in another way."""
    plain = head(request, _length(request.body))
    return (_HEADER_NAME.sub(lambda found: change(found[0]), plain) + request.body,)


def _verbatim(garbage: bytes, _: Request) -> tuple[Step, ...]:
    return garbage, Ending.HALF


def _old(request: Request) -> tuple[Step, ...]:
    first, _, *others = head(request, _length(request.body)).split(b"\r\n")
    return (b"\r\n".join([first.replace(b"HTTP/1.1", b"HTTP/1.0"), *others]) + request.body,)


def _chunk(data: bytes, excess: int = 0) -> bytes:
    """Return a chunk, whose size may say more than there is."""
    return b"%x\r\n%b\r\n" % (len(data) + excess, data)


def _length(body: bytes) -> str:
    return f"content-length: {len(body)}"


_HEADER_NAME = re.compile(rb"(?m)^[a-z-]+(?=: )")
_LENGTHS = {
    "negative": "-1",
    "words": "all of it",
    "hexadecimal": "0x40",
    "decimal": "64.0",
    "huge": "9" * 30,
}
_GARBAGE = {
    "word": b"GARBAGE\r\n\r\n",
    "bytes": bytes(range(256)) + b"\r\n\r\n",
    "http-2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(3) + b"\x04" + bytes(5),
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(32) + b"\r\n\r\n",
}
_STEPS: tuple[tuple[str, str, Steps], ...] = (
    (
        "framing/chunked",
        "",
        lambda it: (head(it, CHUNKS) + _chunk(it.body[:20]) + _chunk(it.body[20:]) + END,),
    ),
    ("framing/header-case", "title", partial(_spelled, bytes.title)),
    ("framing/header-case", "capitals", partial(_spelled, bytes.upper)),
    (
        "framing/expect-continue",
        "",
        lambda it: (head(it, _length(it.body), "expect: 100-continue"), ASKING_SECONDS, it.body),
    ),
    *(("framing/upgrade", name, partial(_offered, offer)) for name, offer in OFFERS.items()),
    ("framing/broken-chunks", "size", lambda it: (head(it, CHUNKS) + _chunk(it.body) + b"zz\r\n",)),
    ("framing/broken-chunks", "length", lambda it: (head(it, CHUNKS) + _chunk(it.body, 4) + END,)),
    ("framing/broken-chunks", "end", lambda it: (head(it, CHUNKS) + _chunk(it.body), Ending.HALF)),
    (
        "framing/cut-off",
        "",
        lambda it: (head(it, f"content-length: {len(it.body) + 10}") + it.body, Ending.HALF),
    ),
    (
        "framing/too-short",
        "",
        lambda it: (head(it, f"content-length: {len(it.body) - 1}") + it.body,),
    ),
    ("framing/excess", "", lambda it: (to_bytes(it) + b"0123456789",)),
    (
        "framing/two-lengths",
        "",
        lambda it: (head(it, _length(it.body), _length(it.body[1:])) + it.body,),
    ),
    *(
        ("framing/bad-length", name, partial(_announced, length))
        for name, length in _LENGTHS.items()
    ),
    (
        "framing/header-flood",
        "one",
        lambda it: (head(it, _length(it.body), f"x-large: {'x' * LARGE}") + it.body,),
    ),
    (
        "framing/header-flood",
        "many",
        lambda it: (
            head(it, _length(it.body), *(f"x-{number}: 1" for number in range(MANY))) + it.body,
        ),
    ),
    *(("framing/garbage", name, partial(_verbatim, garbage)) for name, garbage in _GARBAGE.items()),
    ("framing/http-1.0", "", _old),
    (
        "framing/line-feeds",
        "",
        lambda it: (head(it, _length(it.body)).replace(b"\r\n", b"\n") + it.body,),
    ),
    ("framing/nul-header", "", lambda it: (head(it, _length(it.body), "x-nul: a\0b") + it.body,)),
)
