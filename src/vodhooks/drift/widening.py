"""Widens the type of a place of the contract to the values seen there: to null, and from integers to numbers.

Another type may mean something else and is left to a person, except where the types come from traffic alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle, message
from vodhooks.drift.observations import unknown_holder
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.schemas import types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vodhooks.drift.findings import Place

__all__ = ["edit", "one_or_several", "places_to_widen", "types_to_add", "widen"]

Schema = dict[str, Any]
Operation = dict[str, Any]
Steps = tuple[str | int, ...]


def types_to_add(finding: Place) -> set[str]:
    """Return the types that were seen at a place and that its schema should allow too."""
    drifts = finding.kind != "violation"
    if finding.keyword not in {"type", "anyOf"} or not finding.pointer:
        return set()
    if unknown_holder(finding.message, finding.schema_pointer) is not None:
        return set()
    place = parse_pointer(finding.schema_pointer)[:-1]
    wire: Any = resolve(bundle(finding.message), place)
    schema: Any = resolve(bundle(finding.message, "strict"), place) if drifts else wire
    branches = [schema, *(branch for branch in schema.get("anyOf", ()) if branch)]
    allowed = {name for branch in branches for name in types(branch)}
    seen = set(finding.shape.types) - allowed
    lists = any("enum" in branch or "const" in branch for branch in branches)
    if lists and finding.keyword == "type":
        return set()
    if (
        drifts
        and not lists
        and ({} in wire.get("anyOf", ()) or (allowed == {"null"} and len(seen) == 1))
    ):
        return seen
    if _identifies(finding):
        return set()
    return seen & ({"null", "number"} if "integer" in allowed and not lists else {"null"})


def _identifies(finding: Place) -> bool:
    """Whether an identity of the event is at a place or below it."""
    tokens = parse_pointer(finding.pointer)
    return any(
        parse_pointer(pointer)[: len(tokens)] == tokens
        for pointer in message(finding.message).identity
    )


def places_to_widen(finding: Place) -> list[tuple[str, ...]]:
    """Return the schemas to widen, by their places in the bundle.

    A shared object stays unchanged, since its root names the generated class; null is allowed where it is used.
    """
    place = parse_pointer(finding.schema_pointer)[:-1]
    root = bundle(finding.message)
    schema: Any = resolve(root, place)
    shared = len(place) == 2 and place[0] == "$defs" and "properties" in schema
    return (
        list(dict.fromkeys(_uses(root, (), parse_pointer(finding.pointer)))) if shared else [place]
    )


def _uses(root: Schema, place: tuple[str, ...], tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the places where only a reference describes the value at a pointer."""
    schema: Any = resolve(root, place)
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        if tokens:
            yield from _uses(root, parse_pointer(schema["$ref"].removeprefix("#")), tokens)
        else:
            yield place
        return
    for branch in ("then", "else"):
        yield from _uses(root, (*place, branch), tokens)
    for union in ("anyOf", "oneOf"):
        for index in range(len(schema.get(union, ()))):
            yield from _uses(root, (*place, union, str(index)), tokens)
    if tokens:
        for step in (("properties", tokens[0]), ("items",), ("additionalProperties",)):
            if step != ("items",) or tokens[0] == "*":
                yield from _uses(root, (*place, *step), tokens[1:])


def widen(place: Steps, wire: Schema, strict: Schema, added: set[str]) -> list[Operation]:
    """Return the operations of a JSON Patch that let a schema allow further types.

    Args:
        place: the schema's place in its file.
        wire: the schema in the bundle.
        strict: the same in the strict bundle; where its type differs, the file has it in `x-strict`.
        added: the types.
    """
    if "$ref" in wire:
        union = [{}, *({"type": name} for name in sorted(added))]
        moved = edit("move", (*place, "anyOf", 0, "$ref"), **{"from": pointer_of((*place, "$ref"))})
        return [edit("add", (*place, "anyOf"), value=union), moved]
    if "anyOf" in wire:
        branches = wire["anyOf"]
        index = branches.index({}) if {} in branches else len(branches)
        return [
            edit("add", (*place, "anyOf", index), value={"type": name})
            for name in sorted(added, reverse=True)
        ]
    operations: list[Operation] = []
    if "type" in wire:
        operations += _retype((*place, "type"), wire["type"], added)
        if operations and "number" in added:
            # The bundle has no `format`, the file may have one, and a patch removes only what exists: add, then remove.
            operations += [
                edit("add", (*place, "format"), value=None),
                edit("remove", (*place, "format")),
            ]
    if strict.get("type") != wire.get("type"):
        operations += _retype((*place, "x-strict", "type"), strict["type"], added)
    return operations


def _retype(place: Steps, old: str | list[str], added: set[str]) -> list[Operation]:
    known = set(types({"type": old}))
    wanted = one_or_several(known | added)
    if set(types({"type": wanted})) == known:
        return []
    return [edit("test", place, value=old), edit("replace", place, value=wanted)]


def one_or_several(names: Iterable[str]) -> str | list[str]:
    """Return types as schemas write them: one as a string, several as a list that ends with null; numbers include integers."""
    wanted = set(names)
    if "number" in wanted:
        wanted.discard("integer")
    listed = sorted(wanted, key=lambda name: (name == "null", name))
    return listed[0] if len(listed) == 1 else listed


def edit(op: str, place: Sequence[str | int], **more: Any) -> Operation:
    """Return an operation of a JSON Patch."""
    return {"op": op, "path": pointer_of(place), **more}
