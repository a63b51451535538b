"""Does a receiver that keeps one contract of a message take whatever a sender sends that keeps another?

A contract has two ends: a receiver accepts what keeps the wire schema, and a sender sends what keeps it and holds no
properties that it does not name. Without that, every new property would break: an open schema lets a sender put
anything at all where the new one wants a string.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import jsonschema_rs
from jsonschema_rs.canonical import CanonicalizationError, Containment

from vodhooks.codegen.bundles import bundle
from vodhooks.engines import compile_schema
from vodhooks.pointers import resolve
from vodhooks.schemas import every_schema, flatten, listed_values, subschemas

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vodhooks.codegen.sources import Sources
    from vodhooks.pointers import JsonValue
    from vodhooks.schemas import Schema

__all__ = ["Contract", "breaks", "contract", "covers"]

_TRIALS = 200_000
"""How many payloads the search for a counterexample tries at most: a few seconds of work."""

_LONGEST = 5_000
"""Length of the longest string or array that it tries."""


@dataclass(frozen=True, slots=True)
class Contract:
    """A message's contract from both ends, as bundles: what receivers accept, and what senders send."""

    accepted: Schema
    sent: Schema


def contract(sources: Sources, name: str) -> Contract:
    """Return the contract of a message.

    Raises:
        GenerationError: a schema contains itself.
    """
    wire = bundle(sources, name)
    strict = bundle(sources, name, "strict")
    flatten(strict)  # for its refusal of endless schemas
    sent = deepcopy(wire)
    _close(sent, strict)
    return Contract(wire, sent)


def _close(schema: Schema, strict: Schema) -> None:
    """Let a schema allow the unknown properties that its strict schema allows, and leave it as it is otherwise."""
    for step, inner in subschemas(schema):
        counterpart = resolve(strict, step)
        if isinstance(counterpart, dict):
            _close(inner, counterpart)
    if "additionalProperties" in strict:
        schema.setdefault("additionalProperties", strict["additionalProperties"])


def covers(accepted: Schema, sent: Schema) -> bool | None:
    """Whether a schema accepts all that another does: True and False are proved, None is neither."""
    accepting, sending = (
        jsonschema_rs.canonicalize(
            {key: value for key, value in schema.items() if key != "$id"},
            draft=jsonschema_rs.Draft202012,
            offline=True,
            pattern_options=jsonschema_rs.RegexOptions(),
        )
        for schema in (accepted, sent)
    )
    try:
        return {Containment.YES: True, Containment.NO: False}.get(accepting.covers(sending))
    except CanonicalizationError:
        return None


def breaks(receiver: Contract, sender: Contract) -> bool:
    """Whether some payload that keeps the sender's contract is provably refused by the receiver's."""
    if covers(receiver.accepted, sender.sent) is False:
        return True
    accepts, sends = (
        compile_schema(schema, "jsonschema-rs").accepts
        for schema in (receiver.accepted, sender.sent)
    )
    edges = _edges(receiver.accepted, sender.sent)
    samples = [*sender.accepted.get("examples", ()), *receiver.accepted.get("examples", ())]
    trials = (trial for sample in samples for trial in _edits(sample, edges))
    return any(sends(trial) and not accepts(trial) for trial in islice(trials, _TRIALS))


@dataclass(frozen=True, slots=True)
class _Edges:
    """Where two schemas may part.

    Attributes:
        values: values at and around the edges of what either allows.
        sizes: sizes at and around the bounds of arrays and strings.
        names: properties that one names more often than the other.
    """

    values: Sequence[JsonValue]
    sizes: Sequence[int]
    names: Collection[str]


def _edits(value: JsonValue, edges: _Edges) -> Iterator[JsonValue]:
    """Yield a value and what one change at one place makes of it."""
    yield value
    yield from edges.values
    if isinstance(value, str):
        yield from (value.lower(), value.upper(), f"{value}x", value[:-1])
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield {key: item for key, item in value.items() if key != name}
            yield from ({**value, name: edited} for edited in _edits(inner, edges))
        yield from (
            {**value, name: edge}
            for name in edges.names
            if name not in value
            for edge in edges.values
        )
    elif isinstance(value, list):
        yield from ((value * size)[:size] for size in edges.sizes if value)
        for index, inner in enumerate(value):
            yield from (
                [*value[:index], edited, *value[index + 1 :]] for edited in _edits(inner, edges)
            )


def _edges(*schemas: Schema) -> _Edges:
    values: list[JsonValue] = [
        None,
        True,
        False,
        0,
        1,
        -1,
        0.5,
        "",
        "x",
        [],
        {},
        [None],
        ["x"],
        [{}],
    ]
    sizes: set[int] = set()
    names: list[Counter[str]] = []
    for whole in schemas:
        names.append(Counter())
        for _, schema, *_ in every_schema(whole):
            names[-1].update(list(schema.get("properties", ())))
            values.extend(listed_values(schema) or ())
            for keyword in schema.keys() & {"minimum", "maximum"}:
                values.extend(schema[keyword] + step for step in (-1, -0.5, 0, 0.5, 1))
            for keyword in schema.keys() & {"minLength", "maxLength", "minItems", "maxItems"}:
                sizes.update(range(max(schema[keyword] - 1, 0), min(schema[keyword] + 2, _LONGEST)))
    one, other = names
    values.extend("x" * size for size in sorted(sizes))
    return _Edges(values, sorted(sizes), {name for name in one | other if one[name] != other[name]})
