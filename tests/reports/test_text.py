"""The text report has a line for each place and a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from vodhooks.batch import Tally, Verdict
from vodhooks.report import Report, Violation
from vodhooks.reports import Format

Render = Callable[[Format, Iterable[Verdict | Tally]], str]

EVERYTHING = """\
kind.json: note: of a kind on tencent.vod that has no contract
drift.json: warning: /new: unknown property (polyv.video_outline.generate_fail, drift)
all.ndjson:7: error: missing property "vid" (polyv.video_outline.generate_fail, evidence: documented)
all.ndjson:7: error: /outlineInfo/0/title: expected a string (polyv.video_outline.generate_fail, evidence: sample)
all.ndjson:7: error: 1,200 more places are left out
all.ndjson:9:5: error: ends too early
all.ndjson:10: error: fits several messages, name one with -m: a, b
large.json: error: longer than 16 MiB, and therefore not read to its end
-:2:1: error: not JSON
gone.json: error: No such file or directory
100,005 payloads: 99,991 valid, 8 of an unknown kind, 1 drifting, 1 invalid, 2 not JSON, 1 too large, 1 not identified, 1 unreadable
"""


def test_each_place_has_a_line_and_the_summary_counts(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    assert rendered("text", results) == EVERYTHING


@pytest.mark.parametrize(
    ("results", "summary"),
    [
        ([], "0 payloads\n"),
        ([Verdict("a.json", "valid", "none")], "1 payload: 1 valid\n"),
        ([Tally("a.ndjson", 100_000, 0)], "100,000 payloads: 100,000 valid\n"),
        ([Tally("a.ndjson", 0, 2)], "2 payloads: 2 of an unknown kind\n"),
    ],
)
def test_what_is_clean_gets_the_summary_alone(
    rendered: Render, results: list[Verdict | Tally], summary: str
) -> None:
    assert rendered("text", results) == summary


def test_long_names_of_members_are_shortened(rendered: Render) -> None:
    drift = (
        Violation(
            "additionalProperties",
            f"/{'x' * 10_000}",
            "/additionalProperties",
            "unknown property",
            None,
        ),
    )
    line, _ = rendered(
        "text", [Verdict("a.json", "drift", "warning", report=Report("m", drift=drift))]
    ).splitlines()
    assert line == f"a.json: warning: /{'x' * 198}…: unknown property (drift)"
