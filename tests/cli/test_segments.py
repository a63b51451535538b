"""`vodhooks segments` prints all segments of an event, and keeps the file that it had to fetch for them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.classification import classify
from vodhooks.inbox.attachments import list_attachments
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.testing import example

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.file_servers import FileServer, answer
else:  # the folder is no package, and pytest puts it on the path
    from tests.support.file_servers import FileServer, answer

Run = Callable[..., subprocess.CompletedProcess[str]]

ALL = [{"StartTimeOffset": second} for second in range(12)]
BODY = json.dumps(ALL).encode()


def event(url: str, listed: int = 10, expires: str = "2999-01-01T00:00:00+08:00") -> bytes:
    payload = example("tencent.vod.review_audio_video_complete")
    payload["ReviewAudioVideoCompleteEvent"]["Output"] |= {
        "SegmentSet": ALL[:listed],
        "SegmentSetFileUrl": url,
        "SegmentSetFileUrlExpireTime": expires,
    }
    return json.dumps(payload).encode()


def local(server: FileServer) -> dict[str, str]:
    """Allow by settings what no default does."""
    return {
        "VODHOOKS_FILE_HOSTS": "files.example localhost",
        "VODHOOKS_FILE_PORTS": str(server.port),
        "VODHOOKS_FILE_NETWORKS": "127.0.0.0/8 ::1/128",
    }


def url_at(server: FileServer) -> str:
    return f"http://localhost:{server.port}/segments.txt?sign=SECRET"


@pytest.fixture
def served(file_server: FileServer) -> FileServer:
    file_server.answers["/segments.txt"] = answer(BODY)
    return file_server


def stored(url: str, *bodies: bytes) -> str:
    engine = connect(url)
    inbox = Inbox(engine)
    for second, body in enumerate(bodies):
        inbox.keep([ReceivedDelivery.of(classify(body, "tencent.vod"), second)])
    engine.dispose()
    return url


def segments_in(done: subprocess.CompletedProcess[str], remark: str) -> list[Any]:
    assert (done.returncode, done.stderr) == (0, f"{remark}\n")
    found: list[Any] = json.loads(done.stdout)
    return found


def test_an_event_comes_from_a_file_or_standard_input(
    vodhooks: Run, served: FileServer, tmp_path: Path
) -> None:
    (tmp_path / "event.json").write_bytes(event(url_at(served)))
    options = (
        "--allow-host",
        "localhost",
        "--allow-port",
        str(served.port),
        "--allow-network",
        "127.0.0.0/8",
        "--allow-network",
        "::1/128",
    )
    assert (
        segments_in(vodhooks("segments", "event.json", *options), "12 segments, from localhost")
        == ALL
    )
    piped = vodhooks("segments", "-", stdin=event(url_at(served)), settings=local(served))
    assert segments_in(piped, "12 segments, from localhost") == ALL


def test_an_event_that_lists_them_all_asks_nobody(vodhooks: Run, served: FileServer) -> None:
    done = vodhooks("segments", "-", stdin=event(url_at(served), 1))
    assert segments_in(done, "1 segment, the event lists them all") == ALL[:1]
    always = vodhooks(
        "segments", "-", "--always", stdin=event(url_at(served), 1), settings=local(served)
    )
    assert segments_in(always, "12 segments, from localhost") == ALL
    assert len(served.requests) == 1


def test_a_stored_event_keeps_the_file_and_shows_it(
    vodhooks: Run, served: FileServer, store_url: str
) -> None:
    settings = {**local(served), "VODHOOKS_STORE": stored(store_url, event(url_at(served)))}
    fetched = vodhooks("segments", "1", settings=settings)
    assert segments_in(fetched, "12 segments, from localhost, kept with event 1") == ALL
    [attachment] = json.loads(vodhooks("inbox", "show", "1", settings=settings).stdout)[
        "attachments"
    ]
    assert (attachment["message"], attachment["drifts"], attachment["payload"]) == (
        "tencent.vod.segment_set_file",
        False,
        ALL,
    )


def test_a_kept_file_is_fetched_again_only_on_request(
    vodhooks: Run, served: FileServer, tmp_path: Path
) -> None:
    settings = {
        **local(served),
        "VODHOOKS_STORE": stored(f"sqlite:///{tmp_path / 'inbox'}", event(url_at(served))),
    }
    vodhooks("segments", "1", settings=settings)
    served.answers["/segments.txt"] = answer(json.dumps([*ALL, {"New": 1}]).encode())
    assert (
        segments_in(vodhooks("segments", "1", settings=settings), "12 segments, kept with event 1")
        == ALL
    )
    again = vodhooks("segments", "1", "--again", settings=settings)
    remark = "13 segments, from localhost, with what the contract does not know, kept with event 1"
    assert segments_in(again, remark) == [*ALL, {"New": 1}]
    assert len(served.requests) == 2


def test_cover_findings_stay_beside_media_findings(
    vodhooks: Run, served: FileServer, tmp_path: Path
) -> None:
    found = [{"Label": "Ad", "Confidence": number} for number in range(11)]
    served.answers["/cover.txt"] = answer(json.dumps(found).encode())
    payload = json.loads(event(url_at(served)))
    payload["ReviewAudioVideoCompleteEvent"]["Output"]["CoverReviewResult"] = {
        "SegmentSet": found[:10],
        "SegmentSetFileUrl": f"http://localhost:{served.port}/cover.txt",
    }
    store = stored(f"sqlite:///{tmp_path / 'inbox'}", json.dumps(payload).encode())
    settings = {**local(served), "VODHOOKS_STORE": store}
    for remark in (", from localhost, kept with event 1", ", kept with event 1"):
        cover = vodhooks("segments", "1", "--cover", settings=settings)
        assert segments_in(cover, f"11 segments{remark}") == found
        assert (
            segments_in(vodhooks("segments", "1", settings=settings), f"12 segments{remark}") == ALL
        )
    assert len(served.requests) == 2
    printed = vodhooks("segments", "1", "--cover", settings=settings).stdout.encode()
    assert (
        vodhooks(
            "validate", "-m", "tencent.vod.cover_segment_set_file", "-", stdin=printed
        ).returncode
        == 0
    )


def test_what_the_command_prints_can_be_judged(vodhooks: Run, served: FileServer) -> None:
    printed = vodhooks("segments", "-", stdin=event(url_at(served)), settings=local(served)).stdout
    assert (
        vodhooks(
            "validate", "-m", "tencent.vod.segment_set_file", "-", stdin=printed.encode()
        ).returncode
        == 0
    )


@pytest.mark.parametrize(
    ("body", "code", "complaint"),
    [
        (
            event("http://a.vod2.myqcloud.com/x?SECRET", expires="2022-10-12T07:01:07Z"),
            1,
            "until 2022-10-12T07:01:07+00:00",
        ),
        (event(""), 1, "the event names no file with its segments"),
        (
            event("http://evil.example/x?SECRET"),
            2,
            "evil.example is no host that files may be fetched from",
        ),
        (
            event("http://a\x1b[2J/SECRET"),
            2,
            "the URL of the file is not of the plain form https://host/path",
        ),
        (b'{"EventType": "FileDeleted"}', 1, "only ReviewAudioVideoComplete events list segments"),
        (b"[", 1, "ends too early"),
    ],
)
def test_what_cannot_be_had_is_told_in_a_line(
    vodhooks: Run, body: bytes, code: int, complaint: str
) -> None:
    done = vodhooks("segments", "-", stdin=body)
    assert (done.returncode, done.stdout) == (code, "")
    [line] = done.stderr.splitlines()
    assert line.startswith("vodhooks: ")
    assert complaint in line
    assert "SECRET" not in line


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        (answer(b'[{"Confidence": "101"}]'), "tencent.vod.segment_set_file: /0/Confidence: "),
        (answer(b"<html>"), "not JSON"),
        (answer(b" " * 200), "localhost sends more than 100 bytes"),
    ],
)
def test_a_file_of_wrong_content_is_not_kept(
    vodhooks: Run, served: FileServer, tmp_path: Path, told: bytes, complaint: str
) -> None:
    served.answers["/segments.txt"] = told
    store = stored(f"sqlite:///{tmp_path / 'inbox'}", event(url_at(served)))
    done = vodhooks(
        "segments", "1", "--size", "100", settings={**local(served), "VODHOOKS_STORE": store}
    )
    assert (done.returncode, done.stdout) == (2 if "more than" in complaint else 1, "")
    assert complaint in done.stderr
    engine = reader(store)
    assert list_attachments(engine, 1) == []
    engine.dispose()


@pytest.mark.parametrize("number", ["2", "9" * 30])
def test_an_event_that_is_not_there_is_told(vodhooks: Run, tmp_path: Path, number: str) -> None:
    settings = {"VODHOOKS_STORE": stored(f"sqlite:///{tmp_path / 'inbox'}", event(""))}
    for command in (["segments", number], ["inbox", "show", number]):
        done = vodhooks(*command, settings=settings)
        assert (done.returncode, done.stdout, done.stderr) == (
            1,
            "",
            f"vodhooks: there is no event {number}\n",
        )


@pytest.mark.parametrize("option", [("--allow-network", "10.0.0.1/8"), ("--allow-port", "0")])
def test_options_that_make_no_sense_are_refused(vodhooks: Run, option: tuple[str, str]) -> None:
    done = vodhooks("segments", "-", *option, stdin=event(""))
    assert (done.returncode, done.stdout) == (2, "")
    assert option[0] in done.stderr


def test_a_setting_that_is_no_host_name_is_refused(vodhooks: Run) -> None:
    done = vodhooks("segments", "-", "--allow-host", "*.example", stdin=event("http://a.example/"))
    assert (done.returncode, done.stderr) == (2, "vodhooks: '*.example' is no name of a host\n")
