"""What goes back to a client: the vendor's envelope around results and errors, and what faults make of an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from gzip import compress
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import orjson

from vodhooks.testing.tencent.errors import ApiError
from vodhooks.testing.tencent.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BLANKS", "Answer", "Then", "befall", "failure", "result", "spoiled"]

AN_HOUR = 3600.0

BLANKS = b" " * 2**16

_HTML = b"<html>\r\n<head><title>%b</title></head>\r\n<body>\r\n<center><h1>%b</h1></center>\r\n</body>\r\n</html>\r\n"
_PAGES: dict[Fault | None, tuple[int, bytes]] = {
    Fault.SERVER_ERROR: (500, b"500 Internal Server Error"),
    Fault.BAD_GATEWAY: (502, b"502 Bad Gateway"),
}
_ERRORS: dict[Fault | None, ApiError] = {
    Fault.THROTTLED: ApiError("RequestLimitExceeded", "Your request rate is above its limit."),
    Fault.INTERNAL_ERROR: ApiError("InternalError", "An internal error has occurred. Retry your request."),
    Fault.CLOCK: ApiError("AuthFailure.SignatureExpire", "The signature is expired: X-TC-Timestamp is off by over five minutes."),
}


class Then(StrEnum):
    """How an answer goes on that does not end where it should."""

    CUT = "cut"
    """The connection is cut."""
    SILENCE = "silence"
    """Nothing more comes."""
    BLANKS = "blanks"
    """Blanks come, for as long as somebody reads them."""
    BYTES = "bytes"
    """The body itself comes, byte by byte."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it goes over the wire.

    Attributes:
        body: what is sent.
        note: what it says, in a word or two for the log.
        status: the HTTP status, or 0 where the connection is cut without an answer.
        content_type: the vendor's SDK recognises errors under exactly `application/json`.
        encoding: the Content-Encoding, where there is one.
        missing: how much shorter the body is than its Content-Length, in bytes.
        then: what comes after the body: a cut, where some of it is missing, or something else than the end.
        ahead: how far the Date header lies in the future, in seconds.
    """

    body: bytes
    note: str
    status: int = 200
    content_type: bytes = b"application/json"
    encoding: bytes = b""
    missing: int = 0
    then: Then = Then.CUT
    ahead: float = 0.0


def result(note: str, **members: Any) -> Answer:
    """Return the answer to a call that succeeded."""
    return Answer(orjson.dumps({"Response": {**members, "RequestId": str(uuid4())}}), note)


def failure(error: ApiError) -> Answer:
    """Return the answer to a call that failed: HTTP 200 as well."""
    return result(error.code, Error={"Code": error.code, "Message": error.message})


def befall(fault: Fault | None) -> Answer | None:
    """Return what comes in place of what was asked for, or None where the fault is none that does so."""
    if fault in _ERRORS:
        return replace(failure(_ERRORS[fault]), ahead=AN_HOUR if fault is Fault.CLOCK else 0.0)
    if fault in _PAGES:
        status, title = _PAGES[fault]
        return Answer(_HTML % (title, title), title.decode(), status, b"text/html")
    return Answer(b"", "no answer", 0) if fault is Fault.LOST_REQUEST else None


def spoiled(answer: Answer, fault: Fault | None) -> Answer:
    """Return what becomes of an answer."""
    return _SPOILED[fault](answer) if fault in _SPOILED else answer


def _halved(answer: Answer) -> Answer:
    half = len(answer.body) // 2
    return replace(answer, body=answer.body[:half], missing=len(answer.body) - half)


_SPOILED: dict[Fault | None, Callable[[Answer], Answer]] = {
    Fault.LOST_ANSWER: lambda answer: replace(answer, status=0),
    Fault.TRUNCATED: _halved,
    Fault.BROKEN_JSON: lambda answer: replace(_halved(answer), missing=0),
    Fault.CONTENT_TYPE: lambda answer: replace(answer, content_type=b"application/json; charset=utf-8"),
    Fault.SLOW_BYTES: lambda answer: replace(answer, then=Then.BYTES),
    Fault.HALF_SILENT: lambda answer: replace(_halved(answer), then=Then.SILENCE),
    Fault.ENDLESS: lambda answer: replace(answer, then=Then.BLANKS),
    # A file of gzip may have several parts.
    Fault.GZIP_BOMB: lambda answer: replace(answer, body=compress(answer.body) + compress(BLANKS) * 2**14, encoding=b"gzip"),
}
