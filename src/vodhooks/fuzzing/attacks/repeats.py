"""Attacks on how a receiver tells events apart: the same event more than once, and different ones that look alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from vodhooks.catalogue import message as message_of
from vodhooks.fuzzing.attacks.likeness import about_the_same, free_place, keeps_contract
from vodhooks.fuzzing.attacks.making import explained
from vodhooks.fuzzing.cases import Case, Expectation, Family, Volley
from vodhooks.pointers import ABSENT, parse_pointer, put, resolve
from vodhooks.testing.samples import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vodhooks.engines import Path
    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.sending.requests import Request

__all__ = ["cases"]

Payload: TypeAlias = "dict[str, Any]"

CROWD = 50
"""How many deliveries are made at once."""

APART_SECONDS = 2.0
"""How much earlier than the second delivery the first was signed, in seconds: schemes count whole ones."""

UNKNOWN_KIND = "AnEventOfAKindThatNobodyKnowsYet"
UNKNOWN_MEMBER = "unknownMember"


def _accepted(name: str, title: str, reason: str, implied_by: str | None = None) -> Family:
    return Family(f"repeat/{name}", Expectation.ACCEPT, title, reason, implied_by)


STORED = _accepted(
    "once",
    "a single delivery, whose effect is counted",
    "What was answered with success is in nobody's hands but the receiver's. An event that is not in the store then is gone.",
    "contract/sample",
)
SAME_MOMENT = _accepted(
    "same-moment",
    "two events that were signed in the same moment",
    "The signature covers the time alone, so that events of the same moment share it. Whoever takes a signature that was seen "
    "before for a replay loses every event of that moment but one.",
    STORED.name,
)
SAME = _accepted(
    "same",
    "the same delivery twice",
    "A vendor that has not read the answer delivers again. An event that is stored again is acted upon twice.",
    SAME_MOMENT.name,
)
RETRY = _accepted(
    "signed-afresh",
    "the same event again with a fresh signature",
    "A retry may be signed when it is sent, and then differs from the first delivery in its signature alone: whoever tells "
    "deliveries apart by their bytes stores the event twice.",
    SAME.name,
)
REWRITTEN = _accepted(
    "rewritten",
    "the same event again with its members in another order",
    "JSON objects have no order, and a retry may be written anew: whoever tells deliveries apart by their bytes stores the event "
    "twice.",
    SAME.name,
)
COPIES = _accepted(
    "at-once",
    f"{CROWD} copies of a delivery at once",
    "Copies may arrive while the first is still being stored. Whoever looks first and then writes stores several, and whoever "
    "lets the database refuse the second answers an error for an event that is in safe hands.",
    SAME.name,
)
OTHER_BODY = _accepted(
    "other-body",
    "an event that comes again with another content",
    "A vendor may deliver an event again with more in it than before. Refused, what is new is lost.",
    SAME_MOMENT.name,
)
OTHER_BODIES = _accepted(
    "other-bodies-at-once",
    f"{CROWD} versions of an event at once",
    "They may arrive together. Whoever lets the database refuse all but one answers errors for an event that it knows.",
    OTHER_BODY.name,
)
KINDS = _accepted(
    "kinds",
    "two kinds of message about the same thing",
    "The kind of message belongs to what identifies an event. Without it, the later message passes for a copy of the "
    "earlier one and is lost.",
    SAME_MOMENT.name,
)
NUMBERS = _accepted(
    "large-numbers",
    "two events whose numbers differ beyond 2^53",
    "These integers have 64 bits. Where they pass through floating point numbers, as in JavaScript, neighbours become the same "
    "number, and one of the two events is taken for a copy of the other.",
    SAME_MOMENT.name,
)
CASE = _accepted(
    "letter-case",
    "two events whose identifiers differ in upper and lower case only",
    "Identifiers are compared byte for byte. A database column that ignores case takes one of the two events for a copy of the "
    "other.",
    SAME_MOMENT.name,
)
BLANK = _accepted(
    "trailing-blank",
    "two events whose identifiers differ in a blank at the end only",
    "Identifiers are compared byte for byte. A database column that pads or trims takes one of the two events for a copy of the "
    "other.",
    SAME_MOMENT.name,
)
FORMS = _accepted(
    "unicode-forms",
    "two events whose identifiers differ in their Unicode form only",
    "Identifiers are compared byte for byte. Whoever normalises them takes one of the two events for a copy of the other.",
    SAME_MOMENT.name,
)
DIFFERENT = _accepted(
    "different-at-once",
    f"{CROWD} different events at once",
    "Vendors deliver in bursts. An event that was answered with success and is not stored is gone for good.",
    SAME_MOMENT.name,
)
UNKNOWN = _accepted(
    "unknown-kinds",
    "two events of a kind that has no contract yet",
    "The vendor adds kinds of events and delivers them here without asking. What identifies them is not known, so that "
    "different contents are different events.",
    SAME_MOMENT.name,
)
CHANNELS = _accepted(
    "channels",
    "the same identifier on two channels",
    "What identifies an event does so on its own channel. Without the channel, one of the two events is taken for a copy of the "
    "other.",
)
BROKEN = Family(
    "repeat/broken-contract",
    Expectation.REFUSE,
    "an authentic delivery that breaks the contract, twice",
    "What breaks the contract is no event that the application could act upon; at most one copy is worth keeping, to look at.",
)
STRANGER = Family(
    "repeat/stranger",
    Expectation.DENY,
    "a stranger's delivery, whose effect is counted",
    "A refusal is worth nothing if the event is in the store before it is spoken.",
    "signature/wrong",
)

_ENDINGS = ((CASE, "-a", "-A"), (BLANK, "-a", "-a "), (FORMS, "-\u00e9", "-e\u0301"))
"""Endings that make of one identifier two that are easily taken for each other."""


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    message = aim.channel.messages[0]
    number, text = (free_place(message, kind) for kind in (int, str))
    # Signed a little earlier than anything else, so that nobody takes it for a replay.
    yield _case(aim, STORED, lambda aim: (aim.delivery(_event(aim), aim.clock() - APART_SECONDS),), (1, 1))
    yield _case(aim, SAME, lambda aim: (_delivery(aim),) * 2, (1, 1))
    if aim.signer is not None:
        yield _case(aim, RETRY, lambda aim: _apart(aim, *[_event(aim)] * 2), (1, 1))
    yield _case(aim, REWRITTEN, _rewritten, (1, 1))
    yield _case(aim, COPIES, lambda aim: (_delivery(aim),) * CROWD, (1, 1), together=True)
    yield _case(aim, OTHER_BODY, lambda aim: _versions(aim, 2), (1, 2))
    yield _case(aim, OTHER_BODIES, lambda aim: _versions(aim, CROWD), (1, CROWD), together=True)
    if aim.signer is not None:
        yield _case(aim, SAME_MOMENT, _same_moment, (2, 2))
    if _both_kinds(aim):
        yield _case(aim, KINDS, _both_kinds, (2, 2))
    if number:
        yield _case(aim, NUMBERS, lambda aim: _neighbours(aim, number), (2, 2))
    for family, *endings in _ENDINGS if text else ():
        if keeps_contract(message, *_ending(examples(message)[0], text, endings)):
            yield _case(aim, family, partial(_twins, text, endings), (2, 2))
    yield _case(aim, DIFFERENT, lambda aim: tuple(_delivery(aim) for _ in range(CROWD)), (CROWD, CROWD), together=True)
    if aim.channel.keeps_unknown and aim.channel.discriminator:
        yield _case(aim, UNKNOWN, _unknown, (2, 2))
    if _both_channels(aim):
        yield _case(aim, CHANNELS, _both_channels, (2, 2))
    yield _case(aim, BROKEN, _broken, (0, 1))
    if aim.stranger is not None:
        yield _case(aim, STRANGER, lambda aim: (_delivery(aim.stranger or aim),), (0, 0))


def _case(
    aim: Aim, family: Family, requests: Callable[[Aim], tuple[Request, ...]], stored: tuple[int, int], *, together: bool = False
) -> Case:
    name, family = aim.channel.name, explained(family, aim.channel)
    return Case(f"{name}/{family.name}", family, name, lambda aim: Volley(requests(aim), together, stored), alone=True)


def _event(aim: Aim) -> dict[str, Any]:
    return aim.event(aim.channel.messages[0])


def _delivery(aim: Aim) -> Request:
    return aim.delivery(_event(aim))


def _apart(aim: Aim, first: Payload, second: Payload) -> tuple[Request, ...]:
    """Return deliveries that were not signed at the same moment, and so have signatures of their own."""
    now = aim.clock()
    return aim.delivery(first, now - APART_SECONDS), aim.delivery(second, now)


def _rewritten(aim: Aim) -> tuple[Request, ...]:
    signed = aim.signed(_event(aim))
    return aim.request(orjson.dumps(signed)), aim.request(orjson.dumps(dict(reversed(signed.items()))))


def _versions(aim: Aim, count: int) -> tuple[Request, ...]:
    event = _event(aim)
    return tuple(aim.delivery({**event, UNKNOWN_MEMBER: version}) for version in range(count))


def _same_moment(aim: Aim) -> tuple[Request, ...]:
    moment = aim.clock()
    return aim.delivery(_event(aim), moment), aim.delivery(_event(aim), moment)


def _neighbours(aim: Aim, place: Path) -> tuple[Request, ...]:
    """Return two events whose numbers are the same once they have been doubles: those are even there, and ties go to fours."""
    event, four = _event(aim), 2**53 + 4 * next(aim.numbers)
    return _apart(aim, put(event, place, four), put(event, place, four + 1))


def _twins(place: Path, endings: Sequence[str], aim: Aim) -> tuple[Request, ...]:
    return _apart(aim, *_ending(_event(aim), place, endings))


def _ending(payload: Payload, place: Path, endings: Sequence[str]) -> list[Payload]:
    return [put(payload, place, f"{resolve(payload, place)}{ending}") for ending in endings]


def _both_kinds(aim: Aim) -> tuple[Request, ...]:
    """Return messages of two kinds that are about the same thing, or nothing where a channel has no two such."""
    event = _event(aim)
    for other in aim.channel.messages[1:]:
        alike = about_the_same(other, event, aim)
        if alike is not None:
            return _apart(aim, event, alike)
    return ()


def _both_channels(aim: Aim) -> tuple[Request, ...]:
    """Return messages of two channels that are about the same thing, or nothing where there are no two such."""
    event = _event(aim)
    for other in aim.others.values():
        first = other.channel.messages[0]
        alike = None if other.channel == aim.channel else about_the_same(first, event, other)
        if alike is not None and message_of(first).identity == message_of(aim.channel.messages[0]).identity:
            return aim.delivery(event), other.delivery(alike)
    return ()


def _unknown(aim: Aim) -> tuple[Request, ...]:
    kind = parse_pointer(aim.channel.discriminator or "")
    return _apart(aim, put(_event(aim), kind, UNKNOWN_KIND), put(_event(aim), kind, UNKNOWN_KIND))


def _broken(aim: Aim) -> tuple[Request, ...]:
    """Return a delivery twice that lacks a member that its contract demands."""
    event = _event(aim)
    told_by = parse_pointer(aim.channel.discriminator or "")
    lacking = (put(event, (name,), ABSENT) for name in event if (name,) != told_by)
    return (aim.delivery(next(payload for payload in lacking if not keeps_contract(aim.channel.messages[0], payload))),) * 2
