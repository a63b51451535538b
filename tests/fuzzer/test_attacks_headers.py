from __future__ import annotations

import gzip
import zlib

import pytest

from tests.support.endpoints import CHANNELS, body_of, cases_of, endpoint_at, requests_of
from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.attacks.headers import BOMB
from vodhooks.fuzzer.checks import Expectation

DOCUMENTED = "polyv.video_outline"
SILENT = "tencent.vod"


def media_types(channel: str) -> dict[str, tuple[str | None, Expectation]]:
    """Return the media type and what is expected, by the detail of each case that is about one."""
    endpoint = endpoint_at(channel)
    return {
        name.rpartition("/")[2]: (request.headers.get("content-type"), case.check.expectation)
        for name, case in cases_of(endpoint).items()
        if case.check.name.endswith("media-type")
        for request in requests_of(case, endpoint)
    }


def test_a_media_type_may_be_spelled_in_other_ways() -> None:
    types = media_types(DOCUMENTED)
    assert types["capitals"] == ("APPLICATION/JSON", Expectation.ACCEPT)
    assert types["charset"] == ("application/json; charset=utf-8", Expectation.ACCEPT)
    assert types["text"] == ("text/plain", Expectation.SURVIVE)
    assert types["none"] == (None, Expectation.SURVIVE)


def test_any_media_type_fits_where_none_is_documented() -> None:
    types = media_types(SILENT)
    assert {expectation for _, expectation in types.values()} == {Expectation.ACCEPT}
    assert types["none"][0] is None
    assert types["form"][0] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("channel", CHANNELS)
def test_only_headers_differ_from_a_valid_delivery(channel: str) -> None:
    endpoint = endpoint_at(channel)
    usual = catalogue().channels[channel].media_type or "application/json"
    for case in cases_of(endpoint).values():
        if case.check.name == "header/usual":
            (request,) = requests_of(case, endpoint)
            assert request.headers["content-type"] == usual
            assert request.body.startswith(b"{")


def test_a_compressed_body_is_what_was_compressed() -> None:
    endpoint = endpoint_at(SILENT)
    assert gzip.decompress(body_of(endpoint, "header/content-encoding/gzip")).startswith(
        b'{"EventType"'
    )
    with pytest.raises(EOFError):
        gzip.decompress(body_of(endpoint, "header/content-encoding/gzip-cut"))
    with pytest.raises(gzip.BadGzipFile):
        gzip.decompress(body_of(endpoint, "header/content-encoding/gzip-wrong-sum"))


def test_what_explodes_is_small_and_valid() -> None:
    body = body_of(endpoint_at(SILENT), "header/decompression")
    assert len(body) < 150_000
    reader, size = zlib.decompressobj(wbits=31), 0
    while not reader.eof:
        size += len(reader.decompress(body, 2**20))
        body = reader.unconsumed_tail
    assert size == BOMB
