"""Validates a payload against the contract of its message, and reports each place that breaks it.

Each message has two schemas: the wire schema decides validity; what only the strict schema refuses is drift. The
strict one comes first, so that a payload without drift is validated once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import orjson

from vodhooks.catalogue import bundle, message
from vodhooks.catalogue import channel as channel_of
from vodhooks.decoding import decode
from vodhooks.engines import compile_schema
from vodhooks.errors import NotJson, clip
from vodhooks.excerpts import excerpts, holds, is_small, shape_of
from vodhooks.explanations import explain_keyword
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.report import Report, Violation
from vodhooks.schemas import flatten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.catalogue import ContainedEvents
    from vodhooks.engines import CompiledSchema, Engine, KeywordFailure
    from vodhooks.excerpts import Excerpt, SchemaShape
    from vodhooks.pointers import JsonValue, Path
    from vodhooks.report import Evidence

__all__ = ["Validator", "validate", "validator"]

TEXT_LIMIT = 200
"""Length of a violation's message and of its pointer, in characters."""

VIOLATION_LIMIT = 100
"""How many violations a report holds by default."""

COUNT_LIMIT = 300
"""How many places are looked for in a large payload, unless the report holds more."""

EXCERPT_LIMIT = 100
"""How many excerpts of a large payload are explained."""

_JSON_ONLY = (
    orjson.OPT_PASSTHROUGH_DATACLASS
    | orjson.OPT_PASSTHROUGH_DATETIME
    | orjson.OPT_PASSTHROUGH_SUBCLASS
)
_NAMING = frozenset({"required", "additionalProperties"})
_AT_ITSELF = frozenset({"type", "const", "enum"})


_Leaf: TypeAlias = "tuple[Path, Path, str]"
_ItemT = TypeVar("_ItemT")


@dataclass(frozen=True, slots=True)
class _KeywordRule:
    """A keyword in a schema: its JSON Pointer, the schema it stands in and how sure that is."""

    keyword: str
    pointer: str
    schema: Mapping[str, Any]
    evidence: Evidence | None
    evidence_of: Mapping[str, Evidence | None]
    """For each required property, how sure it is that it is required."""
    text: str
    """What the keyword expects."""


class _ExplainedSchema:
    """A schema that lists its violations. Compiled when it is first needed; each rule is looked up once."""

    def __init__(self, name: str, form: Literal["wire", "strict"], engine: Engine) -> None:
        self._name = name
        self._form: Literal["wire", "strict"] = form
        self._engine: Engine = engine
        self._rules: dict[Path, _KeywordRule] = {}

    @cached_property
    def _schema(self) -> dict[str, Any]:
        return bundle(self._name, self._form)

    @cached_property
    def compiled(self) -> CompiledSchema:
        return compile_schema(self._schema, self._engine)

    @cached_property
    def _shape(self) -> SchemaShape:
        return shape_of(self._schema)

    def violations(
        self, value: JsonValue, limit: int, room: list[int], *, show_values: bool
    ) -> tuple[tuple[Violation, ...], int, bool]:
        """Return the first violations, how many more were found, and whether the search of a large value ended early.

        What is explained, an excerpt or the whole, takes one from the room.
        """
        found: set[_Leaf] = set()
        most = max(limit, COUNT_LIMIT)
        truncated = not is_small(value) and self._search(value, most, room, found)
        if not found:
            room[0] -= 1
            for failure in self.compiled.failures(value):
                self._collect(failure, value, found)
        ordered = sorted(found) if len(found) > 1 else found
        kept = tuple(
            [
                self._violation(leaf, value, show_values=show_values)
                for leaf in islice(ordered, max(limit, 1))
            ]
        )
        return kept, len(found) - len(kept), truncated

    def _search(self, value: JsonValue, limit: int, room: list[int], found: set[_Leaf]) -> bool:
        """Add what is wrong in a large value, excerpt by excerpt, and return whether there are excerpts left."""
        waiting = excerpts(value, self._shape, self.compiled.accepts)
        for excerpt in islice(waiting, room[0]):
            room[0] -= 1
            self._explain(excerpt, found)
            if len(found) >= limit:
                break
        return next(waiting, None) is not None

    def _explain(self, excerpt: Excerpt, found: set[_Leaf]) -> None:
        collected: set[_Leaf] = set()
        for failure in filter(holds, self.compiled.failures(excerpt.value)):
            self._collect(failure, excerpt.value, collected)
        found.update(
            (excerpt.place_in_payload(place), rule, member) for place, rule, member in collected
        )

    def _collect(self, failure: KeywordFailure, value: JsonValue, found: set[_Leaf]) -> None:
        """Add place, rule and the member concerned, if any, for a failure; of a union, for the branch that was meant."""
        keyword = failure.rule[-1]
        if failure.branches:
            meant = [
                branch
                for branch in failure.branches
                if not _rules_itself_out(branch, failure.place)
            ]
            if len(meant) == 1:
                for inner in meant[0]:
                    self._collect(inner, value, found)
                return
        elif keyword in _NAMING:
            holder = resolve(value, failure.place)
            schema = self._rule(failure.rule).schema
            if isinstance(holder, dict):
                if keyword == "required":
                    found.update(
                        (failure.place, failure.rule, name)
                        for name in schema["required"]
                        if name not in holder
                    )
                else:
                    known = schema.get("properties", {})
                    found.update(
                        ((*failure.place, name), failure.rule, name)
                        for name in holder
                        if name not in known
                    )
                return
        found.add((failure.place, failure.rule, ""))

    def _violation(self, leaf: _Leaf, value: JsonValue, *, show_values: bool) -> Violation:
        place, path, member = leaf
        rule = self._rule(path)
        text, evidence = rule.text, rule.evidence
        if rule.keyword == "required":
            text = clip(explain_keyword("required", rule.schema, member), TEXT_LIMIT)
            evidence = rule.evidence_of[member]
        elif show_values:
            text = clip(f"{text}; got {_show(resolve(value, place))}", TEXT_LIMIT)
        return Violation(
            rule.keyword, clip(pointer_of(place), TEXT_LIMIT), rule.pointer, text, evidence
        )

    def _rule(self, path: Path) -> _KeywordRule:
        rule = self._rules.get(path)
        if rule is None:
            rule = self._rules[path] = self._find_rule(path)
        return rule

    def _find_rule(self, path: Path) -> _KeywordRule:
        """Walk from the root to a keyword, following a `$ref` where a step is missing."""
        node: Any = self._schema
        entry = message(self._name)
        place: Path = ()
        evidence: Evidence | None = None
        for index, token in enumerate(path):
            while isinstance(node, dict) and token not in node:
                place = tuple(parse_pointer(node["$ref"].removeprefix("#")))
                node = resolve(self._schema, place)
            if index + 1 < len(path):
                node, place = node[token], (*place, token)
                evidence = entry.evidence.get(pointer_of(place)) or evidence
        keyword = str(path[-1])
        unknown = "unknown property, " if path[-2:-1] == ("additionalProperties",) else ""
        return _KeywordRule(
            keyword=keyword,
            pointer=pointer_of((*place, keyword)),
            schema=node,
            evidence=None if keyword == "additionalProperties" else evidence,
            evidence_of={
                name: entry.required_evidence.get(pointer_of((*place, "properties", name)))
                for name in node.get("required", ())
            },
            text=clip(unknown + explain_keyword(keyword, node), TEXT_LIMIT),
        )


def _rules_itself_out(branch: Sequence[KeywordFailure], place: Path) -> bool:
    """Whether a branch of a union was not meant: the value has another type, or is none of its listed values."""
    return any(failure.place == place and _is_at_itself(failure) for failure in branch)


def _is_at_itself(failure: KeywordFailure) -> bool:
    if failure.branches:
        return all(_rules_itself_out(branch, failure.place) for branch in failure.branches)
    return failure.rule[-1] in _AT_ITSELF or isinstance(failure.rule[-1], int)


_SHOWN = 60
"""How many characters of a value are shown."""


def _show(value: Any) -> str:
    return clip(orjson.dumps(_head(value, [_SHOWN])).decode(), _SHOWN)


def _head(value: JsonValue, room: list[int]) -> JsonValue:
    """Return the part of a value that its first characters show: each member and item takes one at least."""
    if isinstance(value, str):
        return value[:_SHOWN]
    if isinstance(value, dict):
        return {name[:_SHOWN]: _head(inner, room) for name, inner in _first(value.items(), room)}
    return [_head(item, room) for item in _first(value, room)] if isinstance(value, list) else value


def _first(items: Iterable[_ItemT], room: list[int]) -> Iterator[_ItemT]:
    """Yield items while there is room for one more."""
    for item in items:
        room[0] -= 1
        yield item
        if room[0] < 0:
            return


class _Events:
    """The events in a reply: each keeps the contract of its own message, where that is known."""

    def __init__(self, contained: ContainedEvents, engine: Engine) -> None:
        self._tokens = parse_pointer(contained.pointer)
        channel = channel_of(contained.channel)
        self._discriminator = parse_pointer(channel.discriminator or "")
        self._messages = channel.message_by_kind
        self._engine: Engine = engine

    def known(self, reply: JsonValue) -> Iterator[tuple[Path, JsonValue, Validator]]:
        """Yield the place of each event in a reply, the event, and the validator of its message."""
        found = resolve(reply, self._tokens)
        for index, event in enumerate(found if isinstance(found, list) else ()):
            kind = resolve(event, self._discriminator)
            if isinstance(kind, str) and kind in self._messages:
                yield (
                    (*self._tokens, index),
                    event,
                    validator(self._messages[kind], self._engine),
                )


class Validator:
    """The contract of one message, compiled for one engine.

    The contract of a reply that holds events is that of each event as well.

    Attributes:
        message: full name of the message.
        clean: the report on a payload that keeps the contract and does not drift.
        only_drifts: whether what breaks the contract is drift and never refused.
        accepts_without_drift: whether a decoded payload keeps the contract and does not drift. The fast check.
    """

    __slots__ = (
        "_events",
        "_strict",
        "_wire",
        "accepts_without_drift",
        "clean",
        "message",
        "only_drifts",
    )

    def __init__(self, name: str, engine: Engine = "jsonschema-rs") -> None:
        self.message: str = name
        self._wire = _ExplainedSchema(name, "wire", engine)
        self._strict = _ExplainedSchema(name, "strict", engine)
        self.clean: Report = Report(name)
        self.only_drifts: bool = message(name).only_drifts
        contained = message(name).events
        self._events = _Events(contained, engine) if contained else None
        accepts = compile_schema(flatten(bundle(name, "strict")), engine).accepts
        self.accepts_without_drift: Callable[[JsonValue], bool] = (
            self._with_events(accepts, lambda each: each.accepts_without_drift)
            if contained
            else accepts
        )

    @property
    def accepts(self) -> Callable[[JsonValue], bool]:
        """Whether a decoded payload keeps the contract, drifting or not."""
        accepts = self._wire.compiled.accepts
        return self._with_events(accepts, lambda each: each.tolerates) if self._events else accepts

    def tolerates(self, payload: JsonValue) -> bool:
        """Whether a decoded payload is accepted: it keeps the contract, or what breaks the contract is drift."""
        return self.only_drifts or self.accepts(payload)

    def _with_events(
        self,
        accepts: Callable[[JsonValue], bool],
        accepts_event: Callable[[Validator], Callable[[JsonValue], bool]],
    ) -> Callable[[JsonValue], bool]:
        """Return what accepts a reply together with the events in it."""
        return lambda reply: (
            accepts(reply)
            and all(accepts_event(each)(event) for _, event, each in self._known_events(reply))
        )

    def _known_events(self, reply: JsonValue) -> Iterator[tuple[Path, JsonValue, Validator]]:
        return self._events.known(reply) if self._events else iter(())

    def report(
        self, payload: JsonValue, *, limit: int = VIOLATION_LIMIT, show_values: bool = False
    ) -> Report:
        """Validate a decoded payload; the report holds `limit` places at most."""
        if self.accepts_without_drift(payload):
            return self.clean
        explain = self.explain_drift if self.tolerates(payload) else self.explain_violations
        return explain(payload, limit=limit, show_values=show_values)

    def explain_drift(
        self, payload: JsonValue, *, limit: int = VIOLATION_LIMIT, show_values: bool = False
    ) -> Report:
        """Return the report on a decoded payload that keeps the contract and drifts."""
        return self._explain("drift", payload, limit, [EXCERPT_LIMIT], show_values=show_values)

    def explain_violations(
        self, payload: JsonValue, *, limit: int = VIOLATION_LIMIT, show_values: bool = False
    ) -> Report:
        """Return the report on a decoded payload that breaks the contract."""
        return self._explain("violations", payload, limit, [EXCERPT_LIMIT], show_values=show_values)

    def _explain(
        self,
        kind: Literal["violations", "drift"],
        payload: JsonValue,
        limit: int,
        room: list[int],
        *,
        show_values: bool,
    ) -> Report:
        """Explain a payload, then the events in it while there is room for one more: the work has one bound."""
        schema = self._strict if kind == "drift" else self._wire
        report = self.clean
        if not (self._events and schema.compiled.accepts(payload)):
            found, omitted, truncated = schema.violations(
                payload, limit, room, show_values=show_values
            )
            report = Report(self.message, **{kind: found}, omitted=omitted, truncated=truncated)
        for place, event, each in self._known_events(payload):
            if (each.accepts_without_drift if kind == "drift" else each.tolerates)(event):
                continue
            places = len(report.violations) + len(report.drift) + report.omitted
            if room[0] <= 0 or places >= max(limit, COUNT_LIMIT):
                return replace(report, truncated=True)
            of_event = each._explain(kind, event, limit, room, show_values=show_values)  # noqa: SLF001 # another of this class
            report = _joined(report, of_event, place, limit)
        return report


def _joined(report: Report, of_event: Report, place: Path, limit: int) -> Report:
    """Return the report on a reply with that on an event in it, of at most so many places."""
    joined = {
        name: (
            *getattr(report, name),
            *(
                replace(
                    each,
                    instance_pointer=clip(pointer_of(place) + each.instance_pointer, TEXT_LIMIT),
                    schema_pointer=f"{of_event.message}#{each.schema_pointer}",
                )
                for each in getattr(of_event, name)
            ),
        )
        for name in ("violations", "drift")
    }
    kept = {name: found[: max(limit, 1)] for name, found in joined.items()}
    return Report(
        report.message,
        **kept,
        omitted=report.omitted
        + of_event.omitted
        + sum(len(joined[name]) - len(kept[name]) for name in joined),
        truncated=report.truncated or of_event.truncated,
    )


@cache
def validator(name: str, engine: Engine = "jsonschema-rs") -> Validator:
    """Return the validator of a message, compiled once.

    Raises:
        MessageNotFound: the catalogue has no such message.
    """
    return Validator(name, engine)


def validate(
    payload: bytes | bytearray | memoryview | JsonValue,
    message: str,
    *,
    engine: Engine = "jsonschema-rs",
    limit: int = VIOLATION_LIMIT,
    show_values: bool = False,
) -> Report:
    """Validate a payload, as bytes or as the value that `decode` returned, against the contract of a message.

    Args:
        payload: the body as it arrived, or a JSON value.
        message: full name of the message.
        engine: `jsonschema-rs`, or the slow reference `jsonschema`; their reports are the same.
        limit: how many places the report holds at most; one at least.
        show_values: whether violations quote the payload.

    Raises:
        MessageNotFound: the catalogue has no such message.
        NotJson: the bytes are not JSON, or the value is no JSON value.
    """
    contract = validator(message, engine)
    value = (
        decode(payload)
        if isinstance(payload, (bytes, bytearray, memoryview))
        else _copy_json(payload)
    )
    return contract.report(value, limit=limit, show_values=show_values)


def _copy_json(value: JsonValue) -> JsonValue:
    """Serialize a value and decode it again, so that an engine gets JSON only; NaN would become null."""
    try:
        copy = decode(orjson.dumps(value, option=_JSON_ONLY))
    except orjson.JSONEncodeError:
        raise NotJson("not a JSON value") from None
    if copy != value:
        raise NotJson("not a JSON value")
    return copy
