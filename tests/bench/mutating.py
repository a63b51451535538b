"""Mutants of the contracts: one keyword of one message weakened or tightened, in all ways that make sense for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.support.messages import VARIED_MESSAGES
from vodhooks.catalogue import bundle, catalogue
from vodhooks.pointers import pointer_of, put
from vodhooks.schemas import subschemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.pointers import Path

_LONG = frozenset({"tencent.vod.edit_media_complete"})
"""Messages with the same rules as others, at hundreds of places."""

MUTATED_MESSAGES = tuple(
    message
    for message in VARIED_MESSAGES
    if message not in _LONG and catalogue().messages[message].channel
)
"""The messages of which mutants are made: they are pushed, and have every kind of rule among them."""

KINDS = ("null", "boolean", "integer", "number", "string", "array", "object")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A message's contract with one keyword changed.

    Attributes:
        message: full name of the message.
        pointer: JSON Pointer to the keyword in the message's bundle.
        change: what became of it, in a few words.
        schema: the changed bundle.
    """

    message: str
    pointer: str
    change: str
    schema: dict[str, Any]

    @property
    def name(self) -> str:
        """Unique among all mutants, and stable."""
        return f"{self.message}{self.pointer}: {self.change}"


def every_mutant() -> list[Mutant]:
    """Return the mutants of the messages that are tried."""
    return [mutant for message in MUTATED_MESSAGES for mutant in mutants(message)]


def mutants(message: str) -> Iterator[Mutant]:
    """Yield every mutant of a message's contract."""
    whole = bundle(message)
    for place, schema in _schemas(whole, ()):
        for keyword, change, changed in (*_weakened(schema), *_tightened(schema)):
            pointer = pointer_of((*place, *keyword))
            yield Mutant(message, pointer, change, put(whole, place, changed))


def _schemas(schema: dict[str, Any], place: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    yield place, schema
    for step, inner in subschemas(schema):
        yield from _schemas(inner, (*place, *step))


_Change = tuple[tuple[str | int, ...], str, dict[str, Any]]
_Step = tuple[tuple[str | int, ...], str, object]
_ANNOTATIONS = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})
_LOW = ("minimum", "minLength", "minItems")
_HIGH = ("maximum", "maxLength", "maxItems")
_ADDED: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "string": {
        "is not empty": {"minLength": 1},
        "fits a column": {"maxLength": 255},
        "fits a text column": {"maxLength": 65_535},
        "is ASCII": {"pattern": "^[\\x01-\\x7f]*$"},
        "is on one line": {"pattern": "^[^\\n]*$"},
        "has no NUL": {"pattern": "^[^\\x00]*$"},
        "is in the basic plane": {"pattern": "^[\\x00-\\uffff]*$"},
        "is always the same": {"const": "x"},
        "is one of two": {"enum": ["", "text"]},
    },
    "integer": {
        "is not negative": {"minimum": 0},
        "is positive": {"minimum": 1},
        "has 31 bits": {"maximum": 2**31 - 1},
        "has 53 bits": {"maximum": 2**53},
        "is always the same": {"const": 10},
        "is even": {"multipleOf": 2},
    },
    "number": {
        "is not negative": {"minimum": 0},
        "is small": {"maximum": 10**9},
        "is whole": {"multipleOf": 1},
        "is always the same": {"const": 10},
    },
    "boolean": {"is true": {"const": True}, "is false": {"const": False}},
    "array": {
        "is not empty": {"minItems": 1},
        "is short": {"maxItems": 16},
        "has no duplicates": {"uniqueItems": True},
    },
    "object": {
        "is not empty": {"minProperties": 1},
        "is closed": {"additionalProperties": False},
        "has strings for unknown members": {"additionalProperties": {"type": "string"}},
        "has no null for unknown members": {"additionalProperties": {"not": {"type": "null"}}},
        "has words for names": {"propertyNames": {"pattern": "^[A-Za-z_]+$"}},
    },
}
"""What may be demanded beside a type."""


def _weakened(schema: dict[str, Any]) -> Iterator[_Change]:
    for keyword, value in schema.items():
        if keyword not in _ANNOTATIONS and keyword != "properties":
            yield (keyword,), "dropped", _without(schema, keyword)
        for step, change, changed in _WEAKER.get(keyword, _nothing)(value):
            yield (keyword, *step), change, {**schema, keyword: changed}


def _tightened(schema: dict[str, Any]) -> Iterator[_Change]:
    for keyword, value in schema.items():
        for step, change, changed in _STRICTER.get(keyword, _nothing)(value):
            yield (keyword, *step), change, {**schema, keyword: changed}
    required = schema.get("required", [])
    for name in schema.get("properties", ()):
        if name not in required:
            yield ("properties", name), "required", {**schema, "required": [*required, name]}
    for kind in _listed(schema.get("type", [])):
        for change, added in _ADDED.get(kind, {}).items():
            if not added.keys() & schema.keys():
                yield ("type",), f"{kind} {change}", {**schema, **added}


def _nothing(_: Any) -> Iterator[_Step]:
    return iter(())


def _without_each(members: dict[str, Any]) -> Iterator[_Step]:
    for name in members:
        yield (name,), "dropped", _without(members, name)


def _less_each(items: list[Any]) -> Iterator[_Step]:
    for index in range(len(items)):
        yield (index,), "dropped", items[:index] + items[index + 1 :]


def _more_kinds(value: Any) -> Iterator[_Step]:
    kinds = _listed(value)
    for kind in KINDS:
        if kind not in kinds and not (kind == "integer" and "number" in kinds):
            yield (), f"also {kind}", [*kinds, kind]


def _less_kinds(value: Any) -> Iterator[_Step]:
    kinds = _listed(value)
    for kind in kinds if len(kinds) > 1 else ():
        yield (), f"not {kind}", [item for item in kinds if item != kind]
    if "number" in kinds:
        yield (), "integer for number", ["integer" if kind == "number" else kind for kind in kinds]


def _patterns(value: str) -> Iterator[_Step]:
    yield (), "without its start", value.removeprefix("^")
    yield (), "without its end", value.removesuffix("$")
    yield (), "in either case", f"(?i){value}"


def _other_constants(value: Any) -> Iterator[_Step]:
    yield (), "another", f"{value}~" if isinstance(value, str) else value + 1


def _by(step: int) -> Callable[[int], Iterator[_Step]]:
    return lambda value: iter((((), f"{step:+}", value + step),))


_WEAKER: Mapping[str, Callable[[Any], Iterator[_Step]]] = {
    "properties": _without_each,
    "required": _less_each,
    "type": _more_kinds,
    "pattern": _patterns,
    **dict.fromkeys(_LOW, _by(-1)),
    **dict.fromkeys(_HIGH, _by(1)),
}
_STRICTER: Mapping[str, Callable[[Any], Iterator[_Step]]] = {
    "anyOf": _less_each,
    "oneOf": _less_each,
    "enum": _less_each,
    "type": _less_kinds,
    "const": _other_constants,
    "items": lambda _: iter((((), "none", False),)),
    **dict.fromkeys(_LOW, _by(1)),
    **dict.fromkeys(_HIGH, _by(-1)),
}
"""What becomes of a keyword's value: where in it, in a few words, and the new value."""


def _without(members: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in members.items() if key != name}


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
