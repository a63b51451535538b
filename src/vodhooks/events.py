"""From bytes to an event: decode, identify, validate. Whether the bytes come from the vendor is for `vodhooks.signatures`."""

from __future__ import annotations

from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, overload

from vodhooks.catalogue import message as message_of
from vodhooks.classification import Outcome, canonical, content_hash, occurred_at
from vodhooks.decoding import decode
from vodhooks.errors import ContractViolation
from vodhooks.identification import SINGLE_MESSAGE, UnknownKind, identify
from vodhooks.pointers import ABSENT, parse_pointer, resolve

if TYPE_CHECKING:
    from datetime import datetime

    from typing_extensions import TypeVar as TypeVarWithDefault

    from vodhooks.classification import Classification
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Violation
    from vodhooks.validation import Validator

__all__ = ["ChannelName", "Event", "MessageName", "UnknownEvent", "event_of", "parse"]

OutcomeT = TypeVar("OutcomeT", bound="Event[Any] | UnknownEvent")
OutcomeT_co = TypeVar("OutcomeT_co", covariant=True)
PayloadT_co = TypeVar("PayloadT_co", covariant=True)
# The import would cost a tenth of the first `parse`, and before Python 3.13 `typing` has no defaults.
if TYPE_CHECKING:
    ModelT_co = TypeVarWithDefault("ModelT_co", covariant=True, default=Any)
else:
    ModelT_co = TypeVar("ModelT_co", covariant=True)


class ChannelName(str, Generic[OutcomeT_co]):
    """A channel's name that knows what `parse` returns for it; `vodhooks_contracts.channels` holds one for each channel.

    That is `Event[...]`, or `Event[...] | UnknownEvent` on a channel that keeps messages of unknown kinds.
    """

    __slots__ = ()


class MessageName(str, Generic[OutcomeT_co]):
    """A message's full name that knows the type of its events; `vodhooks_contracts.messages` holds one for each."""

    __slots__ = ()


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
        """What identifies the event on its channel, for deduplication; empty for a reply without identity.

        Numbers that are the same look the same: 30.0 is 30. It is the hash of the content where the same thing is notified
        repeatedly. Where a part of it is missing, that is None; where one is missing or blank, the hash of the content is added,
        since the other parts would be those of other events too.
        """
        parts = [self._at(pointer) for pointer in message_of(self.message).identity]
        found = tuple(
            None if part is ABSENT else cast("JsonValue", canonical(part)) for part in parts
        )
        is_whole = found and not any(
            part is None or (isinstance(part, str) and not part.strip()) for part in found
        )
        if is_whole or not self.channel:
            return found
        return (*found, content_hash(cast("JsonValue", self.payload), self.channel).hex())

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


class UnknownEvent:
    """A payload of a kind that has no contract, on a channel that keeps such events.

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
def parse(body: bytes, channel: ChannelName[OutcomeT]) -> OutcomeT: ...
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
        NotIdentified: without a channel, no contract fits; `AmbiguousMessage` where several do.
        ContractViolation: the payload breaks the contract of its message.
    """
    payload = decode(body)
    found = SINGLE_MESSAGE.get(channel) or identify(payload, channel)
    if type(found) is UnknownKind:
        return UnknownEvent(found.channel, found.kind, cast("dict[str, Any]", payload), body)
    drifts = not found.accepts_without_drift(payload)
    if drifts and not found.tolerates(payload):
        raise ContractViolation(found.explain_violations(payload))
    event: Event[Any] = Event()
    event._validator = found  # noqa: SLF001 # filled here: a call of __init__ would cost a tenth of a small event
    event.payload = payload
    event.body = body
    event._drifts = drifts  # noqa: SLF001 # likewise
    return event


def event_of(found: Classification) -> Event[Any] | UnknownEvent:
    """Return the event of a body that has been classified.

    Raises:
        NotJson: the body is not JSON.
        NotIdentified: no contract fits it.
        ContractViolation: it breaks the contract of its message.
    """
    if found.error:
        raise found.error
    if found.kind is not None:
        return UnknownEvent(
            found.channel or "", found.kind, cast("dict[str, Any]", found.payload), found.body
        )
    if found.outcome is Outcome.QUARANTINED and found.report:
        raise ContractViolation(found.report)
    event: Event[Any] = Event()
    event._validator = cast("Validator", found.validator)  # noqa: SLF001 # as above
    event.payload = found.payload
    event.body = found.body
    event._drifts = found.drifts  # noqa: SLF001 # as above
    return event
