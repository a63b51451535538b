"""Makes events of a payload: sets values in it, and gives each event its own identity."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer, places, pointer_of, put, resolve
from vodhooks.signatures import scheme
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.catalogue import Channel, Message
    from vodhooks.pointers import JsonValue, Path

__all__ = ["pushing_channel", "renumber", "sample", "sample_signature", "set_value"]


def set_value(payload: Mapping[str, Any], pointer: str, value: JsonValue) -> dict[str, Any]:
    """Set a value at a JSON Pointer in a copy of a payload: a member, new or not, or an item; `-` appends one.

    Raises:
        SendingError: the text is no JSON Pointer to a member, or a member on the path is missing.
    """
    try:
        tokens = parse_pointer(pointer)
    except ValueError as error:
        raise SendingError(f"{pointer}: {error}") from None
    if not tokens:
        raise SendingError("the whole payload cannot be set, only what is in it")
    place: list[str | int] = []
    holder: object = payload
    for token in tokens:
        if isinstance(holder, list):
            place.append(_index(token, len(holder), pointer))
        elif isinstance(holder, dict):
            place.append(token)
        else:
            raise SendingError(f"{pointer}: nothing at {pointer_of(place)} that could hold it")
        holder = resolve(holder, place[-1:])
    changed: dict[str, Any] = put(payload, tuple(place), value)
    return changed


def _index(token: str, length: int, pointer: str) -> int:
    if token == "-":  # noqa: S105 # RFC 6901's name for the place after the last item
        return length
    index = int(token) if token.isascii() and token.isdigit() and len(token) < 10 else -1
    if not 0 <= index <= length:
        raise SendingError(f"{pointer}: {token} is no place in an array of {length}")
    return index


def renumber(message: str, payload: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Give a copy of a payload another identity: numbers, also those in strings, are increased; strings get a suffix.

    What the contract fixes, such as the name of the message, stays. The same number gives the same identity.

    Args:
        message: full name of a message that is pushed.
        payload: a payload without its signature.
        number: number of the event, from 1; 0 keeps the identity of the payload.

    Raises:
        SendingError: nothing in the identity can be changed.
    """
    if number == 0:
        return dict(payload)
    known = message_of(message)
    channel = channel_of(known.channel or "")
    signature = sample_signature(channel.signature)
    accepts = validator(message).accepts
    keeps_contract = accepts({**payload, **signature})
    changed: Any = payload
    for place in _identifying_places(payload, known, channel):
        value = resolve(changed, place)
        for candidate in _others(value, number):
            attempt = put(changed, place, candidate)
            if not keeps_contract or accepts({**attempt, **signature}):
                changed = attempt
                break
        if changed is not payload and not known.identity:
            break  # of the content, one value is enough
    if changed is payload:
        identity = ", ".join(known.identity) or "the content"
        raise SendingError(
            f"{message}: nothing in the identity ({identity}) can be given another value"
        )
    return dict(changed)


def _identifying_places(
    payload: Mapping[str, Any], known: Message, channel: Channel
) -> Iterator[Path]:
    """Yield the places of the values that identify an event, what names its kind left out; of a list, its first item."""
    if known.identity:
        for pointer in known.identity:
            if pointer != channel.discriminator:
                place = parse_pointer(pointer)
                yield (*place, 0) if isinstance(resolve(dict(payload), place), list) else place
        return
    kind = parse_pointer(channel.discriminator or "")
    for found, _ in places(dict(payload)):
        if found != kind and found[0] not in channel.excluded_from_comparison:
            yield found


def _others(value: object, number: int) -> Iterator[str | int]:
    """Yield other values of the same form, the most natural first."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield from (value + number, value - number)
    elif isinstance(value, str):
        if value.isascii() and value.isdigit() and len(value) <= 18:
            yield str(int(value) + number).zfill(len(value))
        suffix = f"-{number}"
        yield from (value + suffix, value[: -len(suffix)] + suffix)


@cache
def sample(message: str) -> Mapping[str, Any]:
    """Return the first sample payload of a message."""
    payload: Mapping[str, Any] = bundle(message)["examples"][0]
    return payload


@cache
def sample_signature(signature: str | None) -> Mapping[str, Any]:
    """Return the members of a sample signature of a scheme; none without a scheme."""
    return scheme(signature)("sample").sign_payload({}, 1_700_000_000.0) if signature else {}


def pushing_channel(message: str) -> Channel:
    """Return the channel on which the vendor pushes a message.

    Raises:
        MessageNotFound: the catalogue has no such message.
        SendingError: the message is a reply, which is fetched.
    """
    channel = message_of(message).channel
    if channel is None:
        raise SendingError(f"{message} is a reply that is fetched: no vendor sends it")
    return channel_of(channel)
