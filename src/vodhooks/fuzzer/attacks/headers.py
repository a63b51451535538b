"""Attacks with headers: media types, encodings of the body, and what else HTTP allows around a valid delivery."""

from __future__ import annotations

import gzip
import struct
import zlib
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from vodhooks.fuzzer.attacks.cases import case, valid_body
from vodhooks.vendor.requests import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]

BOMB = 100 * 2**20
"""Size of a body before it was compressed, in bytes."""


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
    "forwarded": {
        "x_forwarded_for": "203.0.113.7, unknown",
        "forwarded": "for=_hidden;proto=https",
    },
    "expect": {"expect": "100-continue"},
    "close": {"connection": "close"},
}
_FORWARDED: Mapping[str, Mapping[str, str]] = {
    "address": {"x_forwarded_for": "127.0.0.1"},
    "addresses": {"x_forwarded_for": "127.0.0.1, 127.0.0.1"},
    "forwarded": {"forwarded": "for=127.0.0.1;host=localhost;proto=https"},
    "real-address": {"x_real_ip": "127.0.0.1"},
    "client-address": dict.fromkeys(
        ("x_client_ip", "client_ip", "true_client_ip", "cf_connecting_ip"), "127.0.0.1"
    ),
    "host": {"x_forwarded_host": "localhost", "x_forwarded_proto": "https"},
    "original-address": {"x_original_url": "/", "x_rewrite_url": "/"},
    "user": {"x_forwarded_user": "admin", "x_remote_user": "admin", "remote_user": "admin"},
    "certificate": {"x_client_verify": "SUCCESS", "x_ssl_client_verify": "SUCCESS"},
    "local-referrer": {"origin": "http://localhost", "referer": "http://localhost/"},
}
"""What proxies say of the client that they forward. Anybody can send it."""

_METHODS = ("GET", "PUT")

_ODD: Mapping[str, Mapping[str, str]] = {
    "long": {"x_unknown": "x" * 60_000},
    "many": {f"x-unknown-{number}": "x" for number in range(500)},
    "latin-1": {"x_unknown": "\u00e4\u00ff"},
    "override": {"x_http_method_override": "DELETE"},
    "language": {"accept_language": "x" * 2_000},
    "if-none-match": {"if_none_match": "*"},
    "range": {"content_range": "bytes 0-0/1"},
}


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    channel = endpoint.channel
    usual = channel.media_type or MEDIA_TYPE
    spelled = {
        "capitals": usual.upper(),
        **{name: pattern.format(usual) for name, pattern in _SPELLINGS.items()},
    }
    types = [
        ("header/media-type" if channel.media_type else "header/any-media-type", spelled),
        (
            "header/other-media-type" if channel.media_type else "header/any-media-type",
            _MEDIA_TYPES,
        ),
        ("header/odd", _ODD_MEDIA_TYPES),
    ]
    for check, values in types:
        for detail, value in values.items():
            yield case(channel, check, detail, partial(_headed, headers={"content_type": value}))
    for check, several in (("header/usual", _USUAL), ("header/odd", _ODD)):
        for detail, headers in several.items():
            yield case(channel, check, detail, partial(_headed, headers=headers))
    if endpoint.unauthenticated is not None:
        for detail, headers in _FORWARDED.items():
            attack = partial(_unauthenticated, headers=headers)
            yield case(channel, "header/forwarded", detail, attack)
    for method in _METHODS:
        yield case(channel, "header/method", method.lower(), partial(_by_method, method=method))
    for detail, (coding, encode) in _ENCODED.items():
        yield case(
            channel,
            "header/content-encoding",
            detail,
            partial(_encoded, coding=coding, encode=encode),
        )
    yield case(
        channel,
        "header/decompression",
        "",
        lambda endpoint: endpoint.request(_bomb(), content_encoding="gzip"),
    )


def _headed(endpoint: Endpoint, headers: Mapping[str, str]) -> Request:
    return endpoint.request(valid_body(endpoint), **headers)


def _unauthenticated(endpoint: Endpoint, headers: Mapping[str, str]) -> Request:
    return _headed(endpoint.unauthenticated or endpoint, headers)


def _by_method(endpoint: Endpoint, method: str) -> Request:
    return replace(endpoint.delivery(), method=method)


def _encoded(endpoint: Endpoint, coding: str, encode: Callable[[bytes], bytes]) -> Request:
    return endpoint.request(encode(valid_body(endpoint)), content_encoding=coding)


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
    return (
        b"\x1f\x8b\x08"
        + bytes(7)
        + part * (BOMB // len(chunk))
        + compressor.flush()
        + struct.pack("<LL", total, BOMB)
    )
