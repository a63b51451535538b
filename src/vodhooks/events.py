"""From bytes to an event: decode, identify, validate. Whether the bytes come from the vendor is for `vodhooks.signatures`."""

from __future__ import annotations

from datetime import UTC, datetime
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, overload

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.decoding import decode
from vodhooks.errors import ContractViolation
from vodhooks.identification import LONE, UnknownKind, canonical, identify
from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    from vodhooks.pointers import JsonValue
    from vodhooks.report import Violation
    from vodhooks.validation import Validator

__all__ = ["ChannelName", "Event", "UnknownEvent", "occurred_at", "parse"]

PayloadT = TypeVar("PayloadT")
ModelT = TypeVar("ModelT")
PayloadT_co = TypeVar("PayloadT_co", covariant=True)
# The import would cost a tenth of the first `parse`, and before Python 3.13 `typing` has no defaults.
if TYPE_CHECKING:
    ModelT_co = TypeVarWithDefault("ModelT_co", covariant=True, default=Any)
else:
    ModelT_co = TypeVar("ModelT_co", covariant=True)


class ChannelName(str, Generic[PayloadT_co, ModelT_co]):
    """A channel's name with the types of its payloads and models; `vodhooks_contracts.channels` has one for each."""

    __slots__ = ()
    __class_getitem__: Any = classmethod(GenericAlias)  # takes one type too, as the default has it


class Event(Generic[PayloadT_co, ModelT_co]):
    """A payload that keeps its contract. Made by `parse`; its attributes are not for changing.

    Attributes:
        payload: the decoded payload, of the generated TypedDict.
        body: the bytes as they arrived.
    """

    __slots__ = ("_drifts", "_model", "_validator", "body", "payload")
    __class_getitem__: Any = classmethod(GenericAlias)  # likewise

    payload: PayloadT_co
    body: bytes
    _validator: Validator
    _drifts: bool
    _model: ModelT_co

    @property
    def message(self) -> str:
        """Full name of the message."""
        return self._validator.message

    @property
    def drifts(self) -> bool:
        """Whether the payload holds what the contract does not know."""
        return self._drifts

    @property
    def channel(self) -> str | None:
        """Name of the channel that the message arrives on, or None for a reply that is fetched."""
        return message_of(self.message).channel

    @property
    def identity(self) -> tuple[JsonValue, ...]:
        """What identifies the event on its channel, for deduplication; empty where the contract names nothing.

        Numbers that are the same look the same: 30.0 is 30.
        """
        return tuple(cast("JsonValue", canonical(self._at(pointer))) for pointer in message_of(self.message).identity)

    @property
    def occurred_at(self) -> datetime | None:
        """When the event happened, or None where the payload does not say."""
        return occurred_at(cast("JsonValue", self.payload), self.channel) if self.channel else None

    @property
    def drift(self) -> tuple[Violation, ...]:
        """What in the payload the contract does not know."""
        return self._validator.report(cast("JsonValue", self.payload)).drift if self._drifts else ()

    @property
    def model(self) -> ModelT_co:
        """The generated pydantic model of the payload; absent members are None. Made, as pydantic is imported, at first use.

        Raises:
            ViewError: the model cannot hold the payload.
        """
        try:
            return self._model
        except AttributeError:
            from vodhooks.model import view

            self._model = view(message_of(self.message), self.payload)
            return self._model

    def _at(self, pointer: str) -> object:
        return resolve(cast("JsonValue", self.payload), parse_pointer(pointer))

    def __repr__(self) -> str:
        return f"<Event {self.message}>"


def occurred_at(payload: JsonValue, channel: str) -> datetime | None:
    """Return when the event of a payload happened, or None where it names no time that a calendar has."""
    where = channel_of(channel).occurred_at
    moment = resolve(payload, parse_pointer(where.pointer)) if where else None
    if where is None or isinstance(moment, bool) or not isinstance(moment, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(moment / (1000 if where.unit == "milliseconds" else 1), UTC)
    except (OverflowError, ValueError, OSError):
        return None


class UnknownEvent:
    """A payload of a kind that has no contract, on a channel where such are events all the same.

    Attributes:
        channel: name of the channel.
        kind: what the discriminator says.
        payload: the decoded payload.
        body: the bytes as they arrived.
    """

    __slots__ = ("body", "channel", "kind", "payload")

    def __init__(self, channel: str, kind: str, payload: dict[str, Any], body: bytes) -> None:
        self.channel: Final = channel
        self.kind: Final = kind
        self.payload: Final = payload
        self.body: Final = body

    def __repr__(self) -> str:
        return f"<UnknownEvent on {self.channel}>"


@overload
def parse(body: bytes, channel: ChannelName[PayloadT, ModelT]) -> Event[PayloadT, ModelT] | UnknownEvent: ...
@overload
def parse(body: bytes, channel: str | None = None) -> Event[Any] | UnknownEvent: ...
def parse(body: bytes, channel: str | None = None) -> Event[Any] | UnknownEvent:
    """Turn a callback's body into an event.

    Args:
        body: the bytes as they arrived.
        channel: the channel that they arrived on. Without one the content decides, where it can.

    Raises:
        NotJson: the bytes are not JSON.
        ChannelNotFound: the catalogue has no such channel.
        NotIdentified: without a channel, nothing tells the message; `AmbiguousMessage` where several fit.
        ContractViolation: the payload breaks the contract of its message.
    """
    payload = decode(body)
    judge = LONE.get(channel) or identify(payload, channel)
    if type(judge) is UnknownKind:
        return UnknownEvent(judge.channel, judge.kind, cast("dict[str, Any]", payload), body)
    event: Event[Any] = Event()
    event._validator = judge  # noqa: SLF001 # filled here: a call of __init__ would cost a tenth of a small event
    event.payload = payload
    event.body = body
    event._drifts = drifts = not judge.accepts_without_drift(payload)  # noqa: SLF001 # likewise
    if drifts and (report := judge.refusal(payload)):
        raise ContractViolation(report)
    return event
