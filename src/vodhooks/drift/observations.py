"""Checks traffic against the contract and gathers, place by place, what drifts and what breaks it.

Memory is bounded by the contract, not by the traffic: a rule that payloads fail has a bounded number of places, and each
place has a bounded shape. All places beyond that are counted as one, whose pointer ends in `*`, as for array items.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle, catalogue
from vodhooks.catalogue import message as message_of
from vodhooks.classification import classify_payload
from vodhooks.drift.findings import Findings, Kinds, Place, Window
from vodhooks.drift.shapes import NodeBudget
from vodhooks.drift.traffic import Skipped
from vodhooks.errors import MessageNotFound, clip
from vodhooks.pointers import ABSENT, parse_pointer, pointer_of, put, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.drift.findings import Kind
    from vodhooks.drift.traffic import Observation
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Report, Violation

__all__ = ["gather", "unknown_holder"]

PLACES = 40
"""How many places a rule has; further ones are counted as one."""

NODES = 1000
"""How many nodes the shapes of all places of a rule have together."""

VALUES = 20
"""How many different values of a place are held, and kinds of message of a channel."""

VALUE_LENGTH = 100
"""How long a value that is held may be, in characters of JSON."""

VIOLATIONS = 10_000
"""How many places of one payload are gathered."""


@dataclass(slots=True)
class _FailedRule:
    """A rule that payloads fail: its places, one more for all beyond `PLACES`, and the node budget of their shapes."""

    kind: Kind
    message: str
    places: dict[str, Place] = field(default_factory=dict)
    overflow: Place | None = None
    budget: NodeBudget = field(default_factory=lambda: NodeBudget(NODES))

    def __iter__(self) -> Iterator[Place]:
        yield from self.places.values()
        if self.overflow:
            yield self.overflow

    def place(
        self, pointer: str, value: object, violation: Violation, observation: Observation
    ) -> Place:
        """Return the finding for a place, or add one. A pointer that was clipped has no value."""
        if pointer in self.places:
            return self.places[pointer]
        is_overflow = value is ABSENT or len(self.places) >= PLACES
        if is_overflow and self.overflow:
            return self.overflow
        found = Place(
            kind=self.kind,
            message=self.message,
            pointer=f"{pointer.rpartition('/')[0]}/*" if is_overflow else pointer,
            keyword=violation.keyword,
            schema_pointer=violation.schema_pointer,
            expected=violation.message,
            window=Window.of(observation),
            overflow=is_overflow,
        )
        if is_overflow:
            self.overflow = found
        else:
            self.places[pointer] = found
        return found


def gather(traffic: Iterable[Observation | Skipped], name: str | None = None) -> Findings:
    """Check traffic and gather what drifts and what breaks the contract.

    Args:
        traffic: the payloads.
        name: full name of the message or channel of payloads that came without a channel. Without it their content
            decides.

    Raises:
        MessageNotFound: `name` names neither a message nor a channel.
    """
    known = {**catalogue().messages, **catalogue().channels}
    if name is not None and name not in known:
        raise MessageNotFound(name, known)
    found = Findings([])
    rules: dict[tuple[str, str, str], _FailedRule] = {}
    for each in traffic:
        if isinstance(each, Skipped):
            found.outcomes[each.kind] += 1
            found.skipped.setdefault(each.kind, each)
        else:
            for observation, report in _check(each, each.channel or name, found):
                _add_report(report, observation, rules)
                found.omitted += report.omitted
    found.places = sorted(
        (place for rule in rules.values() for place in rule),
        key=lambda place: (
            place.kind == "violation",
            place.message,
            place.pointer,
            place.overflow,
            place.expected,
        ),
    )
    return found


def _check(
    observation: Observation, name: str | None, found: Findings
) -> Iterator[tuple[Observation, Report]]:
    """Check a payload, count its outcome, and yield its report if it drifts or breaks the contract.

    A reply that holds events is checked without them, and each event by itself.
    """
    message = name if name in catalogue().messages else None
    classified = classify_payload(observation.payload, None if message else name, message=message)
    if classified.error:
        found.outcomes["not-identified"] += 1
        skipped = Skipped("not-identified", observation.place, str(classified.error))
        found.skipped.setdefault("not-identified", skipped)
        return
    contained = message_of(classified.validator.message).events if classified.validator else None
    events = resolve(observation.payload, parse_pointer(contained.pointer)) if contained else None
    if contained and isinstance(events, list) and events:
        rest = put(observation.payload, parse_pointer(contained.pointer), [])
        yield from _check(observation._replace(payload=rest), classified.message, found)
        for event in events:
            of_event = observation._replace(payload=event, channel=contained.channel)
            yield from _check(of_event, contained.channel, found)
        return
    report = classified.explain(limit=VIOLATIONS)
    if report is None:
        _add_kind(classified.channel or "", classified.kind or "", observation, found)
        return
    found.messages[report.message] += 1
    if not (report.violations or report.drift):
        found.outcomes["known"] += 1
        return
    found.outcomes["broken" if report.violations else "drifting"] += 1
    yield observation, report


def _add_kind(channel: str, kind: str, observation: Observation, found: Findings) -> None:
    found.outcomes["unknown-kind"] += 1
    noted = found.kinds.get(channel)
    if noted is None:
        noted = found.kinds[channel] = Kinds(channel, Window.of(observation))
    noted.window.widen(observation)
    noted.count += 1
    kind = clip(kind)
    if kind in noted.kinds or len(noted.kinds) < VALUES:
        noted.kinds[kind] += 1


def _add_report(
    report: Report, observation: Observation, rules: dict[tuple[str, str, str], _FailedRule]
) -> None:
    concerned: dict[int, Place] = {}
    for violation in (*report.violations, *report.drift):
        key = (report.message, violation.schema_pointer, violation.message)
        rule = rules.get(key)
        if rule is None:
            kind = (
                "violation"
                if report.violations
                else _kind(report.message, violation.schema_pointer)
            )
            rule = rules[key] = _FailedRule(kind, report.message)
        pointer, value = _generalize(violation.instance_pointer, observation.payload)
        place = rule.place(pointer, value, violation, observation)
        place.count += 1
        if value is not ABSENT and violation.keyword != "required":
            place.shape.see(value, rule.budget if rule.kind == "unknown-member" else NodeBudget(0))
            _add_value(place, value)
        concerned[id(place)] = place
    for place in concerned.values():
        place.payloads += 1
        place.window.widen(observation)


def _add_value(place: Place, value: JsonValue) -> None:
    """Count a value that is no array and no object, if it is short and there are not too many."""
    if isinstance(value, (dict, list)) or (isinstance(value, str) and len(value) > VALUE_LENGTH):
        place.more_values = True
        return
    text = json.dumps(value, ensure_ascii=False)
    if text in place.values or (len(place.values) < VALUES and len(text) <= VALUE_LENGTH):
        place.values[text] += 1
    else:
        place.more_values = True


def _generalize(pointer: str, payload: JsonValue) -> tuple[str, Any]:
    """Return a pointer with `*` for every index, and the value there: ABSENT if the pointer was clipped."""
    tokens: list[str] = []
    value: Any = payload
    for token in parse_pointer(pointer):
        tokens.append("*" if isinstance(value, list) else token)
        value = resolve(value, (token,))
    return pointer_of(tokens), value


@cache
def _kind(message: str, schema_pointer: str) -> Kind:
    """Return the kind of drift, by the place of the keyword that fails."""
    if unknown_holder(message, schema_pointer) is not None:
        return "unknown-member"
    return "unknown-value" if schema_pointer.endswith("/anyOf") else "beyond-bound"


def unknown_holder(message: str, schema_pointer: str) -> tuple[str, ...] | None:
    """Return the place in the bundle of the object whose unknown members a keyword of the strict schema refuses, if so."""
    tokens = parse_pointer(schema_pointer)
    wire = bundle(message)
    for index, token in enumerate(tokens):
        # Only a keyword of the strict schema alone was derived: a map of the contract is in the wire schema too.
        if token == "additionalProperties" and resolve(wire, tokens[: index + 1]) is ABSENT:  # noqa: S105 # no secret but a keyword
            return (
                tokens[:index] if len(tokens) - index <= 2 else None
            )  # one further step: the keyword of a schema for unknown members
    return None
