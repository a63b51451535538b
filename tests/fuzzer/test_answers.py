"""What an answer gives away, and that no report repeats it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.support.endpoints import SECRET, TOKEN, endpoint_at
from vodhooks.fuzzer.answers import answer_failures
from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.checks import CHECKS, Expectation, Severity
from vodhooks.fuzzer.confidential import mask, mask_url
from vodhooks.fuzzer.failures import CaseResult, Failure
from vodhooks.fuzzer.profiles import Profile
from vodhooks.fuzzer.report import failure_details
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import Request, RequestBatch
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vodhooks.vendor.endpoints import Endpoint

OUTLINE, SLICE = "polyv.video_outline", "ucloud.umedia.slice"
HTML = (("content-type", "text/html; charset=utf-8"),)
JSON = (("content-type", "application/json"),)


def at(channel: str) -> Endpoint:
    bare = endpoint_at(channel)
    return replace(bare, secrets=(SECRET,) if bare.signer else (), tokens=(TOKEN,))


def forged() -> Request:
    """Return a delivery whose sign is none, though its time is the vendor's."""
    endpoint = at(OUTLINE)
    signed = endpoint.signed(endpoint.event())
    return endpoint.request(orjson.dumps({**signed, "sign": "0" * 40}))


def right_sign() -> str:
    endpoint = at(OUTLINE)
    return str(endpoint.signed({})["sign"])


def result_of(
    channel: str,
    request: Request,
    body: str,
    headers: tuple[tuple[str, str], ...] = (),
    status: int = 400,
) -> CaseResult:
    batch = RequestBatch((request,))
    case = Case(f"{channel}/syntax/cut", CHECKS["syntax/cut"], channel, lambda _: batch)
    return CaseResult(case, batch, (Answer(status, 0.1, None, body.encode(), headers),))


def names(found: Iterable[Failure]) -> list[tuple[str, Severity]]:
    return [(each.check.name, each.severity) for each in found]


SAMPLE = Request("http://x/", {}, b'{"retcode":0,"task_id":"job-4711-abc","src_url":"http://x/1"}')
MARKED = Request("http://x/", {}, b"<html><script>alert(1)</script></html>")

GIVEN_AWAY = {
    "a secret": (OUTLINE, forged(), f"expected key {SECRET}", (), "answer/secret"),
    "a token": (SLICE, SAMPLE, f'{{"instance": "/x?token={TOKEN}"}}', JSON, "answer/secret"),
    "a token in a header": (
        SLICE,
        SAMPLE,
        "",
        (("location", f"/?token={TOKEN}"),),
        "answer/secret",
    ),
    "the right sign": (OUTLINE, forged(), f"expected {right_sign()}", (), "answer/signature"),
    "in lower case": (
        OUTLINE,
        forged(),
        f"expected {right_sign().lower()}",
        (),
        "answer/signature",
    ),
    "python": (SLICE, SAMPLE, "Traceback (most recent call last):\n", (), "answer/traceback"),
    "java": (SLICE, SAMPLE, "at com.example.Hook.take(Hook.java:17)", (), "answer/traceback"),
    "node": (SLICE, SAMPLE, "at Object.take (/srv/app.js:10:5)", (), "answer/traceback"),
    ".net": (
        SLICE,
        SAMPLE,
        "at App.Hook.Take(String s) in /src/Hook.cs:line 7",
        (),
        "answer/traceback",
    ),
    "go": (SLICE, SAMPLE, "goroutine 17 [running]:", (), "answer/traceback"),
    "ruby": (SLICE, SAMPLE, "app/hook.rb:12:in `take'", (), "answer/traceback"),
    "php": (SLICE, SAMPLE, "Fatal error in /var/www/hook.php on line 3", (), "answer/traceback"),
    "sql": (SLICE, SAMPLE, "SQLSTATE[23000]: Integrity constraint", (), "answer/traceback"),
    "a page": (SLICE, MARKED, "<p>no JSON: <script>alert(1)", HTML, "answer/markup"),
    "no media type": (SLICE, MARKED, "no JSON: <html>", (), "answer/markup"),
    "a value": (SLICE, SAMPLE, '{"input": {"task_id": "job-4711-abc"}}', JSON, "answer/payload"),
    "a broken body": (SLICE, MARKED, MARKED.body.decode(), JSON, "answer/payload"),
}


@pytest.mark.parametrize("name", GIVEN_AWAY)
def test_what_is_given_away_is_found(name: str) -> None:
    channel, request, body, headers, check = GIVEN_AWAY[name]
    found = names(
        answer_failures(result_of(channel, request, body, headers), at(channel), Profile())
    )
    assert found == [(check, CHECKS[check].severity)]


@pytest.mark.parametrize(
    ("request_", "body", "headers"),
    [
        (SAMPLE, "", ()),
        (SAMPLE, "invalid at /task_id: expected a string", ()),
        (SAMPLE, '{"status": "ok"}', JSON),
        (MARKED, "<html><body>Bad Request</body>", (("content-type", "application/json"),)),
        (forged(), f"expected {'A' * 40}", ()),
    ],
)
def test_what_says_nothing_is_no_finding(
    request_: Request, body: str, headers: tuple[tuple[str, str], ...]
) -> None:
    found = answer_failures(result_of(OUTLINE, request_, body, headers), at(OUTLINE), Profile())
    assert names(found) == []


def test_a_sign_that_was_sent_is_no_secret() -> None:
    endpoint = at(OUTLINE)
    signed = endpoint.signed(endpoint.event())
    request = endpoint.request(orjson.dumps(signed))
    found = answer_failures(result_of(OUTLINE, request, str(signed["sign"])), endpoint, Profile())
    assert names(found) == [("answer/payload", Severity.TELLS)]


def test_each_is_found_once_and_can_be_relaxed() -> None:
    request = forged()
    batch = RequestBatch((request, request))
    answer = Answer(401, 0.1, None, f"{SECRET} {right_sign()}".encode())
    case = Case(f"{OUTLINE}/signature/wrong", CHECKS["signature/wrong"], OUTLINE, lambda _: batch)
    result = CaseResult(case, batch, (answer, answer))
    relaxed = Profile(expected={"answer/secret": Expectation.SURVIVE})
    assert names(answer_failures(result, at(OUTLINE), Profile())) == [
        ("answer/secret", Severity.LEAKS),
        ("answer/signature", Severity.LEAKS),
    ]
    assert names(answer_failures(result, at(OUTLINE), relaxed)) == [
        ("answer/signature", Severity.LEAKS)
    ]


def test_the_answer_to_a_script_is_read_too() -> None:
    script = Script((b"POST / HTTP/1.1\r\n\r\n", b'{"task_id": "job-4711-abc"}'))
    case = Case(f"{SLICE}/framing/x", CHECKS["framing/garbage"], SLICE, lambda _: script)
    result = CaseResult(case, script, (Answer(400, 0.1, None, b"at f (/a.js:1:2)"),))
    assert names(answer_failures(result, at(SLICE), Profile())) == [
        ("answer/traceback", Severity.TELLS)
    ]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("http://user:pass@host/x?token=abc&a=1", "http://…@host/x?token=…&a=1"),
        ("http://host/x?a=1&token=abc", "http://host/x?a=1&token=…"),
        ("http://host/a@b?q=1", "http://host/a@b?q=1"),
        ("cookie: token=abc", "cookie: token=…"),
        ("a https://u@h/ and http://h/", "a https://…@h/ and http://h/"),
    ],
)
def test_tokens_and_userinfo_in_urls_are_masked(text: str, masked: str) -> None:
    assert mask_url(text) == masked


def test_only_what_is_confidential_is_masked() -> None:
    endpoint = replace(at(OUTLINE), headers={"x-api-key": "gateway-key"})
    signed = endpoint.signed({})
    text = f"{SECRET} {TOKEN} gateway-key {orjson.dumps(signed).decode()} {'0' * 40}"
    masked = mask(text, endpoint)
    assert masked == f'… … … {{"sign":"…","timestamp":{signed["timestamp"]}}} {"0" * 40}'


def test_no_report_repeats_what_was_given_away() -> None:
    endpoint = replace(at(OUTLINE), headers={"x-api-key": "gateway-key"})
    request = endpoint.delivery()
    result = result_of(OUTLINE, request, f"{SECRET} {TOKEN} {right_sign()}")
    (found, *_) = answer_failures(result, endpoint, Profile())
    shown = failure_details(found, "vodhooks fuzz URL", endpoint)
    said = "\n".join(map(str, shown.data.values()))
    for secret in (SECRET, TOKEN, right_sign(), "gateway-key"):
        assert secret not in said
    assert "x-api-key: …" in shown.request
    assert '"sign":"…"' in shown.request
    assert shown.repeat == f"vodhooks fuzz URL --case {OUTLINE}/syntax/cut"
