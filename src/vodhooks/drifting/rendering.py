"""What was gathered, for people and for programs. No payload value is shown unless asked for; names of members are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from vodhooks.errors import clip
from vodhooks.reporting.as_github import annotation
from vodhooks.reporting.escaping import LIMIT, encodable, printable

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from vodhooks.drifting.findings import Finding, Findings, Kinds, Seen, Window
    from vodhooks.drifting.shapes import Shape, Span

    Renderer: TypeAlias = Callable[[Findings, bool], Iterator[str]]

__all__ = ["Format", "renderer"]

Format = Literal["text", "json", "ndjson", "github"]
"""What a report can look like."""

_TEXT = 500
"""How long the words for a shape may be, in characters."""

_OUTCOMES = {
    "known": "as the contract has them",
    "drifting": "drifting",
    "broken": "breaking the contract",
    "unknown-kind": "of an unknown kind",
    "not-identified": "not identified",
    "not-json": "not JSON",
    "too-large": "too large",
    "unreadable": "unreadable",
}


def renderer(name: Format) -> Renderer:
    """Return the function that shows findings line by line in a format; its second argument is whether values are shown."""
    return {"text": _text, "json": _json, "ndjson": _ndjson, "github": _github}[name]


def _text(found: Findings, show_values: bool) -> Iterator[str]:  # noqa: FBT001 # as every renderer
    for place in found.places:
        yield f"{place.message}: {_headline(place)}"
        yield from (f"  {line}" for line in _details(place, found, show_values=show_values))
    for noted in found.kinds.values():
        named = f": {_counted(noted.kinds)}" if show_values else ""
        yield f"{noted.channel}: {noted.count:,} of kinds that have no contract{named}, {_when(noted.window)}"
    for unusable in found.unusable.values():
        number = found.outcomes[unusable.kind]
        more = f"; the first of {number:,}" if number > 1 else ""
        yield f"{printable(unusable.place)}: {unusable.kind}: {printable(unusable.detail)}{more}"
    yield _summary(found)


def _github(found: Findings, show_values: bool) -> Iterator[str]:  # noqa: FBT001 # as every renderer
    for place in found.places:
        text = "; ".join([f"{place.message}: {_headline(place)}", *_details(place, found, show_values=show_values)])
        level, title = ("notice", "violation") if place.kind == "violation" else ("warning", "drift")
        yield annotation(level, {"title": f"vodhooks: {title}"}, text).removesuffix("\n")


def _json(found: Findings, show_values: bool) -> Iterator[str]:  # noqa: FBT001 # as every renderer
    document = {
        "drift": [_document(place, found, show_values=show_values) for place in found.drift],
        "violations": [_document(place, found, show_values=show_values) for place in found.violations],
        "unknown_kinds": [_kinds_document(noted, show_values=show_values) for noted in found.kinds.values()],
        "unusable": [
            {"kind": each.kind, "place": encodable(each.place), "detail": encodable(each.detail)}
            for each in found.unusable.values()
        ],
        "payloads": {outcome: found.outcomes[outcome] for outcome in _OUTCOMES},
        "omitted": found.omitted,
    }
    yield json.dumps(document, indent=2)


def _ndjson(found: Findings, show_values: bool) -> Iterator[str]:  # noqa: FBT001 # as every renderer
    for place in found.places:
        yield json.dumps(_document(place, found, show_values=show_values))
    for noted in found.kinds.values():
        yield json.dumps(_kinds_document(noted, show_values=show_values))


def _headline(place: Finding) -> str:
    word = "violation" if place.kind == "violation" else "drift"
    pointer = clip(printable(place.pointer), LIMIT) or "the whole payload"
    return f"{word}: {pointer}: {printable(place.expected)}{', under many names' if place.folded else ''}"


def _details(place: Finding, found: Findings, *, show_values: bool) -> Iterator[str]:
    times = "once" if place.count == 1 else f"{place.count:,} times"
    yield f"seen {times} in {place.payloads:,} of {found.messages[place.message]:,} payloads, {_when(place.window)}"
    if place.shape.count:
        yield f"as {clip(printable(_described(place.shape, show_values=show_values)), _TEXT)}"
    if show_values and place.values:
        yield f"values: {printable(', '.join(place.values))}{', …' if place.more_values else ''}"


def _described(shape: Shape, *, show_values: bool) -> str:
    """Say what a shape is, such as `2 strings of 3 to 5 characters (hex 2), 1 null`."""
    return ", ".join(
        f"{count:,} {name}{'s' if count > 1 and name != 'null' else ''}{_qualified(shape, name, show_values=show_values)}"
        for name, count in shape.types.most_common()
    )


def _qualified(shape: Shape, name: str, *, show_values: bool) -> str:
    if name == "string":
        return f" of {_range(shape.lengths)} characters ({_counted(shape.formats)})"
    if name in {"integer", "number"} and show_values:
        return f" from {_range(shape.numbers)}"
    if name == "array":
        items = f": {_described(shape.items, show_values=show_values)}" if shape.items else ""
        return f" of {_range(shape.sizes)} items{items and f' [{items[2:]}]'}"
    if name == "object":
        members = [
            f"{json.dumps(member, ensure_ascii=False)}: {_described(inner, show_values=show_values)}"
            for member, inner in shape.members.items()
        ]
        if shape.others:
            members.append(f"other names: {_described(shape.others, show_values=show_values)}")
        return f" {{{'; '.join(members)}{'; …' if shape.cut else ''}}}"
    return ""


def _range(span: Span | None) -> str:
    if span is None:
        return "unknown"
    return f"{span.low:,}" if span.low == span.high else f"{span.low:,} to {span.high:,}"


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{printable(name)} {count:,}" for name, count in counter.most_common())


def _when(window: Window) -> str:
    return f"first {_seen(window.first)}, last {_seen(window.last)}"


def _seen(seen: Seen) -> str:
    return f"{seen.at:%Y-%m-%d %H:%M:%S} at {printable(seen.place)}" if seen.at else f"at {printable(seen.place)}"


def _summary(found: Findings) -> str:
    payloads = found.outcomes.total() - found.outcomes["unreadable"]
    counted = ", ".join(f"{found.outcomes[name]:,} {words}" for name, words in _OUTCOMES.items() if found.outcomes[name])
    omitted = f"; {found.omitted:,} places of payloads with too many are left out" if found.omitted else ""
    return f"{payloads:,} payload{'' if payloads == 1 else 's'}{counted and f': {counted}'}{omitted}"


def _document(place: Finding, found: Findings, *, show_values: bool) -> dict[str, Any]:
    document = {
        "kind": place.kind,
        "message": place.message,
        "pointer": encodable(place.pointer),
        "many_names": place.folded,
        "keyword": place.keyword,
        "schema_pointer": place.schema_pointer,
        "expected": place.expected,
        "count": place.count,
        "payloads": place.payloads,
        "of_payloads": found.messages[place.message],
        **_window_document(place.window),
        "shape": _shape_document(place.shape, show_values=show_values),
    }
    if show_values:
        document |= {"values": dict(place.values), "more_values": place.more_values}
    return document


def _kinds_document(noted: Kinds, *, show_values: bool) -> dict[str, Any]:
    document = {"kind": "unknown-kind", "channel": noted.channel, "count": noted.count, **_window_document(noted.window)}
    return document | {"kinds": dict(noted.kinds)} if show_values else document


def _window_document(window: Window) -> dict[str, Any]:
    return {
        name: {"place": encodable(seen.place), "at": seen.at.isoformat() if seen.at else None}
        for name, seen in (("first", window.first), ("last", window.last))
    }


def _shape_document(shape: Shape, *, show_values: bool) -> dict[str, Any]:
    """Return a shape for programs; what there was none of is left out."""
    spans = {"lengths": shape.lengths, "sizes": shape.sizes, "numbers": shape.numbers if show_values else None}
    inner = {"items": shape.items, "other_members": shape.others}
    document: dict[str, Any] = {"types": dict(shape.types)}
    document |= {name: [span.low, span.high] for name, span in spans.items() if span}
    if shape.formats:
        document["formats"] = dict(shape.formats)
    document |= {name: _shape_document(each, show_values=show_values) for name, each in inner.items() if each}
    if shape.members:
        document["members"] = {name: _shape_document(each, show_values=show_values) for name, each in shape.members.items()}
    if shape.cut:
        document["incomplete"] = True
    return document
