"""The rules that every contract here keeps, beyond being JSON Schema and OpenAPI. One finding for each place that breaks one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import orjson

from vodhooks.errors import SecretError
from vodhooks.generating.sources import (
    BASE,
    CONDITIONS,
    EXTENSION,
    LISTS,
    MAPS,
    REPLIES,
    SINGLES,
    body,
    operation,
    options,
    subschemas,
)
from vodhooks.generating.typescript import NAMES
from vodhooks.pointers import pointer_of
from vodhooks.signing import scheme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.generating.sources import Schema, Sources

__all__ = ["broken_rules"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ASSERTIONS = frozenset(
    {"type", "const", "enum", "required", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum"}
)
_ANNOTATIONS = frozenset(
    {"$schema", "$id", "$ref", "title", "description", "examples", "format"}
    | {"x-source", "x-corrections", "x-evidence", "x-required-evidence", "x-strict"}
)
_KEYWORDS = MAPS | LISTS | SINGLES | _ASSERTIONS | _ANNOTATIONS
_BESIDE_MEMBERS = frozenset({"items", "minItems", "maxItems", "additionalProperties"})
_TITLE = re.compile(r"[A-Z][A-Za-z0-9]*")
_EVIDENCE = ("documented", "sample", "inferred")
_SOURCE_KEYS = {"page", "read"}


def broken_rules(sources: Sources) -> Iterator[str]:
    """Yield one finding for each place of a contract that breaks a rule."""
    spots: list[_Spot] = []
    for path, schema in sources.schemas.items():
        name = f"schemas/{path}.json"
        try:
            jsonschema_rs.meta.validate(schema)
        except jsonschema_rs.ValidationError as error:
            yield f"{name}{pointer_of(error.instance_path)}: not a JSON Schema: {error.message}"
            continue
        if schema.get("$schema") != DIALECT:
            yield f"{name}: $schema is {DIALECT}"
        if schema.get("$id") != f"{BASE}{path}.json":
            yield f"{name}: $id is {BASE}{path}.json"
        told = schema.get("x-source")
        if not (told and isinstance(told, list) and all(isinstance(item, dict) and item.keys() >= _SOURCE_KEYS for item in told)):
            yield f"{name}: x-source names the page and when it was read"
        spots.extend(_spots(path, schema))
    yield from (finding for spot in spots for finding in _broken_at(spot, sources))
    yield from _broken_titles(spots)
    yield from _broken_in_openapi(sources)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A schema, where it stands, the keyword that holds it there, if any, and whether it asks rather than demands."""

    path: str
    place: tuple[str | int, ...]
    schema: Schema
    keyword: str
    asking: bool

    def __str__(self) -> str:
        return f"schemas/{self.path}.json#{pointer_of(self.place)}"


def _spots(
    path: str, schema: Schema, place: tuple[str | int, ...] = (), keyword: str = "", *, asking: bool = False
) -> Iterator[_Spot]:
    """Yield a schema and every schema inside it."""
    yield _Spot(path, place, schema, keyword, asking)
    for step, inner in subschemas(schema):
        yield from _spots(path, inner, (*place, *step), str(step[0]), asking=asking or step[0] in CONDITIONS)


def _broken_at(spot: _Spot, sources: Sources) -> Iterator[str]:
    schema = spot.schema
    for keyword in sorted(schema.keys() - _KEYWORDS):
        yield f"{spot}: the keyword {keyword} is not used here; see CONTRIBUTING"
    for keyword in sorted(schema.keys() & (MAPS | LISTS | SINGLES - {"additionalProperties"})):
        if any(isinstance(inner, bool) for inner in _inner(schema[keyword])):
            yield f"{spot}: {keyword} holds schemas; only additionalProperties may be true or false"
    if "if" in schema and not schema.keys() >= {"then", "else"}:
        yield f"{spot}: an if has a then and an else, each whole in itself"
    if spot.asking and schema.keys() & _BESIDE_MEMBERS:
        yield f"{spot}: a condition looks at members by their names, at nothing else that an excerpt may leave out"
    if spot.keyword == "properties":
        yield from _broken_property(spot)
    yield from _broken_pattern(spot, schema)
    if "x-strict" in schema:
        yield from _broken_override(spot, schema["x-strict"])
    if "$ref" in schema:
        yield from _broken_reference(spot, sources)


def _broken_property(spot: _Spot) -> Iterator[str]:
    name = str(spot.place[-1])
    if name in {"", "$ref"} or name.removeprefix("+").isdecimal():
        yield f"{spot}: no property is called {name!r}, which an engine would take for something else"
    if spot.asking:
        return
    if not spot.schema.get("description"):
        yield f"{spot}: a property has a description"
    if spot.schema.get("x-evidence") not in _EVIDENCE:
        yield f"{spot}: a property has x-evidence, one of {', '.join(_EVIDENCE)}"


def _inner(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]


def _broken_pattern(spot: _Spot, schema: Schema) -> Iterator[str]:
    if "pattern" in schema:
        try:
            jsonschema_rs.Draft202012Validator({"pattern": schema["pattern"]}, pattern_options=jsonschema_rs.RegexOptions())
        except jsonschema_rs.ValidationError:
            yield f"{spot}: pattern is one that every engine takes, without looking around or back"


def _broken_override(spot: _Spot, override: Any) -> Iterator[str]:
    """Judge an x-strict, which goes into the strict twin as it stands."""
    if not isinstance(override, dict) or override.keys() - _ASSERTIONS - {"additionalProperties"}:
        yield f"{spot}: x-strict holds assertions and additionalProperties"
        return
    try:
        jsonschema_rs.meta.validate(override)
    except jsonschema_rs.ValidationError as error:
        yield f"{spot}: x-strict is not a JSON Schema: {error.message}"
        return
    yield from _broken_pattern(spot, override)


def _broken_reference(spot: _Spot, sources: Sources) -> Iterator[str]:
    reference = spot.schema["$ref"]
    if spot.asking:
        yield f"{spot}: a condition refers to nothing"
    try:
        if "title" not in sources.follow(spot.path, reference)[1]:
            yield f"{spot}: $ref leads to a schema without a title"
    except (KeyError, ValueError):
        yield f"{spot}: $ref {reference} leads nowhere"


def _broken_titles(spots: list[_Spot]) -> Iterator[str]:
    taken: dict[str, object] = dict.fromkeys(NAMES, "the TypeScript declarations")
    for spot in spots:
        if spot.keyword not in {"", "$defs"}:
            continue
        if not spot.schema.get("description"):
            yield f"{spot}: a schema has a description"
        title = spot.schema.get("title", "")
        if not _TITLE.fullmatch(title):
            yield f"{spot}: title is ASCII PascalCase"
        elif title in taken:
            yield f"{spot}: title {title} is taken by {taken[title]}"
        taken[title] = spot


def _broken_in_openapi(sources: Sources) -> Iterator[str]:
    grammar = orjson.loads((files("vodhooks.generating") / "extension.json").read_bytes())
    extensions = jsonschema_rs.validator_for(grammar)
    replies = jsonschema_rs.validator_for({"$ref": "#/$defs/replies", "$defs": grammar["$defs"]})
    channels: set[str] = set()
    messages: set[str] = set()
    for path, item in _mapping(sources.openapi.get("paths")).items():
        here = f"openapi.yaml: {path}"
        try:
            received = operation(sources.openapi, item)
            extension, _ = received[EXTENSION], received["summary"]
            references = set(options(body(received)))
        except (AttributeError, KeyError, TypeError, ValueError):
            yield f"{here}: is a $ref to a path item with a post that has a summary, {EXTENSION} and a JSON body of $refs"
            continue
        errors = list(extensions.iter_errors(extension))
        yield from (f"{here}: {EXTENSION}{pointer_of(error.instance_path)}: {error.message}" for error in errors)
        if errors:
            continue
        yield from _broken_channel(here, extension, channels)
        for entry in extension["messages"]:
            yield from _broken_message(sources, here, entry["name"], messages)
            if f"schemas/{entry['name'].replace('.', '/')}.json" not in references:
                yield f"{here}: the request body does not refer to the schema of {entry['name']}"
    answers = sources.openapi.get(REPLIES, [])
    errors = list(replies.iter_errors(answers))
    yield from (f"openapi.yaml: {REPLIES}{pointer_of(error.instance_path)}: {error.message}" for error in errors)
    for entry in [] if errors else answers:
        yield from _broken_message(sources, f"openapi.yaml: {REPLIES}", entry["name"], messages)
    if not messages:
        yield "openapi.yaml: no messages"
    for reference in sorted(_references(sources.openapi)):
        if reference.removeprefix("schemas/").removesuffix(".json") not in sources.schemas:
            yield f"openapi.yaml: $ref {reference} leads nowhere"


def _broken_channel(here: str, extension: dict[str, Any], seen: set[str]) -> Iterator[str]:
    constant = extension["channel"].replace(".", "_")
    if constant in seen:
        yield f"{here}: the channel {extension['channel']} stands twice, or differs from another in dots alone"
    seen.add(constant)
    try:
        if "signature" in extension:
            scheme(extension["signature"])
    except SecretError as error:
        yield f"{here}: {error}"


def _broken_message(sources: Sources, here: str, name: str, seen: set[str]) -> Iterator[str]:
    path = name.replace(".", "/")
    if name in seen:
        yield f"{here}: {name} stands twice"
    elif path not in sources.schemas:
        yield f"{here}: {name} has no schema at schemas/{path}.json"
    elif not sources.schemas[path].get("examples"):
        yield f"schemas/{path}.json: a message has examples"
    seen.add(name)


def _references(node: Any) -> Iterator[str]:
    """Yield every reference to a schema file."""
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith("schemas/"):
            yield reference
    for inner in _inner(node) if isinstance(node, (dict, list)) else ():
        yield from _references(inner)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
