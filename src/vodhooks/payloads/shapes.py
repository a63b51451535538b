"""Deterministic choices for generated payloads: the simplest payloads, and the fullest of each shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.catalogue import channel as channel_of
from vodhooks.catalogue import message as message_of
from vodhooks.payloads.generator import BRANCHES, UNIONS, generate, node_at
from vodhooks.pointers import parse_pointer, places, pointer_of
from vodhooks.schemas import every_applied_path, follow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from vodhooks.payloads.constraints import Constraints
    from vodhooks.payloads.generator import Choices, Generated
    from vodhooks.pointers import JsonValue, Path

__all__ = ["PayloadShape", "shapes", "simplest"]

_TEXT = "text"

ALIKE = 3
"""In how many characters at their end the names of two members are alike that hold the like, such as `url`."""


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
    """Return the choices that make the payloads of a bundle small. Strings are those of its samples, as far as they fit."""
    return _Simplest(bundle)


@cache
def shapes(message: str) -> tuple[PayloadShape, ...]:
    """Return the shapes of a message's payloads, in the order of its bundle, without drift. Not to be changed.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    strict = bundle(message, "strict")
    contained = message_of(message).events
    # An event in a reply keeps the contract of its kind, or is of a kind that has none.
    kind = channel_of(contained.channel).discriminator if contained else None
    choices = _Fullest(strict, without=_name(parse_pointer(kind)) if kind else None)
    found: list[PayloadShape] = []
    goals: list[Path | None] = [*_alternatives(strict)]
    for goal in goals or [None]:
        generated = generate(strict, choices, goal)
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

    def __init__(self, bundle: Mapping[str, Any], without: str | None = None) -> None:
        self._samples: dict[str, list[str]] = {}
        for place, value in places(bundle.get("examples", [])):
            if isinstance(value, str) and value and _name(place) != without:
                self._samples.setdefault(_name(place), []).append(value)

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

    def choose_scalar(self, kind: str, constraints: Constraints, place: Path) -> JsonValue:
        if kind == "string":
            return self._choose_string(constraints, _name(place))
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

    def _choose_string(self, constraints: Constraints, name: str) -> str:
        """Return a sample of a member of this name, or of one whose name ends alike, or else any text."""
        alike = sorted(self._samples, key=lambda other: _common_ending(name, other), reverse=True)
        if not constraints.patterns:
            alike = [
                other for other in alike if other == name or _common_ending(name, other) >= ALIKE
            ]
        fitting = (
            text for other in alike for text in self._samples[other] if _fits(text, constraints)
        )
        low, high = constraints.bounds("Length")
        text = next(fitting, _TEXT.ljust(low, "x")[:high])
        return text if constraints.allows(text) else f"{text[:-1]}y"


class _Fullest(_Simplest):
    """Choices that make payloads full: the first schema with members, and all of these."""

    def __init__(self, bundle: dict[str, Any], without: str | None = None) -> None:
        super().__init__(bundle, without)
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


def _fits(text: str, constraints: Constraints) -> bool:
    low, high = constraints.bounds("Length")
    return (
        low <= len(text)
        and (high is None or len(text) <= high)
        and all(re.fullmatch(pattern, text) for pattern in constraints.patterns)
        and constraints.allows(text)
    )


def _name(place: Path) -> str:
    """Return the name of the innermost member on the way to a place."""
    return next((token for token in reversed(place) if isinstance(token, str)), "")


def _common_ending(one: str, other: str) -> int:
    """Return in how many characters at their end two names are alike, case aside."""
    pairs = zip(reversed(one.lower()), reversed(other.lower()), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
