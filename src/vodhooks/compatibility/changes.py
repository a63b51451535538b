"""What has changed between two contracts of a message, place by place, and against whom each change may speak.

A change that is said to do no harm provably does none: each keyword of the new schema accepts what
the old one allowed, or the place that it stands at does as a whole. Whether the others do harm is
for `vodhooks.compatibility.comparison` to find out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vodhooks.codegen.assertions import ASSERTIONS, Change, allowed_values, as_json, assertions
from vodhooks.compatibility.containment import covers
from vodhooks.pointers import pointer_of
from vodhooks.schemas import LISTS, SINGLES, WORDS, types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vodhooks.compatibility.containment import Contract
    from vodhooks.schemas import Schema

__all__ = ["changes"]

_WORDS = WORDS | {"$schema", "$id", "$defs"}
_APPLICATORS = LISTS | SINGLES | {"properties", "$ref"}


def changes(old: Contract, new: Contract) -> tuple[Change, ...]:
    """Return what has changed from one contract to another. Words are no part of a contract."""
    merged: dict[tuple[str, str], Change] = {}
    for change in _walk(_root(old), _root(new)):
        seen = merged.get((change.pointer, change.text), change)
        merged[change.pointer, change.text] = replace(
            change,
            harms_receivers=change.harms_receivers or seen.harms_receivers,
            harms_senders=change.harms_senders or seen.harms_senders,
        )
    return tuple(merged.values())


@dataclass(frozen=True, slots=True)
class _View:
    """One place of a contract."""

    contract: Contract
    accepted: Schema
    sent: Schema
    place: tuple[str | int, ...] = ()

    def at(self, *step: str | int) -> _View:
        """Return what stands below, references followed."""
        accepted: Any = self.accepted
        sent: Any = self.sent
        for token in step:
            accepted, sent = accepted[token], sent[token]
        return _View(self.contract, accepted, sent, (*self.place, *step)).follow()

    def follow(self) -> _View:
        """Follow references that stand alone."""
        view = self
        while view.accepted.keys() - _WORDS == {"$ref"}:
            view = view.target()
        return view

    def target(self) -> _View:
        """Return what the reference here points to."""
        title = self.accepted["$ref"].removeprefix("#/$defs/")
        accepted, sent = (
            end["$defs"][title] for end in (self.contract.accepted, self.contract.sent)
        )
        return _View(self.contract, accepted, sent, ("$defs", title))

    def pointer(self, *step: str | int) -> str:
        """Return the JSON Pointer to what stands below, into the contract's bundle."""
        return pointer_of((*self.place, *step))


def _root(contract: Contract) -> _View:
    return _View(contract, contract.accepted, contract.sent).follow()


def _walk(old: _View, new: _View) -> list[Change]:
    found = [change for compare in _COMPARISONS for change in compare(old, new)]
    # What the place as a whole provably takes cannot be broken by a change inside it.
    if any(change.harms_senders for change in found) and _takes(new, old):
        found = [replace(change, harms_senders=False) for change in found]
    if any(change.harms_receivers for change in found) and _takes(old, new):
        found = [replace(change, harms_receivers=False) for change in found]
    return found


def _takes(receiver: _View, sender: _View) -> bool:
    return bool(
        covers(
            {**receiver.accepted, "$defs": receiver.contract.accepted.get("$defs", {})},
            {**sender.sent, "$defs": sender.contract.sent.get("$defs", {})},
        )
    )


def _assertions(old: _View, new: _View) -> Iterator[Change]:
    for change in assertions(old.accepted, new.accepted):
        where = new if change.pointer[1:] in new.accepted else old
        yield replace(change, pointer=f"{where.pointer()}{change.pointer}")


def _properties(old: _View, new: _View) -> Iterator[Change]:
    before, after = (view.accepted.get("properties", {}) for view in (old, new))
    for name in after:
        if name in before:
            yield from _walk(old.at("properties", name), new.at("properties", name))
        else:
            yield Change(
                new.pointer("properties", name),
                "property added",
                _checks_others(old),
                _sends_others(old),
            )
    for name in before:
        if name not in after:
            yield Change(
                old.pointer("properties", name),
                "property removed",
                _sends_others(new),
                _checks_others(new),
            )
    if isinstance(_others(old), dict) and isinstance(_others(new), dict):
        yield from _walk(old.at("additionalProperties"), new.at("additionalProperties"))
    elif _others(old) != _others(new):
        text = "what other properties may hold has changed"
        harms_receivers, harms_senders = (
            _checks_others(old) and _sends_others(new),
            _checks_others(new) and _sends_others(old),
        )
        yield Change(new.pointer("additionalProperties"), text, harms_receivers, harms_senders)


def _others(view: _View) -> object:
    return view.accepted.get("additionalProperties", True)


def _checks_others(view: _View) -> bool:
    """Whether a receiver demands anything of properties that the schema does not name."""
    return _others(view) is not True


def _sends_others(view: _View) -> bool:
    """Whether a sender sends properties that the schema does not name."""
    return view.sent.get("additionalProperties", True) is not False


def _items(old: _View, new: _View) -> Iterator[Change]:
    before, after = "items" in old.accepted, "items" in new.accepted
    if before and after:
        yield from _walk(old.at("items"), new.at("items"))
    elif after:
        yield Change(new.pointer("items"), "items are checked now", harms_senders=True)
    elif before:
        yield Change(old.pointer("items"), "items are no longer checked", harms_receivers=True)


def _unions(old: _View, new: _View) -> Iterator[Change]:
    for keyword in ("anyOf", "oneOf"):
        found = list(_union(keyword, old, new))
        # With oneOf, what widens one alternative may narrow the whole.
        yield from found if keyword == "anyOf" else map(_harm_both, found)


def _union(keyword: str, old: _View, new: _View) -> Iterator[Change]:
    before, after = (view.accepted.get(keyword) for view in (old, new))
    if before is None and after is None:
        return
    if before is None or after is None:
        where, text = (new, "added") if before is None else (old, "removed")
        yield Change(where.pointer(keyword), f"{keyword} {text}", after is None, before is None)
        return
    pairs, gone, come = _pair(before, after)
    for left, right in pairs:
        yield from _walk(old.at(keyword, left), new.at(keyword, right))
    for index in gone:
        yield Change(
            old.pointer(keyword, index),
            f"alternative removed: {_describe(before[index])}",
            harms_senders=True,
        )
    for index in come:
        yield Change(
            new.pointer(keyword, index),
            f"alternative added: {_describe(after[index])}",
            harms_receivers=True,
        )


def _pair(
    before: Sequence[Schema], after: Sequence[Schema]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair the branches of a union that mean the same; return pairs and what either side has left."""
    pairs: list[tuple[int, int]] = []
    gone, come = list(range(len(before))), list(range(len(after)))
    for alike in (as_json, _kind):
        for left in list(gone):
            right = next(
                (index for index in come if alike(after[index]) == alike(before[left])), None
            )
            if right is not None:
                pairs.append((left, right))
                gone.remove(left)
                come.remove(right)
    return pairs, gone, come


def _kind(branch: Schema) -> object:
    """Return what distinguishes the branches of a union."""
    return branch.get("$ref") or (types(branch), allowed_values(branch) is None)


def _describe(branch: Schema) -> str:
    values = ", ".join(allowed_values(branch) or ["a schema"])
    return str(branch.get("$ref", "").rpartition("/")[2]) or " or ".join(types(branch)) or values


def _condition(old: _View, new: _View) -> Iterator[Change]:
    before, after = (view.accepted.get("if") for view in (old, new))
    if as_json(before) != as_json(after):
        yield _harm_both(Change(new.pointer("if"), "the condition has changed"))
    if before is not None and after is not None:
        for branch in ("then", "else"):
            yield from _walk(old.at(branch), new.at(branch))


def _negation(old: _View, new: _View) -> Iterator[Change]:
    before, after = "not" in old.accepted, "not" in new.accepted
    if before and after:
        for change in _walk(old.at("not"), new.at("not")):
            yield replace(
                change, harms_receivers=change.harms_senders, harms_senders=change.harms_receivers
            )
    elif before is not after:
        yield Change(new.pointer("not"), "not removed" if before else "not added", before, after)


def _rest(old: _View, new: _View) -> Iterator[Change]:
    if "$ref" in old.accepted and "$ref" in new.accepted:
        yield from _walk(old.target(), new.target())
    elif "$ref" in old.accepted or "$ref" in new.accepted:
        yield _harm_both(Change(new.pointer("$ref"), "the reference has changed"))
    for keyword in sorted(
        (old.accepted.keys() | new.accepted.keys()) - ASSERTIONS - _APPLICATORS - _WORDS
    ):
        if as_json(old.accepted.get(keyword)) != as_json(new.accepted.get(keyword)):
            yield _harm_both(Change(new.pointer(keyword), f"{keyword} has changed"))


def _harm_both(change: Change) -> Change:
    return replace(change, harms_receivers=True, harms_senders=True)


_COMPARISONS: tuple[Callable[[_View, _View], Iterator[Change]], ...] = (
    _assertions,
    _properties,
    _items,
    _unions,
    _condition,
    _negation,
    _rest,
)
