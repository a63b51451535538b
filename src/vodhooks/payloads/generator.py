"""Generates a payload from a bundle: one that uses a given schema, if there is a goal, and else as the caller chooses.

Covers the keywords that the contract's schemas may use, and no more. A condition is a choice between its branches,
because here each branch repeats its condition.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from vodhooks.payloads.constraints import BELOW, constraints_of
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.schemas import applied_paths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from vodhooks.payloads.constraints import Constraints
    from vodhooks.pointers import JsonValue, Path

__all__ = [
    "BRANCHES",
    "UNIONS",
    "UNKNOWN_PROPERTY",
    "Choices",
    "Generated",
    "SchemaUse",
    "generate",
    "node_at",
]

UNIONS = ("anyOf", "oneOf")
BRANCHES = ("then", "else")
UNKNOWN_PROPERTY = "unknownMember"
"""Name of a member that no contract knows."""

_ANNOTATIONS = {"title", "description", "examples", "$schema", "$id", "$defs"}


@dataclass(frozen=True, slots=True)
class SchemaUse:
    """A schema that applies to a place of a payload.

    Attributes:
        place: where in the payload.
        schema: the path of the schema in the bundle.
        union: the outermost anyOf or oneOf through which the schema applies to this place, if any.
    """

    place: Path
    schema: Path
    union: Path | None


@dataclass(frozen=True, slots=True)
class Generated:
    """A payload, and every use that shaped it. The branches of a union are uses of its place, chosen or not."""

    payload: JsonValue
    uses: tuple[SchemaUse, ...]

    def uses_of(self, schema: Path) -> list[SchemaUse]:
        """Return the uses of one schema."""
        return [use for use in self.uses if use.schema == schema]


class Choices(Protocol):
    """Makes the choices that a bundle leaves open."""

    def choose_branch(self, options: Sequence[Path]) -> Path:
        """Choose which of several schemas holds."""
        ...

    def include_optional(self) -> bool:
        """Choose whether an optional member is present."""
        ...

    def choose_length(self, low: int, high: int | None) -> int:
        """Choose how many items an array has."""
        ...

    def choose_kind(self, kinds: Sequence[str]) -> str:
        """Choose the JSON type of a value."""
        ...

    def choose_value(self, values: Sequence[JsonValue]) -> JsonValue:
        """Choose one of the values that a const or an enum lists."""
        ...

    def choose_scalar(self, kind: str, constraints: Constraints, place: Path) -> JsonValue:
        """Choose a value of a type that is neither array nor object, for a place in the payload."""
        ...

    def choose_unknown_names(self, known: Collection[str], *, drifting: bool) -> Sequence[str]:
        """Choose names for further members, none of them `known`; `drifting` where no schema describes such members."""
        ...

    def choose_any(self) -> JsonValue:
        """Choose a value where no schema applies."""
        ...


def generate(bundle: dict[str, Any], choices: Choices, goal: Path | None = None) -> Generated:
    """Generate one payload.

    Args:
        bundle: the schema.
        choices: decides where the bundle leaves a choice.
        goal: a schema in the bundle that the payload must use; choices that exclude it are not offered.
    """
    generator = _Generator(bundle, choices, goal)
    payload = generator.value([()], ())
    return Generated(payload, tuple(dict.fromkeys(generator.uses)))


def node_at(bundle: dict[str, Any], path: Path) -> Any:
    """Return the node at a path of a bundle."""
    return resolve(bundle, path)


class _Generator:
    def __init__(self, bundle: dict[str, Any], choices: Choices, goal: Path | None) -> None:
        self._bundle = bundle
        self._choices = choices
        self._goal = goal
        self._known = frozenset(_member_names(bundle))
        self._reaches = cache(self._applies_goal)
        self.uses: list[SchemaUse] = []

    def value(self, schemas: Iterable[Path], place: Path) -> JsonValue:
        """Generate a value that all of several schemas accept."""
        paths = dict.fromkeys(
            path for schema in schemas for path in self._applied_schemas(schema, place, None)
        )
        parts = {
            path: part for path in paths if isinstance(part := node_at(self._bundle, path), dict)
        }
        if all(part.keys() <= _ANNOTATIONS for part in parts.values()):
            return self._choices.choose_any()
        constraints = constraints_of(parts.values())
        if constraints.values is not None:
            return self._choices.choose_value(
                [value for value in constraints.values if constraints.allows(value)]
            )
        kind = self._kind_ahead(parts) or self._choices.choose_kind(constraints.kinds)
        if kind == "object":
            return self._generate_object(parts, place)
        if kind == "array":
            return self._generate_array(parts, constraints, place)
        return self._choices.choose_scalar(kind, constraints, place)

    def _applies_goal(self, path: Path) -> bool:
        """Whether the goal is the schema at a path, or one that it applies."""
        return path == self._goal or any(map(self._reaches, applied_paths(self._bundle, path)))

    def _kind_ahead(self, parts: Mapping[Path, dict[str, Any]]) -> str | None:
        """Return the type that a value must have for the goal to be reached below it."""
        for path in parts:
            ahead = next(
                (inner for inner in applied_paths(self._bundle, path) if self._reaches(inner)), ()
            )
            for keyword, kind in BELOW.items():
                if ahead[: len(path) + 1] == (*path, keyword):
                    return kind
        return None

    def _applied_schemas(self, path: Path, place: Path, union: Path | None) -> Iterator[Path]:
        """Yield the schema at a path and all that apply to the same place through it."""
        self.uses.append(SchemaUse(place, path, union))
        schema = node_at(self._bundle, path)
        yield path
        if not isinstance(schema, dict):
            return
        if "$ref" in schema:
            yield from self._applied_schemas(
                parse_pointer(schema["$ref"].removeprefix("#")), place, union
            )
        if "if" in schema:
            yield from self._applied_schemas(
                self._choose_branch([(*path, branch) for branch in BRANCHES]), place, union
            )
        for keyword in UNIONS:
            options = [(*path, keyword, index) for index in range(len(schema.get(keyword, ())))]
            outermost = union or (*path, keyword)
            self.uses.extend(SchemaUse(place, option, outermost) for option in options)
            open_options = [
                option for option in options if node_at(self._bundle, option) is not False
            ]
            if open_options:
                yield from self._applied_schemas(
                    self._choose_branch(open_options), place, outermost
                )

    def _choose_branch(self, options: Sequence[Path]) -> Path:
        return next(filter(self._reaches, options), None) or self._choices.choose_branch(options)

    def _generate_object(self, parts: Mapping[Path, dict[str, Any]], place: Path) -> dict[str, Any]:
        members: dict[str, list[Path]] = {}
        for path, part in parts.items():
            for name in part.get("properties", ()):
                members.setdefault(name, []).append((*path, "properties", name))
        required = dict.fromkeys(
            name for part in parts.values() for name in part.get("required", ())
        )
        generated = {
            name: self.value(schemas, (*place, name))
            for name, schemas in members.items()
            if name in required
            or any(map(self._reaches, schemas))
            or self._choices.include_optional()
        }
        further = [
            (*path, "additionalProperties")
            for path, part in parts.items()
            if "additionalProperties" in part
        ]
        demanding = [path for path in further if isinstance(node_at(self._bundle, path), dict)]
        names = [name for name in required if name not in members]
        if all(node_at(self._bundle, path) is not False for path in further):
            names.extend(self._choices.choose_unknown_names(self._known, drifting=not demanding))
        if not names and any(map(self._reaches, demanding)):
            names.append(UNKNOWN_PROPERTY)
        for name in names:
            generated[name] = (
                self.value(demanding, (*place, name)) if demanding else self._choices.choose_any()
            )
        return generated

    def _generate_array(
        self, parts: Mapping[Path, dict[str, Any]], constraints: Constraints, place: Path
    ) -> list[Any]:
        items = [(*path, "items") for path, part in parts.items() if "items" in part]
        low, high = constraints.bounds("Items")
        length = self._choices.choose_length(max(low, int(any(map(self._reaches, parts)))), high)
        return [
            self.value(items, (*place, index)) if items else self._choices.choose_any()
            for index in range(length)
        ]


def _member_names(node: Any) -> Iterator[str]:
    """Yield every name that a bundle gives to a member, anywhere."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "properties" and isinstance(value, dict):
                yield from value
            if key == "required" and isinstance(value, list):
                yield from value
            yield from _member_names(value)
    elif isinstance(node, list):
        for item in node:
            yield from _member_names(item)
