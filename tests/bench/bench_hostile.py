"""How long one body holds up an event loop, and how much memory it takes, against parsing a plain body of the same size.

Each body is taken in a process of its own: by the receiver's application, by `parse` and by `validate`, warmed up before.
Times are those of the thread, so that neighbours do not count. Run as `bench_hostile.py WAY NAME` it measures one of them.
"""

from __future__ import annotations

import asyncio
import io
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from tests.bench.measuring import table
from vodhooks import PolyvOutlineSigner, parse
from vodhooks.catalogue import catalogue
from vodhooks.catalogue import channel as channel_of
from vodhooks.classification import COMPARED
from vodhooks.errors import VodhooksError
from vodhooks.inbox.store import StoreResult
from vodhooks.receiver.app import receiver
from vodhooks.receiver.decide import AuthPolicy
from vodhooks.receiver.metrics import Observer
from vodhooks.receiver.settings import Settings
from vodhooks.testing import example, sign
from vodhooks.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from vodhooks.inbox.store import ReceivedDelivery

    Making: TypeAlias = Callable[[], bytes]

SIZE = Settings().max_body
ROUNDS = 5
END_SECONDS = 300.0
BAR = 10.0
"""How many times as long as parsing a plain body the loop may be held up: 50 ms on a machine that parses 2 MB in 5 ms."""
BAR_OF_MEMORY = 20.0
"""How many times its size a body may take."""

SECRET = "a secret for measuring"
OUTLINE, TENCENT = "polyv.video_outline", "tencent.vod"
SUCCESS, EVENT, REPLY = (
    f"{OUTLINE}.generate_success",
    f"{TENCENT}.review_audio_video_complete",
    f"{TENCENT}.pull_events",
)
TASK = "ReviewAudioVideoCompleteEvent"
LONG = b"18446744073709551616]"


def _filled(unit: bytes, last: bytes = b"0]", first: bytes = b"[") -> bytes:
    return first + unit * ((SIZE - len(first) - len(last)) // len(unit)) + last


def _outline(item: Any, *last: Any, **others: Any) -> bytes:
    """Return a signed outline of as many chapters as there is room for."""
    count = (SIZE - 3_000) // (len(orjson.dumps(item)) + 1)
    return orjson.dumps(
        sign(
            {**example(SUCCESS), "outlineInfo": [item] * count + list(last), **others},
            OUTLINE,
            SECRET,
            time.time(),
        )
    )


def _wide(value: Any, **others: Any) -> dict[str, Any]:
    count = (SIZE - 4_000) // (len(orjson.dumps(value)) + len('"member999999":,'))
    return {**{f"member{number}": value for number in range(count)}, **others}


def _review(segment: Any) -> dict[str, Any]:
    payload = example(EVENT)
    payload[TASK]["Output"]["SegmentSet"] = [segment] * (
        (SIZE - 4_000) // (len(orjson.dumps(segment)) + 1)
    )
    return payload


CHAPTER = example(SUCCESS)["outlineInfo"][0]
PLAIN = "a plain outline"
BODIES: Mapping[str, tuple[str, Making]] = {
    PLAIN: (OUTLINE, partial(_outline, CHAPTER)),
    # From strangers: what a body costs before its signature is looked at.
    "nested arrays, a long integer": (
        OUTLINE,
        partial(_filled, b"[" * 120 + b"]" * 120 + b",", LONG),
    ),
    "empty arrays, a long integer": (OUTLINE, partial(_filled, b"[],", LONG)),
    "empty objects": (OUTLINE, partial(_filled, b"{},")),
    "objects up to the bound": (OUTLINE, partial(_filled, b'{"a":0,"b":"c"},')),
    "brackets in strings": (OUTLINE, partial(_filled, b'"[","[[",')),
    "a duplicate key at the end": (OUTLINE, partial(_filled, b'{"a":0},', b'{"a":0,"a":1}]')),
    "integers that are just short enough": (
        OUTLINE,
        partial(_filled, b"18446744073709551615,", b"1e300]"),
    ),
    "large floats": (OUTLINE, partial(_filled, b"1e16,")),
    "long digits in strings": (OUTLINE, partial(_filled, b'"99999999999999999999",', b"1e300]")),
    "quotes as escapes": (OUTLINE, partial(_filled, rb'"\u0022",')),
    "blanks": (OUTLINE, partial(_filled, b"1 , ", b"1e300]")),
    # Signed: what explaining, comparing and keeping costs.
    "chapters that are numbers": (OUTLINE, partial(_outline, 1)),
    "chapters that drift": (OUTLINE, partial(_outline, {"a": 1})),
    "the last chapter is wrong": (OUTLINE, partial(_outline, CHAPTER, 1)),
    "a member and the last chapter are wrong": (OUTLINE, partial(_outline, CHAPTER, 1, vid=1)),
    "a large member is of the wrong type": (
        OUTLINE,
        lambda: orjson.dumps(
            sign({**example(SUCCESS), "vid": _wide(1)}, OUTLINE, SECRET, time.time())
        ),
    ),
    "members that drift": (
        OUTLINE,
        lambda: orjson.dumps(sign(_wide(1, **example(SUCCESS)), OUTLINE, SECRET, time.time())),
    ),
    "null members and one that drifts": (
        TENCENT,
        lambda: orjson.dumps(_wide(None, **example(EVENT), last=1)),
    ),
    "segments of new words": (
        TENCENT,
        lambda: orjson.dumps(
            _review({"Suggestion": "new", "Label": "new", "Form": "new", "Confidence": 1})
        ),
    ),
    "segments with an unknown member": (TENCENT, lambda: orjson.dumps(_review({"a": 1}))),
    "an unknown kind, nulls and whole floats": (
        TENCENT,
        lambda: orjson.dumps({"EventType": "X", "List": [[1.0], {"a": None}] * (COMPARED // 18)}),
    ),
    "a reply with one event": (
        REPLY,
        lambda: orjson.dumps({"Response": {"RequestId": "r", "EventSet": [_review({"a": 1})]}}),
    ),
}
WAYS = ("receiver", "parse", "validate")


def main() -> None:
    """Print one table: milliseconds, their ratio to parsing a plain body, and memory as a multiple of the body."""
    rows: list[list[object]] = [
        [
            "hostile bodies",
            "bytes",
            *[f"{way}: ms" for way in WAYS],
            *_heads("ratio"),
            *_heads("memory"),
        ]
    ]
    missed: list[str] = []
    for name, (channel, make) in BODIES.items():
        body = make()
        found = {
            way: _rounds(way, channel, body)
            for way in WAYS
            if way != "receiver" or channel in catalogue().channels
        }
        columns = [
            [found[way][index] if way in found else "" for way in WAYS] for index in range(3)
        ]
        rows.append([name, len(body), *columns[0], *columns[1], *columns[2]])
        for way, (_, ratio, memory) in found.items():
            if ratio > BAR or memory > BAR_OF_MEMORY:
                missed.append(
                    f"{name}, {way}: {ratio:.1f} times parsing a plain body, {memory:.1f} times its size"
                )
    table(rows)
    print(
        "\n".join(missed)
        if missed
        else f"none beyond {BAR:g} times the time and {BAR_OF_MEMORY:g} times the size",
        end="\n\n",
    )


def _heads(measure: str) -> list[str]:
    return [f"{way}: {measure}" for way in WAYS]


def _rounds(way: str, channel: str, body: bytes) -> tuple[float, float, float]:
    """Return the medians of what fresh processes measure: milliseconds, the ratio, and the multiple of the size."""
    command = [sys.executable, "-m", "tests.bench.bench_hostile", way, channel]
    runs = [
        orjson.loads(
            subprocess.run(
                command, input=body, stdout=subprocess.PIPE, timeout=END_SECONDS, check=True
            ).stdout
        )
        for _ in range(ROUNDS)
    ]
    held, floor, memory = zip(*runs, strict=True)
    ratio = statistics.median(one / other for one, other in zip(held, floor, strict=True))
    return statistics.median(held), ratio, statistics.median(memory) / len(body)


class _Nowhere:
    """A store that keeps nothing and takes no time."""

    async def keep(self, arrival: ReceivedDelivery) -> StoreResult:
        del arrival
        return StoreResult(id=1, duplicate=False, conflict=False, reused_signature=False)

    async def probe(self) -> None:
        pass

    async def close(self) -> None:
        pass


def _measure(way: str, channel: str) -> None:
    """Print for the body on standard input: milliseconds, those of parsing a plain body, and bytes beyond those before."""
    body = sys.stdin.buffer.read()
    take = {"receiver": _receive, "parse": _parse, "validate": _validate}[way]
    plain = BODIES[PLAIN][1]()
    for message, member in ((SUCCESS, "vid"), (EVENT, TASK)):
        sample, warmed = example(message), OUTLINE if message == SUCCESS else TENCENT
        for payload in (sample, {**sample, "new": 1}, {**sample, member: 1}):
            take(
                orjson.dumps(
                    sign(payload, warmed, SECRET, time.time()) if warmed == OUTLINE else payload
                ),
                warmed,
            )
    floor = statistics.median(_held(partial(orjson.loads, plain)) for _ in range(5))
    del plain
    Path("/proc/self/clear_refs").write_text("5")  # the high-water mark begins here
    before = _memory()
    held = take(body, channel)
    sys.stdout.buffer.write(orjson.dumps([held, floor, max(_memory() - before, 0)]))


def _memory() -> int:
    """Return the most bytes that this process has had resident."""
    (peak,) = [
        line.split()[1]
        for line in Path("/proc/self/status").read_text().splitlines()
        if line.startswith("VmHWM:")
    ]
    return 1024 * int(peak)


def _held(call: Callable[[], object]) -> float:
    start = time.thread_time()
    with suppress(VodhooksError):
        call()
    return 1000 * (time.thread_time() - start)


def _parse(body: bytes, channel: str) -> float:
    return _held(partial(parse, body, channel))


def _validate(body: bytes, channel: str) -> float:
    return _held(partial(validate, body, {OUTLINE: SUCCESS, TENCENT: EVENT}.get(channel, channel)))


def _receive(body: bytes, channel: str) -> float:
    """Return how long the longest gap is between two turns of another task, while the receiver takes a body."""
    signed = AuthPolicy(PolyvOutlineSigner(SECRET))
    policies = {
        name: signed if name == OUTLINE else AuthPolicy.open() for name in catalogue().channels
    }
    return asyncio.run(
        _longest_gap(
            receiver(policies, _Nowhere(), Settings(), Observer(io.BytesIO())), body, channel
        )
    )


async def _longest_gap(app: Any, body: bytes, channel: str) -> float:
    scope = {
        "type": "http",
        "method": "POST",
        "path": channel_of(channel).path,
        "query_string": b"",
        "headers": HEADERS,
    }
    longest = 0.0

    async def arrive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def answer(_: object) -> None:
        pass

    async def tick() -> None:
        nonlocal longest
        last = time.thread_time()
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            longest, last = max(longest, now - last), now

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    await app(scope, arrive, answer)
    await asyncio.sleep(0)
    ticking.cancel()
    return 1000 * longest


HEADERS = [(b"content-type", b"application/json")]

if __name__ == "__main__":
    _measure(*sys.argv[1:])
