"""Breaks payloads in one place: for each rule of a message's contract, a payload that only this rule refuses.

The rest of each payload is without drift. That nothing else refuses it is not believed but tried: the contract without
the one rule accepts it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.engines import judge
from vodhooks.pointers import pointer_of, resolve
from vodhooks.testing.growing import STRANGER, grow, inner_paths, node_at
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from vodhooks.decoding import JsonValue
    from vodhooks.engines import Path
    from vodhooks.testing.demands import Demands
    from vodhooks.testing.growing import Site

__all__ = ["BrokenPayload", "Rule", "broken", "every_fault", "rules"]

_ONE_OF_EACH: tuple[JsonValue, ...] = ("text", 7, 0.5, True, None, [], {}, "7", "0.5", "true", "")
_AT_ITSELF = frozenset({"type", "const", "enum"})
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class BrokenPayload:
    """A payload that breaks one rule of its message's contract, and nothing else.

    Attributes:
        message: full name of the message.
        name: of the case, unique among the message's rules and stable.
        payload: the payload.
        pointer: JSON Pointer to the place, as a violation has it: for a missing member, to the object that lacks it.
        keyword: the keyword that the one violation names.
        schema_pointer: JSON Pointer to that keyword in the message's bundle.
        rule: JSON Pointer to the rule that alone refuses the payload. Differs from `schema_pointer` within an anyOf, where
            the union is what a payload breaks, and in naming the member for `required`: `/required/0`.
    """

    message: str
    name: str
    payload: Any
    pointer: str
    keyword: str
    schema_pointer: str
    rule: str


@dataclass(frozen=True, slots=True)
class Rule:
    """An assertion in a bundle: the schema that it stands in, its keyword, and for `required` which of the names."""

    schema: Path
    keyword: str
    index: int | None = None

    @property
    def path(self) -> Path:
        """Where the rule stands in the bundle."""
        return (*self.schema, self.keyword) if self.index is None else (*self.schema, self.keyword, self.index)


@cache
def rules(message: str) -> tuple[Rule, ...]:
    """Return every assertion of a message's contract, in the order of its bundle. Conditions assert nothing."""
    return tuple(_rules(_wire(message)))


@cache
def _wire(message: str) -> dict[str, Any]:
    return bundle(message)


def every_fault(message: str) -> Iterator[BrokenPayload]:
    """Yield a broken payload for each rule of a message's contract: the same ones, in the same order, every time.

    A rule that another one implies, such as a length beside a pattern, has none. Where a string must match a pattern, the
    message's samples are asked for one that does.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    strict = bundle(message, "strict")
    choices = _Simplest(strict)
    for rule in rules(message):
        grown = grow(strict, choices, rule.schema)
        cases = (case for site in grown.sites_of(rule.schema) for case in broken(message, grown.payload, rule, site))
        yield from islice(cases, 1)


def broken(message: str, payload: JsonValue, rule: Rule, site: Site) -> Iterator[BrokenPayload]:
    """Yield what becomes of a payload when a rule is broken at one of its sites, in all ways that break nothing else."""
    schema = node_at(_wire(message), rule.schema)
    named = rule.path if rule.index is None else (*rule.path[:-1], schema["required"][rule.index])
    name = pointer_of(named).removeprefix("/").removeprefix("$defs/")
    place = (*site.place, STRANGER) if rule.keyword == "additionalProperties" else site.place
    path = site.union if site.union and rule.keyword in _AT_ITSELF else (*rule.schema, rule.keyword)
    for candidate in _candidates(rule, schema, resolve(payload, site.place)):
        broken_payload = deepcopy(_replaced(payload, site.place, candidate))
        case = BrokenPayload(
            message, name, broken_payload, pointer_of(place), str(path[-1]), pointer_of(path), pointer_of(rule.path)
        )
        if _breaks_one_rule(case) and _accepts_without(message, rule)(broken_payload):
            yield case


def _breaks_one_rule(case: BrokenPayload) -> bool:
    found = validator(case.message).report(case.payload).violations
    return [(item.instance_pointer, item.keyword, item.schema_pointer) for item in found] == [
        (case.pointer, case.keyword, case.schema_pointer)
    ]


@cache
def _accepts_without(message: str, rule: Rule) -> Callable[[JsonValue], bool]:
    """Return a judge by the contract without one of its rules."""
    wire = bundle(message)
    *above, last = rule.path
    holder = node_at(wire, tuple(above))
    del holder[last]
    return judge(wire, "jsonschema-rs").accepts


def _rules(wire: dict[str, Any]) -> Iterator[Rule]:
    for path in _paths(wire, (), {()}):
        schema = node_at(wire, path)
        for keyword in schema if isinstance(schema, dict) else ():
            if keyword == "required":
                yield from (Rule(path, keyword, index) for index in range(len(schema[keyword])))
            elif keyword in _BREAKS or (keyword == "additionalProperties" and schema[keyword] is False):
                yield Rule(path, keyword)


def _paths(wire: dict[str, Any], path: Path, seen: set[Path]) -> Iterator[Path]:
    yield path
    for inner in inner_paths(wire, path):
        if inner not in seen:
            seen.add(inner)
            yield from _paths(wire, inner, seen)


def _candidates(rule: Rule, schema: dict[str, Any], value: Any) -> Iterator[JsonValue]:
    """Yield values that may break a rule where a valid one stands, near misses first."""
    demand = schema[rule.keyword]
    if rule.keyword == "required":
        if isinstance(value, dict):
            yield {name: member for name, member in value.items() if name != demand[rule.index]}
    elif rule.keyword == "additionalProperties":
        if isinstance(value, dict):
            yield {**value, STRANGER: None}
    else:
        yield from _BREAKS[rule.keyword](demand, value)


def _other_values(listed: Sequence[JsonValue]) -> Iterator[JsonValue]:
    for value in listed:
        if isinstance(value, str):
            yield from (f"{value}~", value.swapcase())
        elif isinstance(value, (int, float)):
            yield from (value - 1, value + 1)
    yield from _ONE_OF_EACH


def _mismatches(value: Any) -> Iterator[JsonValue]:
    if isinstance(value, str):
        yield from (f"{value[:-1]}~", f"~{value[1:]}", f"{value[:-1]}\n", value.swapcase(), f"{value}~", f"{value}\n", "~", "")


def _longer(value: Any, length: int) -> Iterator[JsonValue]:
    if isinstance(value, str):
        yield value.ljust(length, "x")
    elif isinstance(value, list) and value:
        yield (value * length)[:length]


_BREAKS: Mapping[str, Callable[[Any, Any], Iterable[JsonValue]]] = {
    "type": lambda _, __: _ONE_OF_EACH,
    "const": lambda demand, _: _other_values([demand]),
    "enum": lambda demand, _: _other_values(demand),
    "pattern": lambda _, value: _mismatches(value),
    "minimum": lambda demand, _: (demand - 1, demand - 0.5),
    "maximum": lambda demand, _: (demand + 1, demand + 0.5),
    "minLength": lambda demand, value: (value[: demand - 1],) if isinstance(value, str) else (),
    "maxLength": lambda demand, value: _longer(value, demand + 1),
    "minItems": lambda demand, value: (value[: demand - 1],) if isinstance(value, list) else (),
    "maxItems": lambda demand, value: _longer(value, demand + 1),
    "not": lambda demand, _: [demand["const"]] if "const" in demand else demand.get("enum", _ONE_OF_EACH),
}


def _replaced(payload: Any, place: Path, value: JsonValue) -> Any:
    """Return a payload with another value at a place; what is not on the way there is shared."""
    if not place:
        return value
    first, *rest = place
    copied = payload.copy()
    copied[first] = _replaced(payload[first], tuple(rest), value)
    return copied


class _Simplest:
    """Choices that make payloads small."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        self._samples = dict.fromkeys(_strings(bundle.get("examples")))

    def branch(self, options: Sequence[Path]) -> Path:
        return options[0]

    def present(self) -> bool:
        return False

    def length(self, low: int, high: int | None) -> int:
        del high
        return low

    def kind(self, kinds: Sequence[str]) -> str:
        return kinds[0]

    def listed(self, values: Sequence[JsonValue]) -> JsonValue:
        return values[0]

    def scalar(self, kind: str, demands: Demands) -> JsonValue:
        if kind == "string":
            return self._string(demands)
        if kind in {"boolean", "null"}:
            return True if kind == "boolean" else None
        number = max(1, demands.low.get("minimum", 1))
        number = min(number, demands.high.get("maximum", number))
        return next((near for near in (number, number + 1, number - 1) if demands.allows(near)), number)

    def strangers(self, known: Collection[str], *, drifting: bool) -> Sequence[str]:
        del known, drifting
        return ()

    def anything(self) -> JsonValue:
        return _TEXT

    def _string(self, demands: Demands) -> str:
        if demands.patterns:
            matching = (text for text in self._samples if all(re.fullmatch(item, text) for item in demands.patterns))
            return next(matching, _TEXT)
        low, high = demands.bounds("Length")
        text = _TEXT.ljust(low, "x")[:high]
        return text if demands.allows(text) else f"{text[:-1]}y"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
