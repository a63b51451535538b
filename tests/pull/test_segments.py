"""All segments of a review: from the event where it lists them all, from the file that it names where it may not."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.errors import (
    ContractViolation,
    FetchError,
    FetchRefused,
    FileExpired,
    FileMissing,
    NotIdentified,
    NotJson,
)
from vodhooks.pull.destinations import AllowList
from vodhooks.pull.downloads import Download, fetch
from vodhooks.pull.segments import COVER, HOSTS, MEDIA, MESSAGE, all_segments, read_listing, review
from vodhooks.testing import example, examples
from vodhooks.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks_contracts.types.tencent.vod.review_audio_video_complete import (
        TencentVodReviewAudioVideoComplete,
    )

    from tests.support.file_servers import FileServer, answer
else:  # the folder is no package, and pytest puts it on the path
    from tests.support.file_servers import FileServer, answer

NOW = datetime(2030, 1, 1, tzinfo=UTC)
ALL: list[dict[str, Any]] = [
    {"StartTimeOffset": second, "EndTimeOffset": second + 0.5} for second in range(23)
]
FOUND: list[dict[str, Any]] = [{"Label": "Ad", "Confidence": number} for number in range(12)]
URL = "http://1.vod2.myqcloud.com/segments.txt?sign=SECRET"


def event(listed: int = 10, **changes: Any) -> TencentVodReviewAudioVideoComplete:
    """Return an event that lists so many segments, changed in its Output."""
    payload = deepcopy(example(MESSAGE))
    output = payload["ReviewAudioVideoCompleteEvent"]["Output"]
    output |= {
        "SegmentSet": ALL[:listed],
        "SegmentSetFileUrl": URL,
        "SegmentSetFileUrlExpireTime": "2030-01-01T00:00:01Z",
        **changes,
    }
    for name in [name for name, value in changes.items() if value is ...]:
        del output[name]
    return review(json.dumps(payload).encode())


def cover(listed: int, **changes: Any) -> TencentVodReviewAudioVideoComplete:
    """Return an event that lists so many findings in the cover, and none in the media."""
    result = {
        "SegmentSet": FOUND[:listed],
        "SegmentSetFileUrl": URL,
        "SegmentSetFileUrlExpireTime": "2030-01-01T00:00:01Z",
    }
    return event(0, SegmentSetFileUrl=None, CoverReviewResult={**result, **changes})


def failed(output: Any) -> TencentVodReviewAudioVideoComplete:
    payload = deepcopy(example(MESSAGE))
    payload["ReviewAudioVideoCompleteEvent"]["Output"] = output
    if output is ...:
        del payload["ReviewAudioVideoCompleteEvent"]["Output"]
    return review(json.dumps(payload).encode())


class Asked:
    """Fetches the same bytes from anywhere, and remembers from where."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.urls: list[str] = []

    def __call__(self, url: str) -> Download:
        self.urls.append(url)
        return Download("1.vod2.myqcloud.com", self.body)


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def test_an_event_of_fewer_than_ten_lists_them_all() -> None:
    asked = Asked(b"[]")
    for count in (0, 1, 9):
        found = all_segments(event(count), fetch=asked, now=at(NOW))
        assert (found.items, found.file) == (ALL[:count], None)
    assert asked.urls == []


def test_an_event_of_ten_may_have_more_in_its_file() -> None:
    asked = Asked(json.dumps(ALL).encode())
    found = all_segments(event(10), fetch=asked, now=at(NOW))
    assert found.items == ALL
    assert found.file is not None
    assert (found.file.host, found.file.fetched_at, found.file.drifts) == (
        "1.vod2.myqcloud.com",
        NOW,
        False,
    )
    assert found.file.body == asked.body
    assert asked.urls == [URL]
    assert "SECRET" not in repr((found, read_listing(event(10))))


def test_the_cover_has_a_list_and_a_file_of_its_own() -> None:
    asked = Asked(json.dumps(FOUND).encode())
    for count in (0, 9):
        assert all_segments(cover(count), COVER, fetch=asked, now=at(NOW)).items == FOUND[:count]
    assert asked.urls == []
    assert all_segments(cover(10), COVER, fetch=asked, now=at(NOW)).items == FOUND
    assert asked.urls == [URL]
    assert all_segments(cover(10), fetch=asked, now=at(NOW)).items == []
    with pytest.raises(FileExpired):
        all_segments(
            cover(10, SegmentSetFileUrlExpireTime="2029-12-31T23:59:59Z"),
            COVER,
            fetch=asked,
            now=at(NOW),
        )
    with pytest.raises(ContractViolation) as refused:
        all_segments(cover(10), COVER, fetch=Asked(b'[{"Label": 1}]'), now=at(NOW))
    assert refused.value.report.message == "tencent.vod.cover_segment_set_file"


@pytest.mark.parametrize("result", [None, ..., {}, {"SegmentSet": None}])
def test_a_cover_that_was_not_reviewed_has_none(result: Any) -> None:
    assert read_listing(event(3, CoverReviewResult=result), COVER).items == []


def test_the_file_of_any_event_is_fetched_on_request() -> None:
    found = all_segments(
        event(2), always=True, fetch=Asked(json.dumps(ALL[:3]).encode()), now=at(NOW)
    )
    assert (len(found.items), found.file is None) == (3, False)


@pytest.mark.parametrize(
    "output", [None, ..., {}, {"SegmentSet": None}, {"SegmentSet": [], "SegmentSetFileUrl": ""}]
)
def test_a_review_without_segments_has_none(output: Any) -> None:
    assert all_segments(failed(output), fetch=Asked(b"")).items == []
    with pytest.raises(FileMissing):
        all_segments(failed(output), always=True, fetch=Asked(b""))


@pytest.mark.parametrize("url", [None, "", ...])
def test_ten_segments_without_a_file_are_not_all(url: Any) -> None:
    with pytest.raises(FileMissing, match=r"^the event names no file with its segments$"):
        all_segments(event(10, SegmentSetFileUrl=url), fetch=Asked(b"[]"))


@pytest.mark.parametrize(
    ("expires", "shown"),
    [
        ("2029-12-31T23:59:59Z", "2029-12-31T23:59:59+00:00"),
        ("2030-01-01T00:00:00.000Z", "2030-01-01T00:00:00+00:00"),
        ("2030-01-01T07:59:59+08:00", "2030-01-01T07:59:59+08:00"),
        ("0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59"),
    ],
)
def test_an_expired_file_is_not_asked_for(expires: str, shown: str) -> None:
    asked = Asked(json.dumps(ALL).encode())
    with pytest.raises(FileExpired) as refused:
        all_segments(event(10, SegmentSetFileUrlExpireTime=expires), fetch=asked, now=at(NOW))
    assert str(refused.value) == f"the vendor has kept the file with the segments until {shown}"
    assert asked.urls == []


@pytest.mark.parametrize(
    "expires",
    [
        "2030-01-01T00:00:00.001Z",
        "2030-01-01T08:00:01+08:00",
        "9999-12-31T23:59:59-23:59",
        "2029-01-01T00:00:00",
        "2029-01-01",
        "soon",
        "",
        None,
        ...,
    ],
)
def test_a_file_is_asked_for_until_it_has_expired(expires: Any) -> None:
    asked = Asked(json.dumps(ALL).encode())
    assert (
        len(
            all_segments(
                event(10, SegmentSetFileUrlExpireTime=expires), fetch=asked, now=at(NOW)
            ).items
        )
        == 23
    )


def test_the_default_time_is_now() -> None:
    tomorrow, yesterday = (
        (datetime.now(UTC) + timedelta(days=days)).isoformat() for days in (1, -1)
    )
    assert all_segments(
        event(10, SegmentSetFileUrlExpireTime=tomorrow), fetch=Asked(json.dumps(ALL).encode())
    ).file
    with pytest.raises(FileExpired):
        all_segments(event(10, SegmentSetFileUrlExpireTime=yesterday), fetch=Asked(b"[]"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[",
        b'[{"Confidence": NaN}]',
        b'[{"a":1,"a":1}]',
        b"\xef\xbb\xbf[]",
        b"[\xff]",
    ],
)
def test_a_file_that_is_not_json_is_refused(body: bytes) -> None:
    with pytest.raises(NotJson):
        all_segments(event(10), fetch=Asked(body), now=at(NOW))


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        ({"SegmentSet": ALL}, ""),
        (None, ""),
        ("[]", ""),
        ([*ALL, None], "/23"),
        ([*ALL[:11], {"Confidence": "101"}], "/11/Confidence"),
        ([*ALL[:10], {"StartTimeOffset": "0"}], "/10/StartTimeOffset"),
        ([*ALL[:10], {"AreaCoordSet": [1, 2.5]}], "/10/AreaCoordSet/1"),
    ],
)
def test_file_segments_keep_the_contract_of_the_event(content: Any, pointer: str) -> None:
    with pytest.raises(ContractViolation) as refused:
        all_segments(event(10), fetch=Asked(json.dumps(content).encode()), now=at(NOW))
    assert refused.value.report.message == MEDIA.contract
    assert [violation.instance_pointer for violation in refused.value.report.violations] == [
        pointer
    ]


def test_a_file_that_drifts_is_taken_and_says_so() -> None:
    found = all_segments(
        event(10), fetch=Asked(json.dumps([*ALL, {"New": 1}]).encode()), now=at(NOW)
    )
    assert found.file is not None
    assert found.file.drifts
    assert found.items[-1] == {"New": 1}


def test_a_file_of_too_few_segments_is_another_one() -> None:
    with pytest.raises(
        FetchError,
        match=r"^the file from 1\.vod2\.myqcloud\.com holds 9 segments, and the event lists 10$",
    ):
        all_segments(event(10), fetch=Asked(json.dumps(ALL[:9]).encode()), now=at(NOW))


def test_pulled_events_have_segments_like_pushed_ones() -> None:
    for payload in examples(MESSAGE):
        assert read_listing(
            review(json.dumps({**payload, "EventHandle": "handle"}).encode())
        ) == read_listing(review(json.dumps(payload).encode()))


def test_other_events_have_no_segments() -> None:
    with pytest.raises(
        NotIdentified, match=r"^only ReviewAudioVideoComplete events list segments$"
    ):
        review(b'{"EventType": "FileDeleted"}')
    with pytest.raises(ContractViolation):
        review(b'{"EventType": "ReviewAudioVideoComplete"}')


def test_the_vendor_samples_are_on_vendor_hosts() -> None:
    for payload in examples(MESSAGE):
        url = read_listing(review(json.dumps(payload).encode())).url
        assert url is None or any(f".{host}/" in url for host in HOSTS)


def test_only_the_vendor_is_asked_by_default() -> None:
    for url in ("http://127.0.0.1/", "http://evil.example/?SECRET", "file:///etc/passwd"):
        with pytest.raises(FetchRefused) as refused:
            all_segments(event(10, SegmentSetFileUrl=url), now=at(NOW))
        assert "SECRET" not in str(refused.value)


def test_a_file_of_a_real_server_is_validated(file_server: FileServer) -> None:
    file_server.answers["/segments.txt"] = answer(
        json.dumps(ALL).encode(), "200 OK", "Content-Type: text/plain"
    )
    allowed = AllowList(HOSTS, ports=(file_server.port,), networks=(ip_network("127.0.0.0/8"),))
    get = partial(fetch, allowed=allowed, resolver=lambda *_: ["127.0.0.1"])
    url = f"http://1.vod2.myqcloud.com:{file_server.port}/segments.txt"
    found = all_segments(event(10, SegmentSetFileUrl=url), fetch=get, now=at(NOW))
    assert found.items == ALL
    assert found.file is not None
    assert validate(found.file.body, MEDIA.contract).valid
