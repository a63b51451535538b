"""Requests as the vendor's API accepts them: signed with TC3-HMAC-SHA256, with known parameters.

Source: "Signature v3" of the vendor's API 3.0. The SDK signs; this checks, and accepts only what
the page allows.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, ClassVar, TypeAlias

from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.testing.tencent.queue import BATCH

SERVICE = "vod"
VERSION = "2018-07-17"

_COMMON = {"ExtInfo": str, "SubAppId": int}
_PARAMETERS: dict[str, dict[str, type]] = {
    "PullEvents": _COMMON,
    "ConfirmEvents": {**_COMMON, "EventHandles": list},
}
_TYPES = {str: "a string", int: "an integer", list: "an array of strings"}

TOLERANCE = 300
"""How far a request's timestamp may be off, in seconds; documented."""

ALGORITHM = "TC3-HMAC-SHA256"
UNSIGNED = "UNSIGNED-PAYLOAD"
"""A value of the header X-TC-Content-SHA256: this text was signed in place of the body."""

_AUTHORIZATION = re.compile(
    rf"{ALGORITHM} Credential=(?P<id>[^/,\s]+)/(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})/(?P<service>[a-z0-9]+)/tc3_request, ?"
    r"SignedHeaders=(?P<signed>[a-z0-9-]+(?:;[a-z0-9-]+)*), ?Signature=(?P<signature>[0-9a-f]{64})"
)
_TIMESTAMP = re.compile(r"[0-9]{1,10}")


class ApiError(Exception):
    """A call is refused. It leaves the stand-in as the error in a response.

    Attributes:
        code: the vendor's error code.
        message: explanation for people.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request: what its signature covers, and the signature.

    Attributes:
        method: as "POST".
        path: as it stands in the request line.
        query: what follows the question mark, or nothing.
        headers: by names in lower case.
        body: as it arrived.
    """

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


def authenticate(
    request: SignedRequest, secrets: Mapping[str, str], service: str, now: float
) -> None:
    """Return if a request was signed with a known secret, for this service, at about this time.

    Args:
        request: the request.
        secrets: SecretKey by SecretId.
        service: the service's short name, as "vod".
        now: seconds since the Unix epoch.

    Raises:
        ApiError: it was not; the code is one of the vendor's AuthFailure codes.
    """
    found = _AUTHORIZATION.fullmatch(request.headers.get("authorization", ""))
    if not found:
        raise ApiError(
            "AuthFailure.InvalidAuthorization", "The Authorization header is missing or malformed."
        )
    timestamp = request.headers.get("x-tc-timestamp", "")
    if not _TIMESTAMP.fullmatch(timestamp):
        raise ApiError("MissingParameter", "X-TC-Timestamp is missing or no number of seconds.")
    secret = secrets.get(found["id"])
    if secret is None:
        raise ApiError("AuthFailure.SecretIdNotFound", "The SecretId is not found.")
    if abs(now - int(timestamp)) > TOLERANCE:
        raise ApiError(
            "AuthFailure.SignatureExpire",
            "The signature is expired: X-TC-Timestamp is off by over five minutes.",
        )
    if found["date"] != datetime.fromtimestamp(int(timestamp), UTC).strftime("%Y-%m-%d"):
        raise ApiError(
            "AuthFailure.SignatureFailure",
            "The date in the credential scope is not that of X-TC-Timestamp.",
        )
    if found["service"] != service:
        raise ApiError(
            "AuthFailure.SignatureFailure", "The credential scope names another service."
        )
    signed = found["signed"].split(";")
    if (
        signed != sorted(set(signed))
        or not {"content-type", "host"} <= set(signed) <= request.headers.keys()
    ):
        raise ApiError(
            "AuthFailure.SignatureFailure",
            "SignedHeaders lacks content-type or host, or names what was not sent.",
        )
    if not hmac.compare_digest(
        signature(request, secret, service, timestamp, signed), found["signature"]
    ):
        raise ApiError(
            "AuthFailure.SignatureFailure",
            "The signature does not match: wrong SecretKey, or a changed request.",
        )


def signature(
    request: SignedRequest, secret: str, service: str, timestamp: str, signed: list[str]
) -> str:
    """Return the signature of a request: 64 hexadecimal digits in lower case.

    Args:
        request: the request; an Authorization header in it does not matter.
        secret: the SecretKey.
        service: the service's short name.
        timestamp: Unix seconds, as X-TC-Timestamp has them.
        signed: names of the headers to sign, in lower case and sorted.
    """
    date = datetime.fromtimestamp(int(timestamp), UTC).strftime("%Y-%m-%d")
    headers = "".join(f"{name}:{request.headers[name].strip().lower()}\n" for name in signed)
    payload = (
        UNSIGNED.encode()
        if request.headers.get("x-tc-content-sha256") == UNSIGNED
        else request.body
    )
    canonical = "\n".join(
        (
            request.method,
            request.path,
            request.query,
            headers,
            ";".join(signed),
            sha256(payload).hexdigest(),
        )
    )
    digest = sha256(canonical.encode("latin-1")).hexdigest()
    text = f"{ALGORITHM}\n{timestamp}\n{date}/{service}/tc3_request\n{digest}"
    return hmac.digest(_key(secret, date, service), text.encode(), "sha256").hex()


@lru_cache(maxsize=16)
def _key(secret: str, date: str, service: str) -> bytes:
    key = f"TC3{secret}".encode()
    for part in (date, service, "tc3_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


@dataclass(frozen=True, slots=True)
class Pull:
    """PullEvents."""

    action: ClassVar[str] = "PullEvents"


@dataclass(frozen=True, slots=True)
class Confirm:
    """ConfirmEvents, with 1 to 16 handles."""

    action: ClassVar[str] = "ConfirmEvents"
    handles: tuple[str, ...]


Call: TypeAlias = "Pull | Confirm"


def parse_call(request: SignedRequest) -> Call:
    """Return the call that a request makes.

    Raises:
        ApiError: the vendor has no such action or version, or the parameters are not those that it
            documents.
    """
    action = _header(request, "X-TC-Action")
    if action not in _PARAMETERS:
        raise ApiError("InvalidAction", "The stand-in knows PullEvents and ConfirmEvents.")
    if _header(request, "X-TC-Version") != VERSION:
        raise ApiError("NoSuchVersion", f"The version is {VERSION}.")
    parameters = _parameters(request, _PARAMETERS[action])
    if action == Pull.action:
        return Pull()
    if "EventHandles" not in parameters:
        raise ApiError("MissingParameter", "EventHandles is missing.")
    handles = parameters["EventHandles"]
    if not 1 <= len(handles) <= BATCH:
        raise ApiError("InvalidParameterValue", f"EventHandles has 1 to {BATCH} members.")
    return Confirm(tuple(handles))


def _header(request: SignedRequest, name: str) -> str:
    value = request.headers.get(name.lower())
    if value is None:
        raise ApiError("MissingParameter", f"{name} is missing.")
    return value


def _parameters(request: SignedRequest, known: dict[str, type]) -> dict[str, Any]:
    if request.headers["content-type"].partition(";")[0].strip() != "application/json":
        raise ApiError("UnsupportedProtocol", "The stand-in takes application/json.")
    try:
        parameters = decode(request.body)
    except NotJson as error:
        raise ApiError("InvalidParameter", f"The body is not JSON: {error}.") from None
    if not isinstance(parameters, dict):
        raise ApiError("InvalidParameter", "The body is no JSON object.")
    for name, value in parameters.items():
        if name not in known:
            raise ApiError("UnknownParameter", "The action has no parameter of that name.")
        if type(value) is not known[name] or (
            isinstance(value, list) and not all(isinstance(each, str) for each in value)
        ):
            raise ApiError("InvalidParameter", f"{name} is not {_TYPES[known[name]]}.")
    return parameters
