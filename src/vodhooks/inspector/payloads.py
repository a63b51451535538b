"""Payloads for people: a row for each place, with what the contract says, without secrets.

Everything in a payload is text of foreign origin: rows hold text, which templates escape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import catalogue
from vodhooks.classification import canonical
from vodhooks.errors import clip
from vodhooks.pointers import places, pointer_of
from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.pointers import JsonValue, Path
    from vodhooks.report import Violation

MASK = "••••••••"

ROWS = 1500
"""How many places of a payload are shown."""

VALUE_LENGTH = 2000
"""How many characters of a value are shown."""

POINTER_LENGTH = 200
"""How long a violation's pointer is at most."""

DIFFERENCES = 200
"""How many differences between two payloads are shown."""

_NAMES = "sign|token|secret|passw|credential|authoriz|cookie|api_?key|access_?key"
_SECRET_NAME = re.compile(_NAMES, re.IGNORECASE)
_SECRET_PARAMETER = re.compile(rf"([?&;][^=&;#\s]*(?:{_NAMES})[^=&;#\s]*=)[^&;#\s]+", re.IGNORECASE)
"""In a URL: vendors sign the addresses of files in their query."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place of a payload.

    Attributes:
        depth: how deep it is.
        name: the member's name or the item's index; empty for the payload itself.
        text: the value as JSON; of an object or array how many members or items it has.
        kind: `object`, `array`, `masked` or `value`.
        pointer: JSON Pointer to it.
        marks: what the contract says of it.
        earlier: what an earlier delivery of the same event has there, or None where it is the same.
    """

    depth: int
    name: str
    text: str
    kind: str
    pointer: str
    marks: tuple[Violation, ...] = ()
    earlier: str | None = None


@dataclass(slots=True)
class _Masking:
    names: frozenset[str]
    masked: int = field(default=0)

    def value(self, value: Any, name: str, *, outermost: bool) -> Any:
        if isinstance(value, dict):
            return {
                key: self.value(inner, key, outermost=outermost and not name)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [self.value(item, name, outermost=False) for item in value]
        if isinstance(value, str) and value:
            if _SECRET_NAME.search(name) or (outermost and name in self.names):
                self.masked += 1
                return MASK
            shown = _SECRET_PARAMETER.sub(rf"\g<1>{MASK}", value)
            self.masked += shown != value
            return shown
        return value


def mask(payload: JsonValue, channel: str) -> tuple[Any, int]:
    """Return a payload without secrets, and how many it has.

    Secrets are texts of members that are named like one, or that a channel has for its signature
    and its handles, and such parameters in URLs.
    """
    known = catalogue().channels.get(channel)
    names = frozenset(
        (*known.excluded_from_comparison, *sample_signature(known.signature)) if known else ()
    )
    masking = _Masking(names)
    return masking.value(payload, "", outermost=True), masking.masked


def rows(
    payload: JsonValue,
    violations: Iterable[Violation] = (),
    earlier: Mapping[str, str] | None = None,
) -> tuple[list[Row], int]:
    """Return the rows of a payload in the order of its text, and how many places are left out.

    Args:
        payload: the payload, without what may not be shown.
        violations: what the contract says of it.
        earlier: by JSON Pointer, what an earlier delivery has at places that differ.
    """
    marks: dict[str, list[Violation]] = {}
    for each in violations:
        marks.setdefault(each.instance_pointer, []).append(each)
    found: list[Row] = []
    for place, value in _in_order(payload):
        if len(found) == ROWS:
            return found, sum(1 for _ in places(payload)) + 1 - ROWS
        pointer = pointer_of(place)
        name = str(place[-1]) if place else ""
        found.append(
            Row(
                len(place),
                clip(name),
                _text(value),
                _kind(value),
                pointer,
                tuple(marks.get(clip(pointer, POINTER_LENGTH), ())),
                (earlier or {}).get(pointer),
            )
        )
    return found, 0


def differences(now: JsonValue, before: JsonValue) -> tuple[dict[str, str], dict[str, str]]:
    """Compare two payloads of one event.

    Returns:
        By JSON Pointer what the earlier one has at places of the later one that differ, an empty
        text where it has nothing there; and likewise what only the earlier one has.
    """
    here, there = (dict(_scalars(canonical(each))) for each in (now, before))
    changed = {
        pointer: there.get(pointer, "")
        for pointer, text in here.items()
        if there.get(pointer) != text
    }
    gone = {pointer: text for pointer, text in there.items() if pointer not in here}
    return _first(changed), _first(gone)


def _first(found: dict[str, str]) -> dict[str, str]:
    return dict(list(found.items())[:DIFFERENCES])


def _scalars(payload: JsonValue) -> Iterator[tuple[str, str]]:
    for place, value in ((), payload), *places(payload):
        if not isinstance(value, (dict, list)) or not value:
            yield pointer_of(place), _text(value)


def _in_order(payload: JsonValue) -> Iterator[tuple[Path, JsonValue]]:
    """Yield each place, outer ones first, members in their order."""
    waiting: list[tuple[Path, JsonValue]] = [((), payload)]
    while waiting:
        place, value = waiting.pop()
        yield place, value
        inner: Iterable[tuple[str | int, JsonValue]] = (
            value.items()
            if isinstance(value, dict)
            else enumerate(value)
            if isinstance(value, list)
            else ()
        )
        waiting += reversed([((*place, token), item) for token, item in inner])


def _kind(value: JsonValue) -> str:
    if isinstance(value, (dict, list)):
        return "object" if isinstance(value, dict) else "array"
    return "masked" if value == MASK else "value"


def _text(value: JsonValue) -> str:
    if isinstance(value, dict):
        return f"{{{len(value)}}}"
    if isinstance(value, list):
        return f"[{len(value)}]"
    return clip(orjson.dumps(value).decode(), VALUE_LENGTH)
