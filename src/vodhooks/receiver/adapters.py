"""Mounts the receiver's decision in other services: their framework's request as a delivery, a decision as its response.

decision = decide(flask_delivery(request, "acme.calls", policy), policy, time.time())
...  # store what is kept
return flask_response(decision)

A body is read into memory only under the right token. Under another it is dropped while it arrives,
and `decide` refuses the delivery before it looks at the body. A client that hangs up while it sends
raises nothing: its delivery is not complete, which `decide` refuses.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from vodhooks.receiver.answers import HttpAnswer, answer
from vodhooks.receiver.decide import Delivery, check_token

if TYPE_CHECKING:
    from typing import Any

    import django.http
    import flask
    import starlette.requests
    import starlette.responses

    from vodhooks.receiver.decide import AuthPolicy, Decision

__all__ = [
    "django_delivery",
    "django_response",
    "flask_delivery",
    "flask_response",
    "starlette_delivery",
    "starlette_response",
]

CHUNK = 2**16
"""How many bytes of a body that is dropped are in memory at once."""


async def starlette_delivery(
    request: starlette.requests.Request, channel: str, policy: AuthPolicy
) -> Delivery:
    """Return a delivery that a FastAPI or Starlette endpoint got. Bounding its size is the service's business."""
    from starlette.requests import ClientDisconnect

    token, body, is_complete = request.query_params.get("token"), b"", True
    try:
        if check_token(token, policy):
            async for _ in request.stream():
                pass
        else:
            body = await request.body()
    except ClientDisconnect:
        is_complete = False
    return Delivery(channel, body, request.headers.get("content-type"), token, is_complete)


def starlette_response(decision: Decision) -> starlette.responses.Response:
    """Return FastAPI's or Starlette's response to a decision."""
    from starlette.responses import Response

    answered = answer(decision)
    return Response(answered.body, answered.status, dict(answered.headers))


def flask_delivery(request: flask.Request, channel: str, policy: AuthPolicy) -> Delivery:
    """Return a delivery that a Flask view got. Bounding its size is the service's business."""
    from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

    token, body, is_complete = _last(request.args.getlist("token")), b"", True
    try:
        if check_token(token, policy):
            with suppress(RequestEntityTooLarge):  # its answer is 401, as for any other body
                _drop(request.stream)
        else:
            body = request.get_data()
    except ClientDisconnected:
        is_complete = False
    return Delivery(channel, body, request.headers.get("content-type"), token, is_complete)


def flask_response(decision: Decision) -> flask.Response:
    """Return Flask's response to a decision."""
    from flask import Response

    answered = answer(decision)
    return Response(answered.body, answered.status, headers=_headers(answered))


def django_delivery(request: django.http.HttpRequest, channel: str, policy: AuthPolicy) -> Delivery:
    """Return a delivery that a Django view got; the view is `csrf_exempt`. Bounding its size is the service's business."""
    from django.http import UnreadablePostError

    token: str | None = request.GET.get("token")  # pyright: ignore[reportAssignmentType] # Django has no types
    body, is_complete = b"", True
    try:
        if check_token(token, policy):
            _drop(request)
        else:
            body = request.body
    except UnreadablePostError:
        is_complete = False
    return Delivery(channel, body, request.headers.get("content-type"), token, is_complete)  # pyright: ignore[reportAttributeAccessIssue] # Django has no types


def django_response(decision: Decision) -> django.http.HttpResponse:
    """Return Django's response to a decision."""
    from django.http import HttpResponse

    answered = answer(decision)
    return HttpResponse(answered.body, status=answered.status, headers=_headers(answered))


def _headers(answered: HttpAnswer) -> dict[str, str]:
    """Set a media type for an empty body too; otherwise the framework sets its own."""
    return {"content-type": "text/plain", **answered.headers}


def _last(values: list[str]) -> str | None:
    return values[-1] if values else None


def _drop(stream: Any) -> None:
    """Read a body and keep nothing: a client that is cut off while it sends reads no answer."""
    while stream.read(CHUNK):
        pass
