"""One self-contained schema per message, in the forms that validators and code generators want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from vodhooks.codegen.sources import BASE
from vodhooks.pointers import pointer_of, type_of
from vodhooks.schemas import (
    CONDITIONS,
    WORDS,
    every_schema,
    listed_values,
    rebuild,
    subschemas,
)

if TYPE_CHECKING:
    from vodhooks.codegen.sources import Sources
    from vodhooks.pointers import Path
    from vodhooks.schemas import Schema

__all__ = ["Form", "alternatives", "bundle", "marks"]

_DROPPED = frozenset({"$schema", "$id", "$defs"})

Form: TypeAlias = Literal["wire", "strict", "tools"]
"""`wire` decides validity, `strict` also objects to drift, and `tools` is `wire` in the form that generators digest."""


def bundle(sources: Sources, name: str, form: Form = "wire") -> Schema:
    """Return the schema of a message with everything it refers to under `$defs`, by title.

    Extension keywords are left out, so that validators which refuse unknown ones take it; so are formats, but for tools.
    The strict schema allows no unknown properties and closes open lists; a schema's `x-strict` has the last word.
    """
    path = name.replace(".", "/")
    definitions: dict[str, Schema] = {}
    body = _copy(sources, path, sources.schemas[path], definitions, form)
    root = sources.schemas[path]
    identifier = root["$id"].replace(BASE, f"{BASE}strict/") if form == "strict" else root["$id"]
    bundled = {"$schema": root["$schema"], "$id": identifier, **body}
    if definitions:
        bundled["$defs"] = dict(sorted(definitions.items()))
    return bundled


def marks(sources: Sources, name: str, keyword: str) -> dict[str, str]:
    """Return what an extension keyword says of each schema of a message that has it, by JSON Pointer in the bundle."""
    path = name.replace(".", "/")
    roots: list[tuple[Path, Schema]] = [((), sources.schemas[path])]
    roots += [
        (("$defs", title), schema) for title, (_, schema) in _reachable(sources, path).items()
    ]
    found = {
        pointer_of((*root, *inner.place)): inner.schema[keyword]
        for root, schema in roots
        for inner in every_schema(schema)
        if keyword in inner.schema and inner.place[:1] != ("$defs",)
    }
    return dict(sorted(found.items()))


def alternatives(schema: Schema) -> Schema:
    """Return a schema in which every if/then/else is a oneOf of its branches and nothing else, as code generators want it."""
    changed = rebuild(schema, lambda _, inner: alternatives(inner))
    if "if" not in changed:
        return changed
    union = [changed[branch] for branch in ("then", "else")]
    words = {key: value for key, value in changed.items() if key[0] in "$x" or key in WORDS}
    return {**words, "oneOf": union}


def _reachable(sources: Sources, path: str) -> dict[str, tuple[str, Schema]]:
    found: dict[str, tuple[str, Schema]] = {}

    def visit(file: str, schema: Schema) -> None:
        if "$ref" in schema:
            target_file, target = sources.follow(file, schema["$ref"])
            if target["title"] not in found:
                found[target["title"]] = (target_file, target)
                visit(target_file, target)
        for step, inner in subschemas(schema):
            if step[0] != "$defs":
                visit(file, inner)

    visit(path, sources.schemas[path])
    return dict(sorted(found.items()))


def _copy(
    sources: Sources, path: str, schema: Schema, definitions: dict[str, Schema], form: Form
) -> Schema:
    """Copy a schema without extension keywords, gathering what it refers to in `definitions`."""

    def inner_copy(keyword: str, inner: Schema) -> Schema:
        return _copy(sources, path, inner, definitions, "wire" if keyword in CONDITIONS else form)

    dropped = _DROPPED if form == "tools" else _DROPPED | {"format"}
    plain = {
        key: value
        for key, value in schema.items()
        if not key.startswith("x-") and key not in dropped
    }
    copied = rebuild(plain, inner_copy)
    if "$ref" in schema:
        file, target = sources.follow(path, schema["$ref"])
        title = target["title"]
        if title not in definitions:
            definitions[title] = {}
            definitions[title] = _copy(sources, file, target, definitions, form)
            definitions[title].pop("examples", None)
        copied["$ref"] = f"#/$defs/{title}"
    if form == "tools":
        return _digestible(copied)
    return _tighten(copied, schema.get("x-strict", {})) if form == "strict" else copied


def _digestible(schema: Schema) -> Schema:
    """Return a schema with the same meaning, in words that generators know.

    A condition becomes a union, which is the same because each branch repeats its condition; and listed values have a type.
    """
    if "if" in schema:
        schema = {
            key: value for key, value in schema.items() if key not in {"if", "then", "else"}
        } | {"oneOf": [schema["then"], schema["else"]]}
    types = {type_of(value) for value in listed_values(schema) or ()}
    return {"type": types.pop(), **schema} if len(types) == 1 and "type" not in schema else schema


def _tighten(schema: Schema, overrides: Schema) -> Schema:
    if "properties" in schema and "if" not in schema:
        schema.setdefault("additionalProperties", False)
    listed = [
        type_of(value) for branch in schema.get("anyOf", []) for value in branch.get("enum", [])
    ]
    if "anyOf" in schema:
        schema["anyOf"] = [
            False if _is_open(branch, listed) else branch for branch in schema["anyOf"]
        ]
    required = [*schema.get("required", ()), *overrides.get("required", ())]
    return {**schema, **overrides, **({"required": required} if required else {})}


def _is_open(branch: Schema, listed: list[str]) -> bool:
    """Whether a branch lets pass what the other branches do not know: any value, or any of a type."""
    return not branch or (branch.keys() == {"type"} and branch["type"] in listed)
