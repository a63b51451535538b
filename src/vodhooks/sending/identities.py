"""Gives each of several events an identity of its own, in values that the contract allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer, put, resolve
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["renumbered"]


def renumbered(message: str, payload: Mapping[str, Any], number: int, signing: Mapping[str, Any]) -> dict[str, Any]:
    """Return a payload with another identity: integers counted on, numbers written in digits too, strings with a suffix.

    What the contract fixes, such as the name of the message, stays. The same number gives the same identity.

    Args:
        message: full name of a message that is pushed.
        payload: a payload without its signature.
        number: which event, from 1.
        signing: a signature as the contract allows it, so that payloads can be judged.

    Raises:
        SendingError: nothing in the identity is free.
    """
    known = message_of(message)
    accepts = validator(message).accepts
    keeps_contract = accepts({**payload, **signing})
    told_by = channel_of(known.channel or "").discriminator
    changed: Any = payload
    for pointer in known.identity:
        place = parse_pointer(pointer)
        value = resolve(changed, place)
        for candidate in _others(value, number) if pointer != told_by else ():
            attempt = put(changed, place, candidate)
            if not keeps_contract or accepts({**attempt, **signing}):
                changed = attempt
                break
    if changed is payload:
        raise SendingError(f"{message}: nothing in the identity ({', '.join(known.identity)}) can be given another value")
    return dict(changed)


def _others(value: object, number: int) -> Iterator[str | int]:
    """Yield other values like this one, the most natural first."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield from (value + number, value - number)
    elif isinstance(value, str):
        if value.isascii() and value.isdigit() and len(value) <= 18:
            yield str(int(value) + number).zfill(len(value))
        suffix = f"-{number}"
        yield from (value + suffix, value[: -len(suffix)] + suffix)
