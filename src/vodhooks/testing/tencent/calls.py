"""What a client asks for: the action and its parameters, taken as strictly as the vendor documents them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.testing.tencent.errors import ApiError
from vodhooks.testing.tencent.queue import BATCH

if TYPE_CHECKING:
    from vodhooks.testing.tencent.tc3 import SignedRequest

__all__ = ["SERVICE", "Call", "Confirm", "Pull", "call_of"]

SERVICE = "vod"
VERSION = "2018-07-17"

_COMMON = {"ExtInfo": str, "SubAppId": int}
_PARAMETERS: dict[str, dict[str, type]] = {"PullEvents": _COMMON, "ConfirmEvents": {**_COMMON, "EventHandles": list}}
_TYPES = {str: "a string", int: "an integer", list: "an array of strings"}


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


def call_of(request: SignedRequest) -> Call:
    """Return what a request asks for.

    Raises:
        ApiError: the vendor has no such action or version, or the parameters are not those that it documents.
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
        if type(value) is not known[name] or (isinstance(value, list) and not all(isinstance(each, str) for each in value)):
            raise ApiError("InvalidParameter", f"{name} is not {_TYPES[known[name]]}.")
    return parameters
