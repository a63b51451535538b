"""How the benchmarks measure: interleaved rounds, ratios within a round, medians over rounds, distinct texts."""

from __future__ import annotations

import copy
import statistics
import time
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import bundle
from vodhooks.pointers import resolve
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

ROUNDS = 21
WITH_ARGUMENT = frozenset({"vodhooks.parse", "refused"})


def seconds(run: Callable[..., object], items: Sequence[Any], argument: str | None) -> float:
    """Return how long it takes to run over all items once, each with the argument if there is one."""
    start = time.perf_counter()
    if argument is None:
        for item in items:
            run(item)
    else:
        for item in items:
            run(item, argument)
    return time.perf_counter() - start


def ratios(
    runs: Mapping[str, Callable[..., object]], items: Sequence[Any], argument: str | None = None
) -> dict[str, float]:
    """Return the median ratio of each run to a loop of `orjson.loads`, all measured in turn in every round.

    Runs whose name is in `WITH_ARGUMENT` get the argument beside each item.
    """
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        floor = seconds(orjson.loads, items, None)
        for name, run in runs.items():
            found[name].append(
                seconds(run, items, argument if name in WITH_ARGUMENT else None) / floor
            )
    return {name: statistics.median(values) for name, values in found.items()}


def distinct(message: str, sample: Any, count: int) -> list[Any]:
    """Return copies of a sample that differ in every string that the contract leaves free."""
    fixed = set(_fixed_values(bundle(message)))
    free = [
        place
        for place in _strings(sample)
        if resolve(sample, place) not in fixed and _is_free(message, sample, place, count)
    ]
    return [_numbered(sample, free, number) for number in range(count)]


def compact(payload: object) -> bytes:
    """Write a payload as vendors' servers do: no blanks, UTF-8 unescaped."""
    return orjson.dumps(payload)


def table(rows: Sequence[Sequence[object]]) -> None:
    """Print rows, the first a heading, in aligned columns."""
    texts = [
        [f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows
    ]
    widths = [max(len(row[column]) for row in texts) for column in range(len(texts[0]))]
    for row in texts:
        first, *rest = [
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join([first, *rest]))
    print()


def _strings(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*place, index))
    elif isinstance(value, str) and value:
        yield place


def _fixed_values(schema: Any) -> Iterator[str]:
    """Yield the values that a schema names, which tell one kind of payload from another."""
    if isinstance(schema, dict):
        yield from (
            value
            for value in [schema.get("const"), *schema.get("enum", ())]
            if isinstance(value, str)
        )
        for inner in schema.values():
            yield from _fixed_values(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _fixed_values(inner)


def _is_free(message: str, sample: Any, place: tuple[str | int, ...], count: int) -> bool:
    accepts = validator(message).accepts_without_drift
    return all(accepts(_numbered(sample, [place], number)) for number in (9, count - 1))


def _numbered(sample: Any, places: Sequence[tuple[str | int, ...]], number: int) -> Any:
    payload = copy.deepcopy(sample)
    for place in places:
        holder: Any = resolve(payload, place[:-1])
        text = holder[place[-1]]
        mark = str(number)[-len(text) :]
        holder[place[-1]] = text[: len(text) - len(mark)] + mark
    return payload
