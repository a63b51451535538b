"""JSON and NDJSON reports hold every verdict whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from vodhooks.batch import Tally, Verdict
from vodhooks.reports import Format

Render = Callable[[Format, Iterable[Verdict | Tally]], str]

INVALID = {
    "source": "all.ndjson",
    "line": 7,
    "column": None,
    "outcome": "invalid",
    "level": "error",
    "message": "polyv.video_outline.generate_fail",
    "violations": [
        {
            "keyword": "required",
            "instance_pointer": "",
            "schema_pointer": "/required",
            "message": 'missing property "vid"',
            "evidence": "documented",
        },
        {
            "keyword": "type",
            "instance_pointer": "/outlineInfo/0/title",
            "schema_pointer": "/$defs/Chapter/properties/title/type",
            "message": "expected a string",
            "evidence": "sample",
        },
    ],
    "drift": [],
    "omitted": 1200,
    "truncated": False,
    "detail": None,
    "hint": None,
}

TOTALS = {
    "payloads": 100_005,
    "valid": 99_991,
    "unknown-kind": 8,
    "drift": 1,
    "invalid": 1,
    "not-json": 2,
    "too-large": 1,
    "not-identified": 1,
    "unreadable": 1,
}


def verdicts(name: Format, text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        json.loads(text)["verdicts"]
        if name == "json"
        else [json.loads(line) for line in text.splitlines()]
    )
    return found


@pytest.mark.parametrize("name", ["json", "ndjson"])
def test_a_verdict_is_shown_whole(
    rendered: Render, results: list[Verdict | Tally], name: Format
) -> None:
    assert INVALID in verdicts(name, rendered(name, results))


@pytest.mark.parametrize("name", ["json", "ndjson"])
def test_verdicts_keep_their_order_without_tallies(
    rendered: Render, results: list[Verdict | Tally], name: Format
) -> None:
    found = [
        (verdict["source"], verdict["line"], verdict["outcome"])
        for verdict in verdicts(name, rendered(name, results))
    ]
    assert found == [
        (result.source, result.line, result.outcome)
        for result in results
        if isinstance(result, Verdict)
    ]


def test_the_totals_count_what_was_only_counted_too(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    assert json.loads(rendered("json", results))["totals"] == TOTALS


def test_nothing_to_say_is_a_document_too(rendered: Render) -> None:
    assert json.loads(rendered("json", [])) == {"verdicts": [], "totals": dict.fromkeys(TOTALS, 0)}
    assert rendered("ndjson", [Tally("a.ndjson", 5, 0)]) == ""


@pytest.mark.parametrize("name", ["json", "ndjson", "sarif", "junit"])
def test_whatever_is_for_programs_is_ascii(rendered: Render, name: Format) -> None:
    assert rendered(name, [Verdict("视频.json", "not-json", "error", detail="重复 key")]).isascii()
