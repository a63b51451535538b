"""Judges traffic and gathers, place by place, what drifts and what breaks the contract. What it all means is for others.

Memory is bounded by the contract, not by the traffic: a rule that payloads fail has a bounded number of places, and each
place a bounded shape. Places beyond that are one place, whose last step is `*`, as the items of an array are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle, catalogue
from vodhooks.classification import classify_payload
from vodhooks.drift.findings import Findings, Kinds, Place, Window
from vodhooks.drift.shapes import Room
from vodhooks.drift.traffic import Unusable
from vodhooks.errors import MessageNotFound, clip
from vodhooks.pointers import ABSENT, parse_pointer, pointer_of, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.drift.findings import Kind
    from vodhooks.drift.traffic import Sighting
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Report, Violation

__all__ = ["gather", "unknown_holder"]

PLACES = 40
"""How many places a rule has before further ones are one."""

NODES = 1000
"""How many nodes the shapes of the places of a rule have together."""

VALUES = 20
"""How many different values of a place are held, and kinds of message of a channel."""

VALUE_LENGTH = 100
"""How long a value that is held may be, in characters of JSON."""

VIOLATIONS = 10_000
"""How many places of one payload are looked at."""


@dataclass(slots=True)
class _Rule:
    """A rule that payloads fail: its places, the one for those beyond, and the room for all their shapes."""

    kind: Kind
    message: str
    places: dict[str, Place] = field(default_factory=dict)
    beyond: Place | None = None
    room: Room = field(default_factory=lambda: Room(NODES))

    def __iter__(self) -> Iterator[Place]:
        yield from self.places.values()
        if self.beyond:
            yield self.beyond

    def place(self, pointer: str, value: object, violation: Violation, sighting: Sighting) -> Place:
        """Return the finding for a place, a new one if need be; a pointer that was too long to be held leads to no value."""
        if pointer in self.places:
            return self.places[pointer]
        folded = value is ABSENT or len(self.places) >= PLACES
        if folded and self.beyond:
            return self.beyond
        found = Place(
            kind=self.kind,
            message=self.message,
            pointer=f"{pointer.rpartition('/')[0]}/*" if folded else pointer,
            keyword=violation.keyword,
            schema_pointer=violation.schema_pointer,
            expected=violation.message,
            window=Window.of(sighting),
            folded=folded,
        )
        if folded:
            self.beyond = found
        else:
            self.places[pointer] = found
        return found


def gather(traffic: Iterable[Sighting | Unusable], name: str | None = None) -> Findings:
    """Judge traffic and gather what drifts and what breaks the contract.

    Args:
        traffic: the payloads.
        name: full name of the message, or of the channel, of payloads that came without a channel. Without one their content
            decides.

    Raises:
        MessageNotFound: `name` names neither a message nor a channel.
    """
    known = {**catalogue().messages, **catalogue().channels}
    if name is not None and name not in known:
        raise MessageNotFound(name, known)
    found = Findings([])
    rules: dict[tuple[str, str, str], _Rule] = {}
    for each in traffic:
        if isinstance(each, Unusable):
            found.outcomes[each.kind] += 1
            found.unusable.setdefault(each.kind, each)
        else:
            report = _judged(each, each.channel or name, found)
            if report:
                _note(report, each, rules)
                found.omitted += report.omitted
    found.places = sorted(
        (place for rule in rules.values() for place in rule),
        key=lambda place: (place.kind == "violation", place.message, place.pointer, place.folded, place.expected),
    )
    return found


def _judged(sighting: Sighting, name: str | None, found: Findings) -> Report | None:
    """Judge a payload, count what became of it, and return the report if there is something to note."""
    message = name if name in catalogue().messages else None
    classified = classify_payload(sighting.payload, None if message else name, message=message)
    if classified.error:
        found.outcomes["not-identified"] += 1
        unusable = Unusable("not-identified", sighting.place, str(classified.error))
        found.unusable.setdefault("not-identified", unusable)
        return None
    report = classified.explain(limit=VIOLATIONS)
    if report is None:
        _note_kind(classified.channel or "", classified.kind or "", sighting, found)
        return None
    found.messages[report.message] += 1
    if not (report.violations or report.drift):
        found.outcomes["known"] += 1
        return None
    found.outcomes["broken" if report.violations else "drifting"] += 1
    return report


def _note_kind(channel: str, kind: str, sighting: Sighting, found: Findings) -> None:
    found.outcomes["unknown-kind"] += 1
    noted = found.kinds.get(channel)
    if noted is None:
        noted = found.kinds[channel] = Kinds(channel, Window.of(sighting))
    noted.window.widen(sighting)
    noted.count += 1
    kind = clip(kind)
    if kind in noted.kinds or len(noted.kinds) < VALUES:
        noted.kinds[kind] += 1


def _note(report: Report, sighting: Sighting, rules: dict[tuple[str, str, str], _Rule]) -> None:
    concerned: dict[int, Place] = {}
    for violation in (*report.violations, *report.drift):
        key = (report.message, violation.schema_pointer, violation.message)
        rule = rules.get(key)
        if rule is None:
            kind = "violation" if report.violations else _kind(report.message, violation.schema_pointer)
            rule = rules[key] = _Rule(kind, report.message)
        pointer, value = _generalised(violation.instance_pointer, sighting.payload)
        place = rule.place(pointer, value, violation, sighting)
        place.count += 1
        if value is not ABSENT and violation.keyword != "required":
            place.shape.see(value, rule.room if rule.kind == "unknown-member" else Room(0))
            _note_value(place, value)
        concerned[id(place)] = place
    for place in concerned.values():
        place.payloads += 1
        place.window.widen(sighting)


def _note_value(place: Place, value: JsonValue) -> None:
    """Hold a value that is no array and no object, as far as there is room."""
    if isinstance(value, (dict, list)) or (isinstance(value, str) and len(value) > VALUE_LENGTH):
        place.more_values = True
        return
    text = json.dumps(value, ensure_ascii=False)
    if text in place.values or (len(place.values) < VALUES and len(text) <= VALUE_LENGTH):
        place.values[text] += 1
    else:
        place.more_values = True


def _generalised(pointer: str, payload: JsonValue) -> tuple[str, Any]:
    """Return a pointer with `*` for every index and what it leads to: ABSENT, where it was cut for its length."""
    tokens: list[str] = []
    value: Any = payload
    for token in parse_pointer(pointer):
        tokens.append("*" if isinstance(value, list) else token)
        value = resolve(value, (token,))
    return pointer_of(tokens), value


@cache
def _kind(message: str, schema_pointer: str) -> Kind:
    """Return what drift is, by where the keyword that objects stands."""
    if unknown_holder(message, schema_pointer) is not None:
        return "unknown-member"
    return "unknown-value" if schema_pointer.endswith("/anyOf") else "beyond-bound"


def unknown_holder(message: str, schema_pointer: str) -> tuple[str, ...] | None:
    """Return the place in the bundle of the object whose unknown members a keyword of the strict twin objects to, if it does."""
    tokens = parse_pointer(schema_pointer)
    wire = bundle(message)
    for index, token in enumerate(tokens):
        # What stands in the twin alone was derived: a map in the contract allows members of any name on the wire too.
        if token == "additionalProperties" and resolve(wire, tokens[: index + 1]) is ABSENT:  # noqa: S105 # no secret but a keyword
            return (
                tokens[:index] if len(tokens) - index <= 2 else None
            )  # one further step: the keyword of a schema for unknown members
    return None
