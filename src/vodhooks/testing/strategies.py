"""Hypothesis strategies: payloads that keep a message's contract, and payloads that break one rule of it."""

from __future__ import annotations

import math
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import assume
from hypothesis import strategies as st

from vodhooks.catalogue import bundle
from vodhooks.payloads.generator import Generated, generate
from vodhooks.payloads.invalid import BrokenPayload, ContractRule, break_rule, every_fault, rules
from vodhooks.pointers import pointer_of
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from vodhooks.payloads.constraints import Constraints
    from vodhooks.pointers import JsonValue, Path

__all__ = ["faults", "payloads"]

_INTEGERS = (-(2**63), 2**64 - 1)
"""What JSON integers are bounded by here."""

_FEW = 2
"""How many items, characters or members beyond the minimum are drawn, where there is no maximum."""

_CHARACTERS = st.characters(exclude_categories=["Cs"])
"""All characters that JSON text can hold: no lone surrogates. Several times faster to set up than the default."""

_TEXTS = st.text(_CHARACTERS)
_SELDOM = st.sampled_from([False] * 7 + [True])
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(*_INTEGERS)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXTS
)
_ANYTHING: st.SearchStrategy[JsonValue] = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=_FEW) | st.dictionaries(_TEXTS, inner, max_size=_FEW),
    max_leaves=5,
)


def payloads(message: str, *, drift: bool = False) -> st.SearchStrategy[Any]:
    """Return a strategy for payloads that keep the contract of a message.

    It draws every branch, optional members present and absent, null where that is allowed, and bounds met exactly.

    Args:
        message: full name of the message.
        drift: whether payloads may hold what the contract does not know: further members, and further values of open lists.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    contract = validator(message)
    accepts = contract.accepts if drift else contract.accepts_without_drift
    return (
        _draw_generated(bundle(message, "wire" if drift else "strict"), drift=drift)
        .map(lambda generated: generated.payload)
        .filter(accepts)
    )


def faults(message: str) -> st.SearchStrategy[BrokenPayload]:
    """Return a strategy for payloads that break one rule of a message's contract, do not drift and break nothing else.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    return _draw_fault(message, bundle(message, "strict"), _find_breakable_rules(message))


@cache
def _find_breakable_rules(message: str) -> tuple[ContractRule, ...]:
    """Return the rules that can be broken without breaking others."""
    broken_rules = {case.rule for case in every_fault(message)}
    return tuple(rule for rule in rules(message) if pointer_of(rule.path) in broken_rules)


@st.composite
def _draw_generated(draw: st.DrawFn, schema: dict[str, Any], *, drift: bool) -> Generated:
    return generate(schema, _DrawnChoices(draw, drift=drift))


@st.composite
def _draw_fault(
    draw: st.DrawFn, message: str, strict: dict[str, Any], breakable: Sequence[ContractRule]
) -> BrokenPayload:
    rule = draw(st.sampled_from(breakable))
    generated = generate(strict, _DrawnChoices(draw, drift=False), rule.schema)
    use = draw(st.sampled_from(generated.uses_of(rule.schema)))
    cases = list(break_rule(message, generated.payload, rule, use))
    assume(cases)
    return draw(st.sampled_from(cases))


class _DrawnChoices:
    """Choices that Hypothesis makes."""

    def __init__(self, draw: st.DrawFn, *, drift: bool) -> None:
        self._draw = draw
        self._drift = drift

    def choose_branch(self, options: Sequence[Path]) -> Path:
        return self._draw(st.sampled_from(options))

    def include_optional(self) -> bool:
        return self._draw(st.booleans())

    def choose_length(self, low: int, high: int | None) -> int:
        if high is not None and self._draw(_SELDOM):
            return high
        few = low + _FEW
        return self._draw(st.integers(low, few if high is None else min(few, high)))

    def choose_kind(self, kinds: Sequence[str]) -> str:
        return self._draw(st.sampled_from(kinds))

    def choose_value(self, values: Sequence[JsonValue]) -> JsonValue:
        return self._draw(st.sampled_from(values))

    def choose_scalar(self, kind: str, constraints: Constraints, place: Path) -> JsonValue:
        del place
        strategy = _SCALAR_OF[kind](constraints)
        return self._draw(strategy.filter(constraints.allows) if constraints.refused else strategy)

    def choose_unknown_names(self, known: Collection[str], *, drifting: bool) -> Sequence[str]:
        if drifting and not self._drift:
            return ()
        return self._draw(
            st.lists(_TEXTS.filter(lambda name: name not in known), max_size=2, unique=True)
        )

    def choose_any(self) -> JsonValue:
        return self._draw(_ANYTHING)


def _strings(constraints: Constraints) -> st.SearchStrategy[JsonValue]:
    low, high = constraints.bounds("Length")
    if constraints.patterns:
        first, *others = constraints.patterns
        matching = st.from_regex(first, fullmatch=True, alphabet=_CHARACTERS).filter(
            lambda text: all(re.search(item, text) for item in others)
        )
        return matching.filter(
            lambda text: low <= len(text) and (high is None or len(text) <= high)
        )
    if high is None:
        return st.text(_CHARACTERS, min_size=low)
    return st.text(_CHARACTERS, min_size=low, max_size=min(high, low + _FEW)) | _CHARACTERS.map(
        lambda character: character * high
    )


def _integers(constraints: Constraints) -> st.SearchStrategy[JsonValue]:
    low, high = _bounds(constraints, *_INTEGERS)
    return st.integers(math.ceil(low), math.floor(high)) | st.sampled_from(
        [math.ceil(low), math.floor(high)]
    )


def _floats(constraints: Constraints) -> st.SearchStrategy[JsonValue]:
    low, high = _bounds(constraints, -sys.float_info.max, sys.float_info.max)
    return st.floats(low, high) | st.sampled_from([float(low), float(high)])


def _bounds(constraints: Constraints, low: float, high: float) -> tuple[float, float]:
    return max(low, constraints.low.get("minimum", low)), min(
        high, constraints.high.get("maximum", high)
    )


_SCALAR_OF: dict[str, Callable[[Constraints], st.SearchStrategy[JsonValue]]] = {
    "string": _strings,
    "integer": _integers,
    "number": _floats,
    "boolean": lambda _: st.booleans(),
    "null": lambda _: st.none(),
}
