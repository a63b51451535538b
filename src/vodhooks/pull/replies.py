"""Parses the replies of the vendor's API into events with their handles, or into an error.

A reply is checked against its contract without its events: each event is validated by itself, as if
it had been pushed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import orjson

from vodhooks.decoding import decode
from vodhooks.errors import NotJson, PullingError, PullingFault
from vodhooks.pointers import ABSENT, JsonValue, resolve
from vodhooks.validation import validator

NO_EVENT = "ResourceNotFound"
"""The error code that means that the queue is empty."""

MESSAGE = "tencent.vod.pull_events"

_HANDLE = "EventHandle"
_KNOWN = frozenset({b"Error", b"EventSet", b"RequestId"})
"""Members of a reply that say how the call ended. JSON errors in other members do not matter."""

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
"""Kinds of the vendor's common error codes, and of those of its SDK, by the whole code or its first
part."""

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.]{0,79}")
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)
"""A string, closed or not, or a separator. Without backtracking, since the text may not be JSON."""

_MEMBER = re.compile(rb'"([^"\\]*)"\s*:\s*(.*)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class PulledEvent:
    """An event of a reply.

    Attributes:
        body: the body of the push that it replaces: its JSON text without the handle.
        handle: confirms it; None where the reply has no usable handle.
    """

    body: bytes
    handle: str | None


def parse_events(reply: bytes) -> tuple[PulledEvent, ...]:
    """Return the events of a reply to PullEvents.

    Raises:
        PullingError: the reply breaks the contract, or reports an error; an empty queue may be one,
            `NO_EVENT`.
    """
    try:
        value = decode(reply)
    except NotJson:
        value = None
    if value is None:
        return _salvage(reply)
    response = _response(value)
    found = response.get("EventSet")
    if not isinstance(found, list):
        _check(response)
        return ()
    _check({**response, "EventSet": []})
    return tuple(_pulled_event(event) for event in found)


def check_confirmation(reply: bytes) -> None:
    """Return if a reply to ConfirmEvents reports success.

    It has the form of a reply to PullEvents without events.

    Raises:
        PullingError: the reply has another form, or reports an error.
    """
    try:
        value = decode(reply)
    except NotJson:
        raise PullingError("broken") from None
    response = _response(value)
    if "RequestId" not in response:  # which is all that a success says
        raise PullingError("broken")
    _check({**response, "EventSet": []})


def api_error(code: object) -> PullingError:
    """Return the error for a code of the vendor or of its SDK.

    Text that does not have the form of a code is not repeated.
    """
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        return PullingError("refused")
    return PullingError(_FAULTS.get(code) or _FAULTS.get(code.partition(".")[0]) or "refused", code)


def _response(reply: JsonValue) -> dict[str, Any]:
    response = reply.get("Response") if isinstance(reply, dict) else None
    if isinstance(response, dict):
        return response
    raise PullingError("broken")


def _check(response: JsonValue) -> None:
    if not validator(MESSAGE).accepts({"Response": response}):
        raise PullingError("broken")
    code = resolve(response, ("Error", "Code"))
    if code is not ABSENT:
        raise api_error(code)


def _pulled_event(event: JsonValue) -> PulledEvent:
    if not isinstance(event, dict):
        return PulledEvent(orjson.dumps(event), None)
    handle = event.pop(_HANDLE, None)
    return PulledEvent(orjson.dumps(event), _usable_handle(handle))


def _usable_handle(handle: object) -> str | None:
    return handle if isinstance(handle, str) and handle else None


def _salvage(reply: bytes) -> tuple[PulledEvent, ...]:
    """Return the events of a reply that is not JSON as a whole.

    One broken event must not hold up the others.

    Vendors are known to cut strings within a character.
    """
    outer = [_member(part) for part in _parts(reply)]
    response = b"".join(value for name, value in outer if name == b"Response")
    members = [_member(part) for part in _parts(response)]
    found = [value for name, value in members if name == b"EventSet"]
    known = [
        (name, b"[]" if name == b"EventSet" else value) for name, value in members if name in _KNOWN
    ]
    rest = b",".join(b'"%b":%b' % member for member in known)
    try:
        _check(decode(b"{%b}" % rest))
    except NotJson:
        raise PullingError("broken") from None
    return tuple(_salvage_event(part) for value in found for part in _parts(value))


def _salvage_event(text: bytes) -> PulledEvent:
    members = [(*_member(part), part) for part in _parts(text)] if text.startswith(b"{") else []
    handles = [value for name, value, _ in members if name == _HANDLE.encode()]
    if not handles:
        return PulledEvent(text, None)
    body = b"{%b}" % b",".join(part for name, _, part in members if name != _HANDLE.encode())
    try:
        return PulledEvent(body, _usable_handle(decode(handles[-1])))
    except NotJson:
        return PulledEvent(body, None)


def _member(text: bytes) -> tuple[bytes, bytes]:
    """Return the name and the value of a member, as they are written."""
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
