"""The rules for the files below schemas/, each schema looked at where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from vodhooks.codegen.conditions import check_condition
from vodhooks.codegen.sources import BASE
from vodhooks.codegen.typescript import NAMES
from vodhooks.pointers import pointer_of
from vodhooks.schemas import LISTS, MAPS, SINGLES, every_schema, listed_values, types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.codegen.sources import Sources
    from vodhooks.schemas import Schema

__all__ = ["Spot", "check_schemas", "spots"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ASSERTIONS = frozenset(
    {
        "type",
        "const",
        "enum",
        "required",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
    }
)
_ANNOTATIONS = frozenset(
    {"$schema", "$id", "$ref", "title", "description", "examples", "format"}
    | {"deprecated", "x-source", "x-corrections", "x-evidence", "x-required-evidence", "x-strict"}
    | {"x-vendor-examples"}
)
_KEYWORDS = MAPS | LISTS | SINGLES | _ASSERTIONS | _ANNOTATIONS
_BESIDE_MEMBERS = frozenset({"items", "minItems", "maxItems", "additionalProperties"})
_TITLE = re.compile(r"[A-Z][A-Za-z0-9]*")
_EVIDENCE = ("documented", "sample", "inferred")
_SPEAKS_OF: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("properties", "required", "additionalProperties"), frozenset({"object"})),
    **dict.fromkeys(("items", "minItems", "maxItems"), frozenset({"array"})),
    **dict.fromkeys(("minLength", "maxLength", "pattern"), frozenset({"string"})),
    **dict.fromkeys(("minimum", "maximum"), frozenset({"number", "integer"})),
    "format": frozenset({"integer"}),
}
"""The types that a keyword speaks of: without one of them beside it, it says nothing, and ajv refuses it in its strict mode."""

_RANGES = (("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A schema, where it stands, the keyword that holds it there, if any, and whether it asks rather than demands."""

    path: str
    place: tuple[str | int, ...]
    schema: Schema
    keyword: str
    asking: bool

    def __str__(self) -> str:
        return self.at()

    def at(self, *steps: str | int) -> str:
        """Return where something in the schema stands: the file and a JSON Pointer."""
        return f"schemas/{self.path}.json#{pointer_of((*self.place, *steps))}"


def spots(path: str, schema: Schema) -> Iterator[Spot]:
    """Yield the schema of a file and every schema inside it."""
    return (Spot(path, *found) for found in every_schema(schema))


def check_schemas(sources: Sources, *, structure_only: bool = False) -> Iterator[str]:
    """Yield one finding for each place below schemas/ that breaks a rule, or a rule of structure."""
    found: list[Spot] = []
    for path, schema in sources.schemas.items():
        root = Spot(path, (), schema, "", asking=False)
        try:
            jsonschema_rs.meta.validate(schema)
        except jsonschema_rs.ValidationError as error:
            yield f"{root.at(*error.instance_path)}: not a JSON Schema: {error.message}"
            continue
        yield from _check_root(root)
        found.extend(spots(path, schema))
    for spot in found:
        for check in _STRUCTURE:
            yield from check(spot)
        yield from _check_reference(spot, sources)
        if not structure_only:
            for check in _SENSE:
                yield from check(spot)
            yield from check_condition(sources, spot.path, spot.schema, spot.at)
    yield from _check_titles(found, sources)


# A file


def _check_root(root: Spot) -> Iterator[str]:
    schema = root.schema
    if schema.get("$schema") != DIALECT:
        yield f"{root.at('$schema')}: $schema is {DIALECT}"
    if schema.get("$id") != f"{BASE}{root.path}.json":
        yield f"{root.at('$id')}: $id is {BASE}{root.path}.json"
    sources = schema.get("x-source")
    if not (isinstance(sources, list) and sources and all(map(_is_source, sources))):
        yield f"{root.at('x-source')}: x-source names each page and when it was read, and its address as https://..."
    corrections = schema.get("x-corrections", [])
    if not (
        isinstance(corrections, list)
        and all(isinstance(item, str) and item for item in corrections)
    ):
        yield f"{root.at('x-corrections')}: x-corrections is a list of sentences"
    own = schema.get("x-vendor-examples", [])
    numbers = range(len(schema.get("examples", ())))
    if not (isinstance(own, list) and all(type(item) is int and item in numbers for item in own)):
        yield f"{root.at('x-vendor-examples')}: x-vendor-examples has the numbers, from 0, of those examples that are the vendor's"


def _is_source(source: Any) -> bool:
    if not (isinstance(source, dict) and source.get("page")):
        return False
    return str(source.get("address", "https://")).startswith("https://") and _is_date(
        source.get("read")
    )


def _is_date(text: Any) -> bool:
    try:
        date.fromisoformat(text)
    except (TypeError, ValueError):
        return False
    return True


# A schema by itself


def _check_keywords(spot: Spot) -> Iterator[str]:
    for keyword in sorted(spot.schema.keys() - _KEYWORDS):
        yield f"{spot}: the keyword {keyword} is not used here; see docs/howto/add-a-vendor.md"
    for keyword in sorted(spot.schema.keys() & (MAPS | LISTS | SINGLES - {"additionalProperties"})):
        if any(isinstance(inner, bool) for inner in _inner(spot.schema[keyword])):
            yield f"{spot}: {keyword} holds schemas; only additionalProperties may be true or false"
    for keyword in sorted(spot.schema.keys() & _BESIDE_MEMBERS) if spot.asking else ():
        yield f"{spot.at(keyword)}: a condition looks at members by their names, at nothing else that an excerpt may leave out"


def _inner(value: Any) -> Iterable[Any]:
    return (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    )


def _check_types(spot: Spot) -> Iterator[str]:
    schema = spot.schema
    named = set(types(schema))
    for keyword in sorted(schema.keys() & _SPEAKS_OF.keys()):
        wanted = _SPEAKS_OF[keyword]
        if not named & wanted:
            yield f"{spot.at(keyword)}: {keyword} speaks of {' or '.join(sorted(wanted))}; say so with type beside it"
    if schema.get("format", "int64") != "int64":
        yield f"{spot.at('format')}: the one format used here is int64; others are never checked, and so say nothing"


def _check_values(spot: Spot) -> Iterator[str]:
    schema = spot.schema
    values = schema.get("enum", [])
    if "enum" in schema and not values:
        yield f"{spot.at('enum')}: no value is allowed; list one or leave enum out"
    seen: dict[str, int] = {}
    for index, value in enumerate(values):
        folded = value.casefold() if isinstance(value, str) else repr(value)
        if folded in seen:
            yield (
                f"{spot.at('enum', index)}: differs from value {seen[folded]} in case alone or not at all, which generators take "
                "for the same name; in an open list, put it into x-strict beside the open type"
            )
        seen.setdefault(folded, index)
    named = schema.get("type")
    if named is not None:
        for index, value in enumerate(listed_values(schema) or ()):
            if not jsonschema_rs.is_valid({"type": named}, value):
                steps = ("const",) if "const" in schema else ("enum", index)
                yield f"{spot.at(*steps)}: is not of the type beside it; change one of them"


def _check_ranges(spot: Spot) -> Iterator[str]:
    override = _override(spot)
    for schema, steps in ((spot.schema, ()), ({**spot.schema, **override}, ("x-strict",))):
        if not steps or override:
            for low, high in _RANGES:
                if schema.get(low, 0) > schema.get(high, float("inf")) and not (
                    steps and {low, high}.isdisjoint(override)
                ):
                    yield f"{spot.at(*steps, low)}: {low} is above {high}, and no value keeps both; lower one or raise the other"


def _check_pattern(spot: Spot) -> Iterator[str]:
    for schema in (spot.schema, _override(spot)):
        if "pattern" in schema:
            try:
                jsonschema_rs.Draft202012Validator(
                    {"pattern": schema["pattern"]}, pattern_options=jsonschema_rs.RegexOptions()
                )
            except jsonschema_rs.ValidationError:
                yield f"{spot}: pattern is one that every engine takes, without looking around or back"


def _check_property(spot: Spot) -> Iterator[str]:
    if spot.keyword != "properties":
        return
    name = str(spot.place[-1])
    if name in {"", "$ref"} or name.removeprefix("+").isdecimal():
        yield f"{spot}: no property is called {name!r}, which an engine would take for something else"
    if spot.asking:
        return
    if spot.schema.get("x-evidence") not in _EVIDENCE:
        yield f"{spot}: a property has x-evidence, one of {', '.join(_EVIDENCE)}"


def _check_description(spot: Spot) -> Iterator[str]:
    if spot.keyword in {"", "$defs"} and not spot.schema.get("description"):
        yield f"{spot}: a schema has a description"
    elif spot.keyword == "properties" and not spot.asking and not spot.schema.get("description"):
        yield f"{spot}: a property has a description"


def _check_demands(spot: Spot) -> Iterator[str]:
    properties = spot.schema.get("properties", {})
    demanded = [*spot.schema.get("required", ()), *_override(spot).get("required", ())]
    for name in dict.fromkeys(demanded):
        if name not in properties:
            yield f"{spot.at('required')}: {name!r} is no property of this schema; describe it, or do not require it"
    for name, schema in {} if spot.asking else properties.items():
        evidence = schema.get("x-required-evidence") if isinstance(schema, dict) else None
        if name in demanded and evidence not in _EVIDENCE:
            yield (
                f"{spot.at('properties', name)}: a property that is required has x-required-evidence, "
                f"one of {', '.join(_EVIDENCE)}"
            )
        elif name not in demanded and evidence is not None:
            yield f"{spot.at('properties', name)}: x-required-evidence speaks of a demand, and this property is not required"


def _override(spot: Spot) -> dict[str, Any]:
    override = spot.schema.get("x-strict", {})
    return override if isinstance(override, dict) else {}


def _check_override(spot: Spot) -> Iterator[str]:
    """Check an x-strict, which goes into the strict schema as it stands."""
    if "x-strict" not in spot.schema:
        return
    override = spot.schema["x-strict"]
    if not isinstance(override, dict) or override.keys() - _ASSERTIONS - {"additionalProperties"}:
        yield f"{spot}: x-strict holds assertions and additionalProperties"
        return
    try:
        jsonschema_rs.meta.validate(override)
    except jsonschema_rs.ValidationError as error:
        yield f"{spot}: x-strict is not a JSON Schema: {error.message}"
        return
    for keyword in sorted(override.keys() & spot.schema.keys()):
        if keyword in _LOOSER and _LOOSER[keyword](override[keyword], spot.schema[keyword]):
            yield f"{spot.at('x-strict', keyword)}: allows more than {keyword} beside it; x-strict only narrows"


def _more_types(strict: Any, wire: Any) -> bool:
    return bool(set(types({"type": strict})) - set(types({"type": wire})))


_LOOSER = {
    **{low: lambda strict, wire: strict < wire for low, _ in _RANGES},
    **{high: lambda strict, wire: strict > wire for _, high in _RANGES},
    "type": _more_types,
}

_STRUCTURE = (_check_keywords, _check_property, _check_pattern, _check_override)
"""What everything relies on that reads a schema."""

_SENSE = (
    _check_description,
    _check_types,
    _check_values,
    _check_ranges,
    _check_demands,
)
"""What a schema would mean nothing without, or not what it seems to."""


# Schemas together


def _check_reference(spot: Spot, sources: Sources) -> Iterator[str]:
    if "$ref" not in spot.schema:
        return
    reference = spot.schema["$ref"]
    if spot.asking:
        yield f"{spot}: a condition refers to nothing"
    try:
        file, target = sources.follow(spot.path, reference)
    except (KeyError, ValueError):
        yield f"{spot}: $ref {reference} points nowhere"
        return
    if "title" not in target:
        yield f"{spot}: $ref points to a schema without a title"
    elif _contains(sources, file, target, spot.schema, set()):
        yield f"{spot}: $ref points to a schema that contains it, which no callback here does; write out how deep it goes"


def _contains(sources: Sources, path: str, schema: Schema, wanted: Schema, seen: set[int]) -> bool:
    """Whether a schema, or what it refers to, holds another."""
    for place in spots(path, schema):
        if place.schema is wanted:
            return True
        if "$ref" not in place.schema or "$defs" in place.place:
            continue
        try:
            file, target = sources.follow(path, place.schema["$ref"])
        except (KeyError, ValueError):
            continue
        if id(target) not in seen:
            seen.add(id(target))
            if _contains(sources, file, target, wanted, seen):
                return True
    return False


def _check_titles(found: list[Spot], sources: Sources) -> Iterator[str]:
    components = sources.openapi.get("components")
    own = components.get("schemas") if isinstance(components, dict) else None
    taken: dict[str, object] = dict.fromkeys(NAMES, "the TypeScript declarations")
    taken |= {name: f"openapi.yaml#/components/schemas/{name}" for name in own or ()}
    for spot in found:
        if spot.keyword not in {"", "$defs"}:
            continue
        title = spot.schema.get("title", "")
        if not _TITLE.fullmatch(title):
            yield f"{spot}: title is ASCII PascalCase"
        elif title in taken:
            yield f"{spot}: title {title} is taken by {taken[title]}"
        taken[title] = spot
