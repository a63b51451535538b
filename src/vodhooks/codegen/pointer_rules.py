"""The rules for the pointers in openapi.yaml: each points to a member that the schemas have, and that is there when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vodhooks.codegen.sources import (
    CONTENT,
    EXTENSION,
    body,
    body_place,
    discriminator,
    message_at,
    options,
)
from vodhooks.pointers import parse_pointer, pointer_of
from vodhooks.schemas import types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.codegen.sources import Sources
    from vodhooks.schemas import Schema

__all__ = ["check_pointers"]


@dataclass(frozen=True, slots=True)
class _Member:
    """What a pointer points to in one form of a payload: a schema, and whether it is always there; None points nowhere."""

    schema: Schema | None
    always: bool


def check_pointers(sources: Sources, at: str, holder: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the pointers of an operation, or of an entry for a reply.

    Args:
        sources: the contract, whose schemas keep their rules.
        at: where the operation or entry stands.
        holder: the operation or entry.
    """
    extension = holder.get(EXTENSION)
    if extension is None:
        yield from _check_identity(sources, at, holder)
        return
    entries = [
        entry
        for entry in extension["messages"]
        if entry["name"].replace(".", "/") in sources.schemas
    ]
    for index, entry in enumerate(entries):
        yield from _check_identity(sources, f"{at}/{EXTENSION}/messages/{index}", entry)
        if "occurred-at" in extension:
            place, pointer = (
                f"{at}/{EXTENSION}/occurred-at/pointer",
                extension["occurred-at"]["pointer"],
            )
            yield from _check_time(
                place, pointer, entry["name"], _members(sources, entry["name"], pointer)
            )
    yield from _check_discriminator(sources, at, holder)
    for index, name in enumerate(extension.get("excluded-from-comparison", ())):
        if not any(_exists(sources, entry["name"], pointer_of([name])) for entry in entries):
            yield (
                f"{at}/{EXTENSION}/excluded-from-comparison/{index}: no message has a member called {name} at its top level; "
                "mend the name, or take it out"
            )
    for index, retired in enumerate(extension.get("retired", ())):
        if any(_exists(sources, entry["name"], retired["pointer"]) for entry in entries):
            yield f"{at}/{EXTENSION}/retired/{index}/pointer: a message has this member; name one that only the old format has"


def _check_identity(sources: Sources, at: str, entry: dict[str, Any]) -> Iterator[str]:
    identity = entry.get("identity", ())
    for index, pointer in enumerate(() if identity == CONTENT else identity):
        place, members = f"{at}/identity/{index}", _members(sources, entry["name"], pointer)
        if any(member.schema is None for member in members):
            yield f"{place}: {pointer} points nowhere in {entry['name']}; name a member that each form of it has"
        elif not all(member.always for member in members):
            yield f"{place}: {pointer} need not be there in {entry['name']}; an event is identified by what is required"
        elif any(_is_composed(member) for member in members):
            yield f"{place}: {pointer} is no single value in {entry['name']}; name a text or a number in it"


def _check_time(place: str, pointer: str, name: str, members: list[_Member]) -> Iterator[str]:
    if any(member.schema is None for member in members):
        yield f"{place}: {pointer} points nowhere in {name}; name a member that each message of the channel has"
    elif any(not _kinds(member) <= {"integer", "number", "null"} for member in members):
        yield f"{place}: {pointer} is no number in {name}; a time is one, of the unit that is given"


def _check_discriminator(sources: Sources, at: str, received: dict[str, Any]) -> Iterator[str]:
    pointer, mapping = discriminator(received)
    if pointer is None:
        return
    place = f"{at}{pointer_of((*body_place(received), 'discriminator'))}"
    for kind, name in mapping.items():
        if name.replace(".", "/") not in sources.schemas:
            continue
        members = _members(sources, name, pointer)
        step = f"{place}{pointer_of(('mapping', kind))}"
        if any(member.schema is None or not member.always for member in members):
            yield f"{place}/propertyName: {pointer} is no required member of {name}; a discriminator is there in each message"
        elif any((member.schema or {}).get("const") != kind for member in members):
            yield f"{step}: the const of {pointer} in {name} is another; make them the same"
    if received[EXTENSION].get("unknown-messages") != "keep":
        return
    for name in {message_at(option) for option in options(body(received))} - {*mapping.values()}:
        for member in _members(sources, name, pointer):
            excluded = (member.schema or {}).get("not", {}).get("enum", ())
            for kind in sorted(mapping.keys() - {*excluded}):
                yield f"{place}: {pointer} in {name} admits {kind}, which has a schema of its own; list it under its not"


def _exists(sources: Sources, name: str, pointer: str) -> bool:
    return any(member.schema is not None for member in _members(sources, name, pointer))


def _members(sources: Sources, name: str, pointer: str) -> list[_Member]:
    """Return what a pointer points to in a message, once for each form that the message has."""
    path = name.replace(".", "/")
    return list(_walk(sources, path, sources.schemas[path], parse_pointer(pointer), always=True))


def _walk(
    sources: Sources, path: str, schema: Schema, tokens: tuple[str, ...], *, always: bool
) -> Iterator[_Member]:
    strict = [schema.get("x-strict", {})]
    while "$ref" in schema:
        path, schema = sources.follow(path, schema["$ref"])
        strict.append(schema.get("x-strict", {}))
    forms = [schema[key] for key in ("then", "else") if key in schema] or [
        branch for branch in schema.get("anyOf", ()) if "properties" in branch or "$ref" in branch
    ]
    if forms:
        for form in forms:
            yield from _walk(sources, path, form, tokens, always=always)
    elif not tokens:
        yield _Member(schema, always)
    elif tokens[0] not in schema.get("properties", {}):
        yield _Member(None, always=False)
    else:
        # Whatever may be null or absent on the way need not be there in the end; what stands in a list neither. It will do that
        # the strict schema demands it: where it is not there all the same, the content identifies the event.
        demanded = [*schema.get("required", ()), *schema.get("x-strict", {}).get("required", ())]
        nullable = all("null" in types(each) for each in (schema, *filter(types, strict)))
        there = always and tokens[0] in demanded and not nullable
        yield from _walk(sources, path, schema["properties"][tokens[0]], tokens[1:], always=there)


def _is_composed(member: _Member) -> bool:
    """Whether a member is an object, or a list of anything but single values."""
    items = (member.schema or {}).get("items", {})
    return "object" in _kinds(member) or (
        "array" in _kinds(member)
        and (
            "$ref" in items or not types(items) or not {"object", "array"}.isdisjoint(types(items))
        )
    )


def _kinds(member: _Member) -> set[str]:
    """Return the types of what a member may be, as far as the schema names them."""
    schema = member.schema or {}
    return {kind for part in (schema, *schema.get("anyOf", ())) for kind in types(part)}
