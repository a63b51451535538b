"""Takes the replies of the vendor's API apart: into events with their handles, or into the failure that they report.

A reply is judged by its contract, but without its events: each of them is judged by itself, as if it had been pushed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.decoding import decode
from vodhooks.errors import NotJson, PullingError
from vodhooks.pointers import ABSENT, resolve
from vodhooks.validation import validator

if TYPE_CHECKING:
    from vodhooks.errors import PullingFault
    from vodhooks.pointers import JsonValue

__all__ = ["NO_EVENT", "Pulled", "acknowledged", "events", "failure"]

NO_EVENT = "ResourceNotFound"
"""The code of the failure that says no more than that the queue is empty."""

MESSAGE = "tencent.vod.pull_events"

_HANDLE = "EventHandle"
_KNOWN = frozenset({b"Error", b"EventSet", b"RequestId"})
"""Members of a reply that say how the call has ended; what is not JSON in any other is not to blame for it."""

_FAULTS: dict[str, PullingFault] = {
    "AuthFailure": "credentials",
    "AuthFailure.SignatureExpire": "clock",
    "ClientNetworkError": "unavailable",
    "FailedOperation": "unavailable",
    "InternalError": "unavailable",
    "RequestLimitExceeded": "throttled",
    "ResourceInsufficient": "unavailable",
    "ResourceUnavailable": "unavailable",
    "ServerNetworkError": "unavailable",
    "ServiceUnavailable": "unavailable",
    "UnauthorizedOperation": "credentials",
}
"""What the vendor's common error codes mean, and those that its SDK makes up, by the whole code or its first part."""

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.]{0,79}")
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)
"""A string, closed or not, or what separates values; without any backtracking, since it meets what is not JSON."""

_MEMBER = re.compile(rb'"([^"\\]*)"\s*:\s*(.*)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pulled:
    """An event of a reply.

    Attributes:
        body: what would have been pushed: its JSON text without the handle.
        handle: what confirms it; None where the reply has nothing that could.
    """

    body: bytes
    handle: str | None


def events(reply: bytes) -> tuple[Pulled, ...]:
    """Return the events of a reply to PullEvents.

    Raises:
        PullingError: the reply breaks the contract, or reports a failure; an empty queue may be one, `NO_EVENT`.
    """
    try:
        value = decode(reply)
    except NotJson:
        value = None
    if value is None:
        return _salvaged(reply)
    response = _response(value)
    found = response.get("EventSet")
    if not isinstance(found, list):
        _judge(response)
        return ()
    _judge({**response, "EventSet": []})
    return tuple(_pulled(event) for event in found)


def acknowledged(reply: bytes) -> None:
    """Return if a reply to ConfirmEvents says that it has worked. It has the form of one to PullEvents, without events.

    Raises:
        PullingError: the reply has another form, or reports a failure.
    """
    try:
        value = decode(reply)
    except NotJson:
        raise PullingError("broken") from None
    response = _response(value)
    if "RequestId" not in response:  # which is all that a success says
        raise PullingError("broken")
    _judge({**response, "EventSet": []})


def failure(code: object) -> PullingError:
    """Return what a code of the vendor's, or of its SDK's, stands for; what has not the form of a code is not repeated."""
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        return PullingError("refused")
    return PullingError(_FAULTS.get(code) or _FAULTS.get(code.partition(".")[0]) or "refused", code)


def _response(reply: JsonValue) -> dict[str, Any]:
    response = reply.get("Response") if isinstance(reply, dict) else None
    if isinstance(response, dict):
        return response
    raise PullingError("broken")


def _judge(response: JsonValue) -> None:
    if not validator(MESSAGE).accepts({"Response": response}):
        raise PullingError("broken")
    code = resolve(response, ("Error", "Code"))
    if code is not ABSENT:
        raise failure(code)


def _pulled(event: JsonValue) -> Pulled:
    if not isinstance(event, dict):
        return Pulled(orjson.dumps(event), None)
    handle = event.pop(_HANDLE, None)
    return Pulled(orjson.dumps(event), _usable(handle))


def _usable(handle: object) -> str | None:
    return handle if isinstance(handle, str) and handle else None


def _salvaged(reply: bytes) -> tuple[Pulled, ...]:
    """Take apart a reply that is not JSON as a whole, so that an event which is to blame does not hold up the others.

    Strings that were cut within a character are what vendors are known for.
    """
    outer = [_member(part) for part in _parts(reply)]
    response = b"".join(value for name, value in outer if name == b"Response")
    members = [_member(part) for part in _parts(response)]
    found = [value for name, value in members if name == b"EventSet"]
    known = [(name, b"[]" if name == b"EventSet" else value) for name, value in members if name in _KNOWN]
    rest = b",".join(b'"%b":%b' % member for member in known)
    try:
        _judge(decode(b"{%b}" % rest))
    except NotJson:
        raise PullingError("broken") from None
    return tuple(_salvaged_event(part) for value in found for part in _parts(value))


def _salvaged_event(text: bytes) -> Pulled:
    parts = _parts(text) if text.startswith(b"{") else []
    handles = [part for part in parts if _member(part)[0] == _HANDLE.encode()]
    if not handles:
        return Pulled(text, None)
    body = b"{%b}" % b",".join(part for part in parts if part not in handles)
    try:
        return Pulled(body, _usable(decode(_member(handles[-1])[1])))
    except NotJson:
        return Pulled(body, None)


def _member(text: bytes) -> tuple[bytes, bytes]:
    """Return a member's name and its value, as they are written."""
    found = _MEMBER.fullmatch(text)
    if found is None:
        return b"", text
    return found[1], found[2]


def _parts(text: bytes) -> list[bytes]:
    """Return the members of an object or the elements of an array, as they are written.

    Raises:
        PullingError: it does not end.
    """
    parts: list[bytes] = []
    depth = start = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in {b"{", b"["}:
            depth += 1
            start = token.end() if depth == 1 else start
        elif mark in {b"}", b"]"}:
            depth -= 1
            if depth <= 0:
                parts.append(text[start : token.start()].strip())
                return [part for part in parts if part]
        elif mark == b"," and depth == 1:
            parts.append(text[start : token.start()].strip())
            start = token.end()
    raise PullingError("broken")
