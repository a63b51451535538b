"""Deterministic choices for generated payloads: the simplest payloads, and the fullest of each shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.payloads.generator import BRANCHES, UNIONS, generate, node_at
from vodhooks.pointers import pointer_of
from vodhooks.schemas import every_applied_path, follow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from vodhooks.payloads.constraints import Constraints
    from vodhooks.payloads.generator import Choices, Generated
    from vodhooks.pointers import JsonValue, Path

__all__ = ["PayloadShape", "shapes", "simplest"]

_TEXT = "text"


@dataclass(frozen=True, slots=True)
class PayloadShape:
    """One of the alternatives of a message's contract, such as success and failure, with all that it may hold.

    Attributes:
        name: the title of the alternative; empty where there is only one.
        generated: a payload of this shape with every optional member, and an item in every array.
    """

    name: str
    generated: Generated


def simplest(bundle: Mapping[str, Any]) -> Choices:
    """Return the choices that make the payloads of a bundle small. Strings that match a pattern come from samples."""
    return _Simplest(bundle)


@cache
def shapes(message: str) -> tuple[PayloadShape, ...]:
    """Return the shapes of a message's payloads, in the order of its bundle, without drift. Not to be changed.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    strict = bundle(message, "strict")
    found: list[PayloadShape] = []
    goals: list[Path | None] = [*_alternatives(strict)]
    for goal in goals or [None]:
        generated = generate(strict, _Fullest(strict), goal)
        if not any(generated.payload == shape.generated.payload for shape in found):
            found.append(
                PayloadShape(
                    follow(strict, goal).get("title", pointer_of(goal)[1:]) if goal else "",
                    generated,
                )
            )
    return tuple(found)


class _Simplest:
    """Choices that make payloads small."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        self._samples = dict.fromkeys(_strings(bundle.get("examples")))

    def choose_branch(self, options: Sequence[Path]) -> Path:
        return options[0]

    def include_optional(self) -> bool:
        return False

    def choose_length(self, low: int, high: int | None) -> int:
        del high
        return low

    def choose_kind(self, kinds: Sequence[str]) -> str:
        return kinds[0]

    def choose_value(self, values: Sequence[JsonValue]) -> JsonValue:
        return values[0]

    def choose_scalar(self, kind: str, constraints: Constraints) -> JsonValue:
        if kind == "string":
            return self._choose_string(constraints)
        if kind in {"boolean", "null"}:
            return True if kind == "boolean" else None
        number = max(1, constraints.low.get("minimum", 1))
        number = min(number, constraints.high.get("maximum", number))
        return next(
            (near for near in (number, number + 1, number - 1) if constraints.allows(near)), number
        )

    def choose_unknown_names(self, known: Collection[str], *, drifting: bool) -> Sequence[str]:
        del known, drifting
        return ()

    def choose_any(self) -> JsonValue:
        return _TEXT

    def _choose_string(self, constraints: Constraints) -> str:
        if constraints.patterns:
            matching = (
                text
                for text in self._samples
                if all(re.fullmatch(item, text) for item in constraints.patterns)
            )
            return next(matching, _TEXT)
        low, high = constraints.bounds("Length")
        text = _TEXT.ljust(low, "x")[:high]
        return text if constraints.allows(text) else f"{text[:-1]}y"


class _Fullest(_Simplest):
    """Choices that make payloads full: the first schema with members, and all of these."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        super().__init__(bundle)
        self._bundle = bundle

    def choose_branch(self, options: Sequence[Path]) -> Path:
        return next(iter(_objects(self._bundle, options)), options[0])

    def include_optional(self) -> bool:
        return True

    def choose_length(self, low: int, high: int | None) -> int:
        return max(low, 1) if high is None else min(max(low, 1), high)


def _alternatives(bundle: dict[str, Any]) -> Iterator[Path]:
    """Yield the schemas between which a payload has the choice, where more than one is about objects."""
    for path in every_applied_path(bundle):
        schema = node_at(bundle, path)
        if not isinstance(schema, dict):
            continue
        branches = [(*path, branch) for branch in BRANCHES if branch in schema]
        unions = [
            [(*path, union, index) for index in range(len(schema.get(union, ())))]
            for union in UNIONS
        ]
        for options in (branches, *unions):
            objects = _objects(bundle, options)
            yield from objects if len(objects) > 1 else ()


def _objects(bundle: dict[str, Any], options: Iterable[Path]) -> list[Path]:
    return [option for option in options if "properties" in (follow(bundle, option) or ())]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
