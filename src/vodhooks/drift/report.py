"""Turns what was gathered into a report. Shows member names always, payload values only on demand."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from vodhooks.errors import clip
from vodhooks.reports import Finding, ReportDocument, Rule, Summary, payloads_line
from vodhooks.reports.escaping import LIMIT, printable

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from vodhooks.drift.findings import Findings, Kinds, Place, Seen, Window
    from vodhooks.drift.shapes import NumberRange, Shape

__all__ = ["report_of"]

_TEXT = 500
"""How long the description of a shape may be, in characters."""

_OUTCOME_WORDS = {
    "known": "as the contract has them",
    "drifting": "drifting",
    "broken": "breaking the contract",
    "unknown-kind": "of an unknown kind",
    "not-identified": "not identified",
    "not-json": "not JSON",
    "too-large": "too large",
    "unreadable": "unreadable",
}

_DRIFT = Rule("drift", "Payloads hold what the contract does not know.")
_VIOLATION = Rule("violation", "Payloads break the contract of their message.")


def report_of(found: Findings, *, show_values: bool = False) -> ReportDocument:
    """Return a report of what was gathered.

    Args:
        found: what was gathered.
        show_values: whether payload values are shown.
    """
    records = chain(
        (("drift", _record(place, found, show_values=show_values)) for place in found.drift),
        (
            ("violations", _record(place, found, show_values=show_values))
            for place in found.violations
        ),
        (("unknown_kinds", _kinds_record(noted)) for noted in found.kinds.values()),
    )
    findings = (_build_finding(place, found, show_values=show_values) for place in found.places)
    return ReportDocument(
        findings=findings,
        records=records,
        cases=(finding.case for finding in findings),
        summary=lambda: _summary(found),
        lists=["drift", "violations", "unknown_kinds"],
    )


def _build_finding(place: Place, found: Findings, *, show_values: bool) -> Finding:
    broken = place.kind == "violation"
    return Finding(
        _VIOLATION if broken else _DRIFT,
        "error" if broken else "warning",
        _headline(place),
        place.message,
        details=tuple(_details(place, found, show_values=show_values)),
        pointer=place.pointer,
        properties={"message": place.message, "keyword": place.keyword, "kind": place.kind},
    )


def _headline(place: Place) -> str:
    word = "violation" if place.kind == "violation" else "drift"
    pointer = clip(printable(place.pointer), LIMIT) or "the whole payload"
    return f"{word}: {pointer}: {place.expected}{', under many names' if place.overflow else ''}"


def _details(place: Place, found: Findings, *, show_values: bool) -> Iterator[str]:
    times = "once" if place.count == 1 else f"{place.count:,} times"
    yield f"seen {times} in {place.payloads:,} of {found.messages[place.message]:,} payloads, {_describe_window(place.window)}"
    if place.shape.count:
        yield f"as {clip(printable(_describe(place.shape, show_values=show_values)), _TEXT)}"
    if show_values and place.values:
        yield f"values: {', '.join(place.values)}{', …' if place.more_values else ''}"


def _describe(shape: Shape, *, show_values: bool) -> str:
    """Describe a shape, such as `2 strings of 3 to 5 characters (hex 2), 1 null`."""
    return ", ".join(
        f"{count:,} {name}{'s' if count > 1 and name != 'null' else ''}{_qualify(shape, name, show_values=show_values)}"
        for name, count in shape.types.most_common()
    )


def _qualify(shape: Shape, name: str, *, show_values: bool) -> str:
    if name == "string":
        return f" of {_range(shape.lengths)} characters ({_count_each(shape.formats)})"
    if name in {"integer", "number"} and show_values:
        return f" from {_range(shape.numbers)}"
    if name == "array":
        items = f": {_describe(shape.items, show_values=show_values)}" if shape.items else ""
        return f" of {_range(shape.sizes)} items{items and f' [{items[2:]}]'}"
    if name == "object":
        members = [
            f"{json.dumps(member, ensure_ascii=False)}: {_describe(inner, show_values=show_values)}"
            for member, inner in shape.members.items()
        ]
        if shape.others:
            members.append(f"other names: {_describe(shape.others, show_values=show_values)}")
        return f" {{{'; '.join(members)}{'; …' if shape.cut else ''}}}"
    return ""


def _range(span: NumberRange | None) -> str:
    if span is None:
        return "unknown"
    return f"{span.low:,}" if span.low == span.high else f"{span.low:,} to {span.high:,}"


def _count_each(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counter.most_common())


def _describe_window(window: Window) -> str:
    return f"first {_describe_seen(window.first)}, last {_describe_seen(window.last)}"


def _describe_seen(seen: Seen) -> str:
    return f"{seen.at:%Y-%m-%d %H:%M:%S} at {seen.place}" if seen.at else f"at {seen.place}"


def _summary(found: Findings) -> Summary:
    payloads = found.outcomes.total() - found.outcomes["unreadable"]
    omitted = (
        f"; {found.omitted:,} places of payloads with too many are left out"
        if found.omitted
        else ""
    )
    outcomes = {outcome: found.outcomes[outcome] for outcome in _OUTCOME_WORDS}
    skipped = [
        {"kind": each.kind, "place": each.place, "detail": each.detail}
        for each in found.skipped.values()
    ]
    return Summary(
        payloads_line(payloads, found.outcomes, _OUTCOME_WORDS) + omitted,
        facts={"unusable": skipped, "payloads": outcomes, "omitted": found.omitted},
        counts=outcomes,
        notes=tuple(_notes(found)),
        complete=not found.outcomes["unreadable"],
    )


def _notes(found: Findings) -> Iterator[str]:
    for noted in found.kinds.values():
        others = noted.count - noted.kinds.total()
        named = f"{printable(_count_each(noted.kinds))}{f', others {others:,}' if others else ''}"
        yield f"{noted.channel}: {noted.count:,} of kinds that have no contract: {named}, {_describe_window(noted.window)}"
    for skipped in found.skipped.values():
        number = found.outcomes[skipped.kind]
        more = f"; the first of {number:,}" if number > 1 else ""
        yield f"{skipped.place}: {skipped.kind}: {skipped.detail}{more}"


def _record(place: Place, found: Findings, *, show_values: bool) -> dict[str, Any]:
    record = {
        "kind": place.kind,
        "message": place.message,
        "pointer": place.pointer,
        "many_names": place.overflow,
        "keyword": place.keyword,
        "schema_pointer": place.schema_pointer,
        "expected": place.expected,
        "count": place.count,
        "payloads": place.payloads,
        "of_payloads": found.messages[place.message],
        **_window_record(place.window),
        "shape": _shape_record(place.shape, show_values=show_values),
    }
    if show_values:
        record |= {"values": dict(place.values), "more_values": place.more_values}
    return record


def _kinds_record(noted: Kinds) -> dict[str, Any]:
    record = {
        "kind": "unknown-kind",
        "channel": noted.channel,
        "count": noted.count,
        **_window_record(noted.window),
    }
    return record | {"kinds": dict(noted.kinds)}


def _window_record(window: Window) -> dict[str, Any]:
    return {
        name: {"place": seen.place, "at": seen.at.isoformat() if seen.at else None}
        for name, seen in (("first", window.first), ("last", window.last))
    }


def _shape_record(shape: Shape, *, show_values: bool) -> dict[str, Any]:
    """Return a shape for programs, without its empty parts."""
    spans = {
        "lengths": shape.lengths,
        "sizes": shape.sizes,
        "numbers": shape.numbers if show_values else None,
    }
    inner = {"items": shape.items, "other_members": shape.others}
    record: dict[str, Any] = {"types": dict(shape.types)}
    record |= {name: [span.low, span.high] for name, span in spans.items() if span}
    if shape.formats:
        record["formats"] = dict(shape.formats)
    record |= {
        name: _shape_record(each, show_values=show_values) for name, each in inner.items() if each
    }
    if shape.members:
        record["members"] = {
            name: _shape_record(each, show_values=show_values)
            for name, each in shape.members.items()
        }
    if shape.cut:
        record["incomplete"] = True
    return record
