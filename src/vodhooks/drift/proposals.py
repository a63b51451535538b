"""Proposes a change of the contract that covers what was gathered: a JSON Patch (RFC 6902) for each schema file.

Members that were unknown become properties and values that were unknown go into their lists, each with the evidence
`sample`; null and fractions become allowed where they were seen. A change only ever widens the wire schema: what was accepted
is accepted afterwards. What a person has to decide is left out, with the reason. Writes no file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle, catalogue
from vodhooks.catalogue import message as message_of
from vodhooks.drift.observations import unknown_holder
from vodhooks.drift.shapes import Shape, merge
from vodhooks.drift.widening import edit, one_or_several, places_to_widen, types_to_add, widen
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.schemas import types

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping, Sequence
    from datetime import date

    from vodhooks.drift.findings import Findings, Place

__all__ = ["Left", "Proposal", "apply", "propose", "split_by_case"]

Schema = dict[str, Any]
Operation = dict[str, Any]
_Spot = tuple[str, tuple[str, ...]]
"""A schema: its file below schemas/, and its place there."""


@dataclass(frozen=True, slots=True)
class Left:
    """A place for which nothing is proposed, and why."""

    finding: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the contract.

    Attributes:
        patches: the JSON Patch of each file, by its name below schemas/.
        left: what is left to a person.
    """

    patches: dict[str, list[Operation]]
    left: list[Left]


@dataclass(slots=True)
class _Change:
    """What to add to one schema: properties by name and values, with the findings behind them, and types.

    `wire` and `strict` are the schema in the bundles.
    """

    wire: Schema
    strict: Schema
    members: defaultdict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    values: list[Place] = field(default_factory=list)
    branch: int | None = None
    added: set[str] = field(default_factory=set)


def propose(found: Findings, today: date) -> Proposal:
    """Return the change of the contract with which the traffic would not drift, where a machine can decide.

    Args:
        found: what was gathered.
        today: the date for the sources of the schemas.
    """
    changes: dict[_Spot, _Change] = {}
    left: list[Left] = []
    for finding in found.places:
        if finding.message not in catalogue().messages:
            continue  # a channel refuses what tells no message, and no schema says so
        added = types_to_add(finding)
        for place in places_to_widen(finding) if added else ():
            _change_at(finding.message, place, changes).added |= added
        if finding.kind == "violation" or (added and added >= finding.shape.types.keys()):
            continue
        reason = _obstacle(finding)
        if reason:
            left.append(Left(finding, reason))
        else:
            _add_change(finding, changes)
    patches: dict[str, list[Operation]] = {}
    for (file, place), change in sorted(changes.items(), key=lambda item: item[0]):
        patches.setdefault(file, []).extend(_build_operations(place, change, found))
    for operations in patches.values():
        source = {"page": "Traffic, as vodhooks drift gathered it", "read": today.isoformat()}
        operations.append(edit("add", ("x-source", "-"), value=source))
    return Proposal(patches, left)


def apply(patches: Mapping[str, Sequence[Operation]], documents: MutableMapping[str, Any]) -> None:
    """Make proposed changes in parsed schema files.

    Args:
        patches: as in a `Proposal`.
        documents: the files by their names below schemas/, which are changed; new ones are put there.

    Raises:
        GenerationError: the change was proposed for other files. They may be partly changed then.
    """
    findings: list[str] = []
    for file, operations in patches.items():
        for operation in operations:
            if not operation["path"]:
                documents[file] = operation["value"]
                continue
            problem = _apply_operation(operation, documents.get(file))
            if problem:
                findings.append(f"{file}#{operation['path']}: {problem}")
    if findings:
        raise GenerationError(findings)


def _apply_operation(operation: Operation, document: Any) -> str | None:
    """Make one change in a document, or return why it cannot be made."""
    *above, last = parse_pointer(operation["path"])
    holder = resolve(document, above)
    kind, value = operation["op"], operation.get("value")
    if kind == "move":
        *origin, moved = parse_pointer(operation["from"])
        source = resolve(document, origin)
        if not isinstance(source, dict) or moved not in source:
            return "there is nothing to move to it"
        value = source.pop(moved)
    if isinstance(holder, list) and kind == "replace":
        holder[int(last)] = value
    elif isinstance(holder, list):
        holder.insert(len(holder) if last == "-" else int(last), value)
    elif not isinstance(holder, dict):
        return "there is nothing to add it to"
    elif kind in {"test", "replace", "remove"}:
        return _exchange(kind, holder, last, value)
    elif last in holder and value is not None:
        return "is there already; run `make generate`"
    else:
        holder[last] = value
    return None


def _exchange(kind: str, holder: dict[str, Any], name: str, value: Any) -> str | None:
    if name not in holder or (kind == "test" and holder[name] != value):
        return "is not what the change was proposed for; run `make generate`"
    if kind == "replace":
        holder[name] = value
    elif kind == "remove":
        del holder[name]
    return None


def _obstacle(finding: Place) -> str | None:
    """Return why nothing can be proposed for a finding, or None."""
    if finding.kind == "beyond-bound":
        return "whether the bound still holds is for a person to say"
    if finding.overflow:
        return "its names are too many or too long for properties"
    if finding.kind == "unknown-member":
        return None if _may_be_property(_name(finding)) else "no property may be called so"
    if not _listing_branches(finding):
        return "it fits none of several schemas, and none of them is a list"
    return "its values are too many or too long for a list" if finding.more_values else None


def _add_change(finding: Place, changes: dict[_Spot, _Change]) -> None:
    """Add a finding to the changes."""
    holder = unknown_holder(finding.message, finding.schema_pointer)
    place = _list_place(finding) if holder is None else holder
    change = _change_at(finding.message, place, changes)
    if holder is not None:
        change.members[_name(finding)].append(finding)
        return
    marks = message_of(finding.message).evidence
    seen = [
        index
        for index in _listing_branches(finding)
        if marks.get(pointer_of((*place, "anyOf", index))) == "sample"
    ]
    change.values.append(finding)
    change.branch = seen[0] if seen else None


def _change_at(message: str, place: tuple[str, ...], changes: dict[_Spot, _Change]) -> _Change:
    """Return the change of the schema at a place in the bundle, or add one."""
    spot = _locate(message, place)
    if spot not in changes:
        wire = _schema_at(message, place)
        strict = resolve(bundle(message, "strict"), place)
        changes[spot] = _Change(wire, strict if isinstance(strict, dict) else wire)
    return changes[spot]


def _name(finding: Place) -> str:
    return parse_pointer(finding.pointer)[-1]


def _list_place(finding: Place) -> tuple[str, ...]:
    """Return the place in the bundle of the schema whose union an unknown value fails."""
    return parse_pointer(finding.schema_pointer)[:-1]


def _listing_branches(finding: Place) -> list[int]:
    """Return the branches of a union that list values, by index, where an unknown value fails that union."""
    branches = _schema_at(finding.message, _list_place(finding))["anyOf"]
    return [index for index, branch in enumerate(branches) if "enum" in branch]


def _schema_at(message: str, place: Sequence[str]) -> Schema:
    """Return the schema at a place in the bundle of a message."""
    schema: Any = resolve(bundle(message), place)
    return dict(schema)


@cache
def _locate(message: str, place: tuple[str, ...]) -> _Spot:
    """Return where the source of a schema of a bundle is: the root is the message, `$defs` are known by title."""
    title, rest = (
        (place[1], place[2:]) if place[:1] == ("$defs",) else (message_of(message).title, place)
    )
    file, _, pointer = catalogue().schemas[title].partition("#")
    return file, (*parse_pointer(pointer), *rest)


def _build_operations(place: tuple[str, ...], change: _Change, found: Findings) -> list[Operation]:
    operations: list[Operation] = (
        widen(place, change.wire, change.strict, change.added) if change.added else []
    )
    properties = {
        name: _build_property(findings, found) for name, findings in sorted(change.members.items())
    }
    if properties and "properties" not in change.wire:
        operations.append(edit("add", (*place, "properties"), value=properties))
    else:
        operations += [
            edit("add", (*place, "properties", name), value=schema)
            for name, schema in properties.items()
        ]
    if change.values:
        values = sorted({text for finding in change.values for text in finding.values})
        operations += _extend_list(
            [json.loads(text) for text in values], (*place, "anyOf"), change, found
        )
    return operations


def _extend_list(
    values: list[Any], place: tuple[str, ...], change: _Change, found: Findings
) -> list[Operation]:
    """Return the operations that add values to an open list; values from traffic have their own list beside the documented one."""
    branches = change.wire["anyOf"]
    after = 1 + max(index for index, branch in enumerate(branches) if "enum" in branch)
    joined, *apart = split_by_case(
        values, [] if change.branch is None else branches[change.branch]["enum"]
    )
    described = {"description": _description(change.values, found), "x-evidence": "sample"}
    operations: list[Operation] = []
    if change.branch is None:
        apart = [joined, *apart]
    else:
        operations = [
            edit("add", (*place, change.branch, "enum", "-"), value=value) for value in joined
        ]
    return operations + [
        edit("add", (*place, after), value={**described, "enum": group})
        for group in reversed(apart)
    ]


def split_by_case(values: Sequence[Any], listed: Sequence[Any]) -> list[list[Any]]:
    """Group values so that no two in a group differ in case alone, which generators need; the first group joins a list."""
    groups: list[list[Any]] = [[]]
    names = [{_fold_case(value) for value in listed}]
    for value in values:
        name = _fold_case(value)
        index = next((index for index, taken in enumerate(names) if name not in taken), len(groups))
        if index == len(groups):
            groups.append([])
            names.append(set())
        groups[index].append(value)
        names[index].add(name)
    return groups


def _fold_case(value: Any) -> str:
    return value.casefold() if isinstance(value, str) else repr(value)


def _build_property(findings: Sequence[Place], found: Findings) -> Schema:
    shape = merge(finding.shape for finding in findings) or Shape()
    # Types that the strict schema allows for unknown members never drift, so they stay allowed for the property.
    tolerated = {name for finding in findings for name in _tolerated_types(finding)}
    return {
        "description": _description(findings, found),
        "x-evidence": "sample",
        **_schema_of(shape, tolerated),
    }


def _tolerated_types(finding: Place) -> list[str]:
    holder = unknown_holder(finding.message, finding.schema_pointer) or ()
    unknown: Any = resolve(bundle(finding.message, "strict"), (*holder, "additionalProperties"))
    allowed = unknown["type"] if isinstance(unknown, dict) else []
    return [allowed] if isinstance(allowed, str) else list(allowed)


def _schema_of(shape: Shape, tolerated: Iterable[str] = ()) -> Schema:
    """Return the schema of the values that were seen.

    It accepts any value on the wire, as before. Its types are for the strict schema: in `x-strict` where one type is
    enough, else as branches of a union whose last branch accepts anything: ajv's strict mode refuses lists of types.
    """
    seen = one_or_several({*shape.types, *tolerated})
    names = types({"type": seen})
    if not names:
        return {}
    branches = [{"type": name, **_describe_inside(shape, name)} for name in names]
    if all(branch.keys() == {"type"} for branch in branches) and len({*names} - {"null"}) <= 1:
        return {"x-strict": {"type": seen}}
    return {"anyOf": [*branches, {}]}


def _describe_inside(shape: Shape, name: str) -> Schema:
    """Return the keywords for the items of arrays or the members of objects that were seen."""
    if shape.cut:
        return {}
    if name == "array" and shape.items:
        return {"items": _schema_of(shape.items)}
    if name != "object":
        return {}
    if shape.others or not all(map(_may_be_property, shape.members)):
        values = merge([*shape.members.values(), shape.others])
        return {"additionalProperties": _schema_of(values or Shape())}
    properties = {
        member: {
            "description": f"To be described: seen {_times(inner.count)}.",
            "x-evidence": "sample",
            **_schema_of(inner),
        }
        for member, inner in sorted(shape.members.items())
    }
    return {"properties": properties} if properties else {}


def _may_be_property(name: str) -> bool:
    """Whether the rules for schemas allow a property of this name, and it misleads no reader of code."""
    return (
        name not in {"", "$ref"} and not name.removeprefix("+").isdecimal() and name.isprintable()
    )


def _description(findings: Sequence[Place], found: Findings) -> str:
    """Describe where something was seen, without names and values from traffic: descriptions go into generated code."""
    most = {
        finding.message: finding.payloads
        for finding in sorted(findings, key=lambda finding: finding.payloads)
    }
    where = [
        f"{count:,} of {found.messages[name]:,} payloads of {name}"
        for name, count in sorted(most.items())
    ]
    times = [
        seen.at
        for finding in findings
        for seen in (finding.window.first, finding.window.last)
        if seen.at
    ]
    when = f", {min(times):%Y-%m-%d} to {max(times):%Y-%m-%d}" if times else ""
    return f"To be described: seen in {' and '.join(where)}{when}."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
