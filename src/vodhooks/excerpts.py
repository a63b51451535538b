"""Parts of a payload, so that explaining a large one costs no more than explaining a few small ones.

An engine is slow to list all that is wrong with a value, and fast to accept one. So it explains excerpts: copies of the
payload in which each object has those members that a schema names, and the rest, items and unknown members, comes a
run at a time. What is wrong in an excerpt is wrong in the
payload: nothing that a schema demands is left out, and no condition reads the rest (`make generate` checks that).
What is wrong in the payload is wrong in one of its excerpts; runs that the engine accepts are passed over. Unions are an
exception where their branches look at the rest: which of them a payload keeps, no excerpt can tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.engines import KeywordFailure
    from vodhooks.pointers import JsonValue, Path

__all__ = ["Excerpt", "SchemaShape", "excerpts", "holds", "is_small", "shape_of"]

SIZE = 300
"""How many members and items a payload may have to be explained as a whole, and a run of an excerpt."""

_IN_PLACE = ("$ref", "if", "then", "else", "not", "allOf", "anyOf", "oneOf")


@dataclass(slots=True)
class SchemaShape:
    """What may be looked at below a place, by all schemas that may apply there together.

    Attributes:
        members: the members that a schema names, with their shapes.
        others: the shape of all other members; None where no schema looks at them.
        items: the shape of the items; None where no schema looks at them.
        least: the smallest number of items that satisfies all.
        most: the largest number of items that some schema allows, if any sets a bound.
        is_compared: whether a schema compares the value as a whole.
    """

    members: dict[str, SchemaShape] = field(default_factory=dict)
    others: SchemaShape | None = None
    items: SchemaShape | None = None
    least: int = 0
    most: int | None = None
    is_compared: bool = False


class Excerpt(NamedTuple):
    """A part of a payload.

    Attributes:
        value: the part, in the form of the whole.
        path: where in the value the run is.
        offsets: for each step of the path, and for one behind it, how many items the excerpt leaves out before.
    """

    value: JsonValue
    path: Path = ()
    offsets: tuple[int, ...] = (0,)

    def place_in_payload(self, place: Path) -> Path:
        """Return where in the payload stands what the excerpt has at a place."""
        moved = list(place)
        for depth, (step, offset) in enumerate(zip(place, self.offsets, strict=False)):
            if isinstance(step, int):
                moved[depth] = step + offset
            if place[: depth + 1] != self.path[: depth + 1]:
                break
        return tuple(moved)


def is_small(value: JsonValue) -> bool:
    """Whether a payload may be explained as a whole.

    Each member and item stands behind a comma or opens its holder: counting these in the text is
    faster than looking at each, and takes a payload at most for a larger one.
    """
    text = orjson.dumps(value)
    return sum(map(text.count, (b",", b"{", b"["))) <= SIZE or _budget_left(value, SIZE) >= 0


def holds(failure: KeywordFailure) -> bool:
    """Whether a payload fails what its excerpt fails; where the excerpt keeps too many branches of a union, it need not."""
    return all(any(map(holds, branch)) for branch in failure.branches)


def shape_of(schema: Mapping[str, Any]) -> SchemaShape:
    """Return the shape of what a schema describes; its references stay within it."""
    return _shape([schema], schema, {})


def _shape(
    schemas: Iterable[Any], root: Mapping[str, Any], known: dict[frozenset[int], SchemaShape]
) -> SchemaShape:
    applying = [item for item in _in_place(schemas, root) if isinstance(item, dict)]
    key = frozenset(map(id, applying))
    if key in known:
        return known[key]
    shape = known[key] = SchemaShape()
    properties: dict[str, list[Any]] = {
        name: [] for schema in applying for name in schema.get("required", ())
    }
    for schema in applying:
        for name, inner in schema.get("properties", {}).items():
            properties.setdefault(name, []).append(inner)
    others = [
        schema["additionalProperties"]
        for schema in applying
        if schema.get("additionalProperties", True) is not True
    ]
    items = [schema["items"] for schema in applying if schema.get("items", True) is not True]
    # A member that one schema names may be among the others of another.
    shape.members = {
        name: _shape([*inner, *others], root, known) for name, inner in properties.items()
    }
    shape.others = _shape(others, root, known) if others else None
    shape.items = _shape(items, root, known) if items else None
    shape.least = max((schema.get("minItems", 0) for schema in applying), default=0)
    shape.most = max(
        (schema["maxItems"] for schema in applying if "maxItems" in schema), default=None
    )
    named = [
        value for schema in applying for value in (*schema.get("enum", ()), schema.get("const"))
    ]
    shape.is_compared = any(isinstance(value, (dict, list)) for value in named)
    return shape


def _in_place(schemas: Iterable[Any], root: Mapping[str, Any]) -> list[Any]:
    """Return schemas with all that apply at the same place because of them, each once."""
    found: dict[int, Any] = {}
    waiting = list(schemas)
    while waiting:
        schema = waiting.pop()
        if id(schema) in found or not isinstance(schema, dict):
            continue
        found[id(schema)] = schema
        for keyword in _IN_PLACE:
            if keyword == "$ref" and keyword in schema:
                waiting.append(resolve(root, parse_pointer(schema[keyword].removeprefix("#"))))  # type: ignore[arg-type] # JSON
            elif keyword in schema:
                waiting.extend(
                    schema[keyword] if isinstance(schema[keyword], list) else [schema[keyword]]
                )
    return list(found.values())


def excerpts(
    payload: JsonValue, shape: SchemaShape, accepts: Callable[[JsonValue], bool]
) -> Iterator[Excerpt]:
    """Yield excerpts that together show all that is wrong in a payload, in about its order.

    Args:
        payload: a decoded payload that the schema does not accept.
        shape: of the schema.
        accepts: whether the schema accepts a value.
    """
    yield Excerpt(_reduce(payload, shape))
    yield from _Holder(payload, shape, accepts).excerpts()


@dataclass(frozen=True, slots=True)
class _Holder:
    """An array or object of a payload that is taken apart; a scalar has no parts.

    Attributes:
        value: the array or object.
        shape: its shape.
        accepts: whether the schema accepts a payload.
        embed: makes a payload of a part of the value.
        path: where the value is in an excerpt.
        offsets: for each step of the path, how many items the excerpt leaves out before.
    """

    value: JsonValue
    shape: SchemaShape
    accepts: Callable[[JsonValue], bool]
    embed: Callable[[Any], JsonValue] = lambda part: part
    path: Path = ()
    offsets: tuple[int, ...] = ()

    def excerpts(self) -> Iterator[Excerpt]:
        """Yield excerpts of what the bare value leaves out."""
        value, shape = self.value, self.shape
        if isinstance(value, dict) and not shape.is_compared:
            bare = _reduce(value, shape)
            for name in bare:
                yield from self._inner(name, bare, name, 0, shape.members[name]).excerpts()
            if shape.others is not None:
                names = [name for name in value if name not in shape.members]
                yield from self._runs(names, shape.others)
        elif isinstance(value, list) and shape.items is not None:
            if shape.most is not None and len(value) > shape.most:
                yield self._excerpt(
                    [_reduce(item, shape.items) for item in value[: shape.most + 1]], 0
                )
            yield from self._runs(range(len(value)), shape.items)

    def _runs(self, tokens: Sequence[Any], inner: SchemaShape) -> Iterator[Excerpt]:
        """Yield runs of members or items. Where nothing else is wrong, runs that are accepted are passed over."""
        if not tokens:
            return
        nothing_else = self.accepts(self.embed(_reduce(self.value, self.shape)))
        if nothing_else and self.accepts(self.embed(self.value)):
            return
        start = length = 0
        wrong: int | None = len(
            tokens
        )  # where the shortest run ends that begins here and is known to be wrong
        while start < len(tokens):
            fitting = _count_fitting(self.value, tokens, start)
            length = min(max(length, fitting, 1), len(tokens) - start)
            end = start + length
            part, first = self._part(tokens[start:end], inner)
            if nothing_else and self.accepts(self.embed(part)):
                start, length = end, 2 * length if wrong is None else (wrong - end) // 2
            elif nothing_else and length > max(fitting, 1):
                wrong, length = end, length // 2
            else:
                if fitting:
                    yield self._excerpt(part, first)
                else:
                    yield from self._single(tokens[start], part, first, inner)
                start, length, wrong = end, 0, None

    def _single(self, token: Any, part: Any, first: int, inner: SchemaShape) -> Iterator[Excerpt]:
        """Yield a member or an item that is too large for a run: first bare, then what that leaves out."""
        key = token - first if isinstance(token, int) else token
        part[key] = _reduce(part[key], inner)
        yield self._excerpt(part, first)
        yield from self._inner(token, part, key, first, inner).excerpts()

    def _part(self, tokens: Sequence[Any], inner: SchemaShape) -> tuple[Any, int]:
        """Return a copy of the value with some of its members or items, and how many items are left out before."""
        holder: Any = self.value
        if isinstance(holder, dict):
            part = _reduce(holder, self.shape)
            part.update(zip(tokens, map(holder.__getitem__, tokens), strict=True))
            return part, 0
        start, end = tokens[0], tokens[-1] + 1
        first = max(0, min(start, len(holder) - self.shape.least))
        last = max(end, min(len(holder), first + self.shape.least))
        before, after = (
            [_reduce(item, inner) for item in holder[a:b]] for a, b in ((first, start), (end, last))
        )
        return [*before, *holder[start:end], *after], first

    def _inner(self, token: Any, part: Any, key: Any, first: int, shape: SchemaShape) -> _Holder:
        """Return the holder of a member or an item, which a part of the value has under a key."""
        value: Any = self.value

        def embed(inner: Any) -> JsonValue:
            whole = part.copy()
            whole[key] = inner
            return self.embed(whole)

        return _Holder(
            value[token], shape, self.accepts, embed, (*self.path, key), (*self.offsets, first)
        )

    def _excerpt(self, part: Any, first: int) -> Excerpt:
        return Excerpt(self.embed(part), self.path, (*self.offsets, first))


def _reduce(value: Any, shape: SchemaShape) -> Any:
    """Return the part of a value that is in every excerpt: the members that are named, and as few items as possible."""
    if shape.is_compared:
        return value
    if isinstance(value, dict):
        return {
            name: _reduce(value[name], inner)
            for name, inner in shape.members.items()
            if name in value
        }
    if isinstance(value, list):
        if shape.items is None:
            return [None] * min(
                len(value), max(shape.least, 0 if shape.most is None else shape.most + 1)
            )
        return [_reduce(item, shape.items) for item in value[: shape.least]]
    return value


def _count_fitting(holder: Any, tokens: Sequence[Any], start: int) -> int:
    """Return how many members or items from one on are small together."""
    budget = SIZE
    for number, token in enumerate(tokens[start : start + SIZE]):
        budget = _budget_left(holder[token], budget - 1)
        if budget < 0:
            return number
    return min(len(tokens) - start, SIZE)


def _budget_left(value: JsonValue, budget: int) -> int:
    """Return how many more members and items a budget allows beside those of a value; negative if it is too large."""
    waiting = [value]
    while waiting and budget >= 0:
        holder = waiting.pop()
        if isinstance(holder, (dict, list)):
            budget -= len(holder)
            if budget >= 0:
                waiting.extend(holder.values() if isinstance(holder, dict) else holder)
    return budget
