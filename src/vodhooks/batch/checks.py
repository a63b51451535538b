"""Checks the payloads of a part. Clean ones, which are most, are only counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from vodhooks.batch.hints import hint_on_kind, hint_on_text, hint_on_value
from vodhooks.batch.parts import MAX_BODY, Unreadable, load
from vodhooks.batch.verdicts import Verdict
from vodhooks.catalogue import catalogue
from vodhooks.classification import classify
from vodhooks.decoding import decode
from vodhooks.errors import AmbiguousMessage, MessageNotFound, NotJson, VodhooksError, clip
from vodhooks.identification import UnknownKind, identify, is_clean
from vodhooks.validation import VIOLATION_LIMIT, validator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vodhooks.batch.parts import Part
    from vodhooks.batch.verdicts import Outcome
    from vodhooks.engines import Engine
    from vodhooks.pointers import JsonValue
    from vodhooks.reports import Level
    from vodhooks.validation import Validator

__all__ = ["PartResult", "Rules", "check_part", "check_payload"]

_TOLERATED: dict[Outcome, Level] = {"valid": "none", "unknown-kind": "note", "drift": "warning"}
_STRICT: dict[Outcome, Level] = {"valid": "none"}


class _Arguments(TypedDict, total=False):
    channel: str | None
    message: str | None
    engine: Engine


@dataclass(frozen=True, slots=True)
class Rules:
    """How payloads are checked.

    Attributes:
        name: full name of their message, or of the channel they arrived on. Without one the content decides.
        strict: whether drift, or a kind that has no contract, is an error.
        engine: the engine that validates.
        limit: how many places a verdict names at most.
        show_values: whether verdicts quote the payload.

    Raises:
        MessageNotFound: `name` names neither a message nor a channel.
    """

    name: str | None = None
    strict: bool = False
    engine: Engine = "jsonschema-rs"
    limit: int = VIOLATION_LIMIT
    show_values: bool = False

    def __post_init__(self) -> None:
        known = {**catalogue().messages, **catalogue().channels}
        if self.name is not None and self.name not in known:
            raise MessageNotFound(self.name, known)

    @property
    def arguments(self) -> _Arguments:
        """How `classify` is called."""
        if self.name in catalogue().messages:
            return {"message": self.name, "engine": self.engine}
        return {"channel": self.name, "engine": self.engine}

    def level(self, outcome: Outcome) -> Level:
        """Return how much an outcome matters."""
        return (_STRICT if self.strict else _TOLERATED).get(outcome, "error")


class PartResult(NamedTuple):
    """What was found in a part: verdicts, how many payloads need none, and how many lines and bytes there were.

    Lines are numbered from 1 within the part.
    """

    verdicts: Sequence[Verdict]
    valid: int = 0
    unknown: int = 0
    lines: int = 0
    size: int = 0


def check_part(part: Part, rules: Rules) -> PartResult:
    """Check the payloads of a part."""
    data = load(part.body)
    if isinstance(data, Unreadable):
        return PartResult([Verdict(part.source.name, "unreadable", "error", detail=data.reason)])
    if part.source.streams:
        return _check_lines(part.source.name, data, rules)
    return PartResult([check_payload(part.source.name, data, rules)], size=len(data))


def _check_lines(source: str, data: bytes, rules: Rules) -> PartResult:
    is_clean = _build_clean_check(rules)
    counted = rules.level("unknown-kind") != "error"
    lines = (data.replace(b"\r\n", b"\n") if b"\r" in data else data).split(b"\n")
    valid = unknown = 0
    verdicts: list[Verdict] = []
    for number, line in enumerate(lines, 1):
        if len(line) <= MAX_BODY:
            try:
                if is_clean(decode(line)):
                    valid += 1
                    continue
            except VodhooksError:
                if not line.strip(b" \t\r"):
                    continue
        verdict = check_payload(source, line, rules, number)
        if counted and verdict.outcome == "unknown-kind":
            unknown += 1
        else:
            verdicts.append(verdict)
    return PartResult(verdicts, valid, unknown, len(lines) - (not lines[-1]), len(data))


def check_payload(source: str, body: bytes, rules: Rules, line: int | None = None) -> Verdict:
    """Check one payload and describe the result in full."""

    def verdict(
        outcome: Outcome,
        detail: str,
        place: int | None = line,
        column: int | None = None,
        *,
        hint: str = "",
    ) -> Verdict:
        return Verdict(
            source, outcome, rules.level(outcome), place, column, detail=detail, hint=hint
        )

    if len(body) > MAX_BODY:
        return verdict(
            "too-large", f"longer than {MAX_BODY >> 20} MiB, and therefore not read to its end"
        )
    found = classify(body, **rules.arguments)
    report = found.explain(limit=rules.limit, show_values=rules.show_values)
    if report:
        outcome: Outcome = "invalid" if report.violations else "drift" if report.drift else "valid"
        hint = hint_on_value(found.payload, report, rules.name) if report.violations else ""
        return Verdict(
            source,
            outcome,
            rules.level(outcome),
            line,
            message=report.message,
            report=report,
            hint=hint,
        )
    error = found.error
    if isinstance(error, NotJson):
        return verdict(
            "not-json",
            error.reason,
            line or error.line,
            error.column,
            hint=hint_on_text(body, error, is_line=line is not None),
        )
    if isinstance(error, AmbiguousMessage):
        return verdict(
            "not-identified",
            f"fits several messages, name one with -m: {', '.join(error.candidates)}",
        )
    if error:
        advice = "no contract recognises this payload; name its message or channel with -m"
        return verdict("not-identified", advice, hint=hint_on_value(found.payload))
    kind = f": {clip(repr(found.kind))}" if rules.show_values else ""
    detail = f"of a kind on {found.channel} that has no contract{kind}"
    return verdict("unknown-kind", detail, hint=hint_on_kind(found.payload, found.channel or ""))


@cache
def _build_clean_check(rules: Rules) -> Callable[[JsonValue], bool]:
    """Return a fast check for clean payloads; all others need a verdict."""
    if rules.name in catalogue().messages:
        return validator(rules.name, rules.engine).accepts_without_drift
    if rules.name is None and rules.engine == "jsonschema-rs":
        return is_clean
    find_validator = _build_finder(rules)

    def accepts_without_drift(payload: JsonValue) -> bool:
        found = find_validator(payload)
        return type(found) is not UnknownKind and found.accepts_without_drift(payload)

    return accepts_without_drift


@cache
def _build_finder(rules: Rules) -> Callable[[JsonValue], Validator | UnknownKind]:
    """Return a function that identifies a payload as `identify` does, by the rules' name and for their engine."""
    if rules.name in catalogue().messages:
        named = validator(rules.name, rules.engine)
        return lambda _: named
    find = partial(identify, channel=rules.name) if rules.name else identify
    if rules.engine == "jsonschema-rs":
        return find

    def for_engine(payload: JsonValue) -> Validator | UnknownKind:
        found = find(payload)
        return found if type(found) is UnknownKind else validator(found.message, rules.engine)

    return for_engine
