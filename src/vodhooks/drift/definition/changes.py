"""Compares a vendor's definition with the contract, and says how the contract would have to change: as JSON Patch (RFC 6902).

What is new is written as the rules of the house have it: everything may be null, lists stay open, evidence is `documented`.
Descriptions are left empty for a person to write, and `make generate` refuses them until they are there. What a person wrote is
never changed: descriptions, corrections, bounds, and identities stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from vodhooks.codegen.schema_rules import DIALECT
from vodhooks.codegen.sources import BASE, CONTENT, body, body_place, options
from vodhooks.drift.definition.examples import add_missing, count_members, filled
from vodhooks.drift.proposals import split_by_case
from vodhooks.drift.widening import edit
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.schemas import every_schema, types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from vodhooks.codegen.sources import Sources
    from vodhooks.drift.definition.reader import Definition, Member, Origin
    from vodhooks.schemas import Schema

__all__ = ["OPENAPI", "Change", "Changes", "compare"]

OPENAPI = "../openapi.yaml"
"""The name of openapi.yaml below schemas/."""

Operation = dict[str, Any]
Place = tuple[str | int, ...]

_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the definition has and the contract has not.

    Attributes:
        kind: what it is: `new-event`, `new-property`, `new-value`, `deprecated`; or `left`, which a person has to decide.
        file: the file below schemas/ that would change.
        pointer: JSON Pointer to the place there.
        text: what is new, in a line.
    """

    kind: str
    file: str
    pointer: str
    text: str


@dataclass(slots=True)
class Changes:
    """What a definition has beyond the contract.

    Attributes:
        found: all of it, in the order of the definition.
        patches: the JSON Patch of each file, by its name below schemas/.
        compared: how many events were compared.
    """

    found: list[Change] = field(default_factory=list)
    patches: dict[str, list[Operation]] = field(default_factory=dict)
    compared: int = 0


def compare(definition: Definition, origin: Origin, sources: Sources, today: date) -> Changes:
    """Return how the contract would have to change to know all that a definition has.

    Args:
        definition: the definition.
        origin: where it comes from, as openapi.yaml says it.
        sources: the contract.
        today: when; it goes into the sources of the schemas.
    """
    return _Comparison(definition, origin, sources, today).run()


class _Comparison:
    """One run. Every object of the definition has one home in the contract: a file, or a part of one."""

    def __init__(
        self, definition: Definition, origin: Origin, sources: Sources, today: date
    ) -> None:
        self._definition = definition
        self._origin = origin
        self._sources = sources
        self._received, self._extension = next(
            (received, extension)
            for _, received, extension in sources.channels()
            if extension["channel"] == origin.channel
        )
        self._folder = origin.channel.replace(".", "/")
        self._discriminator: str = body(self._received)["discriminator"]["propertyName"]
        self._source = {
            "page": origin.page,
            "address": origin.address,
            "package": definition.package,
            "version": definition.version,
            "read": today.isoformat(),
        }
        self._events = [
            member
            for member in definition.objects[origin.object]
            if member.object and member.name not in origin.left_out
        ]
        self._uses = Counter(
            name for event in self._events for name in definition.reachable(str(event.object))
        )
        self._nullable = {
            member.object
            for members in definition.objects.values()
            for member in members
            if member.object and not member.is_list
        }
        self._titles = {
            found.schema["title"]
            for root in sources.schemas.values()
            for found in every_schema(root)
            if "title" in found.schema
        }
        self._homes: dict[str, tuple[str, Place]] = {}
        self._new: dict[str, Schema] = {}
        self._new_messages: list[str] = []
        self._missing: list[tuple[str, Member, str, Place]] = []
        self._grown: set[str] = set()
        self._seen: set[tuple[str, Place]] = set()
        self._result = Changes()

    def run(self) -> Changes:
        known = {event.name: path for event in self._events for path in self._messages(event)}
        for event in self._events:
            if event.name in known:
                self._compare_event(event, known[event.name])
        for name, member, file, place in self._missing:  # once every object's home is known
            self._grown.add(name)
            self._note("new-property", file, place, f"{name}.{member.name} is new")
            self._patch(file, edit("add", place, value=self._property(member, file)))
        for event in self._events:
            if event.name in known:
                self._extend_example(event, known[event.name])
            elif event.event_type is None:
                self._leave(
                    "", f"{event.name}: nothing says which event type it is; add it by hand"
                )
            else:
                self._add_event(event, event.event_type)
        patches = {name: [edit("add", (), value=root)] for name, root in self._new.items()}
        for file, operations in self._result.patches.items():
            if file != OPENAPI:
                operations.append(self._source_edit(file))
        self._result.patches |= {f"{file}.json": patch for file, patch in patches.items()}
        self._result.compared = len(self._events)
        return self._result

    # What the contract knows

    def _messages(self, event: Member) -> Iterator[str]:
        """Yield the file of the message that holds a member, if there is one."""
        for entry in self._extension["messages"]:
            path = entry["name"].replace(".", "/")
            if event.name in self._sources.schemas[path]["properties"]:
                yield path

    def _compare_event(self, event: Member, path: str) -> None:
        place = ("properties", event.name)
        self._compare_value(
            event, path, place, self._sources.schemas[path]["properties"][event.name]
        )

    def _compare_object(self, name: str, file: str, place: Place, schema: Schema) -> None:
        self._homes.setdefault(name, (file, place))
        if (file, place) in self._seen:
            return
        self._seen.add((file, place))
        for member in self._definition.objects[name]:
            at = (*place, "properties", member.name)
            if member.name in schema["properties"]:
                self._compare_value(member, file, at, schema["properties"][member.name])
                continue
            self._missing.append((name, member, file, at))

    def _compare_value(self, member: Member, file: str, place: Place, schema: Schema) -> None:
        if member.deprecated and not schema.get("deprecated"):
            self._note("deprecated", file, place, f"{member.name} is given up by the vendor")
            self._patch(file, edit("add", (*place, "deprecated"), value=True))
        file, schema, place = self._follow(file, schema, place)
        if member.is_list and "items" in schema:
            file, schema, place = self._follow(file, schema["items"], (*place, "items"))
        if member.object and "properties" in schema:
            self._compare_object(member.object, file, place, schema)
        elif member.type not in _allowed(schema):
            self._leave(f"{file}.json", f"{member.name} is {member.type} in the definition", place)
        elif member.values:
            self._compare_list(member, file, place, schema)

    def _compare_list(self, member: Member, file: str, place: Place, schema: Schema) -> None:
        known = set(_listed(schema))
        new = [value for value in member.values if value not in known]
        branches = [
            index for index, branch in enumerate(schema.get("anyOf", ())) if "enum" in branch
        ]
        if not new or (file, place) in self._seen:
            return
        self._seen.add((file, place))
        if branches:
            joined, *rest = split_by_case(new, schema["anyOf"][branches[0]]["enum"])
            at = (*place, "anyOf", branches[0], "enum", "-")
            for value in joined:
                self._patch(file, edit("add", at, value=value))
            for group in rest:
                self._patch(
                    file, edit("add", (*place, "anyOf", branches[0] + 1), value={"enum": group})
                )
        elif schema.keys() <= {"description", "x-evidence", "type", "deprecated"}:
            self._patch(file, edit("remove", (*place, "type")))
            union = _open_list(member.values, nullable="null" in types(schema))
            self._patch(file, edit("add", (*place, "anyOf"), value=union))
        else:
            return
        self._note("new-value", file, place, f"{member.name} may be {', '.join(new)}")

    def _follow(self, file: str, schema: Schema, place: Place) -> tuple[str, Schema, Place]:
        """Return what a schema refers to, by itself or beside null; else the schema, at its place."""
        references = [
            branch["$ref"] for branch in (schema, *schema.get("anyOf", ())) if "$ref" in branch
        ]
        if not references:
            return file, schema, place
        target, found = self._sources.follow(file, references[0])
        return target, found, tuple(parse_pointer(urldefrag(references[0])[1]))

    def _extend_example(self, event: Member, path: str) -> None:
        """Fill what is new in the example that fills most."""
        name = str(event.object)
        if self._grown.isdisjoint(self._definition.reachable(name)):
            return
        examples = [example.get(event.name) for example in self._sources.schemas[path]["examples"]]
        index = max(range(len(examples)), key=lambda index: count_members(examples[index]))
        extended = add_missing(examples[index], filled(self._definition, name))
        self._patch(path, edit("replace", ("examples", index, event.name), value=extended))

    def _source_edit(self, file: str) -> Operation:
        """Return the operation that names this definition among the sources of a file, once."""
        for index, source in enumerate(
            self._sources.schemas[file.removesuffix(".json")]["x-source"]
        ):
            if source.get("package") == self._definition.package:
                return edit("replace", ("x-source", index), value=self._source)
        return edit("add", ("x-source", "-"), value=self._source)

    # What is new

    def _add_event(self, event: Member, event_type: str) -> None:
        channel = self._extension["channel"]
        name = f"{channel}.{_snake(event_type)}"
        path = name.replace(".", "/")
        model = self._sources.schemas[self._extension["messages"][0]["name"].replace(".", "/")]
        root = self._new[path] = self._file(path, event_type)
        identity = next(
            (
                wanted
                for wanted in self._origin.identity
                if any(
                    wanted == member.name for member in self._definition.objects[str(event.object)]
                )
            ),
            None,
        )
        envelope = self._envelope(model, event, event_type, path, identity)
        parts = root.pop("$defs", None)  # they stand behind the properties
        root |= envelope
        if parts:
            root["$defs"] = parts
        root["examples"] = list(self._examples(model, event, event_type))
        entry: dict[str, Any] = {
            "name": name,
            "identity": CONTENT
            if identity is None
            else [f"/{self._discriminator}", f"/{event.name}/{identity}"],
            "evidence": "definition",
        }
        self._register(event_type, path, entry)
        self._note("new-event", path, (), f"{event_type} is new, in the member {event.name}")

    def _file(self, path: str, name: str) -> Schema:
        return {
            "$schema": DIALECT,
            "$id": f"{BASE}{path}.json",
            "title": self._title(name),
            "description": "",
            "x-source": [self._source],
        }

    def _envelope(
        self, model: Schema, event: Member, event_type: str, path: str, identity: str | None
    ) -> Schema:
        """Return the schema of a message: as another of its channel, with the member of its own event."""
        members = {
            member.name for member in self._definition.objects[self._origin.object] if member.object
        }
        properties: dict[str, Schema] = {}
        for name, schema in model["properties"].items():
            if name == self._discriminator:
                properties[name] = {**schema, "const": event_type}
            elif name in members:
                properties[event.name] = {
                    "description": schema["description"],
                    "x-evidence": "documented",
                    "x-required-evidence": "documented",
                    "$ref": self._reference(str(event.object), path, identity),
                    "x-strict": {"type": "object"},
                }
            else:
                properties[name] = schema
        return {
            "type": "object",
            "required": [self._discriminator],
            "x-strict": {"required": [event.name], **model["x-strict"]},
            "properties": properties,
        }

    def _examples(self, model: Schema, event: Member, event_type: str) -> Iterator[dict[str, Any]]:
        whole = filled(self._definition, str(event.object))
        envelope = {
            name: next(example[name] for example in model["examples"] if name in example)
            for name in model["properties"]
            if name != self._discriminator
            and any(isinstance(example.get(name), (str, int)) for example in model["examples"])
        }
        yield {self._discriminator: event_type, event.name: whole, **envelope}
        objects = {
            member.name for member in self._definition.objects[str(event.object)] if member.object
        }
        bare = {name: None if name in objects else value for name, value in whole.items()}
        yield {self._discriminator: event_type, event.name: bare}

    def _register(self, event_type: str, path: str, entry: dict[str, Any]) -> None:
        """Enter a message in openapi.yaml, and take its type out of what is said of other events."""
        item = next(
            name
            for name, found in self._sources.openapi["components"]["pathItems"].items()
            if found["post"] is self._received
        )
        post = ("components", "pathItems", item, "post")
        place = (*post, *body_place(self._received))
        mapped = body(self._received)["discriminator"]["mapping"].values()
        others = [file for file in options(body(self._received)) if file not in mapped]
        union = "anyOf" if "anyOf" in body(self._received) else "oneOf"
        index = len(options(body(self._received))) - len(others) + len(self._new_messages)
        self._new_messages.append(path)
        file = f"schemas/{path}.json"
        self._edit_openapi("add", (*place, union, index), {"$ref": file})
        self._edit_openapi("add", (*place, "discriminator", "mapping", event_type), file)
        self._edit_openapi("add", (*post, "x-vodhooks", "messages", "-"), entry)
        for other in others:
            known = other.removeprefix("schemas/")
            at = ("properties", self._discriminator, "not", "enum", "-")
            self._patch(known.removesuffix(".json"), edit("add", at, value=event_type))

    def _reference(self, name: str, file: str, identity: str | None = None) -> str:
        """Return the reference to an object from a file, and define the object if nothing does."""
        if name not in self._homes:
            self._define(name, file, identity)
        home, place = self._homes[name]
        fragment = f"#{pointer_of(place)}" if place else ""
        return fragment if home == file else f"{home.rpartition('/')[2]}.json{fragment}"

    def _define(self, name: str, file: str, identity: str | None) -> None:
        schema: Schema
        if self._uses[name] > 1:
            file = f"{self._folder}/{_snake(name)}"
            self._homes[name] = file, ()
            schema = self._new[file] = self._file(file, name)
        else:
            self._homes[name] = file, ("$defs", name)
            schema = {"title": self._title(name), "description": ""}
            self._place_part(file, name, schema)
        schema["type"] = ["object", "null"] if name in self._nullable else "object"
        if identity:
            schema["x-strict"] = {"required": [identity]}
        schema["properties"] = {}
        for member in self._definition.objects[name]:
            property_schema = self._property(member, file)
            if member.name == identity:
                kind = "array" if member.is_list else member.type
                property_schema |= {"x-strict": {"type": kind}}
                property_schema = {
                    "description": "",
                    "x-evidence": "documented",
                    "x-required-evidence": "documented",
                    **property_schema,
                }
            schema["properties"][member.name] = property_schema

    def _place_part(self, file: str, name: str, schema: Schema) -> None:
        if file in self._new:
            self._new[file].setdefault("$defs", {})[name] = schema
            return
        if "$defs" not in self._sources.schemas[file] and not any(
            operation["path"] == "/$defs"
            for operation in self._result.patches.get(f"{file}.json", ())
        ):
            self._patch(file, edit("add", ("$defs",), value={}))
        self._patch(file, edit("add", ("$defs", name), value=schema))

    def _property(self, member: Member, file: str) -> Schema:
        schema: Schema = {"description": "", "x-evidence": "documented"}
        if member.deprecated:
            schema["deprecated"] = True
        if member.is_list:
            return schema | {"type": ["array", "null"], "items": self._item(member, file)}
        if member.object:
            reference = {"$ref": self._reference(member.object, file)}
            if self._may_be_null(member.object):
                return schema | reference
            return schema | {"anyOf": [reference, {"type": "null"}]}
        if member.values:
            return schema | {"anyOf": _open_list(member.values, nullable=True)}
        return schema | _scalar([member.type, "null"])

    def _may_be_null(self, name: str) -> bool:
        """Whether the schema of an object allows null; it need not where the object stood in lists alone so far."""
        file, place = self._homes[name]
        known = resolve(self._sources.schemas.get(file, {}), place)
        return "null" in types(known) if isinstance(known, dict) and known else True

    def _item(self, member: Member, file: str) -> Schema:
        if member.object:
            return {"$ref": self._reference(member.object, file)}
        if member.values:
            return {"anyOf": _open_list(member.values, nullable=False)}
        return _scalar(member.type)

    def _title(self, name: str) -> str:
        words = re.split("[._]", self._extension["channel"])
        title = "".join(word.capitalize() for word in words) + name
        if title in self._titles:
            raise GenerationError([f"the title {title} is taken; rename what has it"])
        self._titles.add(title)
        return title

    # The result

    def _note(self, kind: str, file: str, place: Place, text: str) -> None:
        self._result.found.append(Change(kind, f"{file}.json", pointer_of(place), text))

    def _leave(self, file: str, text: str, place: Place = ()) -> None:
        self._result.found.append(Change("left", file, pointer_of(place), text))

    def _patch(self, file: str, operation: Operation) -> None:
        self._result.patches.setdefault(f"{file}.json", []).append(operation)

    def _edit_openapi(self, op: str, place: Sequence[str | int], value: Any) -> None:
        self._result.patches.setdefault(OPENAPI, []).append(edit(op, place, value=value))


def _open_list(values: Sequence[str], *, nullable: bool) -> list[Schema]:
    """Return the branches of an open list. The vendor sends an empty text for each value that it does not know."""
    listed, *rest = split_by_case([*values, *([] if "" in values else [""])], [])
    return [
        {"enum": listed},
        *({"enum": group} for group in rest),
        *([{"type": "null"}] if nullable else []),
        {"type": "string"},
    ]


def _scalar(kind: str | list[str]) -> Schema:
    return {"type": kind, "format": "int64"} if "integer" in kind else {"type": kind}


def _allowed(schema: Schema) -> set[str]:
    """Return the types that a schema allows, all where it names none."""
    found = {
        kind
        for branch in (schema, *schema.get("anyOf", ()))
        for kind in (*types(branch), *(["string"] if "enum" in branch or "const" in branch else ()))
    }
    return found | ({"integer"} if "number" in found else set())


def _listed(schema: Schema) -> Iterator[Any]:
    """Yield the values that a schema lists, those of its strict form too."""
    for branch in (schema, *schema.get("anyOf", ())):
        yield from branch.get("enum", ())
        yield from branch.get("x-strict", {}).get("enum", ())


def _snake(name: str) -> str:
    return _WORDS.sub("_", name).lower()
