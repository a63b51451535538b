"""Mounts the receiver's decision in other services: their framework's request as a delivery, a decision as its response.

decision = decide(flask_delivery(request, "acme.calls"), admission, time.time())
...  # store what is kept
return flask_response(decision)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.receiving.answers import Answer, answer
from vodhooks.receiving.decide import Delivery

if TYPE_CHECKING:
    import django.http  # type: ignore[import-untyped] # Django has no types
    import flask
    import starlette.requests
    import starlette.responses

    from vodhooks.receiving.decide import Decision

__all__ = [
    "django_delivery",
    "django_response",
    "flask_delivery",
    "flask_response",
    "starlette_delivery",
    "starlette_response",
]


async def starlette_delivery(request: starlette.requests.Request, channel: str) -> Delivery:
    """Return a delivery that a FastAPI or Starlette endpoint got. Bounding its size is the service's business."""
    return Delivery(channel, await request.body(), request.headers.get("content-type"), request.query_params.get("token"))


def starlette_response(decision: Decision) -> starlette.responses.Response:
    """Return FastAPI's or Starlette's response to a decision."""
    from starlette.responses import Response

    answered = answer(decision)
    return Response(answered.body, answered.status, dict(answered.headers))


def flask_delivery(request: flask.Request, channel: str) -> Delivery:
    """Return a delivery that a Flask view got. Bounding its size is the service's business."""
    return Delivery(channel, request.get_data(), request.headers.get("content-type"), _last(request.args.getlist("token")))


def flask_response(decision: Decision) -> flask.Response:
    """Return Flask's response to a decision."""
    from flask import Response

    answered = answer(decision)
    return Response(answered.body, answered.status, headers=_headers(answered))


def django_delivery(request: django.http.HttpRequest, channel: str) -> Delivery:
    """Return a delivery that a Django view got; the view is `csrf_exempt`. Bounding its size is the service's business."""
    return Delivery(channel, request.body, request.headers.get("content-type"), request.GET.get("token"))  # pyright: ignore[reportAttributeAccessIssue, reportArgumentType] # Django has no types


def django_response(decision: Decision) -> django.http.HttpResponse:
    """Return Django's response to a decision."""
    from django.http import HttpResponse

    answered = answer(decision)
    return HttpResponse(answered.body, status=answered.status, headers=_headers(answered))


def _headers(answered: Answer) -> dict[str, str]:
    """Name a media type for an empty body too, or the framework names one of its own."""
    return {"content-type": "text/plain", **answered.headers}


def _last(values: list[str]) -> str | None:
    return values[-1] if values else None
