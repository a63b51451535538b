"""What is delivered: requests to a callback URL, and their bytes on the wire."""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass, field
from string import punctuation
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from vodhooks.errors import SendingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vodhooks.pointers import JsonValue, Path

__all__ = ["MEDIA_TYPE", "Request", "RequestBatch", "callback_url", "head", "to_bytes"]

MEDIA_TYPE = "application/json"
"""What is sent where the vendor documents no media type."""

_CONTROL = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class Request:
    """A request to a callback URL.

    Attributes:
        url: the callback URL; not shown, as it may hold a token.
        headers: the headers beside those that every HTTP client sends.
        body: the bytes of the body.
        method: the HTTP method; vendors use no other than POST.
    """

    url: str = field(repr=False)
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class RequestBatch:
    """Deliveries over HTTP, one after the other or all at once.

    Attributes:
        requests: the deliveries.
        together: whether they are sent at once.
        stored: how many events there may be more in the receiver's store when all is done, at least and at most; None
            where the number says nothing.
        awaited: how many of them to wait for, where that is more than the least.
        then: what is delivered when these have been answered, or None.
        pause: how long to wait before these are delivered, in seconds; only of one that comes behind another.
        values: by their places, values that the newest event in the receiver's store has when all is done.
        has_control: whether the first is a control: where it is not taken, the others tell nothing.
        fetched: waits a little and returns the places of the URLs in the payloads that somebody has asked for; None:
            none of them tells.
    """

    requests: tuple[Request, ...]
    together: bool = False
    stored: tuple[int, int] | None = None
    awaited: int = 0
    then: RequestBatch | None = None
    pause: float = 0.0
    values: Mapping[Path, JsonValue] = field(default_factory=dict, repr=False)
    has_control: bool = False
    fetched: Callable[[], Sequence[str]] | None = field(default=None, repr=False)

    @property
    def every_request(self) -> tuple[Request, ...]:
        """All deliveries in their order, those that come then among them."""
        return self.requests + (self.then.every_request if self.then else ())


def callback_url(to: str, path: str, token: str | None = None) -> str:
    """Return the URL to deliver to: with `path` where `to` has none, and with the token unless its query has one.

    Raises:
        SendingError: `to` is no absolute HTTP URL.
    """
    parts = split_url(to)
    query = parts.query
    if token is not None and not any(
        item.partition("=")[0] == "token" for item in query.split("&")
    ):
        query = "&".join(filter(None, (query, f"token={quote(token, safe='')}")))
    return parts._replace(path=parts.path or path, query=query, fragment="").geturl()


def split_url(url: str) -> SplitResult:
    """Return the parts of an absolute HTTP URL.

    Raises:
        SendingError: it is no absolute HTTP URL.
    """
    with suppress(ValueError):
        parts = urlsplit(url)
        is_http = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        if is_http and not _CONTROL.search(url):
            return parts
    raise SendingError("the URL to send to is not of the form http://host:port/path")


def head(request: Request, *framing: str) -> bytes:
    """Return the head of a request, with other lines in place of Content-Length."""
    return head_of(request.method, request.url, request.headers, *framing)


def to_bytes(request: Request, *, absolute: bool = False) -> bytes:
    """Return a request as it goes over the wire.

    Args:
        request: the request.
        absolute: whether it asks for the whole URL, as a proxy wants it, or for its path.

    Raises:
        SendingError: its URL is no absolute HTTP URL.
    """
    length = f"content-length: {len(request.body)}"
    start = head_of(request.method, request.url, request.headers, length, absolute=absolute)
    return start + request.body


def head_of(
    method: str, url: str, headers: Mapping[str, str], *framing: str, absolute: bool = False
) -> bytes:
    """Return the head of a request; userinfo in the URL becomes basic authentication.

    Raises:
        SendingError: the URL is no absolute HTTP URL.
    """
    parts = split_url(url)
    userinfo, _, host = parts.netloc.rpartition("@")
    host = host if host.isascii() else host.encode("idna").decode()
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    if not target.isascii():
        target = quote(target, safe=punctuation)
    lines = [
        f"{method} {f'{parts.scheme}://{host}' if absolute else ''}{target} HTTP/1.1",
        f"host: {headers.get('host', host)}",
    ]
    if userinfo and "authorization" not in headers:
        lines.append(f"authorization: {basic(userinfo)}")
    lines += [f"{name}: {value}" for name, value in headers.items() if name != "host"]
    return "\r\n".join([*lines, *framing, "\r\n"]).encode("latin-1")


def basic(userinfo: str) -> str:
    """Return basic authentication, RFC 7617, with the userinfo of a URL."""
    user, _, password = userinfo.partition(":")
    return f"Basic {b64encode(unquote_to_bytes(user) + b':' + unquote_to_bytes(password)).decode()}"
