"""Handlers: functions by message, channel or vendor, and one for the rest."""

from __future__ import annotations

import asyncio
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, TypeVar, overload

from vodhooks.catalogue import catalogue
from vodhooks.errors import NameNotFound, OutboxError
from vodhooks.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.events import ChannelName, MessageName, UnknownEvent

EventT = TypeVar("EventT", bound="Event[Any] | UnknownEvent")
FunctionT = TypeVar("FunctionT", bound="Callable[..., object]")

OFFERED: dict[str, str] = {
    "summary": "what the inbox knows of the event: id, times, flags",
    "connection": "of the transaction that also moves the cursor, on PostgreSQL",
}
"""What a handler may ask for beside the event, by the name of a parameter."""


@dataclass(frozen=True, slots=True)
class Handler:
    """A function that takes events.

    Attributes:
        function: a plain function, or one that returns an awaitable.
        asks: names of `OFFERED` that it has as parameters.
    """

    function: Callable[..., object]
    asks: frozenset[str]

    @property
    def transactional(self) -> bool:
        """Whether its effect and the mark commit together."""
        return "connection" in self.asks

    def call(self, event: Event[Any] | UnknownEvent, **context: object) -> object:
        """Call the function with what it asks for; what an async one returns is to be awaited.

        Raises:
            OutboxError: it asks for what is not given.
        """
        missing = self.asks - context.keys()
        if missing:
            raise OutboxError(f"{_name(self.function)} asks for {', '.join(sorted(missing))}")
        return self.function(event, **{name: context[name] for name in self.asks})

    async def __call__(self, event: Event[Any] | UnknownEvent, **context: object) -> None:
        """Call the function and wait for its end; a plain one runs in a thread."""
        if inspect.iscoroutinefunction(self.function):
            result = self.call(event, **context)
        else:
            result = await asyncio.to_thread(self.call, event, **context)
        if inspect.isawaitable(result):
            await result


class Handlers:
    """The handlers of a consumer. Each event goes to one: of its message, or else its channel, its vendor, or the rest.

    It may be called with an event anywhere, as in a route or a task: `await handlers(event)`.
    """

    def __init__(self) -> None:
        self._by_name: dict[str, Handler] = {}
        self._otherwise: Handler | None = None

    @overload
    def on(
        self, name: ChannelName[EventT] | MessageName[EventT]
    ) -> Callable[
        [Callable[Concatenate[EventT, ...], object]], Callable[Concatenate[EventT, ...], object]
    ]: ...
    @overload
    def on(
        self, name: str
    ) -> Callable[
        [Callable[Concatenate[Any, ...], object]], Callable[Concatenate[Any, ...], object]
    ]: ...
    def on(self, name: str) -> Callable[..., Any]:
        """Return a decorator that registers the handler of a message, a channel or a vendor.

        Args:
            name: of `vodhooks_contracts.messages` or `.channels`, so that the event has its type; or as text.

        Raises:
            NameNotFound: no contract has it.
            OutboxError: it has a handler, or the function asks for what is not offered.
        """
        known = _known_names()
        if name not in known:
            raise NameNotFound(name, known)

        def register(function: FunctionT) -> FunctionT:
            if name in self._by_name:
                raise OutboxError(f"{name} has two handlers")
            self._by_name[str(name)] = _handler(function)
            return function

        return register

    def otherwise(
        self, function: Callable[Concatenate[Event[Any] | UnknownEvent, ...], object]
    ) -> Callable[Concatenate[Event[Any] | UnknownEvent, ...], object]:
        """Register the handler of all other events, those of unknown kinds included. There has to be one.

        Raises:
            OutboxError: there are two, or the function asks for what is not offered.
        """
        if self._otherwise is not None:
            raise OutboxError("there are two handlers for the rest")
        self._otherwise = _handler(function)
        return function

    def check(self, *, transactions: bool) -> None:
        """Check that each event has a handler.

        Args:
            transactions: whether a connection can be given to those that ask for one.

        Raises:
            OutboxError: there is none for the rest, or one asks for a connection that cannot be given.
        """
        rest = self._rest()
        for handler in (*self._by_name.values(), rest):
            if handler.transactional and not transactions:
                raise OutboxError(
                    f"{_name(handler.function)} asks for the connection, which only PostgreSQL has"
                )

    def find(self, event: Event[Any] | UnknownEvent) -> Handler:
        """Return the handler of an event.

        Raises:
            OutboxError: there is none for the rest.
        """
        channel = event.channel or ""
        message = event.message if isinstance(event, Event) else channel
        for name in (message, channel, channel.partition(".")[0]):
            if name in self._by_name:
                return self._by_name[name]
        return self._rest()

    async def __call__(self, event: Event[Any] | UnknownEvent, **context: object) -> None:
        """Call the handler of an event, and wait for its end.

        Args:
            event: of `vodhooks.parse`.
            context: what handlers ask for by name: `summary`, `connection`.

        Raises:
            OutboxError: there is no handler for the rest, or it asks for what is not given.
            Exception: what the handler raises.
        """
        await self.find(event)(event, **context)

    def _rest(self) -> Handler:
        if self._otherwise is None:
            raise OutboxError("there is no handler for the rest: decorate one with @otherwise")
        return self._otherwise


def _known_names() -> set[str]:
    channels = catalogue().channels
    received = {message for channel in channels.values() for message in channel.messages}
    return {*channels, *received, *(name.partition(".")[0] for name in channels)}


def _handler(function: Callable[..., object]) -> Handler:
    _, *others = inspect.signature(function).parameters.values()
    foreign = [
        each.name
        for each in others
        if each.name not in OFFERED
        and each.default is each.empty
        and each.kind not in {each.VAR_POSITIONAL, each.VAR_KEYWORD}
    ]
    if foreign:
        offered = "; ".join(f"{name} is {meaning}" for name, meaning in OFFERED.items())
        raise OutboxError(f"{_name(function)} asks for {', '.join(foreign)}; {offered}")
    handler = Handler(function, frozenset(each.name for each in others) & OFFERED.keys())
    if handler.transactional and inspect.iscoroutinefunction(function):
        raise OutboxError(
            f"{_name(function)} asks for the connection, which blocks: make it a plain function"
        )
    return handler


def _name(function: Callable[..., object]) -> str:
    return getattr(function, "__qualname__", repr(function))
