"""What was sent, as people read it."""

from __future__ import annotations

import pytest

from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.failures import CaseResult, Failure
from vodhooks.fuzzer.wording import abridged, change, request_text
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import Request, RequestBatch
from vodhooks.vendor.scripts import Ending, Script

CHANNEL = "polyv.video_outline"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        (b"x" * 19, "x" * 19),
        (b"x" * 1_200, "x… (1,200 times)"),
        (b'{"a":' + b"[" * 100_000, '{"a":[… (100,000 times)'),
        (b"ab" * 3_000 + b"!", "ab… (3,000 times)!"),
        (b"\xff" * 30, "\\xff… (30 times)"),
        ("中".encode() * 40, "中… (40 times)"),
        (
            bytes(range(65, 91)) * 2 + b"x" * 5_000_000,
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2 + "x… (5,000,000 times)",
        ),
    ],
)
def test_what_is_repeated_is_counted(data: bytes, text: str) -> None:
    assert abridged(data) == text


def test_what_is_long_is_cut_with_its_length() -> None:
    data = b"".join(b"%d," % number for number in range(10_000))
    text = abridged(data, 100)
    assert text.startswith("0,1,2,3,")
    assert text.endswith(f" … ({len(data):,} bytes)")
    assert len(text) < 200


def failure_of(attack: RequestBatch | Script, check: str, detail: str, **more: str) -> Failure:
    case = Case(f"{CHANNEL}/{check}/{detail}", CHECKS[check], CHANNEL, lambda _: attack, **more)  # type: ignore[arg-type] # texts
    answer = Answer(500, 0.1)
    return Failure(Severity.CRASHES, CaseResult(case, attack, (answer,)), answer, "answered 500")


@pytest.mark.parametrize(
    ("body", "place", "words"),
    [
        (b'{"taskId": "7"}', "/taskId", '/taskId of generate_fail is "7"'),
        (b"{}", "/taskId", "/taskId of generate_fail is missing"),
        (b'{"vid": "%b"}' % (b"x" * 5_000), "/vid", '/vid of generate_fail is "x… (5,000 times)"'),
    ],
)
def test_a_change_is_said_with_its_place(body: bytes, place: str, words: str) -> None:
    batch = RequestBatch((Request("http://x/", {}, body),))
    found = failure_of(batch, "contract/type", "0", place=place, message=f"{CHANNEL}.generate_fail")
    assert change(found) == words


def test_a_change_without_place_has_a_name() -> None:
    batch = RequestBatch((Request("http://x/", {}, b"{"),))
    found = failure_of(batch, "syntax/cut", "half")
    assert change(found) == "a body that ends too early (half)"


def test_repeated_steps_are_counted_unless_full() -> None:
    script = Script((b"POST / HTTP/1.1\r\n", *(b"x-more: 1\r\n", 0.5) * 1_200, Ending.GONE))
    found = failure_of(script, "socket/endless-headers", "0")
    assert request_text(found).split("\n") == [
        "POST / HTTP/1.1",
        "",
        "# 1,200 times:",
        "x-more: 1",
        "",
        "# 0.5 s later",
        "# it has gone",
    ]
    assert request_text(found, full=True).count("x-more: 1") == 1_200
