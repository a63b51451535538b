"""The decision inside FastAPI, Flask and Django, each called with its own test client."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import django  # type: ignore[import-untyped] # Django has no types
import flask
import httpx
import pytest
from django.conf import settings  # type: ignore[import-untyped] # Django has no types
from django.test import Client  # type: ignore[import-untyped] # Django has no types
from django.urls import path  # type: ignore[import-untyped] # Django has no types
from django.views.decorators.csrf import csrf_exempt  # type: ignore[import-untyped] # Django has no types
from fastapi import FastAPI, Request, Response
from served import OUTLINE, SECRET, outline

from vodhooks import PolyvOutlineSigner
from vodhooks.receiving.adapters import (
    django_delivery,
    django_response,
    flask_delivery,
    flask_response,
    starlette_delivery,
    starlette_response,
)
from vodhooks.receiving.decide import AuthPolicy, Decision, Delivery, decide

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse  # type: ignore[import-untyped] # Django has no types

TOKEN = "a-token"
CHANNEL = "polyv.video_outline"
POLICY = AuthPolicy(PolyvOutlineSigner(SECRET), (TOKEN.encode(),))


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    body: bytes
    media_type: str


def decided(delivery: Delivery) -> Decision:
    return decide(delivery, POLICY, time.time())


def by_fastapi(url: str, body: bytes, media_type: str) -> Answered:
    app = FastAPI()

    @app.post(OUTLINE)
    async def receive(request: Request) -> Response:
        return starlette_response(decided(await starlette_delivery(request, CHANNEL, POLICY)))

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return await client.post(url, content=body, headers={"content-type": media_type})

    got = asyncio.run(post())
    return Answered(got.status_code, got.content, got.headers.get("content-type", ""))


def by_flask(url: str, body: bytes, media_type: str) -> Answered:
    app = flask.Flask(__name__)

    @app.post(OUTLINE)
    def receive() -> flask.Response:
        return flask_response(decided(flask_delivery(flask.request, CHANNEL, POLICY)))

    got = app.test_client().post(url, data=body, content_type=media_type)
    return Answered(got.status_code, got.data, got.headers["content-type"])


@csrf_exempt  # type: ignore[untyped-decorator] # Django has no types
def django_view(request: HttpRequest) -> HttpResponse:
    return django_response(decided(django_delivery(request, CHANNEL, POLICY)))


urlpatterns = [path(OUTLINE.removeprefix("/"), django_view)]


def by_django(url: str, body: bytes, media_type: str) -> Answered:
    if not settings.configured:
        settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"], SECRET_KEY=SECRET)
        django.setup()
    got: Any = Client().post(url, data=body, content_type=media_type)
    return Answered(got.status_code, got.content, got.headers["content-type"])


@pytest.mark.parametrize("post", [by_fastapi, by_flask, by_django])
@pytest.mark.parametrize(
    ("query", "body", "media_type", "status"),
    [
        (f"?token={TOKEN}", outline(), "application/json", 200),
        (f"?token=first&token={TOKEN}", outline(), "application/json", 200),
        (f"?token={TOKEN}&token=last", outline(), "application/json", 401),
        ("", outline(), "application/json", 401),
        (f"?token={TOKEN}", outline(taskId="x"), "application/json", 422),
        (f"?token={TOKEN}", b"{", "application/json", 400),
        (f"?token={TOKEN}", b"\xff", "application/json", 400),
        (f"?token={TOKEN}", outline(), "text/plain", 415),
    ],
)
def test_a_service_answers_as_the_receiver_does(
    post: Callable[[str, bytes, str], Answered], query: str, body: bytes, media_type: str, status: int
) -> None:
    answered = post(f"{OUTLINE}{query}", body, media_type)
    assert answered.status == status
    if status == 200:
        assert answered.body == b""
    else:
        assert answered.media_type == "application/problem+json"
        assert f'"status":{status}'.encode() in answered.body
