"""Chooses some of many, so that each kind is among them: a contract may have more rules and places than can be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

__all__ = ["sample_evenly"]

_ItemT = TypeVar("_ItemT")


def sample_evenly(
    items: Sequence[_ItemT], limit: int | None, kind: Callable[[_ItemT], Hashable]
) -> Sequence[_ItemT]:
    """Return at most `limit` items, in their order and always the same ones; all of them where `limit` is None.

    Of each kind there are as many as of any other, as far as there are so many, spread evenly over all that there are of it.
    """
    if limit is None or len(items) <= limit:
        return items
    places: dict[Hashable, list[int]] = {}
    for index, item in enumerate(items):
        places.setdefault(kind(item), []).append(index)
    chosen: list[int] = []
    waiting = sorted(places.values(), key=len)
    for number, group in enumerate(waiting):
        share = min(len(group), (limit - len(chosen)) // (len(waiting) - number))
        chosen += [group[step * len(group) // share] for step in range(share)]
    return [items[index] for index in sorted(chosen)]
