"""The decision inside FastAPI, Flask and Django, each called with its own test client."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol
from wsgiref.simple_server import make_server as make_wsgiref

import django
import flask
import httpx
import pytest
import uvicorn
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from fastapi import FastAPI, Request, Response
from werkzeug.serving import make_server as make_werkzeug

from tests.support.served import OUTLINE, SECONDS, SECRET, outline, posted
from vodhooks import PolyvOutlineSigner
from vodhooks.receiver.adapters import (
    django_delivery,
    django_response,
    flask_delivery,
    flask_response,
    starlette_delivery,
    starlette_response,
)
from vodhooks.receiver.decide import AuthPolicy, Decision, Delivery, decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from http.server import HTTPServer

    from django.http import HttpRequest, HttpResponse

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
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://x"
        ) as client:
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


noted: list[Queue[Decision]] = []


@csrf_exempt
def django_view(request: HttpRequest) -> HttpResponse:
    decision = decided(django_delivery(request, CHANNEL, POLICY))
    for decisions in noted:
        decisions.put(decision)
    return django_response(decision)


urlpatterns = [path(OUTLINE.removeprefix("/"), django_view)]


def set_up_django() -> None:
    if not settings.configured:
        settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"], SECRET_KEY=SECRET)
        django.setup()


def by_django(url: str, body: bytes, media_type: str) -> Answered:
    set_up_django()
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
        ("", b"{", "application/json", 401),
        ("?token=guessed", outline(), "text/plain", 401),
        ("?token=guessed", b"x" * 3_000_000, "application/json", 401),
        (f"?token={TOKEN}", outline(taskId="x"), "application/json", 422),
        (f"?token={TOKEN}", b"{", "application/json", 400),
        (f"?token={TOKEN}", b"\xff", "application/json", 400),
        (f"?token={TOKEN}", outline(), "text/plain", 415),
    ],
)
def test_a_service_answers_as_the_receiver_does(
    post: Callable[[str, bytes, str], Answered],
    query: str,
    body: bytes,
    media_type: str,
    status: int,
) -> None:
    answered = post(f"{OUTLINE}{query}", body, media_type)
    assert answered.status == status
    if status == 200:
        assert answered.body == b""
    else:
        assert answered.media_type == "application/problem+json"
        assert f'"status":{status}'.encode() in answered.body


@pytest.mark.parametrize("post", [by_fastapi, by_flask, by_django])
@pytest.mark.parametrize("token", [TOKEN, "guessed"])
def test_a_body_is_kept_under_the_right_token_alone(
    monkeypatch: pytest.MonkeyPatch, post: Callable[[str, bytes, str], Answered], token: str
) -> None:
    seen: list[bytes] = []

    def watched(delivery: Delivery, *others: Any) -> Decision:
        seen.append(delivery.body)
        return decide(delivery, *others)

    monkeypatch.setitem(
        globals(), "decided", lambda delivery: watched(delivery, POLICY, time.time())
    )
    post(f"{OUTLINE}?token={token}", outline(), "application/json")
    assert [bool(body) for body in seen] == [token == TOKEN]


def test_a_bound_of_the_service_comes_after_the_token() -> None:
    app = flask.Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1000

    @app.post(OUTLINE)
    def receive() -> flask.Response:
        return flask_response(decided(flask_delivery(flask.request, CHANNEL, POLICY)))

    statuses = [
        app.test_client().post(f"{OUTLINE}?token={token}", data=b"x" * 2000).status_code
        for token in ("guessed", TOKEN)
    ]
    assert statuses == [401, 413]


class Server(Protocol):
    """A server that runs in a thread."""

    def __call__(self, decisions: Queue[Decision]) -> AbstractContextManager[int]:
        """Serve a framework with an endpoint that notes its decisions, and return the port."""
        ...


@contextmanager
def served_by_uvicorn(decisions: Queue[Decision]) -> Iterator[int]:
    app = FastAPI()

    @app.post(OUTLINE)
    async def receive(request: Request) -> Response:
        decisions.put(decided(await starlette_delivery(request, CHANNEL, POLICY)))
        return starlette_response(decided(Delivery(CHANNEL, b"")))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="info", log_config=None))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(SECONDS)


@contextmanager
def _in_thread(server: HTTPServer) -> Iterator[int]:
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join(SECONDS)
        server.server_close()


@contextmanager
def served_by_werkzeug(decisions: Queue[Decision]) -> Iterator[int]:
    app = flask.Flask(__name__)

    @app.post(OUTLINE)
    def receive() -> flask.Response:
        decisions.put(decided(flask_delivery(flask.request, CHANNEL, POLICY)))
        return flask_response(decided(Delivery(CHANNEL, b"")))

    with _in_thread(make_werkzeug("127.0.0.1", 0, app)) as port:
        yield port


@contextmanager
def served_by_wsgiref(decisions: Queue[Decision]) -> Iterator[int]:
    set_up_django()
    application: Any = WSGIHandler()
    noted.append(decisions)
    with _in_thread(make_wsgiref("127.0.0.1", 0, application)) as port:
        yield port
    noted.clear()


@pytest.mark.parametrize("reset", [False, True], ids=["ends", "resets"])
@pytest.mark.parametrize("token", [TOKEN, "guessed"])
@pytest.mark.parametrize("server", [served_by_uvicorn, served_by_werkzeug, served_by_wsgiref])
def test_a_caller_that_hangs_up_is_no_traceback(
    server: Server,
    token: str,
    *,
    reset: bool,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    decisions: Queue[Decision] = Queue()
    with (
        server(decisions) as port,
        socket.create_connection(("127.0.0.1", port), SECONDS) as connection,
    ):
        body = b"{" * 100_000
        connection.sendall(
            posted(f"{OUTLINE}?token={token}", body, host="testserver")[: -len(body) // 2]
        )
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
        decision = decisions.get(timeout=SECONDS)
    assert decision.outcome == ("not-json" if token == TOKEN else "not-authentic")
    assert decision.rejection
    cut_short = (
        {"cut-off", "not-json"} if server is served_by_wsgiref else {"cut-off"}
    )  # which hands on what has arrived
    assert decision.rejection.reason in (cut_short if token == TOKEN else {"token-wrong"})
    written = capfd.readouterr()
    assert "Traceback" not in written.out + written.err + caplog.text
    assert not [record for record in caplog.records if record.exc_info]
