"""Responses: the vendor's envelope around results and errors, and how faults change a response."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from gzip import compress
from typing import Any
from uuid import uuid4

import orjson

from vodhooks.testing.tencent.faults import Fault
from vodhooks.testing.tencent.requests import ApiError

AN_HOUR = 3600.0

BLANKS = b" " * 2**16

_HTML = b"<html>\r\n<head><title>%b</title></head>\r\n<body>\r\n<center><h1>%b</h1></center>\r\n</body>\r\n</html>\r\n"
_PAGES: dict[Fault | None, tuple[int, bytes]] = {
    Fault.SERVER_ERROR: (500, b"500 Internal Server Error"),
    Fault.BAD_GATEWAY: (502, b"502 Bad Gateway"),
}
_ERRORS: dict[Fault | None, ApiError] = {
    Fault.THROTTLED: ApiError("RequestLimitExceeded", "Your request rate is above its limit."),
    Fault.INTERNAL_ERROR: ApiError(
        "InternalError", "An internal error has occurred. Retry your request."
    ),
    Fault.CLOCK: ApiError(
        "AuthFailure.SignatureExpire",
        "The signature is expired: X-TC-Timestamp is off by over five minutes.",
    ),
}


class Ending(StrEnum):
    """How a response goes on that does not end where it should."""

    CUT = "cut"
    """The connection is cut."""
    SILENCE = "silence"
    """Nothing more is sent."""
    BLANKS = "blanks"
    """Blanks follow until the client closes the connection."""
    BYTES = "bytes"
    """The body is sent byte by byte."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response as it is sent.

    Attributes:
        body: what is sent.
        note: its content in a word or two, for the log.
        status: the HTTP status, or 0 where the connection is cut without a response.
        content_type: the vendor's SDK recognises errors under exactly `application/json`.
        encoding: the Content-Encoding, where there is one.
        missing: how much shorter the body is than its Content-Length, in bytes.
        ending: what follows the body: a cut where some of it is missing, or something else.
        ahead: how far the Date header lies in the future, in seconds.
    """

    body: bytes
    note: str
    status: int = 200
    content_type: bytes = b"application/json"
    encoding: bytes = b""
    missing: int = 0
    ending: Ending = Ending.CUT
    ahead: float = 0.0


def result(note: str, **members: Any) -> Response:
    """Return the response to a successful call."""
    return Response(orjson.dumps({"Response": {**members, "RequestId": str(uuid4())}}), note)


def failure(error: ApiError) -> Response:
    """Return the response to a failed call: HTTP 200 as well."""
    return result(error.code, Error={"Code": error.code, "Message": error.message})


def fault_response(fault: Fault | None) -> Response | None:
    """Return the response that a fault puts in place of the result, or None for other faults."""
    if fault in _ERRORS:
        return replace(failure(_ERRORS[fault]), ahead=AN_HOUR if fault is Fault.CLOCK else 0.0)
    if fault in _PAGES:
        status, title = _PAGES[fault]
        return Response(_HTML % (title, title), title.decode(), status, b"text/html")
    return Response(b"", "no answer", 0) if fault is Fault.LOST_REQUEST else None


def corrupt(response: Response, fault: Fault | None) -> Response:
    """Return a response as a fault changes it."""
    return _CORRUPTIONS[fault](response) if fault in _CORRUPTIONS else response


def _halve(response: Response) -> Response:
    half = len(response.body) // 2
    return replace(response, body=response.body[:half], missing=len(response.body) - half)


_CORRUPTIONS: dict[Fault | None, Callable[[Response], Response]] = {
    Fault.LOST_ANSWER: lambda response: replace(response, status=0),
    Fault.TRUNCATED: _halve,
    Fault.BROKEN_JSON: lambda response: replace(_halve(response), missing=0),
    Fault.CONTENT_TYPE: lambda response: replace(
        response, content_type=b"application/json; charset=utf-8"
    ),
    Fault.SLOW_BYTES: lambda response: replace(response, ending=Ending.BYTES),
    Fault.HALF_SILENT: lambda response: replace(_halve(response), ending=Ending.SILENCE),
    Fault.ENDLESS: lambda response: replace(response, ending=Ending.BLANKS),
    # A file of gzip may have several parts.
    Fault.GZIP_BOMB: lambda response: replace(
        response, body=compress(response.body) + compress(BLANKS) * 2**14, encoding=b"gzip"
    ),
}
