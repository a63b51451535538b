"""Reads schemas/ and openapi.yaml and holds them to the rules of the house. Everything wrong is told at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

import jsonschema_rs
import orjson
import yaml

from vodhooks.decoding import decode
from vodhooks.errors import GenerationError, NotJson
from vodhooks.pointers import parse_pointer, pointer_of, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

__all__ = ["BASE", "CONDITIONS", "EXTENSION", "REPLIES", "Sources", "load", "rebuilt", "subschemas"]

BASE = "https://vodhooks.example/v1/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
EXTENSION = "x-vodhooks"
REPLIES = "x-vodhooks-replies"
CONDITIONS = frozenset({"if", "not"})
"""Keywords whose schema asks rather than demands."""

_MAPS = frozenset({"properties", "$defs"})
_LISTS = frozenset({"anyOf", "oneOf"})
_SINGLES = frozenset({"items", "additionalProperties", "if", "then", "else", "not"})
_ASSERTIONS = frozenset(
    {"type", "const", "enum", "required", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum"}
)
_ANNOTATIONS = frozenset(
    {"$schema", "$id", "$ref", "title", "description", "examples", "x-source", "x-corrections", "x-evidence", "x-strict"}
)
_KEYWORDS = _MAPS | _LISTS | _SINGLES | _ASSERTIONS | _ANNOTATIONS
_TITLE = re.compile(r"[A-Z][A-Za-z0-9]*")
_EVIDENCE = ("documented", "sample", "inferred")
_SOURCE_KEYS = {"page", "read"}

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sources:
    """The contract as people write it.

    Attributes:
        schemas: every schema file by its path below schemas/ without the ending, such as `tencent/vod/pull_events`.
        openapi: openapi.yaml, parsed.
    """

    schemas: Mapping[str, Schema]
    openapi: dict[str, Any]

    def channels(self) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
        """Yield path, operation and extension of each channel, in the order of openapi.yaml."""
        for path, item in self.openapi["paths"].items():
            operation = _operation(self.openapi, item)
            yield path, operation, operation[EXTENSION]

    def messages(self) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
        """Yield full name, channel (None for a reply) and entry of each message."""
        for _, _, extension in self.channels():
            for entry in extension["messages"]:
                yield entry["name"], extension["channel"], entry
        for entry in self.openapi.get(REPLIES, []):
            yield entry["name"], None, entry

    def follow(self, path: str, reference: str) -> tuple[str, Schema]:
        """Return the file and the schema that a `$ref` in the file at `path` leads to.

        Raises:
            KeyError: it leads nowhere.
        """
        target, fragment = urldefrag(urljoin(f"{BASE}{path}.json", reference))
        file = target.removeprefix(BASE).removesuffix(".json")
        schema = resolve(self.schemas[file], parse_pointer(fragment))
        if not isinstance(schema, dict):
            raise KeyError(reference)
        return file, schema


def load(root: Path) -> Sources:
    """Read the contract below `root`.

    Raises:
        GenerationError: a file cannot be read or a rule is broken; one finding a place.
    """
    findings: list[str] = []
    schemas: dict[str, Schema] = {}
    for file in sorted((root / "schemas").rglob("*.json")):
        path = file.relative_to(root / "schemas").with_suffix("").as_posix()
        try:
            schema = decode(file.read_bytes())
        except NotJson as error:
            findings.append(f"schemas/{path}.json: {error}")
            continue
        if isinstance(schema, dict):
            schemas[path] = schema
        else:
            findings.append(f"schemas/{path}.json: not an object")
    if not schemas and not findings:
        findings.append(f"no schemas below {root / 'schemas'}")
    sources = Sources(schemas, _openapi(root, findings))
    if findings:
        raise GenerationError(findings)
    findings.extend(_broken_rules(sources))
    if findings:
        raise GenerationError(findings)
    return sources


def subschemas(schema: Schema) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
    """Yield the schemas directly inside a schema, with their places."""
    for keyword, value in schema.items():
        if keyword in _MAPS:
            yield from (((keyword, name), item) for name, item in value.items() if isinstance(item, dict))
        elif keyword in _LISTS:
            yield from (((keyword, index), item) for index, item in enumerate(value) if isinstance(item, dict))
        elif keyword in _SINGLES and isinstance(value, dict):
            yield (keyword,), value


def rebuilt(schema: Schema, change: Callable[[str, Schema], Schema]) -> Schema:
    """Return a copy of a schema in which `change(keyword, inner)` stands for every schema directly inside it."""
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


def _openapi(root: Path, findings: list[str]) -> dict[str, Any]:
    try:
        document = yaml.safe_load((root / "openapi.yaml").read_bytes())
    except (OSError, yaml.YAMLError) as error:
        findings.append(f"openapi.yaml: {str(error).splitlines()[0]}")
        return {}
    if not isinstance(document, dict):
        findings.append("openapi.yaml: not a mapping")
        return {}
    return document


def _operation(openapi: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Return the operation behind a path's `$ref`. Raises KeyError or TypeError where there is none."""
    path_item: Any = resolve(openapi, parse_pointer(item["$ref"].removeprefix("#")))
    operation: dict[str, Any] = path_item["post"]
    return operation


def _broken_rules(sources: Sources) -> Iterator[str]:
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
        if not schema.get("x-source") or not all(source.keys() >= _SOURCE_KEYS for source in schema["x-source"]):
            yield f"{name}: x-source names the page and when it was read"
        spots.extend(_spots(path, schema))
    yield from (finding for spot in spots for finding in _broken_at(spot, sources))
    yield from _broken_titles(spots)
    yield from _broken_in_openapi(sources)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A schema, where it stands, and whether it asks rather than demands."""

    path: str
    place: tuple[str | int, ...]
    schema: Schema
    asking: bool

    def __str__(self) -> str:
        return f"schemas/{self.path}.json#{pointer_of(self.place)}"


def _spots(path: str, schema: Schema, place: tuple[str | int, ...] = (), *, asking: bool = False) -> Iterator[_Spot]:
    """Yield a schema and every schema inside it."""
    yield _Spot(path, place, schema, asking)
    for step, inner in subschemas(schema):
        yield from _spots(path, inner, (*place, *step), asking=asking or step[0] in CONDITIONS)


def _broken_at(spot: _Spot, sources: Sources) -> Iterator[str]:
    schema = spot.schema
    for keyword in sorted(schema.keys() - _KEYWORDS):
        yield f"{spot}: the keyword {keyword} is not used here; see CONTRIBUTING"
    if "if" in schema and not schema.keys() >= {"then", "else"}:
        yield f"{spot}: an if has a then and an else, each whole in itself"
    if spot.place[-2:-1] == ("properties",) and not spot.asking:
        if not schema.get("description"):
            yield f"{spot}: a property has a description"
        if schema.get("x-evidence") not in _EVIDENCE:
            yield f"{spot}: a property has x-evidence, one of {', '.join(_EVIDENCE)}"
    if "$ref" in schema:
        if spot.asking:
            yield f"{spot}: a condition refers to nothing"
        try:
            if "title" not in sources.follow(spot.path, schema["$ref"])[1]:
                yield f"{spot}: $ref leads to a schema without a title"
        except (KeyError, ValueError):
            yield f"{spot}: $ref {schema['$ref']} leads nowhere"


def _broken_titles(spots: list[_Spot]) -> Iterator[str]:
    taken: dict[str, _Spot] = {}
    for spot in spots:
        if spot.place and spot.place[-2:-1] != ("$defs",):
            continue
        title = spot.schema.get("title", "")
        if not _TITLE.fullmatch(title):
            yield f"{spot}: title is ASCII PascalCase"
        elif title in taken:
            yield f"{spot}: title {title} is taken by {taken[title]}"
        taken[title] = spot


def _broken_in_openapi(sources: Sources) -> Iterator[str]:
    validator = jsonschema_rs.validator_for(orjson.loads((files("vodhooks.generating") / "extension.json").read_bytes()))
    seen: set[str] = set()
    for path, item in sources.openapi.get("paths", {}).items():
        here = f"openapi.yaml: {path}"
        try:
            operation = _operation(sources.openapi, item)
            extension = operation[EXTENSION]
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
        except (KeyError, TypeError, ValueError):
            yield f"{here}: is a $ref to a path item with a post that has a JSON request body and {EXTENSION}"
            continue
        errors = list(validator.iter_errors(extension))
        yield from (f"{here}: {EXTENSION}{pointer_of(error.instance_path)}: {error.message}" for error in errors)
        if errors:
            continue
        references = {option["$ref"] for option in schema.get("oneOf", schema.get("anyOf", [schema]))}
        for entry in extension["messages"]:
            yield from _broken_message(sources, here, entry["name"], seen)
            if f"schemas/{entry['name'].replace('.', '/')}.json" not in references:
                yield f"{here}: the request body does not refer to the schema of {entry['name']}"
    for entry in sources.openapi.get(REPLIES, []):
        yield from _broken_message(sources, f"openapi.yaml: {REPLIES}", entry.get("name", ""), seen)
    if not seen:
        yield "openapi.yaml: no messages"


def _broken_message(sources: Sources, here: str, name: str, seen: set[str]) -> Iterator[str]:
    path = name.replace(".", "/")
    if name in seen:
        yield f"{here}: {name} stands twice"
    elif path not in sources.schemas:
        yield f"{here}: {name} has no schema at schemas/{path}.json"
    elif not sources.schemas[path].get("examples"):
        yield f"schemas/{path}.json: a message has examples"
    seen.add(name)
