"""Attacks with payloads: all that the contract allows, and each of its rules broken at each place. Signed in any case."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from vodhooks.catalogue import channel as channel_of
from vodhooks.fuzzing.attacks.making import case, changed
from vodhooks.fuzzing.cases import Expectation, Family
from vodhooks.pointers import ABSENT, parse_pointer, put
from vodhooks.testing.boundaries import Boundary, every_boundary
from vodhooks.testing.breaking import every_break
from vodhooks.testing.growing import STRANGER
from vodhooks.testing.samples import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.engines import Path
    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case

__all__ = ["cases"]


def _valid(name: str, title: str, reason: str) -> Family:
    return Family(f"contract/{name}", Expectation.ACCEPT, title, reason, None if name == "sample" else "contract/sample")


def _invalid(name: str, title: str, reason: str) -> Family:
    return Family(f"contract/{name}", Expectation.REFUSE, title, reason)


SAMPLE = _valid("sample", "a sample payload", "The samples are the vendor's own, and what it sends every day.")
ALLOWED = {
    Boundary.PRESENCE: _valid(
        "optional-members",
        "a payload with other optional members than usual",
        "What the contract does not require may be absent, alone or together with all the rest.",
    ),
    Boundary.NULL: _valid("null", "a null that the contract allows", "The vendor sends null for what it has no value for."),
    Boundary.VALUE: _valid("listed-value", "a value that the contract lists", "The vendor lists the value."),
    Boundary.BOUND: _valid("bound", "a bound that is met exactly", "What meets a bound is within it."),
    Boundary.NUMBER: _valid(
        "number",
        "a number that is rare",
        "The contract allows the number: 64 bits, negative ones, fractions where it says number, and 1.0 for 1 as JSON does.",
    ),
    Boundary.EMPTY: _valid("empty", "an empty string, array or object", "Nothing says that there is something in it."),
    Boundary.TEXT: _valid(
        "text",
        "a string with rare characters",
        "Titles and names are written by people: any character may be in them, and each has to survive parsing and storing.",
    ),
    Boundary.LONG: _valid(
        "long", "a long string or array", "The vendor bounds neither; a column or a buffer that does cannot store the event."
    ),
    Boundary.UNKNOWN_MEMBER: _valid(
        "unknown-member",
        "a member that the contract does not know",
        "Vendors add members without asking; whoever refuses them stops receiving on that day.",
    ),
    Boundary.UNKNOWN_VALUE: _valid(
        "unknown-value",
        "a value that the contract does not list, where its list is open",
        "Vendors add to their lists without asking; whoever refuses what is new stops receiving on that day.",
    ),
}
UNKNOWN_KIND = _valid(
    "unknown-kind",
    "a kind of message that the contract does not know, on a channel that keeps such",
    "Every kind of event of the account is delivered here, and the vendor adds kinds without asking.",
)

MISSING = _invalid("missing", "a payload without a required member", "Whoever reads the event later finds nothing there.")
TYPE = _invalid(
    "type", "a value of a type that the contract does not allow", "Whoever reads the event later expects another type."
)
VALUE = _invalid("value", "a value that the contract excludes", "Whoever reads the event later takes it for something else.")
PATTERN = _invalid("pattern", "a string that almost has the form that the contract asks for", "The form is part of the contract.")
BOUND = _invalid("out-of-bounds", "a bound that is passed by little", "What stores or shows the value relies on the bound.")
CLOSED = _invalid(
    "closed", "a member where the contract allows no further ones", "The contract closes what it knows to be whole."
)
KIND = _invalid(
    "kind",
    "a payload that does not tell which message it is",
    "Without a kind that has a contract nothing can be said about the rest, and nobody can act upon it.",
)
RETIRED = _invalid(
    "retired",
    "a format that the vendor has given up",
    "An account that still sends it needs to be switched over, and only a refusal makes that known.",
)
SIGNATURE = Family(
    "contract/signature",
    Expectation.DENY,
    "a signature that breaks the contract",
    "Only the vendor can sign; what is no signature is a stranger's.",
    "signature/wrong",
)

_BROKEN = {
    "required": MISSING,
    "type": TYPE,
    "const": VALUE,
    "enum": VALUE,
    "anyOf": TYPE,
    "oneOf": TYPE,
    "not": VALUE,
    "pattern": PATTERN,
    "additionalProperties": CLOSED,
}


class _Variant(NamedTuple):
    """A payload to be delivered: its family, its name, the message, and where it was changed."""

    family: Family
    detail: str
    message: str
    payload: Any
    place: Path


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for variant in (*_variants(aim.channel.name), *_kinds(aim.channel.name)):
        family = variant.family
        kept = aim.signing.intersection(variant.place[:1]) if aim.signer else frozenset[str]()
        if kept:
            if family.expectation is Expectation.ACCEPT:
                continue  # signing would put another value there
            family = SIGNATURE
        attack = partial(changed, message=variant.message, payload=variant.payload, place=variant.place, kept=kept)
        yield case(aim.channel, family, variant.detail, attack)


@cache
def _variants(name: str) -> tuple[_Variant, ...]:
    """Return what the contracts of a channel's messages allow and what they do not, what tells the message left out."""
    channel = channel_of(name)
    told_by = parse_pointer(channel.discriminator or "")
    found: list[_Variant] = []
    for message in channel.messages:
        called = f"{message.removeprefix(channel.name)[1:]}/" if len(channel.messages) > 1 else ""
        found += [_Variant(SAMPLE, f"{called}{number}", message, item, ()) for number, item in enumerate(examples(message))]
        found += [
            _Variant(ALLOWED[edge.boundary], f"{called}{edge.name}", message, edge.payload, edge.place)
            for edge in every_boundary(message)
        ]
        found += [
            _Variant(_BROKEN.get(fault.keyword, BOUND), f"{called}{fault.name}", message, fault.payload, fault.place)
            for fault in every_break(message)
            if not told_by or fault.place != told_by
        ]
    return tuple(found)


@cache
def _kinds(name: str) -> tuple[_Variant, ...]:
    """Return payloads on a channel that do not tell their message, or tell one that is unknown or retired."""
    channel = channel_of(name)
    place = parse_pointer(channel.discriminator or "")
    if not place:
        return ()
    unknown = UNKNOWN_KIND if channel.keeps_unknown else KIND
    first = channel.messages[0]
    found = [_Variant(unknown, "alone", first, _nested(place, STRANGER), place)]
    for kind, message in channel.message_by_kind.items():
        sample = examples(message)[0]
        for how, value in _others(kind).items():
            if not (isinstance(value, str) and value in channel.message_by_kind):
                family = unknown if isinstance(value, str) else KIND
                found.append(_Variant(family, f"{kind}/{how}", message, put(sample, place, value), place))
    bare = put(examples(first)[0], place, ABSENT)
    for number, retired in enumerate(channel.retired):
        old = _nested(parse_pointer(retired.pointer), STRANGER)
        found.append(_Variant(RETIRED, str(number), first, {**bare, **old}, place))
    return tuple(found)


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
        "unknown": STRANGER,
        "inherited": "constructor",
        "prototype": "__proto__",
        "astral": "\U00020bb7",
        "long": "x" * 10_000,
    }
