"""Whatever stands in names of files and members, and however many verdicts there are, each report stays well-formed."""

from __future__ import annotations

import json
import os
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.batch import Tally, Totals, Verdict
from vodhooks.batch.report import report_of
from vodhooks.report import Report, Violation
from vodhooks.reports import Format, render

Render = Callable[[Format, Iterable[Verdict | Tally]], str]

FORMATS: tuple[Format, ...] = get_args(Format)

HOSTILE = {
    "a line end": "a\nb.json:1: error: forged",
    "a carriage return": "a\rb",
    "an ANSI escape": "a\x1b[2J\x1b[31mb",
    "a C1 control": "a\x9b31mb",
    "a null": "a\x00b",
    "a lone surrogate, as os.fsdecode makes": "a\udcffb",
    "a high surrogate": "a\ud800b",
    "a line separator": "a\u2028b",
    "a next line": "a\x85b",
    "a mark that turns text around": "a\u202eb",
    "a noncharacter": "a\uffffb",
    "XML": "</testcase><testcase name='x'/>]]>&amp;\"",
    "a workflow command": "a\n::error::forged",
    "JSON": '"}], "verdicts": [{',
}


def verdict(name: str) -> Verdict:
    """Return a verdict that has a hostile name wherever there can be one."""
    drift = (
        Violation(
            "additionalProperties",
            f"/{name}",
            "/additionalProperties",
            f"unknown property; got {name}",
            None,
        ),
    )
    return Verdict(
        name,
        "drift",
        "error",
        3,
        message="m",
        report=Report("m", drift=drift, omitted=1),
        detail=name,
        hint=name,
    )


def many(count: int) -> Iterator[Verdict]:
    drift = (
        Violation(
            "additionalProperties", "/new", "/additionalProperties", "unknown property", None
        ),
    )
    report = Report("m", drift=drift)
    return (
        Verdict("a.ndjson", "drift", "warning", line, message="m", report=report)
        for line in range(1, count + 1)
    )


def places(name: Format, text: str) -> int:
    """Return how many places, or cases, a report that must be well-formed names."""
    match name:
        case "json":
            return len(json.loads(text)["verdicts"])
        case "sarif":
            return len(json.loads(text)["runs"][0]["results"])
        case "junit":
            return len(ET.fromstring(text).findall("testsuite/testcase"))  # noqa: S314 # our own report
        case "ndjson":
            return sum(isinstance(json.loads(line), dict) for line in text.split("\n")[:-1])
        case "github":
            return sum(
                line.startswith(("::warning title=", "::error title=")) for line in text.split("\n")
            )
        case "text":
            return text.count("\n") - 1


PLACES: dict[Format, int] = {"text": 4, "json": 1, "ndjson": 1, "junit": 1, "sarif": 3, "github": 3}
"""How many places one hostile verdict makes in each format; text has a line for its hint too."""


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_forges_nothing(rendered: Render, name: Format, hostile: str) -> None:
    text = rendered(name, [verdict(hostile)] * 2)
    assert places(name, text) == 2 * PLACES[name]
    assert text.replace("\n", "").isprintable()


HINTS: dict[Format, str] = {
    "text": "a.json: error: not JSON\n  hint: do this\n",
    "json": '"detail": "not JSON", "hint": "do this"}',
    "ndjson": '"detail": "not JSON", "hint": "do this"}',
    "junit": ">not JSON\nhint: do this</failure>",
    "sarif": '"message": {"text": "not JSON; hint: do this"}',
    "github": "::not JSON; hint: do this\n",
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_the_hint_once(rendered: Render, name: Format) -> None:
    text = rendered(
        name, [Verdict("a.json", "not-json", "error", detail="not JSON", hint="do this")]
    )
    assert HINTS[name] in text
    assert text.count("do this") == 1


def test_a_hint_stands_below_the_last_place(rendered: Render) -> None:
    violations = tuple(
        Violation("required", "", "/required", f'missing property "{name}"', None) for name in "ab"
    )
    text = rendered(
        "text",
        [Verdict("a.json", "invalid", "error", report=Report("m", violations), hint="do this")],
    )
    assert text.splitlines()[:3] == [
        'a.json: error: missing property "a"',
        'a.json: error: missing property "b"',
        "  hint: do this",
    ]


@pytest.mark.parametrize("name", FORMATS)
@given(hostile=st.text(st.characters(), min_size=1))
def test_any_name_can_be_written_to_a_report(name: Format, hostile: str) -> None:
    stream = StringIO()
    render(name, report_of([verdict(hostile)], Totals()), stream)
    text = stream.getvalue()
    assert places(name, text) == PLACES[name]
    assert text.encode().decode() == text


@pytest.mark.parametrize("name", FORMATS)
def test_100_000_verdicts_make_a_well_formed_report(rendered: Render, name: Format) -> None:
    assert places(name, rendered(name, many(100_000))) == 100_000


def peak(name: Format, count: int) -> int:
    """Return how many bytes a report of that many verdicts takes at most."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        render(name, report_of(many(10), Totals()), nowhere)
        tracemalloc.start()
        try:
            render(name, report_of(many(count), Totals()), nowhere)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize("name", FORMATS)
def test_memory_does_not_grow_with_the_verdicts(name: Format) -> None:
    # JUnit keeps up to a million characters of test cases before it turns to a file.
    few, several = peak(name, 6_000), peak(name, 12_000)
    assert several < few + 200_000
