"""One self-contained schema per message, in the forms that validators, fast checks and code generators want."""

from __future__ import annotations

from itertools import count
from typing import Any, Literal, TypeAlias

from vodhooks.codegen.sources import BASE, CONDITIONS, Sources, rebuilt, subschemas
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, pointer_of, resolve

__all__ = ["Form", "alternatives", "bundle", "marks", "screen"]

Schema = dict[str, Any]
_WORDS = frozenset({"title", "description", "examples"})
_DROPPED = frozenset({"$schema", "$id", "$defs"})

_LARGEST = 20_000
"""How many schemas a message may come to when its references are resolved."""

_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dict: "object",
    list: "array",
    type(None): "null",
}

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


def screen(schema: Schema, document: Schema | None = None) -> Schema:
    """Return a schema that accepts exactly what another accepts, in the form that is judged fastest.

    References are resolved; conditions become unions, which is the same because each branch repeats its condition; and
    where an object may have nothing but required properties, counting them will do.

    Args:
        schema: the schema, such as a strict schema.
        document: what its references lead into, if not the schema itself.

    Raises:
        GenerationError: a schema contains itself, or is too large when its references are resolved.
    """
    root = schema if document is None else document
    seen = count()

    def screened(schema: Schema, within: tuple[str, ...]) -> Schema:
        if next(seen) > _LARGEST:
            raise GenerationError(
                [f"more than {_LARGEST} schemas when references are resolved; refer to fewer"]
            )
        if "$ref" in schema:
            reference = schema["$ref"]
            if reference in within:
                raise GenerationError([f"{reference} contains itself, which no callback here does"])
            followed: Any = resolve(root, parse_pointer(reference.removeprefix("#")))
            target = screened(followed, (*within, reference))
            beside = {
                key: value for key, value in schema.items() if key not in _WORDS and key != "$ref"
            }
            return {"allOf": [target, beside]} if beside else target
        changed = rebuilt(schema, lambda _, inner: screened(inner, within))
        plain = {key: value for key, value in changed.items() if key not in _WORDS}
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

    return screened({key: value for key, value in schema.items() if key != "$defs"}, ())


def marks(sources: Sources, name: str, keyword: str) -> dict[str, str]:
    """Return what an extension keyword says of each schema of a message that has it, by JSON Pointer in the bundle."""
    found: dict[str, str] = {}

    def note(schema: Schema, place: tuple[str | int, ...]) -> None:
        if keyword in schema:
            found[pointer_of(place)] = schema[keyword]
        for step, inner in subschemas(schema):
            if step[0] != "$defs":
                note(inner, (*place, *step))

    path = name.replace(".", "/")
    note(sources.schemas[path], ())
    for title, (_, schema) in _reachable(sources, path).items():
        note(schema, ("$defs", title))
    return dict(sorted(found.items()))


def alternatives(schema: Schema) -> Schema:
    """Return a schema in which every if/then/else is a oneOf of its branches and nothing else, as code generators want it."""
    changed = rebuilt(schema, lambda _, inner: alternatives(inner))
    if "if" not in changed:
        return changed
    union = [changed[branch] for branch in ("then", "else")]
    words = {key: value for key, value in changed.items() if key[0] in "$x" or key in _WORDS}
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
    copied = rebuilt(plain, inner_copy)
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
    values = [schema["const"]] if "const" in schema else schema.get("enum", ())
    types = {_type_of(value) for value in values}
    return {"type": types.pop(), **schema} if len(types) == 1 and "type" not in schema else schema


def _tighten(schema: Schema, overrides: Schema) -> Schema:
    if "properties" in schema and "if" not in schema:
        schema.setdefault("additionalProperties", False)
    listed = [
        _type_of(value) for branch in schema.get("anyOf", []) for value in branch.get("enum", [])
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


def _type_of(value: object) -> str:
    return _TYPES[type(value)]
