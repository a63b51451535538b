"""Makes events that look alike: of what an identity consists, and where the contract leaves room in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.pointers import ABSENT, parse_pointer, put, resolve
from vodhooks.sending.drafts import specimen
from vodhooks.testing.samples import examples
from vodhooks.validation import validator

if TYPE_CHECKING:
    from vodhooks.engines import Path
    from vodhooks.fuzzing.aiming import Aim

__all__ = ["about_the_same", "free_place", "keeps_contract"]

Payload: TypeAlias = "dict[str, Any]"


def about_the_same(message: str, event: Payload, aim: Aim) -> Payload | None:
    """Return a message with the identity of an event, but for its kind, where the contract has room for it."""
    changed: Payload = aim.event(message)
    for pointer in message_of(message).identity:
        if pointer != aim.channel.discriminator:
            value = resolve(dict(event), parse_pointer(pointer))
            if value is ABSENT:
                return None
            changed = put(changed, parse_pointer(pointer), value)
    return changed if keeps_contract(message, changed) else None


@cache
def free_place(message: str, kind: type) -> Path:
    """Return the place of a value of some type in a message's identity that does not tell its kind, or nothing."""
    known = message_of(message)
    told_by = channel_of(known.channel or "").discriminator
    places = [parse_pointer(pointer) for pointer in known.identity if pointer != told_by]
    sample = examples(message)[0]
    return next((place for place in places if type(resolve(sample, place)) is kind), ())


def keeps_contract(message: str, *payloads: Payload) -> bool:
    """Whether all payloads keep the contract of a message, once they are signed."""
    signature = specimen(channel_of(message_of(message).channel or "").signature)
    return all(validator(message).accepts({**payload, **signature}) for payload in payloads)
