"""The values that are gathered from traffic: places that drift or break the contract, and what was skipped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from vodhooks.drift.shapes import Shape

if TYPE_CHECKING:
    from datetime import datetime

    from vodhooks.drift.traffic import Observation, Skipped

__all__ = ["Findings", "Kind", "Kinds", "Place", "Seen", "Window"]

Kind = Literal["unknown-member", "unknown-value", "beyond-bound", "violation"]
"""What a place is: a member or a value of an open list that the contract does not know, a value beyond a bound of the
strict schema, or a broken rule."""


class Seen(NamedTuple):
    """Where something was seen, and when, if that is recorded."""

    place: str
    at: datetime | None


@dataclass(slots=True)
class Window:
    """Where something was seen first and last: by time if times are recorded, else in the order of the traffic."""

    first: Seen
    last: Seen

    @classmethod
    def of(cls, observation: Observation) -> Window:
        """Return the window of one payload."""
        return cls(
            Seen(observation.place, observation.first), Seen(observation.place, observation.last)
        )

    def widen(self, observation: Observation) -> None:
        """Add a later payload."""
        if observation.first and (self.first.at is None or observation.first < self.first.at):
            self.first = Seen(observation.place, observation.first)
        if self.last.at is None or (observation.last and observation.last >= self.last.at):
            self.last = Seen(observation.place, observation.last)


@dataclass(slots=True)
class Place:
    """A place at which payloads of a message drift or break a rule.

    Attributes:
        kind: which of them.
        message: full name of the message, or of the channel where the message is not known.
        pointer: JSON Pointer to the place, with `*` for every index.
        keyword: the JSON Schema keyword that fails.
        schema_pointer: JSON Pointer to it in the bundle; for drift, in the strict schema.
        expected: what was expected.
        window: where it was seen first and last.
        overflow: whether it represents all places beyond those that are held.
        count: how often it was seen.
        payloads: in how many payloads.
        shape: the shape of the values there.
        values: the values there, as JSON, as far as they are held, each with its count.
        more_values: whether there were further values.
    """

    kind: Kind
    message: str
    pointer: str
    keyword: str
    schema_pointer: str
    expected: str
    window: Window
    overflow: bool = False
    count: int = 0
    payloads: int = 0
    shape: Shape = field(default_factory=Shape)
    values: Counter[str] = field(default_factory=Counter)
    more_values: bool = False


@dataclass(slots=True)
class Kinds:
    """Payloads of kinds that have no contract, on a channel that keeps such messages.

    Attributes:
        channel: the channel.
        window: where they were seen first and last.
        kinds: how many there were of each kind, for the kinds that are held.
        count: how many there were.
    """

    channel: str
    window: Window
    kinds: Counter[str] = field(default_factory=Counter)
    count: int = 0


@dataclass(slots=True)
class Findings:
    """What was gathered.

    Attributes:
        places: the places, drift before violations, in the order of messages and pointers.
        kinds: what has no contract, by channel.
        skipped: the first thing of each kind that was not checked, and why.
        outcomes: how many payloads had each outcome.
        messages: how many payloads of each message were checked.
        omitted: how many places were not looked at, because their payloads have too many.
    """

    places: list[Place]
    kinds: dict[str, Kinds] = field(default_factory=dict)
    skipped: dict[str, Skipped] = field(default_factory=dict)
    outcomes: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    omitted: int = 0

    @property
    def status(self) -> int:
        """The exit code: 0 if nothing drifts, 1 if something drifts or breaks a rule, 2 if not all could be read.

        Bodies that cannot be checked do not matter beside others; where there are no others, nothing was checked.
        """
        unread = sum(self.outcomes[each] for each in ("not-json", "too-large", "not-identified"))
        if self.outcomes["unreadable"] or (unread and unread == self.outcomes.total()):
            return 2
        return int(bool(self.places))

    @property
    def drift(self) -> list[Place]:
        """The places that drift."""
        return [place for place in self.places if place.kind != "violation"]

    @property
    def violations(self) -> list[Place]:
        """The places that break a rule."""
        return [place for place in self.places if place.kind == "violation"]
