"""Attacks with payloads: all that the contract allows, and each of its rules broken at each place. Signed in any case."""

from __future__ import annotations

from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from vodhooks.catalogue import channel as channel_of
from vodhooks.fuzzer.attacks.cases import UNKNOWN_KIND, case, changed
from vodhooks.fuzzer.checks import CHECKS, Expectation
from vodhooks.payloads.boundaries import Boundary, every_boundary
from vodhooks.payloads.invalid import every_break
from vodhooks.payloads.samples import examples
from vodhooks.payloads.sampling import sample_evenly
from vodhooks.pointers import ABSENT, parse_pointer, pointer_of, put
from vodhooks.vendor.endpoints import Endpoint
from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.pointers import Path

__all__ = ["cases", "every_case"]


VARIANTS = 3000
"""How many payloads are made of a channel's contracts at most, as many of each message: a channel may have dozens."""

KINDS = 200
"""How many payloads with another kind are made at most, as many of each sort."""

_ALLOWED = {
    Boundary.PRESENCE: "contract/optional-members",
    Boundary.NULL: "contract/null",
    Boundary.VALUE: "contract/listed-value",
    Boundary.BOUND: "contract/bound",
    Boundary.NUMBER: "contract/number",
    Boundary.EMPTY: "contract/empty",
    Boundary.TEXT: "contract/text",
    Boundary.LONG: "contract/long",
    Boundary.UNKNOWN_MEMBER: "contract/unknown-member",
    Boundary.UNKNOWN_VALUE: "contract/unknown-value",
}
_BROKEN = {
    "required": "contract/missing",
    "type": "contract/type",
    "const": "contract/value",
    "enum": "contract/value",
    "anyOf": "contract/type",
    "oneOf": "contract/type",
    "not": "contract/value",
    "pattern": "contract/pattern",
    "additionalProperties": "contract/closed",
}


class _Variant(NamedTuple):
    """A payload to be delivered: the check, its name, the message, and where it was changed."""

    check: str
    detail: str
    message: str
    payload: Any
    place: Path


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    yield case(endpoint.channel, "contract/in-time", "", Endpoint.delivery, alone=True)
    variants = (*_variants(endpoint.channel.name), *_kinds(endpoint.channel.name))
    yield from _cases(endpoint, variants)


def every_case(endpoint: Endpoint, message: str) -> Iterator[Case]:
    """Yield the cases for one message of a channel, none left out, however many messages the channel has."""
    yield from _cases(endpoint, _message_variants(endpoint.channel, message, None))


def _cases(endpoint: Endpoint, variants: Iterable[_Variant]) -> Iterator[Case]:
    for variant in variants:
        check = variant.check
        kept = (
            endpoint.signature_members.intersection(variant.place[:1])
            if endpoint.signer
            else frozenset[str]()
        )
        if kept:
            if CHECKS[check].expectation is Expectation.ACCEPT:
                continue  # signing would put another value there
            check = "contract/signature"
        attack = partial(
            changed,
            message=variant.message,
            payload=variant.payload,
            place=variant.place,
            kept=kept,
        )
        yield case(
            endpoint.channel,
            check,
            variant.detail,
            attack,
            message=variant.message,
            place=pointer_of(variant.place),
        )


@cache
def _variants(name: str) -> tuple[_Variant, ...]:
    """Return what the contracts of a channel's messages allow and what they do not, what tells the message left out."""
    channel = channel_of(name)
    limit = VARIANTS // len(channel.messages) // 2
    return tuple(
        chain.from_iterable(
            _message_variants(channel, message, limit) for message in channel.messages
        )
    )


def _message_variants(channel: Channel, message: str, limit: int | None) -> Iterator[_Variant]:
    """Yield what a message's contract allows and what it does not, of either so many at most."""
    discriminator = parse_pointer(channel.discriminator or "")
    called = f"{message.removeprefix(channel.name)[1:]}/" if len(channel.messages) > 1 else ""
    for number, item in enumerate(examples(message)):
        yield _Variant("contract/sample", f"{called}{number}", message, item, ())
    for edge in every_boundary(message, limit):
        check = _ALLOWED[edge.boundary]
        yield _Variant(check, f"{called}{edge.name}", message, edge.payload, edge.place)
    for fault in every_break(message, limit):
        if not discriminator or fault.place != discriminator:
            check = _BROKEN.get(fault.keyword, "contract/out-of-bounds")
            yield _Variant(check, f"{called}{fault.name}", message, fault.payload, fault.place)


@cache
def _kinds(name: str) -> tuple[_Variant, ...]:
    """Return payloads on a channel that do not tell their message, or tell one that is unknown or retired."""
    channel = channel_of(name)
    place = parse_pointer(channel.discriminator or "")
    if not place:
        return ()
    unknown = "contract/unknown-kind" if channel.keeps_unknown else "contract/kind"
    first = channel.messages[0]
    found = [_Variant(unknown, "alone", first, _nested(place, UNKNOWN_KIND), place)]
    others = [
        (kind, how, value)
        for kind in channel.message_by_kind
        for how, value in _others(kind).items()
        if not (isinstance(value, str) and value in channel.message_by_kind)
    ]
    for kind, how, value in sample_evenly(others, KINDS, lambda each: each[1]):
        message = channel.message_by_kind[kind]
        check = unknown if isinstance(value, str) else "contract/kind"
        changed_kind = put(examples(message)[0], place, value)
        found.append(_Variant(check, f"{kind}/{how}", message, changed_kind, place))
    found += _envelopes(channel, put(examples(first)[0], place, UNKNOWN_KIND))
    bare = put(examples(first)[0], place, ABSENT)
    for number, retired in enumerate(channel.retired):
        old = _nested(parse_pointer(retired.pointer), UNKNOWN_KIND)
        found.append(_Variant("contract/retired", str(number), first, {**bare, **old}, place))
    return tuple(found)


def _envelopes(channel: Channel, event: Any) -> Iterator[_Variant]:
    """Yield an event of an unknown kind with odd values beside its kind, in members that belong to no kind."""
    if channel.keeps_unknown:
        signed = sample_signature(channel.signature)
        for name in channel.excluded_from_comparison:
            for how, value in _ODD.items() if name not in signed else ():
                yield _Variant(
                    "contract/envelope",
                    f"{name}/{how}",
                    channel.messages[0],
                    put(event, (name,), value),
                    (name,),
                )


_ODD: Mapping[str, object] = {
    "null": None,
    "number": 7,
    "fraction": 0.5,
    "true": True,
    "array": ["a"],
    "object": {"a": 1},
    "empty": "",
    "long": "x" * 10_000,
}


def _nested(tokens: tuple[str, ...], value: object) -> Any:
    """Return objects within one another with nothing in them but a value at the end."""
    return {tokens[0]: _nested(tokens[1:], value)} if tokens else value


def _others(kind: str) -> dict[str, object]:
    """Return what may stand where the kind of a message should, by what it is."""
    return {
        "missing": ABSENT,
        "null": None,
        "number": 7,
        "true": True,
        "array": [kind],
        "object": {kind: kind},
        "empty": "",
        "other-case": kind.swapcase(),
        "blank-before": f" {kind}",
        "blank-behind": f"{kind} ",
        "newline-behind": f"{kind}\n",
        "nul-behind": f"{kind}\0",
        "longer": f"{kind}~",
        "shorter": kind[:-1],
        "unknown": UNKNOWN_KIND,
        "inherited": "constructor",
        "prototype": "__proto__",
        "astral": "\U00020bb7",
        "long": "x" * 10_000,
    }
