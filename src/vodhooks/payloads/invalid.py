"""Breaks payloads in one place: for each rule of a message's contract, payloads that only this rule refuses.

The rest of each payload is without drift. Each payload is checked: the contract without that rule accepts it.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from vodhooks.catalogue import bundle
from vodhooks.engines import compile_schema
from vodhooks.payloads.generator import UNKNOWN_PROPERTY, generate, node_at
from vodhooks.payloads.sampling import sample_evenly
from vodhooks.payloads.shapes import shapes, simplest
from vodhooks.pointers import pointer_of, put, resolve
from vodhooks.schemas import every_applied_path, listed_values
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.payloads.generator import Generated, SchemaUse
    from vodhooks.pointers import JsonValue, Path

    _Candidate: TypeAlias = tuple[str, JsonValue]

__all__ = ["BrokenPayload", "ContractRule", "break_rule", "every_break", "every_fault", "rules"]

_ONE_OF_EACH: Mapping[str, JsonValue] = {
    "string": "text",
    "integer": 7,
    "fraction": 0.5,
    "true": True,
    "false": False,
    "null": None,
    "array": [],
    "object": {},
    "digits": "7",
    "decimal": "0.5",
    "truth": "true",
    "empty": "",
}
_AT_ITSELF = frozenset({"type", "const", "enum"})


@dataclass(frozen=True, slots=True)
class BrokenPayload:
    """A payload that breaks one rule of its message's contract, and nothing else.

    Attributes:
        message: full name of the message.
        name: of the case, unique among those that one function yields for the message, and stable.
        payload: the payload.
        pointer: JSON Pointer to the place, as a violation has it: for a missing member, to the object that lacks it.
        keyword: the keyword that the one violation names.
        schema_pointer: JSON Pointer to that keyword in the message's bundle.
        rule: JSON Pointer to the rule that alone refuses the payload. Differs from `schema_pointer` within an anyOf, where
            the union is what a payload breaks, and in naming the member for `required`: `/required/0`.
        place: where it differs from a payload that keeps the contract, as tokens: for a missing member, where it would be.
        how: the value there instead, in a word or two: `digits`, `missing`, `less-by-1`.
    """

    message: str
    name: str
    payload: Any
    pointer: str
    keyword: str
    schema_pointer: str
    rule: str
    place: Path
    how: str


@dataclass(frozen=True, slots=True)
class ContractRule:
    """An assertion in a bundle: its schema, its keyword, and for `required` the index of the name."""

    schema: Path
    keyword: str
    index: int | None = None

    @property
    def path(self) -> Path:
        """Where the rule stands in the bundle."""
        return (
            (*self.schema, self.keyword)
            if self.index is None
            else (*self.schema, self.keyword, self.index)
        )


@cache
def rules(message: str) -> tuple[ContractRule, ...]:
    """Return every assertion of a message's contract, in the order of its bundle. Conditions assert nothing."""
    return tuple(_rules(_wire(message)))


@cache
def _wire(message: str) -> dict[str, Any]:
    return bundle(message)


def every_fault(message: str) -> Iterator[BrokenPayload]:
    """Yield a broken payload for each rule of a message's contract. Each call yields the same ones in the same order.

    A message that only drifts has none, nor has a rule that another one implies, such as a length beside a pattern.
    Strings that match a pattern are taken from the message's samples.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    if validator(message).only_drifts:
        return
    strict = bundle(message, "strict")
    choices = simplest(strict)
    for rule in rules(message):
        generated = generate(strict, choices, rule.schema)
        cases = (
            case
            for use in generated.uses_of(rule.schema)
            for case in break_rule(message, generated.payload, rule, use)
        )
        yield from islice(cases, 1)


def every_break(message: str, limit: int | None = None) -> Iterator[BrokenPayload]:
    """Yield every payload that breaks one rule of a message's contract: each rule at each place, in every way known here.

    What is broken is the fullest payload of each shape to which the rule applies, or else the smallest to which it
    does. A payload that breaks several rules at once, such as the branches of a union, is yielded once.

    Args:
        message: full name of the message.
        limit: how many at most, of rules of each kind; None: all.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    if validator(message).only_drifts:
        return
    strict = bundle(message, "strict")
    known = rules(message)
    # A rule can be broken in some ten ways at each of its places, and some of them are chosen again.
    chosen = sample_evenly(known, limit and max(1, limit // _WAYS), partial(_kind_of_rule, message))
    fullest = [
        (shape.name, shape.generated, _by_schema(shape.generated)) for shape in shapes(message)
    ]
    seen: set[str] = set()
    found: list[BrokenPayload] = []
    for rule in chosen:
        homes = [
            (name, generated, uses[rule.schema])
            for name, generated, uses in fullest
            if rule.schema in uses
        ]
        if not homes:
            smallest = generate(strict, simplest(strict), rule.schema)
            homes = [("", smallest, smallest.uses_of(rule.schema))]
        for shape, generated, uses in homes:
            for use in uses if limit is None else uses[:1]:
                for case in break_rule(message, generated.payload, rule, use):
                    name = "/".join(filter(None, (shape, pointer_of(case.place)[1:], case.how)))
                    if name not in seen:
                        seen.add(name)
                        named = replace(case, name=name)
                        if limit is None:
                            yield named
                        else:
                            found.append(named)
    yield from sample_evenly(found, limit, lambda case: (case.keyword, case.how))


_WAYS = 3
"""How many of the ways to break a rule are tried on average, where not all can be."""


def _kind_of_rule(message: str, rule: ContractRule) -> tuple[str, str]:
    """Return what rules have in common that ask the same of values: the keyword, and what it demands, lists left out."""
    demand = node_at(_wire(message), rule.schema)[rule.keyword]
    return rule.keyword, "" if rule.keyword in {"enum", "const", "required"} else repr(demand)


def _by_schema(generated: Generated) -> Mapping[Path, list[SchemaUse]]:
    """Return the uses that shaped a payload, by the schema."""
    found: dict[Path, list[SchemaUse]] = {}
    for use in generated.uses:
        found.setdefault(use.schema, []).append(use)
    return found


def break_rule(
    message: str, payload: JsonValue, rule: ContractRule, use: SchemaUse
) -> Iterator[BrokenPayload]:
    """Break a rule of a payload at one of its uses; yield each way that breaks nothing else."""
    schema = node_at(_wire(message), rule.schema)
    named = rule.path if rule.index is None else (*rule.path[:-1], schema["required"][rule.index])
    name = pointer_of(named).removeprefix("/").removeprefix("$defs/")
    place = (*use.place, UNKNOWN_PROPERTY) if rule.keyword == "additionalProperties" else use.place
    differs = place if rule.index is None else (*place, schema["required"][rule.index])
    path = use.union if use.union and rule.keyword in _AT_ITSELF else (*rule.schema, rule.keyword)
    for how, candidate in _candidates(rule, schema, resolve(payload, use.place)):
        broken_payload = deepcopy(put(payload, use.place, candidate))
        case = BrokenPayload(
            message,
            name,
            broken_payload,
            pointer_of(place),
            str(path[-1]),
            pointer_of(path),
            pointer_of(rule.path),
            differs,
            how,
        )
        if _breaks_one_rule(case) and _accepts_without(message, rule)(broken_payload):
            yield case


def _breaks_one_rule(case: BrokenPayload) -> bool:
    found = validator(case.message).report(case.payload).violations
    return [(item.instance_pointer, item.keyword, item.schema_pointer) for item in found] == [
        (case.pointer, case.keyword, case.schema_pointer)
    ]


@cache
def _accepts_without(message: str, rule: ContractRule) -> Callable[[JsonValue], bool]:
    """Return what accepts payloads by the contract without one of its rules."""
    wire = bundle(message)
    *above, last = rule.path
    holder = node_at(wire, tuple(above))
    del holder[last]
    return compile_schema(wire, "jsonschema-rs").accepts


def _rules(wire: dict[str, Any]) -> Iterator[ContractRule]:
    for path in every_applied_path(wire):
        schema = node_at(wire, path)
        for keyword in schema if isinstance(schema, dict) else ():
            if keyword == "required":
                yield from (
                    ContractRule(path, keyword, index) for index in range(len(schema[keyword]))
                )
            elif keyword in _BREAKS or (
                keyword == "additionalProperties" and schema[keyword] is False
            ):
                yield ContractRule(path, keyword)


def _candidates(rule: ContractRule, schema: dict[str, Any], value: Any) -> Iterator[_Candidate]:
    """Yield values that may break a rule in place of a valid one, each with its name, near misses first."""
    demand = schema[rule.keyword]
    if rule.keyword == "required":
        name = demand[rule.index]
        if isinstance(value, dict):
            yield "missing", {key: member for key, member in value.items() if key != name}
    elif rule.keyword == "additionalProperties":
        if isinstance(value, dict):
            yield "unknown", {**value, UNKNOWN_PROPERTY: None}
    else:
        yield from _BREAKS[rule.keyword](demand, value)


def _other_types(value: Any) -> Iterator[_Candidate]:
    yield from _ONE_OF_EACH.items()
    if isinstance(value, int) and not isinstance(value, bool):
        yield from (("half-more", value + 0.5), ("in-digits", str(value)))
    yield from (("in-an-array", [value]), ("in-an-object", {"value": value}))


def _values_beyond(demand: float, how: str, step: int) -> Iterator[_Candidate]:
    """Yield numbers beyond a bound: by one, and by a half where a double can hold that."""
    yield f"{how}-by-1", demand + step
    if abs(demand) < _HALVES:
        yield f"{how}-by-half", demand + step / 2


def _other_values(listed: Sequence[JsonValue]) -> Iterator[_Candidate]:
    for index, value in enumerate(listed):
        suffix = f"-of-{index}" if index else ""
        if isinstance(value, str):
            yield from ((f"longer{suffix}", f"{value}~"), (f"other-case{suffix}", value.swapcase()))
        elif isinstance(value, (int, float)):
            yield from ((f"less{suffix}", value - 1), (f"more{suffix}", value + 1))
    yield from _ONE_OF_EACH.items()


def _mismatching_values(value: Any) -> Iterator[_Candidate]:
    if isinstance(value, str):
        yield from (
            ("other-end", f"{value[:-1]}~"),
            ("other-start", f"~{value[1:]}"),
            ("newline-at-end", f"{value[:-1]}\n"),
            ("other-case", value.swapcase()),
            ("longer", f"{value}~"),
            ("newline-behind", f"{value}\n"),
            ("tilde", "~"),
            ("empty", ""),
        )


def _longer_values(value: Any, length: int) -> Iterator[_Candidate]:
    if isinstance(value, str):
        yield "longer-by-1", value.ljust(length, "x")
    elif isinstance(value, list) and value:
        yield "longer-by-1", (value * length)[:length]


def _shorter_values(value: Any, length: int) -> Iterator[_Candidate]:
    if isinstance(value, (str, list)):
        yield "shorter-by-1", value[:length]


def _excluded_values(demand: dict[str, Any]) -> Iterator[_Candidate]:
    values = listed_values(demand)
    yield from (
        _ONE_OF_EACH.items()
        if values is None
        else ((f"excluded-{index}", value) for index, value in enumerate(values))
    )


_HALVES = 2**52
"""Up to which number doubles have halves."""

_BREAKS: Mapping[str, Callable[[Any, Any], Iterable[_Candidate]]] = {
    "type": lambda _, value: _other_types(value),
    "const": lambda demand, _: _other_values([demand]),
    "enum": lambda demand, _: _other_values(demand),
    "pattern": lambda _, value: _mismatching_values(value),
    "minimum": lambda demand, _: _values_beyond(demand, "less", -1),
    "maximum": lambda demand, _: _values_beyond(demand, "more", 1),
    "minLength": lambda demand, value: _shorter_values(value, demand - 1),
    "maxLength": lambda demand, value: _longer_values(value, demand + 1),
    "minItems": lambda demand, value: _shorter_values(value, demand - 1),
    "maxItems": lambda demand, value: _longer_values(value, demand + 1),
    "not": lambda demand, _: _excluded_values(demand),
}
