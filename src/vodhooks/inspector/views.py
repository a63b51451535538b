"""Reads what the pages show, on a connection that cannot write, in short transactions."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from vodhooks.catalogue import bundle, catalogue
from vodhooks.classification import classify
from vodhooks.decoding import decode
from vodhooks.errors import MessageNotFound, NotJson, clip
from vodhooks.inbox.attachments import list_attachments
from vodhooks.inbox.export import moment
from vodhooks.inbox.queries import (
    EVENTS,
    EventFilter,
    Flag,
    Position,
    browse,
    find_exactly,
    find_last_deliveries,
    get_event,
    list_newest,
    list_same_identity,
    measure_quarantine,
    newest_id,
    wait_until_settled,
)
from vodhooks.inbox.refusals import count_refused
from vodhooks.inspector import payloads
from vodhooks.outbox.cursors import list_cursors, list_dead, list_handling, measure
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Engine

    from vodhooks.inbox.queries import EventSummary, StoredEvent
    from vodhooks.outbox.cursors import DeadLetter, Handling, Measures
    from vodhooks.report import Violation

PAGE = 50
"""How many events a page of the list has."""

DEAD = 200
"""How many dead letters of each cursor are shown."""

HOUR = 3600 * 10**6
SEARCH_LENGTH = 200
RAW_LENGTH = 256 * 1024
"""How many characters of a body are shown; all of it can be saved."""

RULE_LENGTH = 4000

OUTCOMES = ("accepted", "unknown", "quarantined")
FLAGS: tuple[Flag, ...] = get_args(Flag)


class BadFilter(ValueError):
    """A filter in the URL that is none; the text names it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for, as its URL has it."""

    channel: str = ""
    outcome: str = ""
    flag: str = ""
    since: str = ""
    until: str = ""
    q: str = ""
    before: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """Return what a URL's query asks for; a text that is searched is cut."""
        names = cls.__dataclass_fields__
        given = {name: query.get(name, "").strip()[:SEARCH_LENGTH] for name in names}
        return cls(**given)

    @property
    def filters(self) -> dict[str, str]:
        """What is asked for, without the page."""
        return {
            name: value
            for name in self.__dataclass_fields__
            if (value := getattr(self, name)) and name != "before"
        }

    def event_filter(self) -> EventFilter:
        """Return it for a query.

        Raises:
            BadFilter: something is no such value.
        """
        for name, known in (
            ("channel", catalogue().channels),
            ("outcome", OUTCOMES),
            ("flag", FLAGS),
        ):
            if getattr(self, name) and getattr(self, name) not in known:
                raise BadFilter(name)
        return EventFilter(
            self.channel or None,
            (self.outcome,) if self.outcome else None,
            cast("Flag", self.flag) if self.flag else None,
            _microseconds("since", self.since),
            _microseconds("until", self.until),
        )

    def position(self) -> Position | None:
        """Return the event after which the page begins.

        Raises:
            BadFilter: it is none.
        """
        parts = self.before.split(".") if self.before else []
        if any(not (part.isascii() and part.isdigit() and len(part) < 19) for part in parts[:2]):
            raise BadFilter("before")
        return Position(*map(int, parts[:2])) if parts else None


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a list, and how far each consumer is with it."""

    entry: EventSummary
    handling: Sequence[Handling]

    @property
    def state(self) -> str:
        """The state that matters most; empty where no consumer takes it."""
        states = {each.state for each in self.handling}
        return next(
            (each for each in ("dead", "failed", "waiting", "handled") if each in states), ""
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list: what was searched exactly, the events, and where the next page begins."""

    exact: Sequence[Line]
    lines: Sequence[Line]
    next: str
    in_time: bool
    newest: int


@dataclass(frozen=True, slots=True)
class Strip:
    """How the inbox is, on one line. Times are in microseconds since the Unix epoch."""

    now: int
    last: Mapping[str, int | None]
    refused: Mapping[str, int]
    quarantine: tuple[int, int]
    cursors: Mapping[str, Measures]

    @property
    def dead(self) -> int:
        """How many dead letters there are."""
        return sum(each.dead for each in self.cursors.values())


@dataclass(frozen=True, slots=True)
class Explained:
    """A place that breaks the contract or drifts from it, and the rule in words."""

    violation: Violation
    description: str
    message: str
    form: Literal["wire", "strict"]


@dataclass(frozen=True, slots=True)
class Detail:
    """All of one event."""

    stored: StoredEvent
    event_id: str
    rows: Sequence[payloads.Row]
    omitted: int
    masked: int
    raw: str
    explained: Sequence[Explained]
    outcome_now: str
    same: Sequence[EventSummary]
    earlier: EventSummary | None
    changed: Mapping[str, str]
    gone: Mapping[str, str]
    handling: Sequence[Handling]
    attachments: Sequence[tuple[str, datetime, bool, str]]


class Views:
    """Reads pages.

    Args:
        engine: of `vodhooks.inbox.database.reader`, which refuses writes.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._strip: Strip | None = None

    def lines(self, entries: Sequence[EventSummary]) -> list[Line]:
        """Return events with how far consumers are; what is quarantined concerns none."""
        numbers = [entry.id for entry in entries if entry.outcome in EVENTS]
        handling = list_handling(self._engine, numbers) if numbers else {}
        return [Line(entry, handling.get(entry.id, ())) for entry in entries]

    def listing(self, asked: Asked) -> Listing:
        """Return a page of the list. Raises BadFilter, and StoreError where the database fails."""
        wanted, before = asked.event_filter(), asked.position()
        newest = newest_id(self._engine)
        exact: Sequence[EventSummary] = ()
        if asked.q and before is None:
            exact = find_exactly(self._engine, asked.q, catalogue().channels)
        page = browse(self._engine, wanted, PAGE, before, search=asked.q)
        after = f"{page.last.id}.{page.last.received_at}" if page.last else ""
        return Listing(self.lines(exact), self.lines(page.entries), after, page.in_time, newest)

    def news(self, wanted: EventFilter, after: int) -> tuple[int, list[Line]]:
        """Return the id up to which this has looked, and the newest matches since another."""
        last = wait_until_settled(self._engine, time.sleep, after)
        if last <= after:
            return after, []
        entries = list_newest(self._engine, wanted, PAGE, before=last + 1, after=after)
        return last, self.lines(entries)

    def strip(self) -> Strip:
        """Return how the inbox is, or was a second ago: it is the same for all who look."""
        now = round(time.time() * 1e6)
        known = self._strip
        if known is None or now - known.now > 10**6:
            known = self._strip = Strip(
                now,
                find_last_deliveries(self._engine, catalogue().channels),
                count_refused(self._engine, now - HOUR),
                measure_quarantine(self._engine),
                {name: measure(self._engine, name) for name in list_cursors(self._engine)},
            )
        return known

    def dead_letters(self) -> dict[str, list[DeadLetter]]:
        """Return the dead letters of each cursor, the oldest event first."""
        return {name: list_dead(self._engine, name, DEAD) for name in list_cursors(self._engine)}

    def stored(self, number: int) -> StoredEvent | None:
        """Return an event, if there is one of this id."""
        return get_event(self._engine, number)

    def detail(self, number: int, language: str, *, revealed: bool = False) -> Detail | None:
        """Return all of one event, with its secrets only if `revealed`."""
        stored = self.stored(number)
        if stored is None:
            return None
        entry = stored.entry
        payload, masked = _shown(stored.body, entry.channel, revealed=revealed)
        same = list_same_identity(self._engine, entry.identity_key)
        earlier = next((each for each in same if each.id < entry.id), None)
        changed: dict[str, str] = {}
        gone: dict[str, str] = {}
        before = self.stored(earlier.id) if earlier else None
        if before:
            changed, gone = payloads.differences(
                payload, _shown(before.body, before.entry.channel, revealed=revealed)[0]
            )
        outcome, explained = _explain(stored, language)
        shown, omitted = payloads.rows(payload, [each.violation for each in explained], changed)
        return Detail(
            stored,
            entry.event_id,
            shown,
            omitted,
            masked,
            "" if masked and not revealed else stored.body.decode(errors="replace")[:RAW_LENGTH],
            explained,
            outcome,
            same,
            earlier if before else None,
            changed,
            gone,
            self.lines([entry])[0].handling,
            [
                (
                    each.message,
                    moment(each.fetched_at),
                    each.drifts,
                    json.dumps(
                        _shown(each.body, entry.channel, revealed=revealed)[0],
                        ensure_ascii=False,
                        indent=1,
                    )[:RAW_LENGTH],
                )
                for each in list_attachments(self._engine, number)
            ],
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a contract: the schema that it stands in, and what is said of it."""

    message: str
    form: str
    pointer: str
    keyword: str
    schema: str
    evidence: str
    description: str
    summary: str


def rule(message: str, form: str, pointer: str, language: str) -> Rule | None:
    """Return a rule by its JSON Pointer in a bundle, or None where there is none."""
    if form not in {"wire", "strict"} or len(pointer) > SEARCH_LENGTH:
        return None
    try:
        *above, keyword = parse_pointer(pointer)
        schema = resolve(_bundle(message, cast("Literal['wire', 'strict']", form)), above)
    except (MessageNotFound, ValueError):
        return None
    if not isinstance(schema, dict) or keyword not in schema:
        return None
    shown = {name: value for name, value in schema.items() if name not in {"$defs", "examples"}}
    return Rule(
        message,
        form,
        pointer,
        keyword,
        clip(json.dumps(shown, ensure_ascii=False, indent=2), RULE_LENGTH),
        _evidence(message, above, keyword),
        describe_rule(message, pointer, language, form=cast("Literal['wire', 'strict']", form)),
        translate(catalogue().messages[message].summary, language),
    )


_bundle = cache(bundle)
"""Of each message it is read once: a page may name a hundred places of it."""


def _evidence(message: str, above: Sequence[str], keyword: str) -> str:
    """Return how sure a rule is: as the nearest property around it; `none` where there is none."""
    known = catalogue().messages[message].evidence
    places = (pointer_of(above[:length]) for length in range(len(above), 0, -1))
    if keyword in {
        "additionalProperties",
        "required",
    }:  # about members, each of which has evidence of its own
        return "none"
    return next((known[place] for place in places if place in known), "none")


def describe_rule(
    message: str, pointer: str, language: str, *, form: Literal["wire", "strict"] = "wire"
) -> str:
    """Return what the contract says of the place of a rule, in a language if it has such a text.

    Args:
        message: full name of the message.
        pointer: JSON Pointer to a keyword in its bundle.
        language: such as `en`.
        form: which of its schemas the pointer is of.
    """
    schema = _bundle(message, form)
    tokens = parse_pointer(pointer)
    for length in range(len(tokens) - 1, -1, -1):
        found = resolve(schema, tokens[:length])
        text = found.get("description") if isinstance(found, dict) else None
        if isinstance(text, str):
            return translate(text, language)
    return ""


def _explain(stored: StoredEvent, language: str) -> tuple[str, list[Explained]]:
    """Return what an event is by today's contract, and where it breaks it or drifts from it."""
    entry = stored.entry
    if entry.channel not in catalogue().channels:
        return entry.outcome, []
    found = classify(stored.body, entry.channel)
    report = found.report
    if report is None:
        return found.outcome, []
    forms: Iterable[tuple[Literal["wire", "strict"], Sequence[Violation]]] = (
        ("wire", report.violations),
        ("strict", report.drift),
    )
    return found.outcome, [
        Explained(each, _describe(report.message, each, language, form), report.message, form)
        for form, places in forms
        for each in places
    ]


def _describe(
    message: str, violation: Violation, language: str, form: Literal["wire", "strict"]
) -> str:
    if message not in catalogue().messages:  # what its channel refuses has no message
        return ""
    return describe_rule(message, violation.schema_pointer, language, form=form)


def _shown(body: bytes, channel: str, *, revealed: bool) -> tuple[Any, int]:
    """Return a payload as it may be shown, and how many secrets it has."""
    try:
        payload = decode(body)
    except NotJson:  # by another release's rules
        return None, 1
    masked, secrets = payloads.mask(payload, channel)
    return (payload if revealed else masked), secrets


def _microseconds(name: str, text: str) -> int | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
        return round((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() * 1e6)
    except (ValueError, OverflowError):
        raise BadFilter(name) from None
