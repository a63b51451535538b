"""JSON Schemas as the contract has them: walking, following, rebuilding and flattening.

Knows the keywords that the contract may use, and no others; `make generate` refuses schemas with any other.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.pointers import JsonValue, Path

__all__ = [
    "CONDITIONS",
    "LISTS",
    "MAPS",
    "SINGLES",
    "WORDS",
    "Schema",
    "SchemaPlace",
    "applied_paths",
    "every_applied_path",
    "every_schema",
    "flatten",
    "follow",
    "listed_values",
    "rebuild",
    "subschemas",
    "types",
]

Schema: TypeAlias = dict[str, Any]

MAPS = frozenset({"properties", "$defs"})
"""Keywords that hold schemas by name."""

LISTS = frozenset({"anyOf", "oneOf"})
"""Keywords that hold a list of schemas."""

SINGLES = frozenset({"items", "additionalProperties", "if", "then", "else", "not"})
"""Keywords that hold one schema."""

CONDITIONS = frozenset({"if", "not"})
"""Keywords whose schema asks rather than demands."""

WORDS = frozenset({"title", "description", "examples"})
"""Keywords for people."""

_LARGEST = 20_000
"""How many schemas a message may have when its references are resolved."""


class SchemaPlace(NamedTuple):
    """A schema inside another.

    Attributes:
        place: where it stands.
        schema: the schema.
        keyword: the keyword that holds it; empty for the outermost schema.
        asks: whether it is part of a condition, and so asks rather than demands.
    """

    place: Path
    schema: Schema
    keyword: str = ""
    asks: bool = False


def types(schema: Mapping[str, Any]) -> list[str]:
    """Return the types that a schema allows; none where it names none."""
    named = schema.get("type", [])
    return [named] if isinstance(named, str) else named


def listed_values(schema: Mapping[str, Any]) -> list[JsonValue] | None:
    """Return the values that a const or an enum allows; None where a schema has neither."""
    return [schema["const"]] if "const" in schema else schema.get("enum")


def subschemas(schema: Schema) -> Iterator[tuple[Path, Schema]]:
    """Yield the schemas directly inside a schema, with their places; true and false left out."""
    return ((step, inner) for step, inner in _inside(schema) if isinstance(inner, dict))


def _inside(schema: Schema) -> Iterator[tuple[Path, Any]]:
    for keyword, value in schema.items():
        if keyword in MAPS:
            yield from (((keyword, name), inner) for name, inner in value.items())
        elif keyword in LISTS:
            yield from (((keyword, index), inner) for index, inner in enumerate(value))
        elif keyword in SINGLES:
            yield (keyword,), value


def every_schema(schema: Schema) -> Iterator[SchemaPlace]:
    """Yield a schema and every schema inside it, outer ones first. References are not followed."""
    return _every(SchemaPlace((), schema))


def _every(outer: SchemaPlace) -> Iterator[SchemaPlace]:
    yield outer
    for step, inner in subschemas(outer.schema):
        keyword = str(step[0])
        yield from _every(
            SchemaPlace(
                (*outer.place, *step), inner, keyword, asks=outer.asks or keyword in CONDITIONS
            )
        )


def follow(root: Schema, path: Path) -> Any:
    """Return the schema at a path of a bundle, or the one that it refers to."""
    schema = resolve(root, path)
    while isinstance(schema, dict) and "$ref" in schema:
        schema = resolve(root, _target(schema["$ref"]))
    return schema


def applied_paths(root: Schema, path: Path) -> Iterator[Path]:
    """Yield the paths of the schemas that the one at a path of a bundle applies, here or below.

    References lead to the path of what they refer to. Conditions apply nothing.
    """
    schema = resolve(root, path)
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield _target(schema["$ref"])
    for step, _ in _inside(schema):
        if step[0] not in CONDITIONS and step[0] != "$defs":
            yield (*path, *step)


def every_applied_path(root: Schema) -> Iterator[Path]:
    """Yield the path of every schema that a bundle applies to something, each once."""
    yield ()
    yield from _paths_below(root, (), {()})


def _paths_below(root: Schema, path: Path, seen: set[Path]) -> Iterator[Path]:
    for inner in applied_paths(root, path):
        if inner not in seen:
            seen.add(inner)
            yield inner
            yield from _paths_below(root, inner, seen)


def _target(reference: str) -> Path:
    return parse_pointer(reference.removeprefix("#"))


def rebuild(schema: Schema, change: Callable[[str, Schema], Schema]) -> Schema:
    """Return a copy of a schema with `change(keyword, inner)` for every schema directly inside."""
    copied = dict(schema)
    for (keyword, *rest), inner in subschemas(schema):
        changed = change(str(keyword), inner)
        if not rest:
            copied[str(keyword)] = changed
            continue
        if copied[str(keyword)] is schema[str(keyword)]:
            copied[str(keyword)] = schema[str(keyword)].copy()
        copied[str(keyword)][rest[0]] = changed
    return copied


def flatten(schema: Schema, document: Schema | None = None) -> Schema:
    """Return a schema that accepts what another accepts, in the form that engines check fastest.

    References are resolved; conditions become unions, which is the same because each branch repeats its
    condition; and where an object may have nothing but required properties, counting them will do.

    Args:
        schema: the schema, such as a strict schema.
        document: what its references lead into, if not the schema itself.

    Raises:
        GenerationError: a schema contains itself, or is too large when its references are resolved.
    """
    root = schema if document is None else document
    seen = count()

    def flat(schema: Schema, within: tuple[str, ...]) -> Schema:
        if next(seen) > _LARGEST:
            raise GenerationError(
                [f"more than {_LARGEST} schemas when references are resolved; refer to fewer"]
            )
        if "$ref" in schema:
            reference = schema["$ref"]
            if reference in within:
                raise GenerationError([f"{reference} contains itself, which no callback here does"])
            target: Any = resolve(root, _target(reference))
            target = flat(target, (*within, reference))
            beside = {
                key: value for key, value in schema.items() if key not in WORDS and key != "$ref"
            }
            return {"allOf": [target, beside]} if beside else target
        changed = rebuild(schema, lambda _, inner: flat(inner, within))
        plain = {key: value for key, value in changed.items() if key not in WORDS}
        if "if" in plain:
            plain["anyOf"] = [plain.pop("then"), plain.pop("else")]
            del plain["if"]
        required = set(plain.get("required", ()))
        if (
            required
            and plain.get("additionalProperties") is False
            and required == plain.get("properties", {}).keys()
        ):
            plain["minProperties"] = len(plain.pop("required"))
        return plain

    return flat({key: value for key, value in schema.items() if key != "$defs"}, ())
