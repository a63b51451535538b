"""The receiver over a real socket: what is delivered is kept, what is no delivery is refused, others are served meanwhile."""

from __future__ import annotations

import asyncio
import gzip
import os
import platform
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.support.load import deliver, request
from tests.support.served import (
    CLOSED,
    OUTLINE,
    SECONDS,
    SECRET,
    TOKEN,
    Served,
    outline,
    posted,
    problem_of,
    serving,
    status,
)
from vodhooks._version import __version__
from vodhooks.catalogue import catalogue, openapi
from vodhooks.testing import example, examples, sign

if TYPE_CHECKING:
    from collections.abc import Iterator

TENCENT = f"/callbacks/tencent/vod?token={TOKEN}"
SAMPLES = [
    (channel.path, name, number, payload)
    for channel in catalogue().channels.values()
    for name in channel.messages
    for number, payload in enumerate(examples(name))
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    settings = {**CLOSED, "VODHOOKS_BODY_SECONDS": "0.5", "VODHOOKS_HEADER_SECONDS": "0.5"}
    with serving(tmp_path_factory.mktemp("receiver"), settings) as found:
        yield found


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "name", "number", "payload"), SAMPLES, ids=[f"{s[1]}-{s[2]}" for s in SAMPLES]
)
def test_every_sample_that_is_pushed_is_taken(
    served: Served, path: str, name: str, number: int, payload: dict[str, object]
) -> None:
    del number
    body = orjson.dumps(
        sign(payload, name.rpartition(".")[0], SECRET, time.time())
        if name.startswith("polyv")
        else payload
    )
    answered = served.post(f"{path}?token={TOKEN}", body)
    assert status(answered) == 200, answered
    assert answered.endswith(b"\r\n\r\n")


def test_a_retry_is_counted_on_the_first_delivery(fresh: Served) -> None:
    body = outline(7)
    assert [status(fresh.post(OUTLINE, body)) for _ in range(3)] == [200, 200, 200]
    assert fresh.kept("deliveries", "conflict") == [(3, False)]


def test_fifty_copies_at_once_are_one_event(fresh: Served) -> None:
    data = request(OUTLINE, outline(8))
    answered = asyncio.run(deliver(fresh.port, iter([data] * 50), 50))
    assert [one.status for one in answered] == [200] * 50
    assert fresh.kept("deliveries") == [(50,)]


def test_one_identity_of_several_contents_is_flagged(fresh: Served) -> None:
    bodies = [outline(9, vid=f"video-{number}") for number in range(20)]
    answered = asyncio.run(deliver(fresh.port, (request(OUTLINE, body) for body in bodies), 20))
    assert [one.status for one in answered] == [200] * 20
    kept = fresh.kept("conflict", "body")
    assert [conflict for conflict, _ in kept].count(True) == 19
    assert {body for _, body in kept} == set(bodies)


def test_unknown_is_stored_and_broken_quarantined(fresh: Served) -> None:
    assert status(fresh.post(TENCENT, b'{"EventType":"NotYetKnown"}')) == 200
    refused = fresh.post(OUTLINE, outline(1, taskId="x"))
    assert status(refused) == 422
    assert problem_of(refused)["violations"] == [
        {"pointer": "/taskId", "keyword": "type", "message": "expected an integer"},
    ]
    assert fresh.kept("outcome") == [("unknown",), ("quarantined",)]


@pytest.mark.parametrize("body", [b"{", b"[]", b"{}", outline(1)[:-1]])
def test_what_is_not_authentic_stores_nothing(fresh: Served, body: bytes) -> None:
    assert status(fresh.post(OUTLINE, body)) in {400, 401}
    assert status(fresh.post("/callbacks/tencent/vod?token=wrong", body)) in {400, 401}
    assert fresh.kept("id") == []


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    window = {
        "VODHOOKS_MAX_AGE_POLYV_VIDEO_OUTLINE": str(WINDOW),
        "VODHOOKS_MAX_AHEAD_POLYV_VIDEO_OUTLINE": str(WINDOW),
    }
    with serving(tmp_path_factory.mktemp("narrow"), {**CLOSED, **window}) as found:
        yield found


WINDOW = 600


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (-WINDOW - 1, 401),
        (-WINDOW + SECONDS, 200),
        (0, 200),
        (WINDOW, 200),
        (WINDOW + SECONDS, 401),
    ],
)
def test_a_signed_time_is_accepted_in_the_set_window(
    narrow: Served, moment: float, expected: int
) -> None:
    body = sign(
        example("polyv.video_outline.generate_fail"),
        "polyv.video_outline",
        SECRET,
        time.time() + moment,
    )
    answered = narrow.post(OUTLINE, orjson.dumps(body))
    assert status(answered) == expected
    assert (b"outside the freshness window" in answered) is (expected == 401)


GOOD = outline(1)
SMALL = b"{}"
REFUSED = {
    "a Content-Length that is negative": (posted(OUTLINE, SMALL, content_length="-1"), 400),
    "a Content-Length that is no number": (posted(OUTLINE, SMALL, content_length="two"), 400),
    "a Content-Length that is empty": (posted(OUTLINE, SMALL, content_length=""), 400),
    "a Content-Length beyond all numbers": (posted(OUTLINE, SMALL, content_length="9" * 5000), 400),
    "a Content-Length with a sign": (posted(OUTLINE, SMALL, content_length="+2"), 400),
    "two lengths": (posted(OUTLINE, SMALL, Content_Length="3"), 400),
    "a length and an encoding": (
        posted(OUTLINE, b"2\r\n{}\r\n0\r\n\r\n", transfer_encoding="chunked"),
        400,
    ),
    "chunks that are none": (
        posted(OUTLINE, b"zz\r\n", transfer_encoding="chunked").replace(
            b"content-length: 4\r\n", b""
        ),
        400,
    ),
    "no HTTP": (b"\x16\x03\x01\x02\x00 hello\r\n\r\n", 400),
    "a header flood": (
        posted(OUTLINE, SMALL, **{f"x_{number}": "y" * 100 for number in range(1000)}),
        431,
    ),
    "one endless header": (b"POST / HTTP/1.1\r\nx: " + b"y" * 1_000_000, 431),
    "an endless URL": (b"GET /" + b"y" * 1_000_000, 431),
    "10 MB": (posted(OUTLINE, b"x" * 10_000_000, connection="close"), 413),
    "10 MB in chunks": (
        posted(
            OUTLINE,
            b"989680\r\n" + b"x" * 10_000_000 + b"\r\n0\r\n\r\n",
            connection="close",
            transfer_encoding="chunked",
        ).replace(b"content-length: 10000015\r\n", b""),
        413,
    ),
    "a gzip bomb": (
        posted(
            OUTLINE, gzip.compress(b"x" * 10_000_000), content_encoding="gzip", connection="close"
        ),
        415,
    ),
    "an unsigned body behind an offer to upgrade": (
        posted(OUTLINE, SMALL, connection="upgrade, close", upgrade="h2c"),
        401,
    ),
    "100,000 brackets": (posted(OUTLINE, b"[" * 100_000, connection="close"), 400),
    "another method": (
        b"GET " + OUTLINE.encode() + b" HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
        405,
    ),
    "another path": (posted("/callbacks/nowhere", GOOD, connection="close"), 404),
    "a path with a slash too many": (posted(f"{OUTLINE}/", GOOD, connection="close"), 404),
    "another media type": (
        posted(OUTLINE, GOOD, content_type="text/plain", connection="close"),
        415,
    ),
    "a body that stalls": (posted(OUTLINE, GOOD[:-1], content_length=str(len(GOOD))), 408),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_request_gets_problem_details(served: Served, name: str) -> None:
    data, expected = REFUSED[name]
    answered = served.send(data)
    assert status(answered) == expected, answered
    assert problem_of(answered)["status"] == expected


WRONG = "/callbacks/ucloud/umedia/slice?token=guessed"
STRANGERS = {
    "a good delivery": posted(
        WRONG, orjson.dumps(example("ucloud.umedia.slice")), connection="close"
    ),
    "no JSON": posted(WRONG, b"{", connection="close"),
    "100,000 brackets": posted(WRONG, b"[" * 100_000, connection="close"),
    "10 MB": posted(WRONG, b"x" * 10_000_000, connection="close"),
    "a gzip bomb": posted(
        WRONG, gzip.compress(b"x" * 10_000_000), content_encoding="gzip", connection="close"
    ),
    "another media type": posted(
        f"{TENCENT}x", GOOD, content_type="text/plain", connection="close"
    ),
    "no token": posted(WRONG.partition("?")[0], b"{", connection="close"),
    "a body that stalls": posted(WRONG, GOOD[:-1], content_length=str(len(GOOD))),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_without_the_token_every_answer_is_the_same(served: Served, name: str) -> None:
    answered = served.send(STRANGERS[name])
    assert status(answered) == 401
    assert problem_of(answered)["detail"] == "the token in the URL is missing or wrong"


GIVEN = "/callbacks/ucloud/umedia/slice?{}"
SPELLINGS = {
    f"token={TOKEN}": 200,
    f"a=1&token={TOKEN}&b": 200,
    f"token=first&token={TOKEN}": 200,
    f"token={TOKEN}&token=last": 401,
    f"token={TOKEN}&token": 401,
    f"token={TOKEN}&token=": 401,
    f"token=%{ord(TOKEN[0]):x}{TOKEN[1:]}": 200,
    f"token={TOKEN}%20": 401,
    f"token={TOKEN}+": 401,
    f"tokens={TOKEN}": 401,
    f"Token={TOKEN}": 401,
    f"xtoken={TOKEN}": 401,
    "token=%FF%ff%": 401,
    "token=" + "%41" * 10_000: 401,
    "a&" * 16_000 + f"token={TOKEN}": 200,
}


@pytest.mark.parametrize("query", SPELLINGS, ids=range(len(SPELLINGS)))
def test_the_last_token_of_a_query_counts(served: Served, query: str) -> None:
    body = orjson.dumps(example("ucloud.umedia.slice"))
    assert status(served.post(GIVEN.format(query), body)) == SPELLINGS[query]


def test_a_wrong_token_drops_the_body_and_goes_on(served: Served) -> None:
    data = posted(WRONG, b"x" * 3_000_000) + posted(OUTLINE, GOOD, connection="close")
    assert [int(part[:3]) for part in served.send(data).split(b"HTTP/1.1 ")[1:]] == [401, 200]


def test_the_body_of_a_wrong_token_is_never_in_memory(tmp_path: Path) -> None:
    body = b"x" * 50_000_000
    with serving(tmp_path, {**CLOSED, "VODHOOKS_MAX_BODY": str(len(body))}) as served:
        served.post(OUTLINE, b"{}")
        before = _peak(served)
        assert status(served.post(WRONG, body)) == 401
        assert _peak(served) - before < len(body) / 4
        assert status(served.post(WRONG.replace("guessed", TOKEN), body)) == 400
        assert _peak(served) - before > len(body)  # what is not dropped is seen


def _peak(served: Served) -> int:
    """Return the most memory that it has had, in bytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{served.process.pid}/status").read_text())
    assert found
    return int(found[1]) * 1024


def test_a_body_shorter_than_promised_is_no_delivery(fresh: Served) -> None:
    answered = fresh.send(posted(OUTLINE, GOOD, content_length=str(len(GOOD) + 1)), finish=True)
    assert status(answered) in {0, 400}  # a client that hangs up may get no answer
    assert fresh.kept("id") == []


def test_a_body_longer_than_promised_is_no_request(fresh: Served) -> None:
    answered = fresh.send(posted(OUTLINE, GOOD, content_length=str(len(GOOD) - 1)))
    assert status(answered) == 400
    assert fresh.kept("id") == []


def test_headers_that_stall_are_cut(served: Served) -> None:
    assert served.send(b"POST /callbacks") == b""


def test_a_body_in_chunks_is_taken(served: Served) -> None:
    half = len(GOOD) // 2
    chunks = b"".join(
        b"%x\r\n%b\r\n" % (len(part), part) for part in (GOOD[:half], GOOD[half:], b"")
    )
    data = posted(OUTLINE, chunks, transfer_encoding="chunked", connection="close")
    assert status(served.send(data.replace(b"content-length: %d\r\n" % len(chunks), b""))) == 200


def test_a_body_that_arrives_byte_by_byte_is_taken(served: Served) -> None:
    with served.connected() as connection:
        for number in range(len(data := posted(OUTLINE, GOOD))):
            connection.sendall(data[number : number + 1])
        assert status(connection.recv(4096)) == 200


def test_requests_sent_ahead_are_answered_in_turn(served: Served) -> None:
    data = posted(OUTLINE, GOOD) + posted(OUTLINE, b"{") + posted(OUTLINE, GOOD, connection="close")
    assert [int(part[:3]) for part in served.send(data).split(b"HTTP/1.1 ")[1:]] == [200, 400, 200]


def test_a_refused_body_is_read_and_dropped(served: Served) -> None:
    data = posted(OUTLINE, b"x" * 3_000_000) + posted(OUTLINE, GOOD, connection="close")
    assert [int(part[:3]) for part in served.send(data).split(b"HTTP/1.1 ")[1:]] == [413, 200]


def test_200_stalled_connections_keep_no_client_out(tmp_path: Path) -> None:
    settings = {**CLOSED, "VODHOOKS_CONNECTIONS": "100"}
    with serving(tmp_path, settings) as served:
        stalled = [served.connected() for _ in range(200)]
        try:
            for number, connection in enumerate(stalled):
                with_body = posted(OUTLINE, GOOD)[:-1] if number % 2 else b"POST /"
                try:
                    connection.sendall(with_body)
                except OSError:
                    continue  # it has made room for another
            answered = asyncio.run(
                deliver(served.port, (request(OUTLINE, outline(n)) for n in range(200)), 20)
            )
            assert [one.status for one in answered] == [200] * 200
        finally:
            for connection in stalled:
                connection.close()


def test_memory_stays_bounded_whatever_is_sent(fresh: Served) -> None:
    bodies = [outline(1), b"[" * 100_000, b"x" * 10_000_000]
    for body in bodies:
        fresh.post(OUTLINE, body)
    before = _resident(fresh)
    for _ in range(10):
        for body in bodies:
            fresh.post(OUTLINE, body)
    assert _resident(fresh) - before < 20 * 2**20


def _resident(served: Served) -> int:
    pages = Path(f"/proc/{served.process.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize(
    ("path", "content"),
    [("/healthz", b"alive\n"), ("/readyz", b"ready\n"), ("/openapi.json", openapi())],
)
def test_the_receiver_tells_about_itself(served: Served, path: str, content: bytes) -> None:
    answered = served.get(path)
    assert status(answered) == 200
    assert answered.partition(b"\r\n\r\n")[2] == content


def test_stored_events_are_counted_where_switched_on(served: Served, tmp_path: Path) -> None:
    assert status(served.get("/stored")) == 404
    with serving(tmp_path, {**CLOSED, "VODHOOKS_COUNT_STORED": "true"}) as counting:
        for body in (outline(1), outline(1), outline(2), outline(3, taskId="broken")):
            counting.post(OUTLINE, body)
        assert counting.get("/stored").partition(b"\r\n\r\n")[2] == b'{"events":2}'


def test_metrics_count_outcomes_and_drift(fresh: Served) -> None:
    fresh.post(OUTLINE, outline(1, extra=1))
    fresh.post(OUTLINE, b"{")
    shown = fresh.get("/metrics").decode()
    message = "polyv.video_outline.generate_success"
    assert (
        f'vodhooks_deliveries_total{{channel="polyv.video_outline",message="{message}",outcome="accepted"}} 1.0'
        in shown
    )
    assert (
        'vodhooks_deliveries_total{channel="polyv.video_outline",message="",outcome="not-json"} 1.0'
        in shown
    )
    assert f'vodhooks_drift_total{{message="{message}",pointer="/extra"}} 1.0' in shown
    assert "vodhooks_store_batch_count 1.0" in shown


def test_metrics_tell_build_process_inbox_and_quarantine(fresh: Served) -> None:
    empty = samples(fresh)
    assert empty["vodhooks_quarantine_deliveries"] == empty["vodhooks_quarantine_bytes"] == 0
    begin = time.time()
    broken = outline(2, taskId="broken")
    fresh.post(OUTLINE, outline(1))
    fresh.post(OUTLINE, broken)
    found = samples(fresh)
    assert found["vodhooks_quarantine_deliveries"] == 1
    assert len(broken) < found["vodhooks_quarantine_bytes"] < len(broken) + 2000  # and its report
    files = (fresh.folder / f"inbox.sqlite3{end}" for end in ("", "-wal"))
    assert found["vodhooks_inbox_bytes"] == sum(file.stat().st_size for file in files)
    latest = found['vodhooks_last_delivery_timestamp_seconds{channel="polyv.video_outline"}']
    assert begin <= latest <= time.time()
    assert found["process_start_time_seconds"] <= begin
    assert found["process_resident_memory_bytes"] > 2**20
    assert found["process_cpu_seconds_total"] > 0
    build = f'python="{platform.python_version()}",version="{__version__}"'
    assert found[f"vodhooks_build_info{{{build}}}"] == 1


def samples(served: Served) -> dict[str, float]:
    """Return the metrics of a receiver."""
    lines = served.get("/metrics").decode().partition("\r\n\r\n")[2].splitlines()
    pairs = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in pairs}


def test_another_method_is_told_the_right_one(served: Served) -> None:
    assert b"\r\nallow: POST\r\n" in served.get(OUTLINE)
