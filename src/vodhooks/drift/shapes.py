"""Describes values without quoting them: types, lengths, formats and members, in bounded memory.

A shape grows with every value that it sees. Several shapes share a `NodeBudget`; a value without a
node is only counted at its parent.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vodhooks.pointers import type_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vodhooks.pointers import JsonValue

__all__ = ["MEMBERS", "NodeBudget", "NumberRange", "Shape", "merge"]

MEMBERS = 40
"""How many names an object may have, over all its values, before further ones count as any name."""

LONGEST_NAME = 100
"""How long a name may be, in characters, before it counts as any name."""

DEEPEST = 8
"""How many levels of arrays and objects a shape describes."""

_LONGEST_TEXT = 256
"""How long a string may be, in characters, for its format to be guessed."""

_FORMATS = [
    (name, re.compile(pattern, re.ASCII))
    for name, pattern in (
        ("empty", ""),
        ("digits", r"[0-9]+"),
        ("uuid", r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
        ("hex", r"[0-9A-Fa-f]{8,}"),
        ("date-time", r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"),
        ("date", r"\d{4}-\d\d-\d\d"),
        ("url", r"https?://[!-~]+"),
        ("e-mail", r"[!-?A-~]+@[!-?A-~]+"),
    )
]


class NodeBudget:
    """How many more nodes shapes may have."""

    __slots__ = ("_left",)

    def __init__(self, nodes: int) -> None:
        self._left = nodes

    def take(self) -> bool:
        """Take one node, and return whether there was one left."""
        if not self._left:
            return False
        self._left -= 1
        return True


@dataclass(slots=True)
class NumberRange:
    """The least and the greatest of some numbers."""

    low: float
    high: float

    @classmethod
    def over(cls, span: NumberRange | None, *numbers: float) -> NumberRange:
        """Return a span with further numbers."""
        all_of_them = [*numbers, *([span.low, span.high] if span else [])]
        return cls(min(all_of_them), max(all_of_them))


@dataclass(slots=True)
class Shape:
    """The shape of the values at a place.

    Attributes:
        types: how many there were of each JSON type.
        lengths: of strings, in characters.
        sizes: of arrays, in items.
        numbers: the range of the numbers; these are payload values.
        formats: how many strings had each format that was recognised; `text` for the rest.
        items: what the items of arrays look like.
        members: what the members of objects look like, by name.
        others: the members whose names are too many or too long to be held.
        cut: whether something inside was left out, for the budget or the depth.
    """

    types: Counter[str] = field(default_factory=Counter)
    lengths: NumberRange | None = None
    sizes: NumberRange | None = None
    numbers: NumberRange | None = None
    formats: Counter[str] = field(default_factory=Counter)
    items: Shape | None = None
    members: dict[str, Shape] = field(default_factory=dict)
    others: Shape | None = None
    cut: bool = False

    @property
    def count(self) -> int:
        """How many values there were."""
        return self.types.total()

    def see(self, value: JsonValue, budget: NodeBudget, depth: int = 0) -> None:
        """Add a value."""
        self.types[type_of(value)] += 1
        if isinstance(value, str):
            self.lengths = NumberRange.over(self.lengths, len(value))
            self.formats[_format_of(value)] += 1
        elif isinstance(value, list):
            self.sizes = NumberRange.over(self.sizes, len(value))
            self._see_items(value, budget, depth + 1)
        elif isinstance(value, dict):
            self._see_members(value, budget, depth + 1)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self.numbers = NumberRange.over(self.numbers, value)

    def _see_items(self, items: list[Any], budget: NodeBudget, depth: int) -> None:
        if items and self.items is None and depth <= DEEPEST and budget.take():
            self.items = Shape()
        if self.items is None:
            self.cut |= bool(items)
            return
        for item in items:
            self.items.see(item, budget, depth)

    def _see_members(self, members: dict[str, Any], budget: NodeBudget, depth: int) -> None:
        for name, value in members.items():
            known = self.members.get(name)
            if known is None and depth <= DEEPEST:
                known = self._new_member(name, budget)
            if known is None:
                self.cut = True
            else:
                known.see(value, budget, depth)

    def _new_member(self, name: str, budget: NodeBudget) -> Shape | None:
        """Return a new shape for a member, or None where the budget is used up."""
        if len(self.members) < MEMBERS and len(name) <= LONGEST_NAME:
            if budget.take():
                self.members[name] = Shape()
            return self.members.get(name)
        if self.others is None and budget.take():
            self.others = Shape()
        return self.others

    def absorb(self, other: Shape) -> None:
        """Add the values of another shape."""
        self.types += other.types
        self.formats += other.formats
        self.lengths, self.sizes, self.numbers = (
            NumberRange.over(mine, theirs.low, theirs.high) if theirs else mine
            for mine, theirs in (
                (self.lengths, other.lengths),
                (self.sizes, other.sizes),
                (self.numbers, other.numbers),
            )
        )
        self.cut |= other.cut
        self.items, self.others = (
            merge([self.items, other.items]),
            merge([self.others, other.others]),
        )
        for name, shape in other.members.items():
            self.members[name] = merge([self.members.get(name), shape]) or Shape()


def merge(shapes: Iterable[Shape | None]) -> Shape | None:
    """Return the shape of all values of several shapes, or None where there are no shapes."""
    whole: Shape | None = None
    for shape in shapes:
        if shape is not None:
            whole = whole or Shape()
            whole.absorb(shape)
    return whole


def _format_of(text: str) -> str:
    if len(text) <= _LONGEST_TEXT:
        for name, pattern in _FORMATS:
            if pattern.fullmatch(text):
                return name
    return "text"
