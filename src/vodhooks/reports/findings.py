"""The values that renderers show: findings, records for programs, checked cases and a summary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vodhooks.translations import Language

__all__ = [
    "CheckedCase",
    "Finding",
    "Level",
    "ReportDocument",
    "Rule",
    "Status",
    "Summary",
    "payloads_line",
    "quantity",
]

Level = Literal["none", "note", "warning", "error"]
"""How much something matters, in the words of SARIF. `none`: only the text for people shows it."""

Status = Literal["passed", "failure", "error", "skipped"]
"""How a case ended, in the words of JUnit. `error`: it could not be checked."""


class Rule(NamedTuple):
    """The rule that a finding breaks.

    Attributes:
        id: stable name.
        title: what is wrong if it is broken.
        reason: why that matters, in a sentence, or nothing.
    """

    id: str
    title: str
    reason: str = ""


# A tuple, because a stream may have a finding on each line.
class Finding(NamedTuple):
    """Something that a person or a tool should look at.

    Texts may hold anything: renderers escape what their format cannot take. They are not shortened
    there; the code that makes a finding bounds them.

    Attributes:
        rule: the rule that it breaks.
        level: how much it matters.
        text: what is wrong, in one line.
        place: where, in words, such as `payloads.ndjson:7`; empty where `text` says it.
        label: how bad it is, in words, where `text` does not say it.
        details: further lines of text.
        source: name of the file, `-` for standard input, or empty where it is about no file.
        line: line in that file, from 1.
        column: column in that line, in characters from 1.
        pointer: JSON Pointer to the place in the payload, or name of the case.
        properties: values that programs may filter by.
        request: the request, in lines, without secrets.
        answer: the beginning of what came back.
        repeat: the command that reproduces it.
        alike: further findings with the same cause, which text does not show.
    """

    rule: Rule
    level: Level
    text: str
    place: str = ""
    label: str = ""
    details: tuple[str, ...] = ()
    source: str = ""
    line: int | None = None
    column: int | None = None
    pointer: str = ""
    properties: Mapping[str, str | None] | None = None
    request: str = ""
    answer: str = ""
    repeat: str = ""
    alike: tuple[Finding, ...] = ()

    @property
    def message(self) -> str:
        """All of it in one line; the place is left out where the file says it."""
        line = (
            self.text
            if self.source not in {"", "-"} or not self.place
            else f"{self.place}: {self.text}"
        )
        for more in (*self.details, f"Repeat: {self.repeat}" if self.repeat else ""):
            if more:
                line += f" {more}" if line.endswith(".") else f"; {more}"
        return line

    @property
    def case(self) -> CheckedCase:
        """The finding as a checked case, for reports without other cases."""
        status: Status = "failure" if self.level in {"warning", "error"} else "passed"
        return CheckedCase(
            self.place, self.pointer or self.text, status, self.rule.id, (self.text, *self.details)
        )


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """Something that was checked, for build servers.

    Attributes:
        group: what it belongs to, such as the name of a file or a channel.
        name: its name there.
        status: how it ended.
        kind: what kind of failure it is.
        lines: lines of text, the most important first.
    """

    group: str
    name: str
    status: Status = "passed"
    kind: str = ""
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a report.

    Attributes:
        line: all of it in one line.
        facts: the same for programs, by name.
        counts: numbers by name, for formats that take nothing else.
        table: rows of cells, the head first.
        notes: lines about what is no finding.
        closing: the last JSON object of an NDJSON report, if any.
        seconds: how long the run took, where that is known.
        complete: whether all could be read.
    """

    line: str
    facts: Mapping[str, Any]
    counts: Mapping[str, int] = field(default_factory=dict)
    table: Sequence[Sequence[str]] = ()
    notes: Sequence[str] = ()
    closing: Mapping[str, Any] | None = None
    seconds: float | None = None
    complete: bool = True


def payloads_line(number: int, counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Return the outcomes of payloads in a line, such as `3 payloads: 2 valid, 1 invalid`.

    Args:
        number: how many payloads there were.
        counts: how many there were of each outcome.
        words: the words for each outcome, in the order of the line.
    """
    counted = ", ".join(f"{counts[name]:,} {word}" for name, word in words.items() if counts[name])
    return f"{quantity(number, 'payload')}{counted and f': {counted}'}"


def quantity(number: int, noun: str) -> str:
    """Return a number of things in words: `1 case`, `2,000 cases`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The results of a run: three views of one stream of results, and a summary.

    A renderer reads one of the views to its end and then the summary. A document is rendered once.

    Attributes:
        findings: for people, and for tools that mark places.
        records: JSON objects for programs, each with the name of its list, in the order of `lists`.
        cases: what was tested, for build servers.
        summary: returns the end of the report.
        lists: names of all the lists of records, in their order.
        title: the name of the tool.
        target: URL of what was tested, if that has one.
        layout: how text shows findings. `blocks` have an empty line after each; `ranked` ones are
            blocks with a number.
        language: the language of the texts for people.
    """

    findings: Iterable[Finding]
    records: Iterable[tuple[str, Mapping[str, Any]]]
    cases: Iterable[CheckedCase]
    summary: Callable[[], Summary]
    lists: Sequence[str]
    title: str = "vodhooks"
    target: str = ""
    layout: Literal["lines", "blocks", "ranked"] = "lines"
    language: Language = "en"
