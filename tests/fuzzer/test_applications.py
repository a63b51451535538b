"""Applications of this process, in frameworks and bare, served on loopback."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from threading import Barrier, Event
from typing import TYPE_CHECKING, Any

import fastapi
import flask
import orjson
import pytest
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.support.transporting import transport_to
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.applications import served
from vodhooks.vendor.requests import Request
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator

    import starlette.requests

TIMEOUT = 0.5
PATIENCE = 10.0
POST = Request(
    "http://receiver.test:81/a%20path?token=x",
    {"content-type": "text/plain", "x-more": "é"},
    b"body",
)


def starlette_app(endpoint: Callable[..., Any], **more: Any) -> Starlette:
    return Starlette(routes=[Route("/{path:path}", endpoint, methods=["POST"])], **more)


async def seen(request: starlette.requests.Request) -> Response:
    headers = {
        name: request.headers[name] for name in ("host", "content-type", "content-length", "x-more")
    }
    body = await request.body()
    return JSONResponse(
        [request.scope["path"], headers, body.decode(), request.query_params["token"]], 202
    )


def flask_app() -> flask.Flask:
    app = flask.Flask("receiver")

    @app.post("/<path:path>")
    def view(path: str) -> tuple[list[object], int]:
        headers = {
            name: flask.request.headers[name]
            for name in ("host", "content-type", "content-length", "x-more")
        }
        return [
            f"/{path}",
            headers,
            flask.request.get_data().decode(),
            flask.request.args["token"],
        ], 202

    return app


@pytest.mark.parametrize("app", [starlette_app(seen), flask_app()], ids=["starlette", "flask"])
def test_an_application_sees_requests_as_from_servers(app: Any) -> None:
    with transport_to(app, PATIENCE) as transport:
        answer = transport.send(POST)
    assert answer.status == 202
    headers = {
        "host": "receiver.test:81",
        "content-type": "text/plain",
        "content-length": "4",
        "x-more": "é",
    }
    assert orjson.loads(answer.body) == ["/a path", headers, "body", "x"]


def test_a_url_is_what_it_is() -> None:
    with served("http://127.0.0.1:9", TIMEOUT) as url:
        assert url == "http://127.0.0.1:9"


class Bare:
    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        del receive
        assert scope["type"] == "http"
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})


async def asgi(scope: Any, receive: Any, send: Any) -> None: ...


def wsgi(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    del environ
    start_response("204 No Content", [])
    return []


@pytest.mark.parametrize(
    ("receiver", "status"),
    [
        (Bare(), 204),
        (Bare().__call__, 204),
        (Starlette(), 404),
        (fastapi.FastAPI(), 404),
        (wsgi, 204),
        (flask.Flask("x"), 404),
    ],
)
def test_what_an_application_is_can_be_seen(receiver: Any, status: int) -> None:
    with transport_to(receiver, PATIENCE) as transport:
        assert transport.send(POST).status == status


class TestAsgi:
    def answer(self, app: Any, timeout: float = PATIENCE) -> tuple[int | None, str | None, bytes]:
        with transport_to(app, timeout) as transport:
            answer = transport.send(POST)
        return answer.status, answer.fault, answer.body

    def test_what_it_raises_is_an_error(self) -> None:
        async def failing(_: object) -> Response:
            raise LookupError("a secret")

        async def bare(scope: Any, receive: Any, send: Any) -> None:
            del scope, receive, send
            raise LookupError("a secret")

        for app in (starlette_app(failing), bare):
            assert self.answer(app) == (500, None, b"Internal Server Error")

    def test_an_application_without_an_answer_has_failed(self) -> None:
        assert self.answer(asgi) == (500, None, b"Internal Server Error")

    def test_an_application_that_is_too_slow_is_given_up(self) -> None:
        async def waiting(_: object) -> Response:
            await asyncio.sleep(60)
            return Response()

        assert self.answer(starlette_app(waiting), TIMEOUT)[:2] == (None, "timed out")

    def test_an_application_that_blocks_is_given_up(self) -> None:
        async def blocking(_: object) -> Response:
            time.sleep(3 * TIMEOUT + 1)  # noqa: ASYNC251 # the mistake to be found
            return Response()

        start = time.monotonic()
        assert self.answer(starlette_app(blocking), TIMEOUT)[:2] == (None, "timed out")
        assert time.monotonic() - start < PATIENCE

    def test_an_endless_answer_is_one(self) -> None:
        async def chunks() -> AsyncIterator[bytes]:
            while True:
                yield b"x" * 10_000

        async def endless(_: object) -> Response:
            return StreamingResponse(chunks())

        assert self.answer(starlette_app(endless)) == (200, None, b"x" * 2_048)

    def test_work_after_the_answer_does_not_delay_it(self) -> None:
        async def later() -> None:
            await asyncio.sleep(60)

        async def quick(_: object) -> Response:
            return Response(background=BackgroundTask(later))

        start = time.monotonic()
        assert self.answer(starlette_app(quick))[0] == 200
        assert time.monotonic() - start < PATIENCE

    def test_requests_of_a_batch_run_at_the_same_time(self) -> None:
        waiting = 0
        everybody = asyncio.Event()

        async def gathering(_: object) -> Response:
            nonlocal waiting
            waiting += 1
            if waiting == 50:
                everybody.set()
            await everybody.wait()
            return Response()

        with transport_to(starlette_app(gathering), PATIENCE) as transport:
            assert [answer.status for answer in transport.together([POST] * 50)] == [200] * 50

    def test_its_lifespan_is_run_and_its_state_is_there(self) -> None:
        happened: list[str] = []

        @asynccontextmanager
        async def lifespan(_: object) -> AsyncIterator[dict[str, str]]:
            happened.append("start")
            yield {"greeting": "hello"}
            happened.append("end")

        async def greeting(request: starlette.requests.Request) -> Response:
            happened.append("request")
            return Response(request.state.greeting)

        assert self.answer(starlette_app(greeting, lifespan=lifespan)) == (200, None, b"hello")
        assert happened == ["start", "request", "end"]

    def test_one_that_does_not_start_says_so(self) -> None:
        @asynccontextmanager
        async def lifespan(_: object) -> AsyncIterator[None]:
            raise OSError
            yield

        with (
            pytest.raises(FuzzingError, match="does not start"),
            served(starlette_app(seen, lifespan=lifespan), PATIENCE),
        ):
            pass

    def test_one_without_a_lifespan_is_taken_as_it_is(self) -> None:
        assert self.answer(Bare())[0] == 204


class TestWsgi:
    def test_what_it_raises_is_an_error(self) -> None:
        def failing(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            del environ, start_response
            raise LookupError("a secret")

        def failing_late(environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
            del environ
            start_response("200 OK", [])
            yield b"x"
            raise LookupError("a secret")

        with transport_to(failing, PATIENCE) as transport:
            assert transport.send(POST).status == 500
        with transport_to(failing_late, PATIENCE) as transport:
            late = transport.send(POST)
        assert (late.status, late.body) == (200, b"x")  # it has answered before it fails

    def test_one_that_does_not_answer_in_time_is_given_up(self) -> None:
        def waiting(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            del environ, start_response
            time.sleep(4 * TIMEOUT)
            return []

        with transport_to(waiting, TIMEOUT) as transport:
            answer = transport.send(POST)
        assert (answer.status, answer.fault) == (None, "timed out")

    def test_requests_of_a_batch_run_at_the_same_time(self) -> None:
        gate = Barrier(50)

        def gathering(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            gate.wait(PATIENCE)
            start_response("200 OK", [])
            return [body]

        posts = [Request("http://receiver.test/", {}, b"%d" % number) for number in range(50)]
        with transport_to(gathering, PATIENCE) as transport:
            answers = transport.together(posts)
        assert [(answer.status, answer.body) for answer in answers] == [
            (200, b"%d" % number) for number in range(50)
        ]

    def test_an_endless_answer_is_one_and_is_closed(self) -> None:
        closed = Event()

        def chunks() -> Iterator[bytes]:
            try:
                while True:
                    yield b"x" * 10_000
            finally:
                closed.set()

        def endless(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            del environ
            start_response("200 OK", [])
            return chunks()

        with served(endless, PATIENCE) as url:
            with Transport(url, PATIENCE) as transport:
                answer = transport.send(POST)
            assert closed.wait(PATIENCE)
        assert (answer.status, answer.body) == (200, b"x" * 2_048)
