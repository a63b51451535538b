"""Which message is this? Told by the channel where there is one, by the content where that is unambiguous."""

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

__all__ = ["LONE", "UnknownKind", "identify", "keeps_its_contract"]

LONE: dict[str | None, Validator] = {}
"""Validators by channel or reply where there is but one, as far as they have been asked for: the short way in."""


@final
class UnknownKind(NamedTuple):
    """What a channel that keeps unknown messages says of one: the channel's name and the discriminator's value."""

    channel: str
    kind: str


def identify(payload: JsonValue, channel: str | None = None) -> Validator | UnknownKind:
    """Return the validator of the message that a payload is, or what is known of a kind without a contract.

    Args:
        payload: a decoded payload.
        channel: the channel it arrived on, or the name of a reply. Without one the content decides: a
            discriminator's value, or else the contracts that accept the payload.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        ContractViolation: the channel's discriminator is missing, or names a kind that the channel refuses.
        NotIdentified: without a channel, no contract fits; `AmbiguousMessage` where several do.
    """
    if channel is None:
        return _recognise(payload)
    way = _ways.get(channel)
    if way is None:
        return LONE.get(channel) or _enter(channel, payload)
    try:
        return way.judges[payload[way.key]]  # type: ignore[index, call-overload] # what is no key is looked at below
    except (KeyError, TypeError):
        return way.judge(payload)


class _Way:
    """The way in to a channel on which the payload tells its message.

    Attributes:
        channel: the channel.
        judges: the validator for each value of the discriminator.
        key: the discriminator's name, where it is a member of the payload itself.
    """

    def __init__(self, channel: Channel, pointer: str) -> None:
        self.channel = channel
        self.judges = {kind: validator(name) for kind, name in channel.message_by_kind.items()}
        self._tokens = parse_pointer(pointer)
        self.key = self._tokens[0] if len(self._tokens) == 1 else None

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
        return self.judges.get(kind) if type(kind) is str else None

    def judge(self, payload: JsonValue) -> Validator | UnknownKind:
        """Return what `identify` returns, for any payload."""
        return self.find_validator(payload) or self._judge_unknown(payload, self.kind(payload))

    def _judge_unknown(self, payload: JsonValue, kind: object) -> UnknownKind:
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


_ways: dict[str, _Way] = {}


def _enter(name: str, payload: JsonValue) -> Validator | UnknownKind:
    """Find the way in to a channel, or to a reply, for the first time."""
    replies = catalogue().messages
    if name in replies and replies[name].channel is None:
        LONE[name] = validator(name)
        return LONE[name]
    channel = channel_of(name)
    if channel.discriminator is None:
        LONE[name] = validator(channel.messages[0])
        return LONE[name]
    _ways[name] = _Way(channel, channel.discriminator)
    return _ways[name].judge(payload)


def keeps_its_contract(payload: JsonValue) -> bool:
    """Whether the content tells the message of a decoded payload, and it keeps that contract and does not drift.

    For whoever only counts: `identify` would leave a payload that nothing names to be judged once more.
    """
    discriminated, undiscriminated = _all_ways()
    for way in discriminated:
        judge = way.find_validator(payload)
        if judge:
            return judge.accepts_without_drift(payload)
    fitting = 0
    for judge, accepts in undiscriminated:
        if judge.accepts_without_drift(payload):
            fitting += 1
        elif accepts(payload) and not _lacks_a_member(judge, payload):
            return False
    return fitting == 1


def _recognise(payload: JsonValue) -> Validator | UnknownKind:
    discriminated, undiscriminated = _all_ways()
    for way in discriminated:
        judge = way.find_validator(payload)
        if judge:
            return judge
    fitting = [judge for judge, accepts in undiscriminated if accepts(payload)]
    complete = (
        [judge for judge in fitting if not _lacks_a_member(judge, payload)]
        if len(fitting) > 1
        else fitting
    )
    if len(complete) == 1:
        return complete[0]
    if fitting:
        raise AmbiguousMessage(sorted(judge.message for judge in complete or fitting))
    for way in discriminated:
        kind = way.kind(payload)
        if way.channel.keeps_unknown and isinstance(kind, str):
            return UnknownKind(way.channel.name, kind)
    raise NotIdentified


def _lacks_a_member(judge: Validator, payload: JsonValue) -> bool:
    """Whether a payload that a contract accepts lacks what every known payload of it has."""
    return any(place.keyword == "required" for place in judge.report(payload).drift)


@cache
def _all_ways() -> tuple[
    tuple[_Way, ...], tuple[tuple[Validator, Callable[[JsonValue], bool]], ...]
]:
    """Return the channels whose payloads tell their message, and the messages that no payload tells with what accepts them."""
    discriminated = tuple(
        _Way(channel, channel.discriminator)
        for channel in catalogue().channels.values()
        if channel.discriminator
    )
    named = {name for way in discriminated for name in way.channel.messages}
    undiscriminated = [
        validator(name)
        for name, entry in catalogue().messages.items()
        if name not in named and not entry.by_name
    ]
    return discriminated, tuple((judge, judge.accepts) for judge in undiscriminated)
