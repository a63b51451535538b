"""Attacks on how a receiver tells where requests begin and end: lengths and chunks that lie, and what is hardly HTTP."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from vodhooks.fuzzing.attacks.sockets import AFTER_BAD, SLOW, STALLED_HEADERS, delivery, family_of, scripted
from vodhooks.fuzzing.cases import Ending, Expectation, Family, Script
from vodhooks.fuzzing.wire import head, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case, Step
    from vodhooks.sending.requests import Request

__all__ = ["cases"]

LARGE = 100_000
"""The size in bytes of a header that no receiver needs to hold."""

MANY = 10_000
"""How many headers no receiver needs to hold."""

ASKING_SECONDS = 0.5
"""How long a client waits for a word after the headers, in seconds, before it sends the body unasked."""

CHUNKS = "transfer-encoding: chunked"
OFFER = ("connection: upgrade", "upgrade: vodhooks")
OFFERS = {
    "h2c": ("connection: Upgrade, HTTP2-Settings", "upgrade: h2c", "http2-settings: AAMAAABkAAQAoAAAAAIAAAAA"),
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

CHUNKED = family_of(
    "framing/chunked",
    Expectation.ACCEPT,
    "a body in chunks, without Content-Length",
    "Every sender of HTTP/1.1 may send chunks, and proxies turn bodies into them. A receiver that reads as much as "
    "Content-Length says finds nothing.",
    "contract/sample",
)
EXPECTING = family_of(
    "framing/expect-continue",
    Expectation.ACCEPT,
    "a client that asks whether to go on before it sends the body",
    "HTTP libraries ask with larger bodies, and go on when nobody answers. A receiver that waits for the body instead of "
    "answering must not lose it.",
    SLOW.name,
)
UPGRADE = family_of(
    "framing/upgrade",
    Expectation.ACCEPT,
    "a delivery that offers to change to another protocol",
    "HTTP clients offer HTTP/2 with each request, the JDK's by default, and proxies pass offers on. A receiver that does not want "
    "the protocol ignores the offer (RFC 9110, section 7.8). Some parsers end the request with its headers instead, and the event "
    "is lost.",
    "contract/sample",
)
SWALLOWED = family_of(
    "framing/upgrade-swallowed",
    Expectation.ACCEPT,
    "a delivery behind a bad one that offers to change to another protocol, on the same connection",
    "A receiver that ends such a request with its headers reads the body as the next request. If that request is unfinished, it "
    "swallows the delivery that comes next over the same connection: behind a proxy, somebody else's.",
    AFTER_BAD.name,
    may_close=True,
)
BROKEN_CHUNKS = family_of(
    "framing/broken-chunks",
    Expectation.REFUSE,
    "a body in chunks that are broken",
    "What arrived is not what was sent: nobody can tell where the body ends.",
)
CUT_OFF = family_of(
    "framing/cut-off",
    Expectation.REFUSE,
    "a body that ends before its Content-Length",
    "The delivery is not complete, even where what arrived happens to be JSON.",
)
TOO_SHORT = family_of(
    "framing/too-short",
    Expectation.REFUSE,
    "a Content-Length that ends before the body does",
    "By the length that was announced the body is not JSON. Whoever goes by what arrived reads past the end of requests, and takes "
    "one client's bytes for another's behind a proxy.",
)
EXCESS = family_of(
    "framing/excess",
    Expectation.SURVIVE,
    "a delivery with bytes behind its end",
    "They are the beginning of another request, or nothing. They must not do harm.",
)
TWO_LENGTHS = family_of(
    "framing/two-lengths",
    Expectation.REFUSE,
    "two different Content-Lengths",
    "A proxy may go by one and the receiver by the other; then what a stranger appends passes for the vendor's next request. HTTP "
    "demands that this is refused.",
)
SMUGGLED = family_of(
    "framing/smuggled",
    Expectation.REFUSE,
    "a second request in the body of one that has both Content-Length and Transfer-Encoding",
    "A proxy may go by one and the receiver by the other; then what a stranger appends passes for the vendor's next request. HTTP "
    "demands that the connection is closed.",
)
BAD_LENGTH = family_of(
    "framing/bad-length",
    Expectation.REFUSE,
    "a Content-Length that is no length",
    "Nobody can tell where the body ends. Whoever hands the number on as it is reads until the client hangs up, or fails.",
)
FLOODED = family_of(
    "framing/header-flood",
    Expectation.SURVIVE,
    "more headers than anybody needs",
    "A receiver that keeps whatever is sent runs out of memory.",
)
GARBAGE = family_of(
    "framing/garbage",
    Expectation.REFUSE,
    "bytes that are no HTTP",
    "Scanners send them all day long. They must not do harm.",
)
OLD = family_of(
    "framing/http-1.0",
    Expectation.SURVIVE,
    "a delivery over HTTP/1.0 without a Host",
    "Old clients and health checks speak like this. Taken or refused, it must not do harm.",
)
LINE_FEEDS = family_of(
    "framing/line-feeds",
    Expectation.SURVIVE,
    "a delivery whose lines end in line feeds alone",
    "Taken or refused, it must not do harm.",
    STALLED_HEADERS.name,
)
NUL = family_of(
    "framing/nul-header",
    Expectation.SURVIVE,
    "a delivery with a NUL in a header",
    "Taken or refused, it must not do harm.",
)

Steps: TypeAlias = "Callable[[Request], tuple[Step, ...]]"


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for family, detail, steps in _STEPS:
        yield scripted(aim, family, partial(_played, steps), detail)
    yield scripted(aim, SMUGGLED, _smuggled)
    yield scripted(aim, SWALLOWED, _swallowed)


def _played(steps: Steps, aim: Aim) -> Script:
    return Script(steps(delivery(aim)))


def _smuggled(aim: Aim) -> Script:
    """Return a script with one request by Content-Length, and two by Transfer-Encoding."""
    inner = END + written(delivery(aim))
    return Script((head(delivery(aim), _length(inner), CHUNKS) + inner,), answers=2)


def _swallowed(aim: Aim) -> Script:
    """Return a script with a bad request that has a body, and a delivery behind it."""
    first = head(delivery(aim), *OFFER, _length(UNFINISHED))
    return Script((first, ASKING_SECONDS, UNFINISHED, ASKING_SECONDS, written(delivery(aim))), answers=2)


def _announced(length: str, request: Request) -> tuple[Step, ...]:
    return head(request, f"content-length: {length}") + request.body, Ending.HALF


def _offered(offer: tuple[str, ...], request: Request) -> tuple[Step, ...]:
    return (head(request, *offer, _length(request.body)) + request.body,)


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


_LENGTHS = {"negative": "-1", "words": "all of it", "hexadecimal": "0x40", "decimal": "64.0", "huge": "9" * 30}
_GARBAGE = {
    "word": b"GARBAGE\r\n\r\n",
    "bytes": bytes(range(256)) + b"\r\n\r\n",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(32) + b"\r\n\r\n",
}
_STEPS: tuple[tuple[Family, str, Steps], ...] = (
    (CHUNKED, "", lambda it: (head(it, CHUNKS) + _chunk(it.body[:20]) + _chunk(it.body[20:]) + END,)),
    (EXPECTING, "", lambda it: (head(it, _length(it.body), "expect: 100-continue"), ASKING_SECONDS, it.body)),
    *((UPGRADE, name, partial(_offered, offer)) for name, offer in OFFERS.items()),
    (BROKEN_CHUNKS, "size", lambda it: (head(it, CHUNKS) + _chunk(it.body) + b"zz\r\n",)),
    (BROKEN_CHUNKS, "length", lambda it: (head(it, CHUNKS) + _chunk(it.body, 4) + END,)),
    (BROKEN_CHUNKS, "end", lambda it: (head(it, CHUNKS) + _chunk(it.body), Ending.HALF)),
    (CUT_OFF, "", lambda it: (head(it, f"content-length: {len(it.body) + 10}") + it.body, Ending.HALF)),
    (TOO_SHORT, "", lambda it: (head(it, f"content-length: {len(it.body) - 1}") + it.body,)),
    (EXCESS, "", lambda it: (written(it) + b"0123456789",)),
    (TWO_LENGTHS, "", lambda it: (head(it, _length(it.body), _length(it.body[1:])) + it.body,)),
    *((BAD_LENGTH, name, partial(_announced, length)) for name, length in _LENGTHS.items()),
    (FLOODED, "one", lambda it: (head(it, _length(it.body), f"x-large: {'x' * LARGE}") + it.body,)),
    (FLOODED, "many", lambda it: (head(it, _length(it.body), *(f"x-{number}: 1" for number in range(MANY))) + it.body,)),
    *((GARBAGE, name, partial(_verbatim, garbage)) for name, garbage in _GARBAGE.items()),
    (OLD, "", _old),
    (LINE_FEEDS, "", lambda it: (head(it, _length(it.body)).replace(b"\r\n", b"\n") + it.body,)),
    (NUL, "", lambda it: (head(it, _length(it.body), "x-nul: a\0b") + it.body,)),
)
