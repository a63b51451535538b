"""Finds out which message a payload is: by its channel where that is known, else by its content."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, NoReturn, final

from vodhooks.catalogue import catalogue
from vodhooks.catalogue import channel as channel_of
from vodhooks.errors import AmbiguousMessage, ContractViolation, NotIdentified
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.report import Report, Violation
from vodhooks.validation import Validator, validator

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.catalogue import Channel
    from vodhooks.pointers import JsonValue

__all__ = ["SINGLE_MESSAGE", "UnknownKind", "identify", "is_clean"]

SINGLE_MESSAGE: dict[str | None, Validator] = {}
"""Validators of channels and replies that have one message only, by name. Filled at first use; a shortcut for `parse`."""


@final
class UnknownKind(NamedTuple):
    """A message without a contract on a channel that keeps such: the channel's name and the discriminator's value."""

    channel: str
    kind: str


def identify(payload: JsonValue, channel: str | None = None) -> Validator | UnknownKind:
    """Return the validator of the message that a payload is, or an `UnknownKind`.

    Args:
        payload: a decoded payload.
        channel: the channel it arrived on, or the name of a reply. Without one the content decides: the value
            of a discriminator, or else which contracts accept the payload.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        ContractViolation: the channel's discriminator is missing, or names a kind that the channel refuses.
        NotIdentified: without a channel, no contract fits; `AmbiguousMessage` where several do.
    """
    if channel is None:
        return _identify_by_content(payload)
    route = _routes.get(channel)
    if route is None:
        return SINGLE_MESSAGE.get(channel) or _identify_first(payload, channel)
    try:
        return route.validators[payload[route.key]]  # type: ignore[index, call-overload] # the slow path takes what is no key
    except (KeyError, TypeError):
        return route.identify(payload)


class DiscriminatorRoute:
    """Leads from the discriminator of a channel's payloads to the validator of the message.

    Attributes:
        channel: the channel.
        validators: validators by value of the discriminator, as far as they have been asked for.
        key: the discriminator's name, where it is a member of the payload itself.
    """

    def __init__(self, channel: Channel, pointer: str) -> None:
        self.channel = channel
        self.validators: dict[object, Validator] = {}
        self._tokens = parse_pointer(pointer)
        self.key: str | None = self._tokens[0] if len(self._tokens) == 1 else None

    def kind(self, payload: JsonValue) -> object:
        """Return the discriminator's value, or ABSENT."""
        return resolve(payload, self._tokens)

    def find_validator(self, payload: JsonValue) -> Validator | None:
        """Return the validator of the message that the discriminator names, if it names one."""
        kind = (
            payload.get(self.key)
            if type(payload) is dict and self.key is not None
            else self.kind(payload)
        )
        if type(kind) is not str:
            return None
        if kind not in self.validators and kind in self.channel.message_by_kind:
            self.validators[kind] = validator(self.channel.message_by_kind[kind])
        return self.validators.get(kind)

    def identify(self, payload: JsonValue) -> Validator | UnknownKind:
        """Return what `identify` returns, for any payload."""
        return self.find_validator(payload) or self._identify_unknown(payload, self.kind(payload))

    def _identify_unknown(self, payload: JsonValue, kind: object) -> UnknownKind:
        if self.channel.keeps_unknown and isinstance(kind, str):
            return UnknownKind(self.channel.name, kind)
        for retired in self.channel.retired:
            if kind is ABSENT and resolve(payload, parse_pointer(retired.pointer)) is not ABSENT:
                self._refuse("not", retired.pointer, retired.reason)
        if not isinstance(payload, dict):
            self._refuse("type", "", "expected an object")
        if kind is ABSENT:
            self._refuse("required", "", f'missing property "{self._tokens[-1]}"')
        if isinstance(kind, str):
            self._refuse(
                "enum",
                self.channel.discriminator or "",
                f"expected one of {', '.join(self.channel.message_by_kind)}",
            )
        return self._refuse("type", self.channel.discriminator or "", "expected a string")

    def _refuse(self, keyword: str, pointer: str, expected: str) -> NoReturn:
        raise ContractViolation(
            Report(self.channel.name, (Violation(keyword, pointer, "", expected, "documented"),))
        )


_routes: dict[str, DiscriminatorRoute] = {}


def _identify_first(payload: JsonValue, name: str) -> Validator | UnknownKind:
    """Identify the first payload of a channel or a reply, and remember how."""
    replies = catalogue().messages
    if name in replies and replies[name].channel is None:
        SINGLE_MESSAGE[name] = validator(name)
        return SINGLE_MESSAGE[name]
    channel = channel_of(name)
    if channel.discriminator is None:
        SINGLE_MESSAGE[name] = validator(channel.messages[0])
        return SINGLE_MESSAGE[name]
    _routes[name] = DiscriminatorRoute(channel, channel.discriminator)
    return _routes[name].identify(payload)


def is_clean(payload: JsonValue) -> bool:
    """Whether the content of a decoded payload says which message it is, and that contract accepts it without drift.

    One pass, for callers that only count: after `identify` a payload without a discriminator is validated again.
    """
    discriminated, undiscriminated = _all_routes()
    for route in discriminated:
        named = route.find_validator(payload)
        if named:
            return named.accepts_without_drift(payload)
    fitting = 0
    for candidate, accepts in undiscriminated:
        if candidate.accepts_without_drift(payload):
            fitting += 1
        elif accepts(payload) and not _lacks_a_member(candidate, payload):
            return False
    return fitting == 1


def _identify_by_content(payload: JsonValue) -> Validator | UnknownKind:
    discriminated, undiscriminated = _all_routes()
    for route in discriminated:
        named = route.find_validator(payload)
        if named:
            return named
    fitting = [candidate for candidate, accepts in undiscriminated if accepts(payload)]
    complete = (
        [candidate for candidate in fitting if not _lacks_a_member(candidate, payload)]
        if len(fitting) > 1
        else fitting
    )
    if len(complete) == 1:
        return complete[0]
    if fitting:
        raise AmbiguousMessage(sorted(candidate.message for candidate in complete or fitting))
    for route in discriminated:
        kind = route.kind(payload)
        if route.channel.keeps_unknown and isinstance(kind, str):
            return UnknownKind(route.channel.name, kind)
    raise NotIdentified


def _lacks_a_member(candidate: Validator, payload: JsonValue) -> bool:
    """Whether a payload that a contract accepts lacks a member that every known payload of it has."""
    return any(place.keyword == "required" for place in candidate.report(payload).drift)


@cache
def _all_routes() -> tuple[
    tuple[DiscriminatorRoute, ...], tuple[tuple[Validator, Callable[[JsonValue], bool]], ...]
]:
    """Return the routes of all discriminators, and the other messages, each with what accepts its payloads."""
    discriminated = tuple(
        DiscriminatorRoute(channel, channel.discriminator)
        for channel in catalogue().channels.values()
        if channel.discriminator
    )
    named = {name for route in discriminated for name in route.channel.messages}
    undiscriminated = [
        validator(name)
        for name, entry in catalogue().messages.items()
        if name not in named and not entry.by_name
    ]
    return discriminated, tuple((other, other.accepts) for other in undiscriminated)
