"""Payloads at the limits of a message's contract: bounds met exactly, members absent, unusual text.

Each is the fullest payload of a shape, changed in one place. The contract is asked whether it accepts the change.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson

from vodhooks.catalogue import bundle
from vodhooks.payloads.generator import UNKNOWN_PROPERTY, node_at
from vodhooks.payloads.sampling import sample_evenly
from vodhooks.payloads.shapes import shapes
from vodhooks.pointers import ABSENT, places, pointer_of, put, resolve
from vodhooks.schemas import listed_values
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.pointers import JsonValue, Path
    from vodhooks.validation import Validator

    _Edge: TypeAlias = tuple["Boundary", str, JsonValue]
    _Change: TypeAlias = tuple["Boundary", Path, str, object]
    """What goes as far as it may, where, in a word, and what stands there then."""

__all__ = ["Boundary", "BoundaryPayload", "every_boundary"]

LONG = 100_000
"""About how long unbounded strings and arrays are made, in characters."""

MANY = 1_000
"""How many items an unbounded array is given at most."""


class Boundary(StrEnum):
    """Which limit of the contract a payload meets."""

    PRESENCE = "presence"
    """An optional member is absent, or it is the only optional member present."""
    NULL = "null"
    """A member is null."""
    VALUE = "value"
    """A value is one of those that the contract lists."""
    BOUND = "bound"
    """A number, a length or a count meets its bound."""
    NUMBER = "number"
    """A number is zero, negative, large, a fraction or spelled as one."""
    EMPTY = "empty"
    """A string, an array or an object is empty."""
    TEXT = "text"
    """A string holds characters that are rare."""
    LONG = "long"
    """A string or an array that nothing bounds is long."""
    UNKNOWN_MEMBER = "unknown-member"
    """An object has a member that the contract does not know."""
    UNKNOWN_VALUE = "unknown-value"
    """A value is not listed by the contract, but allowed."""


@dataclass(frozen=True, slots=True)
class BoundaryPayload:
    """A payload at a limit of its message's contract.

    Attributes:
        message: full name of the message.
        name: unique for the message, and stable: the place and what is there.
        boundary: which limit it meets.
        payload: the payload.
        place: where it differs from a plain one, as tokens.
    """

    message: str
    name: str
    boundary: Boundary
    payload: Any
    place: Path


def every_boundary(message: str, limit: int | None = None) -> Iterator[BoundaryPayload]:
    """Yield a payload for each boundary of a message's contract. Each call yields the same ones in the same order.

    Args:
        message: full name of the message.
        limit: how many at most, some of each kind; None: all.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    contract = validator(message)
    wire = bundle(message)
    for shape in shapes(message):
        full = shape.generated.payload
        schemas: dict[Path, list[Mapping[str, Any]]] = {}
        for use in shape.generated.uses:
            schemas.setdefault(use.place, []).append(node_at(wire, use.schema))
        changes: list[_Change] = [
            *_presence(full),
            *(
                (boundary, place, how, value)
                for place, value in [((), full), *places(full)]
                for boundary, how, value in _edges(schemas.get(place, ()), value)
            ),
        ]
        share = limit and max(1, limit // len(shapes(message)))
        for boundary, place, how, value in sample_evenly(
            changes, share, lambda each: (each[0], each[2])
        ):
            payload = _changed(contract, full, place, how, value)
            if payload is not ABSENT and contract.accepts(payload):
                name = "/".join(filter(None, (shape.name, pointer_of(place)[1:], how)))
                yield BoundaryPayload(
                    message,
                    name,
                    _or_unknown(contract, boundary, payload),
                    deepcopy(payload),
                    place,
                )


def _or_unknown(contract: Validator, boundary: Boundary, payload: JsonValue) -> Boundary:
    """Return the boundary, or `UNKNOWN_VALUE` where the payload drifts."""
    drifts = boundary is not Boundary.UNKNOWN_MEMBER and not contract.accepts_without_drift(payload)
    return Boundary.UNKNOWN_VALUE if drifts else boundary


def _presence(full: JsonValue) -> Iterator[_Change]:
    """Yield all members, the fewest, and for each member its absence and its presence alone."""
    yield Boundary.PRESENCE, (), "fullest", full
    yield Boundary.PRESENCE, (), "sparsest", ABSENT
    for place, _ in places(full):
        yield Boundary.PRESENCE, place, "absent", ABSENT
        yield Boundary.PRESENCE, place, "alone", ABSENT


def _changed(contract: Validator, full: JsonValue, place: Path, how: str, value: object) -> Any:
    """Return the fullest payload with a change made in it; ABSENT where what is to be absent, or alone, is required."""
    if value is not ABSENT:
        return put(full, place, value)
    if how == "sparsest":
        return _sparse(contract, full, ())
    without = put(full, place, ABSENT)
    if not contract.accepts(without):
        return ABSENT
    return without if how == "absent" else _sparse(contract, full, place)


def _sparse(contract: Validator, payload: JsonValue, kept: Path) -> JsonValue:
    """Return a payload without its optional members, except those that a place needs."""
    for place, _ in places(payload):
        if kept[: len(place)] != place and resolve(payload, place) is not ABSENT:
            without = put(payload, place, ABSENT)
            if contract.accepts(without):
                payload = without
    return payload


def _edges(schemas: Iterable[Mapping[str, Any]], value: JsonValue) -> Iterator[_Edge]:
    """Yield values to try at a place that schemas describe, each once; some may be refused."""
    seen: set[tuple[str, bytes]] = set()
    for schema in schemas:
        for edge in _edges_of(schema, value):
            key = (edge[1], orjson.dumps(edge[2]))
            if key not in seen:
                seen.add(key)
                yield edge


def _edges_of(schema: Mapping[str, Any], value: JsonValue) -> Iterator[_Edge]:
    for index, item in enumerate(listed_values(schema) or ()):
        yield Boundary.VALUE, f"listed-{index}", item
        if isinstance(item, int) and not isinstance(item, bool):
            yield Boundary.NUMBER, f"listed-{index}-as-fraction", float(item)
    for keyword in ("minimum", "maximum"):
        if keyword in schema:
            yield Boundary.BOUND, keyword, schema[keyword]
            yield Boundary.NUMBER, f"{keyword}-as-fraction", float(schema[keyword])
    for keyword in ("minLength", "maxLength"):
        if keyword in schema:
            yield Boundary.BOUND, keyword, "x" * schema[keyword]
            yield Boundary.BOUND, f"{keyword}-of-astral-characters", _ASTRAL * schema[keyword]
    for keyword in ("minItems", "maxItems"):
        if keyword in schema and isinstance(value, list) and value:
            yield Boundary.BOUND, keyword, (value * schema[keyword])[: schema[keyword]]
    kinds = schema.get("type", ())
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        yield from _EDGES[kind](value)


_ASTRAL = "\U00020bb7"
"""A character that is one to JSON Schema, two to UTF-16 and four to UTF-8."""

_LONG_TEXT = "x" * LONG

_TEXTS = {
    "blank": " ",
    "digits": "0012",
    "nul": "a\0b",
    "controls": "\x01\b\t\n\f\r\x1f\x7f\x85",
    "punctuation": "\"'`\\/ </script><!-- &amp; {{7*7}} ${7} %s %00 ' OR 1=1 --",
    "astral": f"{_ASTRAL}\U0001f600",
    "right-to-left": "\u202e\u05e9\u05dc\u05d5\u05dd\u202ce\u0301\u200d\ufe0f",
    "separators": "\u00a0\u2028\u2029\u3000\ufeff\ufffe\uffff\ufffd",
}

_INTEGERS = {
    "zero": 0,
    "one": 1,
    "negative": -1,
    "32-bits": 2**31,
    "beyond-double": 2**53 + 1,
    "least-of-64-bits": -(2**63),
    "most-of-64-bits": 2**63 - 1,
    "as-fraction": 2.0,
}

_FRACTIONS = {
    "fraction": 0.5,
    "negative-fraction": -0.5,
    "tiny": 5e-324,
    "huge": 1.7976931348623157e308,
}


def _strings(_: JsonValue) -> Iterator[_Edge]:
    yield Boundary.EMPTY, "empty", ""
    yield from ((Boundary.TEXT, how, text) for how, text in _TEXTS.items())
    yield Boundary.LONG, "long", _LONG_TEXT


def _integers(_: JsonValue) -> Iterator[_Edge]:
    yield from ((Boundary.NUMBER, how, number) for how, number in _INTEGERS.items())


def _numbers(value: JsonValue) -> Iterator[_Edge]:
    yield from _integers(value)
    yield from ((Boundary.NUMBER, how, number) for how, number in _FRACTIONS.items())


def _arrays(value: JsonValue) -> Iterator[_Edge]:
    yield Boundary.EMPTY, "empty", []
    items: Sequence[Any] = value if isinstance(value, list) else []
    if items:
        many = max(2, min(MANY, LONG // len(orjson.dumps(items))))
        yield Boundary.BOUND, "twice-the-same", [items[0], items[0]]
        yield Boundary.LONG, "long", (list(items) * many)[:many]


def _objects(value: JsonValue) -> Iterator[_Edge]:
    members = value if isinstance(value, dict) else {}
    yield Boundary.EMPTY, "empty", {}
    yield from (
        (Boundary.UNKNOWN_MEMBER, how, {**members, name: item})
        for how, (name, item) in _UNKNOWN_PROPERTIES.items()
    )


_UNKNOWN_PROPERTIES: Mapping[str, tuple[str, JsonValue]] = {
    "unknown-string": (UNKNOWN_PROPERTY, "text"),
    "unknown-null": (UNKNOWN_PROPERTY, None),
    "unknown-object": (UNKNOWN_PROPERTY, {"a": [{}]}),
    "unknown-nameless": ("", 1),
    "unknown-prototype": ("__proto__", {"polluted": True}),
    "unknown-nul": ("a\0b", False),
    "unknown-astral": ("\U0001f600.$ref", [0.5]),
}

_EDGES: Mapping[str, Callable[[JsonValue], Iterable[_Edge]]] = {
    "string": _strings,
    "integer": _integers,
    "number": _numbers,
    "array": _arrays,
    "object": _objects,
    "boolean": lambda _: ((Boundary.VALUE, "true", True), (Boundary.VALUE, "false", False)),
    "null": lambda _: ((Boundary.NULL, "null", None),),
}
