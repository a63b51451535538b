"""Attacks with headers: media types, encodings of the body, and what else HTTP allows around a valid delivery."""

from __future__ import annotations

import gzip
import struct
import zlib
from functools import cache, partial
from typing import TYPE_CHECKING

from vodhooks.fuzzing.attacks.making import case, written
from vodhooks.fuzzing.cases import Expectation, Family
from vodhooks.sending.drafts import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case
    from vodhooks.sending.requests import Request

__all__ = ["cases"]

BOMB = 100 * 2**20
"""Size of a body before it was compressed, in bytes."""

SPELLED = Family(
    "header/media-type",
    Expectation.ACCEPT,
    "the media type that the vendor documents, spelled in another way",
    "Media types are the same in upper and lower case, and may have parameters; HTTP libraries add them between releases.",
    "contract/sample",
)
UNDOCUMENTED = Family(
    "header/any-media-type",
    Expectation.ACCEPT,
    "some media type, or none",
    "The vendor documents no media type, so that nobody knows which one it will send.",
    "contract/sample",
)
OTHER = Family(
    "header/other-media-type",
    Expectation.SURVIVE,
    "a media type that is not the one that the vendor documents",
    "The receiver may refuse it or read the body all the same, but not fall over it.",
)
COMPRESSED = Family(
    "header/content-encoding",
    Expectation.SURVIVE,
    "a body that is compressed, or is said to be",
    "No vendor here compresses. The receiver may decompress it or refuse it, but not fall over it.",
)
EXPLODING = Family(
    "header/decompression",
    Expectation.SURVIVE,
    f"a small body that decompresses to {BOMB // 2**20} MB",
    "Whoever decompresses without a bound runs out of memory, and takes the process along.",
    may_close=True,
)
PLAIN = Family(
    "header/usual",
    Expectation.ACCEPT,
    "headers that HTTP clients send by themselves",
    "Which headers its HTTP library sends is not the vendor's choice; none of these says anything about the event.",
    "contract/sample",
)
ODD = Family(
    "header/odd",
    Expectation.SURVIVE,
    "headers that are long, many or strange",
    "The receiver may refuse them or take no notice, but not fall over them.",
    may_close=True,
)

_SPELLINGS = {
    "charset": "{}; charset=utf-8",
    "charset-without-blank": "{};charset=UTF-8",
    "charset-quoted": '{}; charset="utf-8"',
    "blanks": "{}  ;  charset=utf-8",
    "unknown-parameter": "{}; version=2",
}
_MEDIA_TYPES = {
    "none": "",
    "text": "text/plain",
    "text-with-charset": "text/plain; charset=utf-8",
    "markup": "text/html",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data; boundary=x",
    "multipart-without-boundary": "multipart/form-data",
    "binary": "application/octet-stream",
    "any": "*/*",
    "json-suffix": "application/vnd.vendor+json",
    "text-json": "text/json",
}
_ODD_MEDIA_TYPES = {
    "media-type-other-charset": f"{MEDIA_TYPE}; charset=utf-16",
    "media-type-unknown-charset": f"{MEDIA_TYPE}; charset=unknown",
    "media-type-two": f"{MEDIA_TYPE}, text/plain",
    "media-type-no-type": "json",
    "media-type-slash": "/",
    "media-type-semicolon": ";",
    "media-type-no-ascii": "application/j\u00e4son",
    "media-type-long": f"{MEDIA_TYPE}; a={'x' * 4_000}",
}
_USUAL: Mapping[str, Mapping[str, str]] = {
    "accept-anything": {"accept": "*/*"},
    "accept-markup": {"accept": "text/html, image/gif, *; q=.2"},
    "accept-other-charset": {"accept_charset": "utf-16", "accept_language": "zh-CN"},
    "accept-compressed": {"accept_encoding": "gzip, deflate, br"},
    "identity": {"content_encoding": "identity"},
    "no-user-agent": {"user_agent": ""},
    "other-user-agent": {"user_agent": "Java/1.8.0_392"},
    "cookie": {"cookie": "session=1"},
    "forwarded": {"x_forwarded_for": "203.0.113.7, unknown", "forwarded": "for=_hidden;proto=https"},
    "expect": {"expect": "100-continue"},
    "close": {"connection": "close"},
}
_ODD: Mapping[str, Mapping[str, str]] = {
    "long": {"x_unknown": "x" * 60_000},
    "many": {f"x-unknown-{number}": "x" for number in range(500)},
    "latin-1": {"x_unknown": "\u00e4\u00ff"},
    "override": {"x_http_method_override": "DELETE"},
    "language": {"accept_language": "x" * 2_000},
    "if-none-match": {"if_none_match": "*"},
    "range": {"content_range": "bytes 0-0/1"},
}


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    channel = aim.channel
    usual = channel.media_type or MEDIA_TYPE
    spelled = {"capitals": usual.upper(), **{name: pattern.format(usual) for name, pattern in _SPELLINGS.items()}}
    types = [
        (SPELLED if channel.media_type else UNDOCUMENTED, spelled),
        (OTHER if channel.media_type else UNDOCUMENTED, _MEDIA_TYPES),
        (ODD, _ODD_MEDIA_TYPES),
    ]
    for family, values in types:
        for detail, value in values.items():
            yield case(channel, family, detail, partial(_headed, headers={"content_type": value}))
    for family, several in ((PLAIN, _USUAL), (ODD, _ODD)):
        for detail, headers in several.items():
            yield case(channel, family, detail, partial(_headed, headers=headers))
    for detail, (coding, encode) in _ENCODED.items():
        yield case(channel, COMPRESSED, detail, partial(_encoded, coding=coding, encode=encode))
    yield case(channel, EXPLODING, "", lambda aim: aim.request(_bomb(), content_encoding="gzip"))


def _headed(aim: Aim, headers: Mapping[str, str]) -> Request:
    return aim.request(written(aim), **headers)


def _encoded(aim: Aim, coding: str, encode: Callable[[bytes], bytes]) -> Request:
    return aim.request(encode(written(aim)), content_encoding=coding)


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


_ENCODED: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", _gzip),
    "gzip-capitals": ("GZIP", _gzip),
    "gzip-twice": ("gzip, gzip", lambda body: _gzip(_gzip(body))),
    "gzip-cut": ("gzip", lambda body: _gzip(body)[:-9]),
    "gzip-wrong-sum": ("gzip", lambda body: _gzip(body)[:-8] + bytes(8)),
    "gzip-that-is-none": ("gzip", lambda body: body),
    "deflate": ("deflate", zlib.compress),
    "br-that-is-none": ("br", lambda body: body),
    "unknown": ("unknown", lambda body: body),
}


@cache
def _bomb() -> bytes:
    """Compress blanks: 1 MB of them, and what came of it many times over."""
    chunk = b" " * 2**20
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    part = compressor.compress(chunk) + compressor.flush(zlib.Z_FULL_FLUSH)
    total = 0
    for _ in range(BOMB // len(chunk)):
        total = zlib.crc32(chunk, total)
    return b"\x1f\x8b\x08" + bytes(7) + part * (BOMB // len(chunk)) + compressor.flush() + struct.pack("<LL", total, BOMB)
