"""What goes back to a client: the vendor's envelope around results and errors, and what faults make of an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import orjson

from vodhooks.testing.tencent.errors import ApiError
from vodhooks.testing.tencent.faults import Fault

__all__ = ["Answer", "befall", "failure", "result", "spoiled"]

AN_HOUR = 3600.0

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


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it goes over the wire.

    Attributes:
        body: what is sent.
        note: what it says, in a word or two for the log.
        status: the HTTP status, or 0 where the connection is cut without an answer.
        content_type: the vendor's SDK recognises errors under exactly `application/json`.
        missing: how much shorter the body is than its Content-Length, in bytes; then the connection is cut.
        ahead: how far the Date header lies in the future, in seconds.
    """

    body: bytes
    note: str
    status: int = 200
    content_type: bytes = b"application/json"
    missing: int = 0
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
    half = len(answer.body) // 2
    match fault:
        case Fault.LOST_ANSWER:
            return replace(answer, status=0)
        case Fault.TRUNCATED:
            return replace(answer, body=answer.body[:half], missing=len(answer.body) - half)
        case Fault.BROKEN_JSON:
            return replace(answer, body=answer.body[:half])
        case Fault.CONTENT_TYPE:
            return replace(answer, content_type=b"application/json; charset=utf-8")
        case _:
            return answer
