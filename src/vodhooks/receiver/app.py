"""The receiver as an ASGI application: routes from the catalogue, 200 only after the commit."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, cast

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from vodhooks.catalogue import catalogue, openapi
from vodhooks.errors import StoreError
from vodhooks.inbox.store import ReceivedDelivery
from vodhooks.receiver.answers import HttpAnswer, answer, problem
from vodhooks.receiver.deadline import Deadline
from vodhooks.receiver.decide import Outcome, Reason, Rejection, decide
from vodhooks.receiver.requests import Refused, UnfinishedBodies, read, write

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from vodhooks.classification import Classification
    from vodhooks.inbox.queries import InboxSize
    from vodhooks.inbox.store import StoreResult
    from vodhooks.receiver.decide import AuthPolicy, Decision
    from vodhooks.receiver.metrics import Observer
    from vodhooks.receiver.refusals import Refusals
    from vodhooks.receiver.settings import Settings

__all__ = ["Store", "receiver"]

_NOT_FOUND = Rejection(Reason.NOT_FOUND, "there is nothing here")
_WRONG_METHOD = Rejection(Reason.WRONG_METHOD, "this is not the method; Allow names it")


class Store(Protocol):
    """Stores deliveries, as `vodhooks.inbox.group_commit.GroupCommit` does."""

    async def keep(self, arrival: ReceivedDelivery) -> StoreResult:
        """Store a delivery, and return once it is durable. Raises StoreError if that fails."""
        ...

    async def probe(self) -> None:
        """Return if the store commits. Raises StoreError if it does not."""

    async def close(self) -> None:
        """Wait for writes in progress, and close the store."""


class _Callback:
    """The endpoint of a channel: a plain ASGI application, since request and response objects would double the cost.

    Args:
        channel: name of the channel.
        policy: who may deliver on it.
        store: where deliveries are kept.
        settings: bounds of size and time.
        observer: metrics and log.
        unfinished: holds bodies until they are complete.
        refusals: keeps what is not authentic, or None.
    """

    def __init__(
        self,
        channel: str,
        policy: AuthPolicy,
        store: Store,
        settings: Settings,
        observer: Observer,
        *,
        unfinished: UnfinishedBodies,
        refusals: Refusals | None,
    ) -> None:
        self._channel = channel
        self._policy = policy
        self._store = store
        self._max_body = settings.max_body
        self._observer = observer
        self._unfinished = unfinished
        self._refusals = refusals
        self._body_deadline = Deadline(settings.body_seconds)
        self._store_deadline = Deadline(settings.answer_seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a delivery: read, decide, store, answer."""
        start = time.monotonic()
        try:
            delivery = await read(
                scope,
                receive,
                self._channel,
                self._policy,
                limit=self._max_body,
                deadline=self._body_deadline,
                unfinished=self._unfinished,
                keeps_refused=self._refusals is not None,
            )
        except Refused as refused:
            self._observer.log_refusal(
                self._channel, refused.rejection, refused.answer.status, time.monotonic() - start
            )
            await write(send, refused.answer, close=refused.close)
            return
        now = time.time()
        decision = decide(delivery, self._policy, now)
        answered, outcome, kept = answer(decision), str(decision.outcome), None
        if decision.kept:
            try:
                with self._store_deadline:
                    kept = await self._store.keep(_to_received(decision, round(now * 1e6)))
            except (StoreError, TimeoutError) as error:
                rejection = self._reject_unstored(error)
                answered, outcome, decision = (
                    problem(503, rejection.detail),
                    "not-stored",
                    replace(decision, rejection=rejection),
                )
        elif self._refusals and decision.outcome is Outcome.NOT_AUTHENTIC:
            self._refusals.add(decision, delivery.token, now)
        self._observer.log_delivery(
            decision, outcome, answered.status, time.monotonic() - start, now=now, kept=kept
        )
        await write(send, answered)

    def _reject_unstored(self, error: StoreError | TimeoutError) -> Rejection:
        """Report why a delivery is not stored, and return the rejection that the vendor reads."""
        self._observer.log_store_failure(_cause(error))
        reason = Reason.STORE_SLOW if isinstance(error, TimeoutError) else Reason.STORE_FAILED
        return Rejection(reason, "the delivery could not be stored; deliver it again")


class _Metrics:
    """The endpoint of the metrics, which measures the inbox whenever it is asked.

    Args:
        observer: has the metrics.
        settings: how long the store may take.
        measure: measures the inbox, or None.
    """

    def __init__(
        self, observer: Observer, settings: Settings, measure: Callable[[], InboxSize] | None
    ) -> None:
        self._observer = observer
        self._seconds = settings.answer_seconds
        self._measure = measure
        self._measuring: asyncio.Future[InboxSize] | None = None

    async def answer(self, _: Request) -> Response:
        """Return the metrics; without those of the inbox where the store fails."""
        if self._measure:
            try:
                self._observer.inbox_size = await self._size(self._measure)
            except (TimeoutError, StoreError) as error:
                self._observer.inbox_size = None
                self._observer.log_store_failure(_cause(error))
        return Response(
            generate_latest(self._observer.registry), headers={"content-type": CONTENT_TYPE_LATEST}
        )

    async def _size(self, measure: Callable[[], InboxSize]) -> InboxSize:
        # A store that hangs holds up one thread, however often metrics are asked for.
        if self._measuring is None or self._measuring.done():
            self._measuring = asyncio.ensure_future(asyncio.to_thread(measure))
        async with asyncio.timeout(self._seconds):
            return await asyncio.shield(self._measuring)


class _Receiver(Starlette):
    """Starlette with a shortcut for callbacks, because its routing would take a fifth of their time.

    Args:
        callbacks: the endpoints of the channels, by path; `routes` has them too.
        routes: of Starlette.
        **others: further arguments of Starlette.
    """

    def __init__(
        self, callbacks: Mapping[str, _Callback], routes: list[Route], **others: Any
    ) -> None:
        super().__init__(routes=routes, **others)
        self.router.redirect_slashes = False  # a redirect would carry the token along
        self._callbacks = callbacks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Call the callback, or Starlette."""
        callback = (
            self._callbacks.get(scope["path"])
            if scope["type"] == "http" and scope["method"] == "POST"
            else None
        )
        await (callback or super().__call__)(scope, receive, send)


def receiver(
    policies: Mapping[str, AuthPolicy],
    store: Store,
    settings: Settings,
    observer: Observer,
    count: Callable[[], int] | None = None,
    *,
    beside: AbstractAsyncContextManager[object] | None = None,
    refusals: Refusals | None = None,
    measure: Callable[[], InboxSize] | None = None,
) -> Starlette:
    """Return the receiver.

    Args:
        policies: who may deliver on each channel.
        store: where deliveries are kept; closed when the application ends.
        settings: bounds of size and time.
        observer: metrics and log; closed when the application ends.
        count: counts the events in the store. Where it is given, /stored answers it.
        refusals: keeps what is not authentic, or None.
        beside: what runs beside the receiver; left when the application ends.
        measure: measures the inbox, whenever metrics are asked for.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with beside or nullcontext():
            yield
        # All requests are answered by now, with 503 if the store hangs: no client waits for what it may still commit.
        with suppress(TimeoutError):
            async with asyncio.timeout(settings.answer_seconds):
                await store.close()
        observer.flush()

    async def alive(_: Request) -> Response:
        return Response("alive\n", media_type="text/plain")

    async def ready(_: Request) -> Response:
        try:
            async with asyncio.timeout(settings.answer_seconds):
                await store.probe()
        except (TimeoutError, StoreError) as error:
            observer.log_store_failure(_cause(error))
            return _response(problem(503, "the store does not commit"))
        return Response("ready\n", media_type="text/plain")

    async def contract(_: Request) -> Response:
        return Response(openapi(), media_type="application/json")

    def stored(_: Request) -> Response:
        try:
            return JSONResponse({"events": count() if count else 0})
        except StoreError as error:
            observer.log_store_failure(_cause(error))
            return _response(problem(503, "the store cannot be read"))

    unfinished = UnfinishedBodies(settings.unfinished_bytes)
    callbacks = {
        channel.path: _Callback(
            name,
            policies[name],
            store,
            settings,
            observer,
            unfinished=unfinished,
            refusals=refusals,
        )
        for name, channel in catalogue().channels.items()
    }
    routes = [
        *(Route(path, callback, methods=["POST"]) for path, callback in callbacks.items()),
        Route("/healthz", alive),
        Route("/readyz", ready),
        Route("/metrics", _Metrics(observer, settings, measure).answer),
        Route("/openapi.json", contract),
        *([Route("/stored", stored)] if count else []),
    ]
    return _Receiver(
        callbacks,
        routes,
        lifespan=lifespan,
        exception_handlers={HTTPException: _handle_refusals(observer)},
    )


def _handle_refusals(observer: Observer) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Return a handler that logs Starlette's refusals of paths and methods, and answers them as all others."""
    channels = {channel.path: name for name, channel in catalogue().channels.items()}

    async def explain(request: Request, error: Exception) -> Response:
        allow = error.headers if isinstance(error, HTTPException) else None
        rejection = _WRONG_METHOD if allow else _NOT_FOUND
        answered = problem(405 if allow else 404, rejection.detail)
        path = request.scope["path"]
        observer.log_misdirected(
            channels.get(path), rejection, answered.status, request.method, path
        )
        return _response(
            HttpAnswer(answered.status, answered.body, {**answered.headers, **(allow or {})})
        )

    return explain


def _to_received(decision: Decision, received_at: int) -> ReceivedDelivery:
    found = cast("Classification", decision.classification)
    return ReceivedDelivery.of(found, received_at, decision.signature)


def _response(answered: HttpAnswer) -> Response:
    return Response(answered.body, answered.status, answered.headers)


def _cause(error: StoreError | TimeoutError) -> str:
    return str(error) if isinstance(error, StoreError) else "it takes too long"
