"""Makes a payload smaller that shows something, as long as it still shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.pointers import JsonValue

__all__ = ["shrunk", "simpler"]


def shrunk(value: JsonValue, shows: Callable[[JsonValue], bool], tries: int) -> JsonValue:
    """Return the simplest value found that still shows something.

    Args:
        value: a value that shows it.
        shows: whether another one does.
        tries: how many others are checked at most.
    """
    while True:
        for candidate in simpler(value):
            if not tries:
                return value
            tries -= 1
            if shows(candidate):
                value = candidate
                break
        else:
            return value


def simpler(value: JsonValue) -> Iterator[JsonValue]:
    """Yield what a value may become by one step that makes it simpler: the bold steps first, and never what it was."""
    if isinstance(value, dict):
        for name in value:
            yield {key: item for key, item in value.items() if key != name}
        for name, item in value.items():
            yield from ({**value, name: other} for other in simpler(item))
    elif isinstance(value, list):
        yield from _pieces(value)
        for index, item in enumerate(value):
            yield from ([*value[:index], other, *value[index + 1 :]] for other in simpler(item))
    elif isinstance(value, str):
        yield from _pieces(value)
    elif isinstance(value, (int, float)) and value and not isinstance(value, bool):
        steps = (0, 1 if value > 0 else -1, int(value / 2))
        yield from (
            step for index, step in enumerate(steps) if step != value and step not in steps[:index]
        )


def _pieces(value: Any) -> Iterator[Any]:
    """Yield parts of a string or an array: nothing of it, its halves, and all but one."""
    half = len(value) // 2
    if value:
        yield value[:0]
    if half:
        yield from (value[:half], value[half:])
    if half > 1:
        yield from (value[:index] + value[index + 1 :] for index in range(len(value)))
