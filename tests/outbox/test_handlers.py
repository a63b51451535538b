"""Each event goes to one handler, the most specific; what cannot work fails when it is registered."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from vodhooks_contracts.channels import POLYV_VIDEO_OUTLINE
from vodhooks_contracts.messages import POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS

from vodhooks import Event, UnknownEvent, parse
from vodhooks.catalogue import catalogue
from vodhooks.errors import NameNotFound, OutboxError
from vodhooks.outbox import Handlers
from vodhooks.testing import example

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = b'{"EventType": "NotYetKnown", "NotYetKnownEvent": {}}'


def example_body(message: str) -> bytes:
    return orjson.dumps(example(message))


def appending(called: list[str], name: str) -> Callable[[object], None]:
    def handler(_: object) -> None:
        called.append(name)

    return handler


def nothing(_: object) -> None:
    """Take an event."""


def with_connection(_: object, connection: object) -> None:
    assert connection


def with_session(_: object, session: object) -> None:
    assert session


def recording(*names: str) -> tuple[Handlers, list[str]]:
    """Return handlers of some names and of the rest, and the list of those that were called."""
    handlers = Handlers()
    called: list[str] = []
    for name in names:
        handlers.on(name)(appending(called, name))
    handlers.otherwise(appending(called, "rest"))
    return handlers, called


def call(handlers: Handlers, body: bytes, channel: str) -> None:
    asyncio.run(handlers(parse(body, channel)))


def test_the_most_specific_handler_takes_each_event() -> None:
    message = f"{POLYV_VIDEO_OUTLINE}.generate_success"
    for names in (
        [message, "polyv.video_outline", "polyv"],
        ["polyv.video_outline", "polyv"],
        ["polyv"],
        [],
    ):
        handlers, called = recording(*names)
        call(handlers, example_body(message), POLYV_VIDEO_OUTLINE)
        assert called == [(names or ["rest"])[0]]


def test_every_message_and_channel_can_have_a_handler() -> None:
    received = [message for message in catalogue().messages.values() if message.channel]
    assert len(received) > 5
    for message in received:
        handlers, called = recording(message.name)
        call(handlers, example_body(message.name), message.channel or "")
        assert called == [message.name]


@pytest.mark.parametrize("name", ["tencent.vod", "tencent", None])
def test_unknown_events_go_to_channel_vendor_or_rest(name: str | None) -> None:
    handlers, called = recording(*filter(None, ["tencent.vod.review_audio_video_complete", name]))
    call(handlers, UNKNOWN, "tencent.vod")
    assert called == [name or "rest"]


def test_plain_functions_run_in_a_thread_async_ones_do_not() -> None:
    threads: dict[str, int] = {}
    handlers = Handlers()

    @handlers.on(POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS)
    def plain(event: Event[Any], summary: object = None) -> None:
        threads[event.message] = threading.get_ident()
        assert summary == "known"

    @handlers.otherwise
    async def rest(event: Event[Any] | UnknownEvent) -> None:
        assert isinstance(event, UnknownEvent)
        threads["rest"] = threading.get_ident()

    event = parse(example_body(POLYV_VIDEO_OUTLINE_GENERATE_SUCCESS), POLYV_VIDEO_OUTLINE)

    async def both() -> None:
        await handlers(event, summary="known")
        await handlers(parse(UNKNOWN, "tencent.vod"))

    asyncio.run(both())
    assert threads["rest"] == threading.get_ident() != threads[event.message]


def test_what_a_handler_raises_reaches_the_caller() -> None:
    handlers = Handlers()

    @handlers.otherwise
    def rest(_: object) -> None:
        raise LookupError("of the handler")

    with pytest.raises(LookupError, match="of the handler"):
        call(handlers, UNKNOWN, "tencent.vod")


def twice(handlers: Handlers) -> None:
    handlers.on("polyv")(print)
    handlers.on("polyv")(print)


def two_for_the_rest(handlers: Handlers) -> None:
    handlers.otherwise(nothing)
    handlers.otherwise(nothing)


def foreign_parameter(handlers: Handlers) -> None:
    handlers.otherwise(with_session)


def async_transaction(handlers: Handlers) -> None:
    @handlers.on("polyv")
    async def blocks(event: object, connection: object) -> None: ...


def none_for_the_rest(handlers: Handlers) -> None:
    handlers.on("polyv")(nothing)
    handlers.check(transactions=True)


def connection_without_postgresql(handlers: Handlers) -> None:
    handlers.otherwise(with_connection)
    handlers.check(transactions=False)


@pytest.mark.parametrize(
    ("register", "reason"),
    [
        (twice, "polyv has two handlers"),
        (two_for_the_rest, "two handlers for the rest"),
        (foreign_parameter, "asks for session"),
        (async_transaction, "make it a plain function"),
        (none_for_the_rest, "no handler for the rest"),
        (connection_without_postgresql, "only PostgreSQL"),
    ],
)
def test_handlers_that_cannot_work_are_refused(
    register: Callable[[Handlers], None], reason: str
) -> None:
    with pytest.raises(OutboxError, match=reason):
        register(Handlers())


def test_a_connection_that_is_not_given_is_an_error() -> None:
    handlers = Handlers()
    handlers.otherwise(with_connection)
    with pytest.raises(OutboxError, match="asks for connection"):
        call(handlers, UNKNOWN, "tencent.vod")


@pytest.mark.parametrize("name", ["polyv.video_outlin", "tencent.vod.pull_events", "x", ""])
def test_a_name_that_nothing_arrives_under_is_refused(name: str) -> None:
    with pytest.raises(NameNotFound):
        Handlers().on(name)
